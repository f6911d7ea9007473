/**
 * Draws an SVG as a PNG in an installed Chrome or Chromium, through the DevTools protocol over a pipe: no port is
 * opened, and nothing is loaded but the drawing itself.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CommandFailure } from './command.js';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const TIMEOUT_MS = 60_000;
/** Twice as many pixels as units: sharp on paper and on dense screens. */
const PIXEL_RATIO = 2;

/** Throws {@link CommandFailure} without a browser, or when it gives no picture. */
export async function drawSvgAsPng(svg: string, env: Environment): Promise<Uint8Array> {
  const executable = findBrowser(env);
  if (executable === undefined) throw new CommandFailure('Format png needs Chrome or Chromium, and none was found. Install one, name it in CHROME_PATH, or write svg.');
  const profile = mkdtempSync(join(tmpdir(), 'cx-playbook-profile-'));
  const browser = spawn(
    executable,
    ['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-dev-shm-usage', '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  try {
    return await Promise.race([capture(new DevTools(browser), svg), failure(browser)]);
  } finally {
    browser.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The browser that CHROME_PATH names, else one on the path or in its usual place. */
function findBrowser(env: Environment): string | undefined {
  const named = env['CHROME_PATH'];
  if (named !== undefined && named !== '') return named;
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
  return [...onPath, ...PLACES].find((file) => isExecutable(file) && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: TIMEOUT_MS }).status === 0);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function failure(browser: ChildProcess): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (reason: string) => reject(new CommandFailure(`The browser gave no picture: ${reason}. Check CHROME_PATH, or write svg.`));
    setTimeout(() => fail('it took longer than a minute'), TIMEOUT_MS).unref();
    browser.once('error', () => fail('it cannot be started'));
    browser.once('exit', () => fail('it stopped'));
  });
}

async function capture(devTools: DevTools, svg: string): Promise<Uint8Array> {
  const size = /\swidth="([\d.]+)" height="([\d.]+)"/.exec(svg);
  const width = Math.ceil(Number(size?.[1] ?? 1400));
  const height = Math.ceil(Number(size?.[2] ?? 800));
  const { targetId } = await devTools.call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devTools.call('Target.attachToTarget', { targetId, flatten: true });
  const inPage = (method: string, params: object) => devTools.call(method, params, typeof sessionId === 'string' ? sessionId : '');
  await inPage('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: PIXEL_RATIO, mobile: false });
  const { frameTree } = await inPage('Page.getFrameTree', {});
  await inPage('Page.setDocumentContent', { frameId: frameIdOf(frameTree), html: `<!DOCTYPE html><style>body{margin:0}svg{display:block}</style>${svg}` });
  const { data } = await inPage('Page.captureScreenshot', { format: 'png', clip: { x: 0, y: 0, width, height, scale: 1 }, captureBeyondViewport: true });
  if (typeof data !== 'string') throw new CommandFailure('The browser gave no picture. Check CHROME_PATH, or write svg.');
  return Buffer.from(data, 'base64');
}

function frameIdOf(frameTree: unknown): unknown {
  if (typeof frameTree !== 'object' || frameTree === null || !('frame' in frameTree)) return undefined;
  const { frame } = frameTree;
  return typeof frame === 'object' && frame !== null && 'id' in frame ? frame.id : undefined;
}

type Answer = Readonly<Record<string, unknown>>;

/** Calls of the DevTools protocol: JSON messages, each ended by a NUL, on the pipes 3 and 4. */
class DevTools {
  readonly #out: Writable;
  readonly #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  #calls = 0;
  #rest = '';

  constructor(browser: ChildProcess) {
    const [, , , out, answers] = browser.stdio;
    if (out === null || out === undefined || !('write' in out) || answers === null || answers === undefined || !('on' in answers)) throw new Error('The browser has no pipes.');
    this.#out = out;
    out.on('error', () => undefined);
    const incoming: Readable | Writable = answers;
    if ('setEncoding' in incoming) incoming.setEncoding('utf8');
    incoming.on('data', (chunk: unknown) => this.#receive(String(chunk)));
  }

  call(method: string, params: object, sessionId?: string): Promise<Answer> {
    const id = ++this.#calls;
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive(chunk: string): void {
    const messages = (this.#rest + chunk).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer: unknown = JSON.parse(message);
      if (typeof answer !== 'object' || answer === null || !('id' in answer) || typeof answer.id !== 'number') continue;
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('error' in answer) waiting?.reject(new CommandFailure(`The browser gave no picture: ${JSON.stringify(answer.error)}. Check CHROME_PATH, or write svg.`));
      else waiting?.resolve('result' in answer && typeof answer.result === 'object' && answer.result !== null ? { ...answer.result } : {});
    }
  }
}
