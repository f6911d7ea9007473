import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { browserPath } from '../browser.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { runCli, TODAY } from './run-cli.js';

const SAMPLE = join(import.meta.dirname, '../sample-vault');
const FORMATS = ['svg', 'html', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'] as const;
const TITLES = ['One-call rebooking', 'Quayside goodwill purse', 'Storm-day messaging'];

function roadmap(cwd: string, ...args: string[]) {
  return runCli(['roadmap', SAMPLE, '--today', TODAY, ...args], { cwd });
}

function parseXml(text: string): string[] {
  const elements: string[] = [];
  const xml = new SaxesParser();
  xml.on('opentag', ({ name }) => elements.push(name));
  xml.on('error', (error) => { throw error; });
  xml.write(text).close();
  return elements;
}

/** Rows of a CSV text as RFC 4180 has it; throws on a stray quote. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const match = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (found === null) throw new Error(`Stray quote at ${at}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at += found[0].length;
    if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else if (text[at] === ',') at++;
    else if (at < text.length) throw new Error(`Stray character at ${at}`);
  }
  return rows;
}

describe('roadmap', () => {
  test.each(FORMATS)('%s: same bytes twice, every initiative in it, nothing absolute', async (format) => {
    const cwd = tempFolder();
    const [first, second] = await Promise.all([roadmap(cwd, '--format', format), roadmap(cwd, '--format', format)]);
    expect(first).toEqual(second);
    expect(first.code).toBe(0);
    for (const title of TITLES) expect(first.stdout).toContain(title);
    expect(first.stdout).not.toContain(SAMPLE);
    expect(first.stdout).not.toMatch(/undefined|NaN|\[object|\{\{/);
    expect(readFiles(cwd)).toEqual({});
  });

  test('svg is the default, and well-formed XML', async () => {
    const cwd = tempFolder();
    const { stdout } = await roadmap(cwd);
    expect((await roadmap(cwd, '--format', 'svg')).stdout).toBe(stdout);
    expect(parseXml(stdout)[0]).toBe('svg');
  });

  test('html is one page that loads nothing', async () => {
    const { stdout } = await roadmap(tempFolder(), '--format', 'html');
    expect(stdout).toMatch(/^<!DOCTYPE html>/i);
    expect(stdout).not.toMatch(/<(?:script|link|iframe)[^>]*(?:src|href)=|@import|url\((?!#)/i);
  });

  test('json names notes by paths of the vault', async () => {
    const { stdout } = await roadmap(tempFolder(), '--format', 'json');
    const json: unknown = JSON.parse(stdout);
    expect(json).toMatchObject({ schema: 1 });
    expect(stdout).toContain('"20 Initiatives/One-call rebooking.md"');
  });

  test('canvas is JSON with nodes that have ids of their own', async () => {
    const canvas = JSON.parse((await roadmap(tempFolder(), '--format', 'canvas')).stdout) as { nodes: { id: string }[]; edges: { fromNode: string; toNode: string }[] };
    const ids = canvas.nodes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { fromNode, toNode } of canvas.edges) expect(ids).toEqual(expect.arrayContaining([fromNode, toNode]));
  });

  test('csv has rows of one width', async () => {
    const rows = parseCsv((await roadmap(tempFolder(), '--format', 'csv')).stdout.replace(/^\ufeff/, ''));
    expect(rows.length).toBeGreaterThan(15);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  test('ics has balanced components, CRLF line ends, and lines of at most 75 bytes', async () => {
    const { stdout } = await roadmap(tempFolder(), '--format', 'ics');
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(stdout).toMatch(/END:VCALENDAR\r\n$/);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const open: string[] = [];
    for (const [, word, name = ''] of stdout.matchAll(/^(BEGIN|END):(\w+)\r$/gm)) {
      if (word === 'BEGIN') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const uids = [...stdout.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    expect(uids.length).toBeGreaterThan(10);
    expect(new Set(uids).size).toBe(uids.length);
    expect(stdout.match(/^DTSTAMP/gm)?.length).toBe(stdout.match(/^BEGIN:VEVENT/gm)?.length);
  });

  test('mermaid is a Gantt chart with sections', async () => {
    const { stdout } = await roadmap(tempFolder(), '--format', 'mermaid');
    expect(stdout).toMatch(/(?:^|\n)gantt\n/);
    expect(stdout).toMatch(/^\s*section /m);
  });

  test.each(['competency', 'leader', 'unit', 'status', 'phase', 'property:ambition', 'property:no such', 'property:__proto__'])('--group %s', async (group) => {
    const run = await roadmap(tempFolder(), '--format', 'json', '--group', group);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 1 });
  });

  test('the lanes follow the grouping', async () => {
    const cwd = tempFolder();
    const [byUnit, byLeader] = await Promise.all([roadmap(cwd, '--format', 'md', '--group', 'unit'), roadmap(cwd, '--format', 'md', '--group', 'leader')]);
    expect(byUnit.stdout).toContain('Freight');
    expect(byLeader.stdout).toContain('Rune Aldous');
    expect(byUnit.stdout).not.toBe(byLeader.stdout);
  });

  test('dropped work is drawn when asked for', async () => {
    const cwd = folderOf({ 'A.md': '---\ntype: initiative\nstatus: dropped\nstart: 2026\n---\n', 'B.md': '---\ntype: initiative\nstatus: active\nstart: 2026\n---\n' });
    const run = async (...args: string[]) => (await runCli(['roadmap', '.', '--format', 'csv', '--today', TODAY, ...args], { cwd })).stdout;
    expect(await run()).not.toContain('A.md');
    expect(await run('--dropped')).toContain('A.md');
  });

  test('what cannot be drawn is named on standard error', async () => {
    const cwd = folderOf({ 'A.md': '---\ntype: initiative\nstart: 2026-05\nend: 2026-03\n---\n' });
    const run = await runCli(['roadmap', '.', '--format', 'csv', '--today', TODAY], { cwd });
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^A\.md: [^\n]+\.\n$/);
  });

  test('an empty vault gives an empty roadmap', async () => {
    const cwd = tempFolder();
    for (const format of FORMATS) expect(await runCli(['roadmap', '.', '--format', format, '--today', TODAY], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('-o writes the file and nothing to standard output', async () => {
    const cwd = tempFolder();
    const { stdout } = await roadmap(cwd);
    expect(await roadmap(cwd, '-o', 'road map.svg')).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(cwd, 'road map.svg'), 'utf8')).toBe(stdout);
  });
});

describe('roadmap --format png', () => {
  test('draws a picture of the SVG’s size, twice as dense, and cleans up behind itself', async () => {
    const cwd = tempFolder();
    const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('cx-playbook-profile-'));
    const before = profiles();
    const svg = (await roadmap(cwd)).stdout;
    const [, width, height] = /\swidth="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    const run = await runCli(['roadmap', SAMPLE, '--today', TODAY, '--format', 'png', '-o', 'roadmap.png'], { cwd, env: { CHROME_PATH: await browserPath() }, timeout: 70_000 });
    expect(run).toEqual({ code: 0, stdout: '', stderr: (await roadmap(cwd)).stderr });
    const png = readFileSync(join(cwd, 'roadmap.png'));
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(png.readUInt32BE(16)).toBe(Math.ceil(Number(width)) * 2);
    expect(png.readUInt32BE(20)).toBe(Math.ceil(Number(height)) * 2);
    expect(profiles()).toEqual(before);
  }, 90_000);

  test.each([['is not there', 'no-browser'], ['is no browser', process.execPath]])('a browser that %s is told in one line', async (_what, path) => {
    const cwd = tempFolder();
    const run = await runCli(['roadmap', SAMPLE, '--format', 'png', '-o', 'roadmap.png'], { cwd, env: { CHROME_PATH: path } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.split('\n').filter((line) => line !== '').at(-1)).toMatch(/^The browser gave no picture: [^\n]+\. Check CHROME_PATH, or write svg\.$/);
    expect(existsSync(join(cwd, 'roadmap.png'))).toBe(false);
  });

  test('no browser at all is told in one line', async () => {
    const cwd = tempFolder();
    const run = await runCli(['roadmap', SAMPLE, '--format', 'png', '-o', 'roadmap.png'], { cwd, env: { PATH: cwd } });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('Format png needs Chrome or Chromium, and none was found. Install one, name it in CHROME_PATH, or write svg.\n') });
  });
});

describe('report', () => {
  test('is one self-contained page, the same twice', async () => {
    const cwd = tempFolder();
    const run = () => runCli(['report', SAMPLE, '--today', TODAY], { cwd });
    const [first, second] = await Promise.all([run(), run()]);
    expect(first).toEqual(second);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^<!DOCTYPE html>/i);
    expect(first.stdout).not.toMatch(/<(?:script|link|iframe|img)[^>]*(?:src|href)=|@import|url\((?!#)/i);
    expect(first.stdout).not.toContain(SAMPLE);
    expect(first.stdout).not.toMatch(/undefined|NaN|\[object/);
    for (const word of ['Ines Falk', 'Shared customer record', 'Governance']) expect(first.stdout).toContain(word);
    expect(first.stderr).toMatch(/^\d+ warnings, \d+ hints in \d+ notes \(\d+ in the playbook\)\n1 private note left out\.\n$/);
  });

  test('-o writes the page to a file and says so', async () => {
    const cwd = tempFolder();
    const run = await runCli(['report', SAMPLE, '--today', TODAY, '-o', 'report.html'], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toMatch(/\nReport written to [^\n]*report\.html\n$/);
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/i);
  });

  test('an empty vault gives a page that says what to do', async () => {
    const run = await runCli(['report', '.', '--today', TODAY], { cwd: tempFolder() });
    expect(run.code).toBe(0);
    expect(run.stdout).not.toMatch(/undefined|NaN|\[object/);
  });
});
