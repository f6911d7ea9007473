/** What the app asks git of the repository round the vault, and when: a desktop with a Git that answers as one would. */
import { FileSystemAdapter } from 'obsidian-test-mocks/obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { registerFindings } from '../../src/obsidian/findings-view.js';
import type { HostOptions } from '../host/host.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const FILES = { 'Case.md': 'A note.\n', '.obsidian/plugins/assistant/data.json': '{"apiKey":"4f9a8b7c6d5e4f9a8b7c6d5e"}' };
const TRACKED = ['.obsidian/plugins/assistant/data.json', '.obsidian/workspace.json', 'Case.md'];

/** Answers by the first word behind the settings, and counts who is asked. */
class GitInHand {
  readonly asked: string[] = [];
  tracked: readonly string[] = TRACKED;
  hasRepository = true;

  readonly give = (name: string): unknown => {
    switch (name) {
      case 'child_process': return { spawn: (_file: string, args: readonly string[]) => this.#program(args) };
      case 'fs': return { existsSync: (path: string) => this.hasRepository && path === '/disk/ana/Vault/.git', promises: { readFile: () => Promise.resolve('') } };
      case 'path': return { dirname: (path: string) => path.slice(0, Math.max(1, path.lastIndexOf('/'))), join: (...parts: string[]) => parts.join('/') };
      case 'crypto': return { createHash: () => undefined };
      default: return { env: {}, execPath: '/app/obsidian' };
    }
  };

  #program(args: readonly string[]): unknown {
    const word = args.find((arg, index) => index > 0 && !arg.startsWith('-') && args[index - 1] !== '-c' && args[index - 1] !== '-C') ?? '';
    this.asked.push(word);
    const answers: Readonly<Record<string, string>> = { 'ls-files': this.tracked.map((path) => `${path}\0`).join(''), 'rev-parse': '\n', config: 'remote.origin.url\nhttps://example.org/vault.git\0' };
    const output = { on: () => undefined, destroy: () => undefined, [Symbol.asyncIterator]: () => pieces(answers[word] ?? '') };
    const on = (event: string, listener: (code: number) => void): void => {
      if (event === 'close') setTimeout(() => listener(0), 0);
    };
    return { stdin: { destroyed: false, write: () => true, end: () => undefined, on: () => undefined, once: () => undefined, off: () => undefined }, stdout: output, stderr: output, kill: () => true, on };
  }
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

/** The host's own adapter, as that of a folder on a disk. */
async function open(git: GitInHand, options: HostOptions = {}): Promise<FeatureHost> {
  Reflect.set(window, 'require', git.give);
  return hostWith([registerFindings], { files: FILES, ...options }, (app) => {
    const folder = FileSystemAdapter.create__('/disk/ana/Vault');
    const { adapter } = app.vault;
    for (const name of ['exists', 'read', 'write', 'process'] as const) Object.defineProperty(folder, name, { value: adapter[name].bind(adapter) });
    Object.defineProperty(app.vault, 'adapter', { value: folder, configurable: true });
  });
}

const found = ({ context }: FeatureHost): readonly string[] => context.playbook.result.diagnostics.map(({ rule, path }) => `${rule} ${path}`);

describe('the repository round the vault', () => {
  afterEach(() => void Reflect.deleteProperty(window, 'require'));

  it('is asked of Git on a desktop, so that what it tracks is found', async () => {
    const git = new GitInHand();
    const shown = await open(git);
    expect(found(shown)).toEqual(expect.arrayContaining(['team/workspace-tracked .obsidian/workspace.json', 'team/secret-in-plugin-data .obsidian/plugins/assistant/data.json']));
    expect([...git.asked].sort()).toEqual(['config', 'ls-files', 'rev-parse']);
  });

  it('is asked once when somebody goes to and fro, and taken in without reading the notes again', async () => {
    const git = new GitInHand();
    const shown = await open(git);
    const { store } = shown.context.playbook;
    git.asked.length = 0;
    git.tracked = ['Case.md'];
    for (let count = 0; count < 20; count++) window.dispatchEvent(new Event('focus'));
    await shown.context.playbook.settled();
    expect(git.asked).toHaveLength(3);
    expect(found(shown).filter((finding) => finding.startsWith('team/workspace'))).toEqual([]);
    expect(shown.context.playbook.store).toBe(store);
    await shown.host.unload();
    expect(shown.host.leftovers()).toEqual([]);
  });

  it('starts no program on a phone, and none where no folder has a repository', async () => {
    const git = new GitInHand();
    await open(git, { platform: 'phone' });
    git.hasRepository = false;
    await open(git);
    expect(git.asked).toEqual([]);
  });
});
