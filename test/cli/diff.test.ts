import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, readFiles, tempFolder, writeFiles } from '../temp-folder.js';
import { commitAll, git } from './git-repository.js';
import { runCli, TODAY, type CliRun } from './run-cli.js';

function diff(cwd: string, ...args: string[]): Promise<CliRun> {
  return runCli(['diff', ...args, '--today', TODAY], { cwd });
}

interface DiffJson {
  readonly base: { readonly name: string; readonly commit: string };
  readonly head: { readonly name: string | null };
  readonly sameMeaning: boolean;
  readonly executives: readonly { readonly path: string; readonly presence: string; readonly steps: number | null }[];
  readonly work: readonly { readonly path: string; readonly presence: string; readonly endDays: number | null }[];
  readonly notes: readonly { readonly path: string; readonly presence: string }[];
  readonly annotations: readonly { readonly id: string; readonly change: string; readonly replies: number }[];
  readonly settings: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
  readonly renamed: readonly { readonly path: string; readonly formerPath: string }[];
  readonly reworded: readonly { readonly path: string }[];
  readonly findings: { readonly introduced: readonly { readonly path: string; readonly rule: string }[]; readonly fixed: readonly { readonly path: string; readonly rule: string }[]; readonly unchanged: number };
}

async function json(cwd: string, ...args: string[]): Promise<DiffJson> {
  const run = await diff(cwd, ...args, '--format', 'json');
  expect(run.code).not.toBe(2);
  return JSON.parse(run.stdout) as DiffJson;
}

const PRACTICES = '## Why\nIt pays.\n\n## Model\nRides along.\n\n## Reinforce\nOn the agenda.\n';

function leader(values: string, evidence = ''): string {
  return `---\ntype: executive\nunit: Finance\nassessed: 2026-11-01\n${values}---\n${PRACTICES}\n## Evidence\n### Did\n${evidence}`;
}

function pilot(end: string, more = ''): string {
  return `---\ntype: pilot\nstart: 2026-03\nend: ${end}\nstatus: active\n${more}---\nTexts on storm days.\n`;
}

/** A small story: a level up, a pilot later, a note lost and one new, a finding more and one less. */
function story(): string {
  const folder = folderOf({
    'Ana.md': leader('role: CFO\ncommitment: toe-dipper\n', '- 2026-04-01 Rode the night boat #time\n'),
    'Tom.md': leader('role: CHRO\ncommitment: passive\n'),
    'Storm texts.md': pilot('2026-06-30', 'sponsor: "[[Ana]]"\n'),
    'Old purse.md': pilot('2026-05-31'),
    'Vision.md': '---\ntype: vision\nstatus: draft\n---\nOne promise.\n',
    'Diary.md': 'No note of the playbook.\n',
  });
  commitAll(folder, 'Base');
  git(folder, 'tag', 'base');
  writeFiles(folder, {
    'Ana.md': leader('role: CFO\ncommitment: supporter\n', '- 2026-04-01 Rode the night boat #time\n- 2026-10-01 Paid for the @pilot of *storm* texts #money\n- 2026-10-09 Gave two people #people\n'),
    'Tom.md': leader('role: CHRO\ncommitment: passive\n').replace('## Model\nRides along.\n', ''),
    'Storm texts.md': pilot('2026-09-15', 'sponsor: ["[[Ana]]", "[[Tom]]"]\ncompetencies: [customer-connectedness]\n'),
    'Quiet lounge.md': pilot('2027-03'),
    'Vision.md': '---\nstatus: approved\ntype: "vision"\n---\nOne promise.\n',
    'Diary.md': 'Still none.\n',
  });
  rmSync(join(folder, 'Old purse.md'));
  commitAll(folder, 'Head');
  return folder;
}

describe('diff', () => {
  test('tells a small story for a terminal', async () => {
    const run = await diff(story(), '.', 'base', 'HEAD');
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^From base \([0-9a-f]{10}, \d{4}-\d{2}-\d{2}\) to HEAD \([0-9a-f]{10}, \d{4}-\d{2}-\d{2}\):\n$/);
    expect(run.stdout).toMatchInlineSnapshot(`
      "Commitment  ▲ Ana (CFO)  toe-dipper → supporter (+1), 2 new pieces of evidence
                  Tom (CHRO)  model removed
      Roadmap     − Old purse: pilot removed, 2026-03 to 2026-05-31, active
                  + Quiet lounge: new pilot, 2026-03 to 2027-03, active
                  Storm texts: end 2026-06-30 → 2026-09-15 (+77 d), competencies +customer-connectedness, sponsor +Tom
      Notes       Vision: status draft → approved
      Lint        +4 introduced (evidenced-level: Ana; line-of-sight: Quiet lounge; require-model: Tom; 1 more rule)  −3 fixed (line-of-sight: Old purse; siloed-pilot: Old purse; stalled-work: Old purse)
                  + Ana.md:6:13 info Recorded in this vault: supporter; evidence within 180 days reaches toe-dipper (OURS). For supporter it lacks: peer. Add what was done under "Did", or look at the level again. evidenced-level
                  + Quiet lounge.md:1:1 info This pilot leads from "supports" to no vision. Link the vision that it serves in "supports". line-of-sight
                  + Quiet lounge.md:1:1 warning No sponsor and no business case is recorded for this pilot, which is active. Name who answers for it, and link the case that it proves. siloed-pilot
                  + Tom.md:1:1 warning Section "Model" is missing. Say which behaviour leaders will show themselves. require-model
                  − Old purse.md info This pilot leads from "supports" to no vision. Link the vision that it serves in "supports". line-of-sight
                  − Old purse.md warning No sponsor and no business case is recorded for this pilot, which is active. Name who answers for it, and link the case that it proves. siloed-pilot
                  − Old purse.md info This pilot is active, and its end 2026-05-31 was 175 days ago (limit 30, OURS). Finish it, move the end, or say what it waits for. stalled-work
      "
    `);
  });

  test('tells it as Markdown for a review, in which text from notes stays text', async () => {
    const run = await diff(story(), '.', 'base', 'HEAD', '--format', 'markdown');
    expect(run.stderr).toBe('');
    expect(run.stdout.replace(/[0-9a-f]{10}, \d{4}-\d{2}-\d{2}/g, 'COMMIT')).toMatchInlineSnapshot(`
      "## What changes in the playbook

      From base (COMMIT) to HEAD (COMMIT).

      Commitment: 2 · Roadmap: 3 · Notes: 1 · Lint: 4 findings introduced, 3 fixed.

      ### Commitment

      - ▲ **Ana (CFO)**: toe-dipper → supporter (+1), 2 new pieces of evidence
        - \\+ 2026-10-01 did (money): Paid for the @&#8203;pilot of \\*storm\\* texts \\#&#8203;money
        - \\+ 2026-10-09 did (people): Gave two people \\#&#8203;people
      - **Tom (CHRO)**: model removed

      ### Roadmap

      - − **Old purse**: pilot removed, 2026-03 to 2026-05-31, active
      - \\+ **Quiet lounge**: new pilot, 2026-03 to 2027-03, active
      - **Storm texts**: end 2026-06-30 → 2026-09-15 (+77 d), competencies +customer-connectedness, sponsor +Tom

      ### Notes

      - **Vision**: status draft → approved

      ### Findings introduced

      - hint in Ana.md:6: Recorded in this vault: supporter; evidence within 180 days reaches toe-dipper (OURS). For supporter it lacks: peer. Add what was done under "Did", or look at the level again. (evidenced-level)
      - hint in Quiet lounge.md:1: This pilot leads from "supports" to no vision. Link the vision that it serves in "supports". (line-of-sight)
      - **warning** in Quiet lounge.md:1: No sponsor and no business case is recorded for this pilot, which is active. Name who answers for it, and link the case that it proves. (siloed-pilot)
      - **warning** in Tom.md:1: Section "Model" is missing. Say which behaviour leaders will show themselves. (require-model)

      ### Findings fixed

      - hint in Old purse.md: This pilot leads from "supports" to no vision. Link the vision that it serves in "supports". (line-of-sight)
      - **warning** in Old purse.md: No sponsor and no business case is recorded for this pilot, which is active. Name who answers for it, and link the case that it proves. (siloed-pilot)
      - hint in Old purse.md: This pilot is active, and its end 2026-05-31 was 175 days ago (limit 30, OURS). Finish it, move the end, or say what it waits for. (stalled-work)
      "
    `);
  });

  test('of files that were only written otherwise says that nothing changed', async () => {
    const folder = story();
    writeFiles(folder, { 'Vision.md': '---\r\nstatus:   approved\r\ntype: vision\r\n---\r\n\r\nOne promise.\r\n', 'Tom.md': readFileSync(join(folder, 'Tom.md'), 'utf8').replace('It pays.', 'It does pay.') });
    expect(await diff(folder, '.', 'HEAD')).toMatchObject({ code: 0, stdout: 'No semantic change; 1 note reworded: Tom.\n' });
    git(folder, 'checkout', '--quiet', '--', '.');
    expect(await diff(folder, '.', 'HEAD')).toMatchObject({ code: 0, stdout: 'No semantic change.\n' });
  });

  test('compares the files as they are: staged, not staged, not tracked', async () => {
    const folder = story();
    writeFiles(folder, { 'Ana.md': leader('role: CFO\ncommitment: advocate\n'), 'New.md': pilot('2027') });
    git(folder, 'add', 'Ana.md');
    rmSync(join(folder, 'Tom.md'));
    const { executives, work, head } = await json(folder, '.', 'HEAD');
    expect(head.name).toBeNull();
    expect([...executives, ...work].map(({ path, presence }) => `${presence} ${path}`)).toEqual(['kept Ana.md', 'removed Tom.md', 'added New.md']);
  });

  test('the other way round is the inverse', async () => {
    const folder = story();
    const [there, back] = [await json(folder, '.', 'base', 'HEAD'), await json(folder, '.', 'HEAD', 'base')];
    expect(back.executives.map(({ steps }) => steps)).toEqual(there.executives.map(({ steps }) => (steps === null ? null : 0 - steps)));
    expect(back.findings.introduced.map(({ rule, path }) => `${rule} ${path}`)).toEqual(there.findings.fixed.map(({ rule, path }) => `${rule} ${path}`));
    expect(back.findings.fixed.map(({ rule, path }) => `${rule} ${path}`)).toEqual(there.findings.introduced.map(({ rule, path }) => `${rule} ${path}`));
    expect(back.findings.unchanged).toBe(there.findings.unchanged);
  });

  test('finds in a turned store what two stores would find', async () => {
    const folder = story();
    const lintAt = async (revision: string): Promise<readonly string[]> => {
      git(folder, 'checkout', '--quiet', revision);
      const { stdout } = await runCli(['lint', '.', '--format', 'json', '--today', TODAY], { cwd: folder });
      return (JSON.parse(stdout) as { diagnostics: { path: string; rule: string; message: string }[] }).diagnostics.map(({ path, rule }) => `${rule} ${path}`);
    };
    const { findings } = await json(folder, '.', 'base', 'main');
    const [before, after] = [await lintAt('base'), await lintAt('main')];
    expect(findings.unchanged + findings.introduced.length).toBe(after.length);
    expect(findings.unchanged + findings.fixed.length).toBe(before.length);
  });

  test('three dots, or --merge-base, tell what the branch alone changed', async () => {
    const folder = story();
    git(folder, 'checkout', '--quiet', '-b', 'feature', 'base');
    writeFiles(folder, { 'Tom.md': leader('role: CHRO\ncommitment: advocate\n') });
    commitAll(folder, 'Tom');
    for (const args of [['main...feature'], ['main', 'feature', '--merge-base'], ['main...'], ['main', '--merge-base']]) {
      expect((await json(folder, '.', ...args)).executives, args.join(' ')).toMatchObject([{ path: 'Tom.md', steps: 3 }]);
    }
    expect((await json(folder, '.', 'main..feature')).executives.map(({ path }) => path)).toEqual(['Ana.md', 'Tom.md']);
    expect(await diff(folder, '.', 'main...feature', 'base')).toMatchObject({ code: 2, stderr: '"main...feature" names two revisions already. Leave out "base".\n' });
  });

  test('follows renamed notes, their links and their findings', async () => {
    const folder = story();
    mkdirSync(join(folder, 'People'));
    renameSync(join(folder, 'Ana.md'), join(folder, 'People/Ana Ruiz.md'));
    renameSync(join(folder, 'Tom.md'), join(folder, 'tom.md'));
    writeFiles(folder, { 'Storm texts.md': readFileSync(join(folder, 'Storm texts.md'), 'utf8').replace('[[Ana]]', '[[Ana Ruiz]]') });
    const { renamed, executives, work, findings } = await json(folder, '.', 'HEAD');
    expect(renamed.map(({ path, formerPath }) => [formerPath, path])).toEqual([['Ana.md', 'People/Ana Ruiz.md'], ['Tom.md', 'tom.md']]);
    expect({ executives, work, findings: { ...findings, unchanged: 0 } }).toEqual({ executives: [], work: [], findings: { introduced: [], fixed: [], unchanged: 0 } });
  });

  test('tells settings by their keys, and reads each side by its own', async () => {
    const folder = folderOf({ 'People/Ana.md': '---\ncommitment: passive\n---\n', 'cx-playbook.yml': 'rules:\n  require-why: warning\n' });
    commitAll(folder);
    writeFiles(folder, { 'cx-playbook.yml': '# Kinds by folder.\nkinds:\n  folders:\n    People: executive\nrules:\n  require-why: off\n' });
    const { settings, executives } = await json(folder, '.', 'HEAD');
    expect(settings).toEqual([{ name: 'kinds.folders', from: null, to: '{People: executive}' }, { name: 'rules.require-why', from: 'warning', to: 'off' }]);
    expect(executives).toMatchObject([{ path: 'People/Ana.md', presence: 'joined' }]);
  });

  test('tells threads that were opened, answered and resolved, and leaves private notes out', async () => {
    const thread = (id: string, more = '', visibility = 'client'): string => `---\ntype: annotation\nformat: 1\nid: ${id}\ntarget: "[[Ana]]"\nstatus: open\nkind: question\nvisibility: ${visibility}\nauthor: raj\ncreated: 2026-11-01T10:00:00Z\n---\n\n## 2026-11-01T10:00:00Z raj\nIs it decided?\n${more}`;
    const folder = folderOf({ 'Ana.md': leader('commitment: passive\n'), '_annotations/a--aaaaaaaa.md': thread('aaaaaaaa'), '_annotations/b--bbbbbbbb.md': thread('bbbbbbbb'), '_coach/Plan.md': '---\ntype: session\n---\nSecret plan.\n' });
    commitAll(folder);
    writeFiles(folder, {
      '_annotations/a--aaaaaaaa.md': thread('aaaaaaaa', '\n## 2026-11-02T10:00:00Z ana\nYes.\n'),
      '_annotations/b--bbbbbbbb.md': thread('bbbbbbbb', '\n## 2026-11-02T10:00:00Z ana · resolved\n'),
      '_annotations/c--cccccccc.md': thread('cccccccc'),
      '_coach/annotations/d--dddddddd.md': thread('dddddddd', '', 'coach'),
      '_coach/Plan.md': '---\ntype: session\ndate: 2026-01-01\n---\nSecret plan.\n',
      'Whisper.md': '---\ntype: session\nvisibility: coach\n---\nSecret.\n',
      'Ana.md': leader('commitment: passive\npeers: ["[[Whisper]]"]\n'),
    });
    const shared = await diff(folder, '.', 'HEAD', '--format', 'json');
    expect((JSON.parse(shared.stdout) as DiffJson).annotations.map(({ id, change, replies }) => `${id} ${change} ${replies}`)).toEqual(['aaaaaaaa answered 1', 'bbbbbbbb resolved 0', 'cccccccc opened 0']);
    for (const format of ['json', 'md', 'text']) expect((await diff(folder, '.', 'HEAD', '--format', format)).stdout).not.toMatch(/Plan|Whisper|dddddddd|_coach/);
    expect(shared.stderr).toBe('3 private notes left out.\n');
    const all = await json(folder, '.', 'HEAD', '--private');
    expect(all.notes.map(({ path, presence }) => `${presence} ${path}`)).toEqual(['added Whisper.md', 'kept _coach/Plan.md']);
    expect(all.annotations).toHaveLength(4);
  });

  test('files that git ignores count as unchanged', async () => {
    const folder = folderOf({ '.gitignore': 'Mine.md\n', 'Ana.md': leader('') });
    commitAll(folder);
    writeFiles(folder, { 'Mine.md': pilot('2027') });
    expect(await diff(folder, '.', 'HEAD')).toMatchObject({ code: 0, stdout: 'No semantic change.\n' });
  });

  test('exit code: by the gravest finding that was introduced', async () => {
    const folder = story();
    expect((await diff(folder, '.', 'base', 'HEAD', '--fail-on', 'error')).code).toBe(0);
    expect((await diff(folder, '.', 'base', 'HEAD', '--fail-on', 'info')).code).toBe(1);
  });

  test('writes the roadmap with ghosts, and nothing else', async () => {
    const folder = story();
    const before = readFiles(folder);
    for (const file of ['map.svg', 'map.html']) {
      expect((await diff(folder, '.', 'base', 'HEAD', '--roadmap', `../${file}`)).code).toBe(1);
      const written = readFileSync(join(folder, '..', file), 'utf8');
      rmSync(join(folder, '..', file));
      for (const words of ['was 2026-03 to 2026-06-30', 'Compared with revision base', 'Old purse']) expect(written, file).toContain(words);
    }
    expect(readFiles(folder)).toEqual(before);
    expect(await diff(folder, '.', 'base', '--roadmap', 'map.pdf')).toMatchObject({ code: 2, stderr: 'Option --roadmap takes a file that ends in .svg or .html, not "map.pdf".\n' });
  });

  test('-o writes the file whole', async () => {
    const folder = story();
    expect(await diff(folder, '.', 'base', 'HEAD', '--format', 'md', '-o', 'review.md')).toMatchObject({ code: 1, stdout: '' });
    expect(readFileSync(join(folder, 'review.md'), 'utf8')).toContain('### Commitment');
  });
});

describe('diff, where things stand otherwise', () => {
  test('a vault in a folder of its repository, with odd names', async () => {
    const folder = folderOf({ 'play book/Ana "A"\n.md': leader('commitment: passive\n'), 'play book/[x]*.md': pilot('2026-05'), 'elsewhere/Ben.md': leader('') });
    commitAll(folder);
    writeFiles(folder, { 'play book/Ana "A"\n.md': leader('commitment: advocate\n'), 'play book/[x]*.md': pilot('2026-06'), 'elsewhere/Ben.md': leader('commitment: passive\n') });
    const { executives, work } = await json(folder, 'play book', 'HEAD');
    expect([executives, work]).toMatchObject([[{ path: 'Ana "A"\n.md', steps: 3 }], [{ path: '[x]*.md', endDays: 30 }]]);
    const { stdout } = await diff(folder, 'play book', 'HEAD');
    expect(stdout).toContain('▲ Ana "A"\\n');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('a base without the vault’s folder: all of it is new', async () => {
    const folder = folderOf({ 'README.md': 'Hello.\n' });
    commitAll(folder);
    git(folder, 'tag', 'empty');
    writeFiles(folder, { 'vault/Ana.md': leader('commitment: passive\n') });
    commitAll(folder);
    const run = await diff(folder, 'vault', 'empty', 'HEAD', '--format', 'json');
    expect(run.stderr).toBe('The vault "vault" is not in revision "empty": all of it counts as new.\n');
    expect((JSON.parse(run.stdout) as DiffJson).executives).toMatchObject([{ path: 'Ana.md', presence: 'added' }]);
    expect((await json(folder, 'vault', 'HEAD', 'empty')).executives).toMatchObject([{ presence: 'removed' }]);
    expect((await diff(folder, 'vault', 'empty', 'empty')).stderr).toBe('The vault "vault" is neither in revision "empty" nor in "empty". Name revisions that have its folder.\n');
  });

  test('a bare repository, a worktree, a detached head, a submodule', async () => {
    const folder = story();
    const bare = join(tempFolder(), 'bare.git');
    git(folder, 'clone', '--quiet', '--bare', folder, bare);
    expect((await json(bare, '.', 'base', 'main')).executives).toHaveLength(2);
    expect((await diff(bare, '.', 'base')).stderr).toBe('"." is a bare repository and has no folder of notes. Name a revision as HEAD too.\n');
    const tree = join(tempFolder(), 'tree');
    git(folder, 'worktree', 'add', '--quiet', '--detach', tree, 'base');
    expect((await json(tree, '.', 'main')).executives).toMatchObject([{ path: 'Ana.md', steps: -1 }, { path: 'Tom.md' }]);
    const outer = folderOf({ 'README.md': '' });
    commitAll(outer);
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'vault');
    expect((await json(outer, 'vault', 'HEAD~1')).executives).toHaveLength(2);
    expect((await diff(outer, '.', 'HEAD')).stdout).toBe('No semantic change.\n');
  });

  test('a shallow clone says what it lacks', async () => {
    const folder = story();
    const clone = join(tempFolder(), 'clone');
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
    expect((await diff(clone, '.', 'HEAD~1')).stderr).toContain('This clone is shallow');
  });

  test('histories that have nothing in common', async () => {
    const folder = story();
    git(folder, 'checkout', '--quiet', '--orphan', 'other');
    git(folder, 'commit', '--quiet', '-m', 'Other');
    expect((await json(folder, '.', 'main', 'other')).sameMeaning).toBe(true);
    expect(await diff(folder, '.', 'main...other')).toMatchObject({ code: 2, stderr: 'Git knows no commit that "main" and "other" both come from. Fetch more of the history, or compare the two themselves, without --merge-base and "...".\n' });
  });

  test('a merge that stopped half way: the note is no longer read, and nothing else is lost', async () => {
    const folder = story();
    git(folder, 'checkout', '--quiet', '-b', 'feature', 'base');
    writeFiles(folder, { 'Ana.md': leader('role: CFO\ncommitment: opposer\n') });
    commitAll(folder, 'Mine');
    expect(() => git(folder, 'rebase', '--quiet', 'main')).toThrow();
    const { executives, work } = await json(folder, '.', 'main');
    expect(executives.map(({ path }) => path)).toContain('Ana.md');
    expect(work).toEqual([]);
  });

  test.each(['--output=x', '-x', 'no such thing', 'HEAD:Ana.md', '', 'a\nb', 'HEAD^{tree}'])('the revision %j is none, and never an option', async (revision) => {
    const folder = story();
    const run = await runCli(['diff', '--today', TODAY, '--', '.', revision], { cwd: folder });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^Git knows no revision ".*"\. Name a branch, tag or commit of this clone\.\n$/);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('no repository, and no git', async () => {
    const folder = folderOf({ 'Ana.md': leader('') });
    expect((await diff(folder, '.', 'HEAD')).stderr).toMatch(/^Git could not answer: .*not a git repository.*leave out the comparison\.\n$/);
  });

  test('a note that is a symbolic link counts as it is', async () => {
    const folder = folderOf({ 'Ana.md': leader('') });
    symlinkSync('Ana.md', join(folder, 'Link.md'));
    commitAll(folder);
    expect((await diff(folder, '.', 'HEAD')).stdout).toBe('No semantic change.\n');
  });

  test('a review of thousands of changes fits a comment and says what it leaves out', async () => {
    const files = (end: string) => Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`Work ${index} ${'with a long name '.repeat(4)}.md`, pilot(end, `sponsor: "[[Nobody ${index} ${end}]]"\n`)]));
    const folder = folderOf(files('2026-05'));
    commitAll(folder);
    writeFiles(folder, files('2026-06'));
    const { stdout } = await diff(folder, '.', 'HEAD', '--format', 'markdown');
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout.length).toBeGreaterThan(50_000);
    const shown = stdout.split('\n').filter((line) => line.includes('(+30 d)')).length;
    const left = Number(/### Roadmap[^#]*?\n(\d+) more not listed here/.exec(stdout)?.[1]);
    expect(shown + left).toBe(900);
  });
});

