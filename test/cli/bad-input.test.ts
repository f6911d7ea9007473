/** Vaults that a stranger, a broken disk or a hostile author may hand over: each run ends, says what is wrong, and harms nothing. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { HOSTILE_TEXTS, RAW_CONTROLS } from '../export/diagnostic-builders.js';
import { folderOf, readFiles, tempFolder } from '../temp-folder.js';
import { lint, runCli, TODAY } from './run-cli.js';

const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';
const CLEAN = '---\ntype: insight\n---\nA voice.\n';
const LINT_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'];
const ROADMAP_FORMATS = ['svg', 'html', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'];

interface Diagnostic { path: string; rule: string; message: string; range: { start: { line: number } } }

async function findings(cwd: string, ...args: string[]): Promise<Diagnostic[]> {
  const run = await lint(['.', '--format', 'jsonl', '--fail-on', 'info', ...args], { cwd });
  expect(run.code).not.toBe(2);
  expect(run.code).not.toBeNull();
  return run.stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Diagnostic);
}

function parseXml(text: string): void {
  const xml = new SaxesParser();
  xml.on('error', (error) => { throw error; });
  xml.write(text).close();
}

/** Each finding names note, line and remedy: at least two sentences, the second says what to do. */
function expectUseful(diagnostics: readonly Diagnostic[]): void {
  for (const { path, message, range } of diagnostics) {
    expect(path).not.toBe('');
    expect(range.start.line).toBeGreaterThan(0);
    expect(message).toMatch(/[.?:] .+[.?]$/s);
  }
}

describe('frontmatter', () => {
  test('that would run as code is refused and never run', async () => {
    const marker = join(tempFolder(), 'ran');
    const code = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'x')`;
    const cwd = folderOf({
      'js.md': `---js\n${code}\n---\n`,
      'javascript.md': `---javascript\nmodule.exports = ${code}\n---\n`,
      'json.md': '---json\n{"type":"executive"}\n---\n',
      'coffee.md': `---coffee\n${code}\n---\n`,
      'tag.md': `---\ntype: !!js/function "function () { ${code.replaceAll('"', '\\"')} }"\nrole: !!js/undefined ''\n---\n`,
      'new.md': `---\ntype: executive\nrole: !!js/new:Function ["${code.replaceAll('"', '\\"')}"]\n---\n`,
    });
    const found = await findings(cwd);
    await lint(['.', '--fix'], { cwd });
    await runCli(['report', '.'], { cwd });
    expect(existsSync(marker)).toBe(false);
    for (const path of ['js.md', 'javascript.md']) expect(found).toContainEqual(expect.objectContaining({ path, rule: 'valid-frontmatter', message: expect.stringMatching(/never run|not run|run as code/) }));
    expectUseful(found);
  });

  test.each<[string, string]>([
    ['a billion laughs', `---\ntype: initiative\n${'abcdefghij'.split('').map((name, index, all) => `${name}: &${name} [${index === 0 ? '"lol"' : Array.from({ length: 10 }, () => `*${all[index - 1] ?? ''}`).join(', ')}]`).join('\n')}\n---\n`],
    ['an alias of itself', '---\ntype: initiative\nunits: &a [*a]\n---\n'],
    ['a property twice', '---\ntype: initiative\nstatus: active\nstatus: done\n---\n'],
    ['tabs for indentation', '---\ntype: initiative\nunits:\n\t- Freight\n---\n'],
    ['a block that never closes', '---\ntype: initiative\nstatus: active\n\n## Why\n'],
    ['an unclosed quote', '---\ntype: initiative\nstatus: "active\n---\n'],
    ['an unclosed list', '---\ntype: initiative\nunits: [Freight\n---\n'],
    ['a key of every object', '---\ntype: initiative\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n---\n'],
    ['merge keys of prototypes', '---\ntype: initiative\n<<: { __proto__: { polluted: true } }\n---\n'],
    ['deep nesting', `---\ntype: initiative\nunits: ${'['.repeat(5000)}${']'.repeat(5000)}\n---\n`],
    ['deep mappings', `---\ntype: initiative\nunits: ${'{a: '.repeat(3000)}1${'}'.repeat(3000)}\n---\n`],
    ['a list as the whole', '---\n- type: initiative\n---\n'],
    ['two documents', '---\ntype: initiative\n--- \ntype: executive\n---\n'],
    ['NUL bytes', '---\ntype: initiative\nstatus: act\u0000ive\n---\n'],
  ])('with %s ends in findings that say what to do', async (_what, text) => {
    const cwd = folderOf({ 'Hostile.md': `${text}## Why\nx\n## Model\nx\n## Reinforce\nx\n`, 'Other.md': NO_MODEL });
    const found = await findings(cwd);
    expect(found.filter(({ path }) => path === 'Other.md').map(({ rule }) => rule)).toEqual(['require-model']);
    expectUseful(found);
    for (const command of ['roadmap', 'report']) expect((await runCli([command, '.', '--today', TODAY], { cwd })).code).toBe(0);
  });

  test.each([['a property twice', 'status: active\nstatus: done'], ['an unclosed quote', 'status: "active'], ['an unclosed list', 'units: [Freight'], ['tabs', 'units:\n\t- Freight']])('with %s is reported where it stands', async (_what, lines) => {
    const [first] = (await findings(folderOf({ 'A.md': `---\ntype: case\n${lines}\n---\n` }))).filter(({ rule }) => rule === 'valid-frontmatter');
    expect(first?.range.start.line).toBeGreaterThanOrEqual(3);
    expect(first?.range.start.line).toBeLessThanOrEqual(5);
  });
});

describe('contents', () => {
  test('a note of 10 MB is read', async () => {
    const cwd = folderOf({ 'Large.md': `${NO_MODEL}${'A long line each week about the customers of the ferry.\n'.repeat(230_000)}`, 'Wide.md': `${NO_MODEL}${'x'.repeat(5_000_000)}` });
    expect((await findings(cwd)).map(({ path, rule }) => `${path} ${rule}`)).toEqual(['Large.md require-model', 'Wide.md require-model']);
  });

  test('bytes that are not UTF-8 are told, and never rewritten', async () => {
    const bytes = Buffer.concat([Buffer.from(NO_MODEL), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xf0, 0x9f])]);
    const cwd = folderOf({ 'Latin.md': bytes, 'UTF-16.md': Buffer.from(`\ufeff${NO_MODEL}`, 'utf16le') });
    expect(await findings(cwd)).toContainEqual(expect.objectContaining({ path: 'Latin.md', rule: 'readable-note', message: 'The note holds bytes that are not UTF-8 (shown as �). Save it as UTF-8.' }));
    const before = readFiles(cwd);
    await lint(['.', '--fix'], { cwd });
    expect(readFiles(cwd)).toEqual(before);
  });

  test.each(['../../etc/passwd', '../../../../../../../../etc/passwd', 'C:\\Windows\\win.ini', '..\\..\\secret', '/../etc/passwd'])('a link to %s leads nowhere and says so', async (target) => {
    const cwd = folderOf({ 'A.md': `---\ntype: pilot\nsponsor:\n  - '[[${target}]]'\n---\n` });
    expect(await findings(cwd)).toEqual([expect.objectContaining({ rule: 'resolved-link', message: expect.stringContaining('leads out of the vault and is not followed. Link to a note of this vault.') })]);
  });

  test('control characters never reach a terminal, from titles, names or values', async () => {
    const escape = '\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e\u2028';
    const yaml = (text: string) => JSON.stringify(text);
    const cwd = folderOf({
      [`A${escape}.md`]: `---\ntype: initiative\nstatus: ${yaml(`x${escape}`)}\nsponsor: [${yaml(`[[${escape}]]`)}]\nstart: 2026-05\nend: 2026-03\nunits: [${yaml(escape)}]\n${yaml(`sponsr${escape}`)}: 1\n---\n# ${escape}\n## Operating model ${escape}\n## Why${escape}\n%% cx-lint-disable ${escape} %%\n`,
      [`Ana${escape}.md`]: `---\ntype: executive\nrole: ${yaml(escape)}\ncommitment: ${yaml(escape)}\naliases: [${yaml(escape)}]\ntags: [${yaml(`cx/${escape}`)}]\n---\n## Evidence\n### Did\n- ${escape}\n## Assessments\n- ${escape}\n`,
      'cx-playbook.yml': `rules:\n  ${yaml(`require-why${escape}`)}: off\nlabels: { opposer: ${yaml(escape)} }\n${yaml(escape)}: 1\n`,
    });
    const runs = [
      ...LINT_FORMATS.map((format) => ['lint', '.', '--format', format]),
      ...ROADMAP_FORMATS.map((format) => ['roadmap', '.', '--format', format]),
      ['roadmap', '.', '--format', 'md', '--group', 'leader'],
      ['report', '.'],
      ['lint', '.', '--fix', '--diff'],
      ['lint', '.', '--fix'],
      ['lint', '.', escape.replaceAll('\u0000', '')],
    ];
    for (const args of runs) {
      const { code, stdout, stderr } = await runCli([...args, '--today', TODAY], { cwd });
      expect(code).not.toBeNull();
      const label = args.join(' ');
      expect(`${label}: ${JSON.stringify(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/.exec(stdout)?.[0])}`).toBe(`${label}: undefined`);
      for (const line of stderr.split('\n')) expect(line).not.toMatch(RAW_CONTROLS);
    }
  });
});

describe('hostile words', () => {
  const vault: Readonly<Record<string, string>> = Object.fromEntries([
    ...HOSTILE_TEXTS.map(([, text], index): [string, string] => [
      `Work ${index}.md`,
      `---\ntype: initiative\nstart: 2026-0${(index % 9) + 1}\nend: 2027-01\nstatus: active\nsponsor: ["[[Ana]]"]\nunits: [${JSON.stringify(text)}]\ncolour: ${JSON.stringify(text)}\naliases: [${JSON.stringify(text)}]\n---\n# ${text}\n## Why\n${text}\n## Model\nx\n## Reinforce\nx\n`,
    ]),
    ['Ana.md', `---\ntype: executive\nrole: ${JSON.stringify('<script>alert(1)</script>CEO')}\ncommitment: supporter\nassessed: 2026-05-01\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n`],
    [`<script>alert(1)<\u2215script>.md`, '---\ntype: initiative\nstart: 2026\n---\n'],
    [`a&b"c'd]]>e.md`, '---\ntype: milestone\nstart: 2026-06-01\n---\n'],
    ['=cmd|calc!A1.md', '---\ntype: initiative\nstart: 2026\n---\n'],
    ['x;y,z\\n: done, active.md', '---\ntype: initiative\nstart: 2026\n---\n'],
    ['cx-playbook.yml', 'labels: { supporter: "<b>&\\"\'" }\n'],
  ]);

  test.each(ROADMAP_FORMATS)('stay words in a roadmap as %s', async (format) => {
    const cwd = folderOf(vault);
    for (const group of ['unit', 'property:colour']) {
      const run = await runCli(['roadmap', '.', '--format', format, '--group', group, '--today', TODAY], { cwd });
      expect(run.code).toBe(0);
      if (['svg', 'html', 'md', 'mermaid'].includes(format)) expect(run.stdout).not.toMatch(/<script>alert/);
      if (format === 'svg') parseXml(run.stdout);
      if (format === 'json' || format === 'canvas') JSON.parse(run.stdout);
      if (format === 'csv') expect(run.stdout).not.toMatch(/(?:^|,)"?[=+@]/m);
      if (format === 'ics') expect(run.stdout).not.toMatch(/^(?!BEGIN|END|[A-Z-]+[;:]| )./m);
      if (format === 'mermaid') expect(run.stdout).not.toMatch(/^\s*(?:click|%%\{)/m);
    }
  });

  test('stay words in a report', async () => {
    const { code, stdout } = await runCli(['report', '.', '--today', TODAY], { cwd: folderOf(vault) });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/<script>alert|<b>&"/);
    expect(stdout).toContain('&lt;script&gt;alert(1)');
  });
});

describe('file names', () => {
  const NAMES = ['new\nline.md', `quotes"'\`.md`, '-rf.md', '--fix.md', '👩‍👧.md', `${'n'.repeat(200)}.md`, '顧'.repeat(80) + '.md', '$(touch owned).md', '%n%s{0}.md', 'CON.md', 'a\\b.md', '[[x]]|y#z^.md', '\u202egnp.md', 'ä (decomposed a\u0308).md'];

  test('of every kind are linted, mended and shown', async () => {
    const cwd = folderOf(Object.fromEntries(NAMES.map((name) => [name, NO_MODEL])));
    const found = await findings(cwd);
    expect(found.map(({ path }) => path).sort()).toEqual([...NAMES].sort());
    const fixed = await lint(['.', '--fix'], { cwd });
    expect(fixed.stderr).toMatch(new RegExp(`^Fixed ${NAMES.length} findings in ${NAMES.length} notes\\.\n`));
    expect(Object.keys(readFiles(cwd)).sort()).toEqual([...NAMES].sort());
  });

  test('that are not UTF-8 are told and harm nobody', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    writeFileSync(Buffer.concat([Buffer.from(join(cwd, 'Latin ')), Buffer.from([0xe4]), Buffer.from('.md')]), NO_MODEL);
    const found = await findings(cwd);
    expect(found.map(({ path, rule }) => `${path} ${rule}`)).toEqual(['A.md require-model', 'Latin \ufffd.md readable-note']);
    expectUseful(found);
  });
});

describe('what is no note', () => {
  test('symbolic links out of the vault, in a circle and to nowhere are left out, each with a message', async () => {
    const cwd = folderOf({ 'vault/A.md': NO_MODEL, 'vault/Sub/B.md': CLEAN, 'secret/Secret.md': NO_MODEL, 'vault/.obsidian/Hidden.md': NO_MODEL });
    const link = (target: string, path: string) => symlinkSync(target, join(cwd, 'vault', path));
    link('../secret', 'Out folder');
    link('../secret/Secret.md', 'Out.md');
    link('/etc/passwd', 'Passwd.md');
    link('nowhere.md', 'Dangling.md');
    link('Circle.md', 'Circle.md');
    link('.', 'Whole');
    link('..', 'Sub/Up');
    link('.obsidian', 'Settings');
    const run = await lint(['vault'], { cwd });
    expect(run.stdout).toMatch(/^A\.md:1:1 [^\n]+\n$/);
    expect(run.stderr.split('\n').slice(0, -2).sort()).toEqual([
      'Symbolic link "Circle.md" leads in a circle. It is left out.',
      'Symbolic link "Dangling.md" leads nowhere. It is left out.',
      'Symbolic link "Out folder" leads out of the vault. It is left out.',
      'Symbolic link "Out.md" leads out of the vault. It is left out.',
      'Symbolic link "Passwd.md" leads out of the vault. It is left out.',
      'Symbolic link "Settings" leads into a folder that is not read. It is left out.',
      'Symbolic link "Sub/Up" leads in a circle. It is left out.',
      'Symbolic link "Whole" leads in a circle. It is left out.',
    ]);
  });

  test('links inside of the vault are followed', async () => {
    const cwd = folderOf({ 'Notes/A.md': NO_MODEL });
    symlinkSync('Notes', join(cwd, 'Again'));
    symlinkSync('Notes/A.md', join(cwd, 'Copy.md'));
    expect((await findings(cwd)).map(({ path }) => path)).toEqual(['Again/A.md', 'Copy.md', 'Notes/A.md']);
  });

  test('folders that link to one another in every way end', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `F${index}`);
    const cwd = folderOf(Object.fromEntries(names.map((name) => [`${name}/A.md`, CLEAN])));
    for (const from of names) for (const to of names) if (from !== to) symlinkSync(`../${to}`, join(cwd, from, `to ${to}`));
    const run = await lint(['.'], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toMatch(/No findings in 144 notes/);
  });

  test('a pipe named like a note does not make the run wait', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    expect(spawnSync('mkfifo', [join(cwd, 'Pipe.md'), join(cwd, 'pipe')]).status).toBe(0);
    symlinkSync('pipe', join(cwd, 'Link.md'));
    for (const args of [['.'], ['.', '--fix'], ['.', '--cache']]) {
      const run = await lint(args, { cwd, env: { XDG_CACHE_HOME: tempFolder() }, timeout: 10_000 });
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('"Pipe.md" is no file. It is left out.\n');
      expect(run.stderr).toContain('Symbolic link "Link.md" leads to what is no file. It is left out.\n');
    }
  });

  test('settings that are a pipe do not make the run wait', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    expect(spawnSync('mkfifo', [join(cwd, 'cx-playbook.yml')]).status).toBe(0);
    expect(await lint(['.'], { cwd, timeout: 10_000 })).toMatchObject({ code: 1 });
  });

  test('a folder named like a note is read as a folder', async () => {
    expect((await findings(folderOf({ 'x.md/A.md': NO_MODEL }))).map(({ path }) => path)).toEqual(['x.md/A.md']);
  });

  test('a note, settings and a folder without permission are told; the others are read', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL, 'Closed.md': NO_MODEL, 'Folder/B.md': NO_MODEL, 'cx-playbook.yml': 'rules:\n  require-model: off\n' });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'Closed.md'), 0o000);
    chmodSync(join(cwd, 'cx-playbook.yml'), 0o000);
    chmodSync(join(cwd, 'Folder'), 0o000);
    const run = await lint(['.'], { cwd, asOrdinaryUser: true });
    chmodSync(join(cwd, 'Folder'), 0o755);
    expect(run.stdout.split('\n')).toEqual([
      expect.stringMatching(/^A\.md:1:1 warning .* require-model$/),
      'Closed.md:1:1 error Cannot read "Closed.md": permission denied. Correct its permissions, or ignore it in cx-playbook.yml. readable-note',
      'cx-playbook.yml:1:1 warning Cannot read "cx-playbook.yml": permission denied. Correct its permissions, or ignore it in cx-playbook.yml. known-config',
      '',
    ]);
    expect(run.stderr).toContain('Cannot read the folder "Folder": permission denied. It is left out.\n');
  });

  test('folders of git, Obsidian and programs are not read', async () => {
    const cwd = folderOf(Object.fromEntries(['.git', '.obsidian', '.trash', 'node_modules', '.hidden', 'Sub/.git', 'Sub/node_modules'].map((folder) => [`${folder}/A.md`, NO_MODEL])));
    expect(await lint(['.'], { cwd })).toMatchObject({ code: 0, stderr: 'No findings in 0 notes (0 in the playbook)\n' });
  });
});

describe('the vault', () => {
  test('may be empty', async () => {
    const cwd = tempFolder();
    expect(await lint(['.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: 'No findings in 0 notes (0 in the playbook)\n' });
    expect(await lint(['.', '--fix'], { cwd })).toMatchObject({ code: 0 });
    expect(readFiles(cwd)).toEqual({});
  });

  test('may be a link to a folder', async () => {
    const cwd = folderOf({ 'real/A.md': NO_MODEL });
    symlinkSync('real', join(cwd, 'link'));
    expect((await lint(['link'], { cwd })).stdout).toMatch(/^A\.md:1:1 /);
    expect((await lint(['link', 'link/A.md'], { cwd })).stdout).toMatch(/^A\.md:1:1 /);
  });

  test.each(['lint', 'roadmap', 'report'])('%s: must be a folder that is there', async (command) => {
    const cwd = folderOf({ 'file.md': NO_MODEL });
    mkdirSync(join(cwd, 'closed'), { mode: 0o000 });
    symlinkSync('round', join(cwd, 'round'));
    for (const [name, reason] of [['nowhere', 'it does not exist'], ['file.md', 'it is a file'], ['file.md/x', 'it is not a folder'], ['round', 'its symbolic links lead in a circle'], ['x'.repeat(300), 'its name is too long']]) {
      expect(await runCli([command, name ?? ''], { cwd })).toEqual({ code: 2, stdout: '', stderr: `Cannot open the vault "${name}": ${reason}. Name a folder of notes that exists.\n` });
    }
  });
});

describe('settings', () => {
  test.each([
    ['broken YAML', 'rules: [\n'],
    ['a list', '- rules\n'],
    ['a text', 'rules\n'],
    ['wrong types', 'rules: loud\nignore: { a: b }\nthresholds: [1]\nlabels: 3\nkinds: x\naliases: { model: { a: b } }\nkind_property: []\ntag_prefix: 7\nsigns: { a: 1 }\nlevers: [[1]]\n'],
    ['tabs', 'rules:\n\trequire-model: off\n'],
    ['keys of every object', '__proto__:\n  polluted: 1\nconstructor: 2\nrules:\n  __proto__: off\n  toString: off\n'],
    ['code', 'ignore: !!js/function "function () {}"\n'],
    ['bombs', `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[index] ?? ''}`).join(',')}]`).join('\n')}\n`],
    ['a key twice', 'ignore: [a]\nignore: [b]\n'],
    ['deep nesting', `ignore: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
    ['keys that are no texts', '? [a]\n: b\n'],
    ['bytes that are no text', '\u0000\u0001\ufffd'],
  ])('of %s are reported, and the run goes on', async (_what, text) => {
    const found = await findings(folderOf({ 'A.md': NO_MODEL, 'cx-playbook.yml': text }));
    expect(found.map(({ rule }) => rule)).toContain('require-model');
    const reported = found.filter(({ path }) => path === 'cx-playbook.yml');
    expect(reported.length).toBeGreaterThan(0);
    expect(new Set(reported.map(({ rule }) => rule))).toEqual(new Set(['known-config']));
    expectUseful(reported);
  });

  test.each([['empty', ''], ['only comments', '# nothing\n'], ['null', 'null\n'], ['a byte order mark', '\ufeffignore: []\n'], ['Windows line ends', 'ignore:\r\n  - Archive\r\n']])('that are %s are fine', async (_what, text) => {
    expect((await findings(folderOf({ 'A.md': NO_MODEL, 'cx-playbook.yml': text }))).map(({ rule }) => rule)).toEqual(['require-model']);
  });

  test('cannot name a folder outside', async () => {
    const cwd = folderOf({ 'vault/A.md': NO_MODEL, 'vault/cx-playbook.yml': 'ignore: ["../..", "/", ".", ""]\n' });
    expect((await lint(['vault'], { cwd })).stdout).toMatch(/^A\.md:1:1 /);
  });
});

describe('output', () => {
  test('to a device is written there', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    expect(await lint(['.', '-o', '/dev/null'], { cwd })).toMatchObject({ code: 1, stdout: '' });
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });

  test('through a link writes where it leads', async () => {
    const cwd = folderOf({ 'vault/A.md': NO_MODEL, 'real.txt': 'old' });
    symlinkSync('real.txt', join(cwd, 'link.txt'));
    await lint(['vault', '-o', 'link.txt'], { cwd });
    expect(readFileSync(join(cwd, 'real.txt'), 'utf8')).toMatch(/^A\.md/);
    expect(Object.keys(readFiles(cwd)).sort()).toEqual(['real.txt', 'vault/A.md']);
  });
});
