import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../src/lint/diagnostic.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { TODAY, openFiles } from '../lint/lint-files.js';
import { MemoryVault } from '../memory-vault.js';

/** Few paths, names and texts, so that links start and stop resolving all the time. */
const PATHS = ['Ana.md', 'People/Ana.md', 'People/Ben.md', 'Ben.md', 'Pilot.md', 'Work/Pilot.md', 'Journey.md', 'Plan.md', 'Deep/er/Ana.md'];
const TARGETS = ['Ana', 'ana.md', 'People/Ana', 'Ben', 'The boss', 'the BOSS', 'Pilot', './Ana', '../Ana', 'Plan', 'Nobody', '#here', 'People/../Ana', 'Journey#Phases', 'er/Ana', './Ana/.', './Nobody/../Ana/.', '/Ana', 'picture.png'];
const ALIASES = ['The boss', 'Nobody', 'Ben', 'er/Ana', 'the boss'];

const text = fc.record({
  kind: fc.constantFrom('executive', 'initiative', 'pilot', 'milestone', 'journey', 'vision', 'strategy', 'governance', 'case', 'play', '', 'excutive'),
  sponsor: fc.array(fc.constantFrom(...TARGETS), { maxLength: 2 }),
  dependsOn: fc.array(fc.constantFrom(...TARGETS), { maxLength: 2 }),
  aliases: fc.array(fc.constantFrom(...ALIASES), { maxLength: 2 }),
  phase: fc.constantFrom('awareness', 'prove-value', 'broaden', 'embed', ''),
  role: fc.constantFrom('CEO', 'COO', ''),
  status: fc.constantFrom('done', 'active', 'approved', ''),
  approved: fc.constantFrom('2026-01-01', '2026-02-01', ''),
  sections: fc.constantFrom('', '## Why\nx\n', '## Why\nx\n## Model\nx\n## Reinforce\nx\n'),
  directive: fc.constantFrom('', '%% cx-lint-disable-file resolved-link %%\n', '%% cx-lint-disable one-ceo %%\n'),
}).map(({ kind, sponsor, dependsOn, aliases, phase, role, status, approved, sections, directive }) => {
  const list = (name: string, links: readonly string[]) => (links.length === 0 ? '' : `${name}: [${links.map((link) => JSON.stringify(`[[${link}]]`)).join(', ')}]\n`);
  return `---\ntype: ${kind}\n${list('sponsor', sponsor)}${list('depends_on', dependsOn)}aliases: ${JSON.stringify(aliases)}\nphase: ${phase}\nrole: ${role}\nstatus: ${status}\napproved: ${approved}\n---\n${sections}${directive}`;
});

type Step =
  | { readonly kind: 'set'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'lint' };

const path = fc.constantFrom(...PATHS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), path, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), path, to: path }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'lint' as const }) },
);

async function take(store: PlaybookStore, files: Map<string, string>, change: Step): Promise<void> {
  switch (change.kind) {
    case 'set':
      files.set(change.path, change.text);
      await store.setText(change.path, change.text);
      return;
    case 'remove':
      files.delete(change.path);
      store.remove(change.path);
      return;
    case 'rename': {
      const moved = files.get(change.path);
      if (moved === undefined || change.to === change.path) return;
      files.delete(change.path);
      files.set(change.to, moved);
      store.remove(change.path);
      await store.setText(change.to, moved);
      return;
    }
    case 'lint':
      store.lint();
  }
}

async function fresh(files: ReadonlyMap<string, string>): Promise<LintResult> {
  return (await openFiles(Object.fromEntries(files))).lint();
}

describe('the store', () => {
  test('after any changes tells what a fresh one tells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(path, text), { maxLength: 5 }), fc.array(step, { minLength: 1, maxLength: 12 }), async (start, steps) => {
        const files = new Map(start);
        const store = await openFiles(Object.fromEntries(files));
        for (const change of steps) await take(store, files, change);
        expect(store.lint()).toEqual(await fresh(files));
      }),
      { numRuns: 400 },
    );
  });

  test('after each of many changes tells what a fresh one tells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 40 }), async (steps) => {
        const files = new Map<string, string>();
        const store = await openFiles({});
        for (const change of steps) {
          await take(store, files, change);
          expect(store.lint()).toEqual(await fresh(files));
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each<[string, (store: PlaybookStore) => Promise<void> | void, string[]]>([
    ['its target is renamed', async (store) => { store.remove('People/Ana.md'); await store.setText('Anna.md', '---\ntype: executive\nrole: CEO\n---\n'); }, ['resolved-link']],
    ['its target gets the name as an alias', async (store) => { store.remove('People/Ana.md'); await store.setText('Anna.md', '---\ntype: executive\nrole: CEO\naliases: [Ana]\n---\n'); }, []],
    ['its target changes its kind', (store) => store.setText('People/Ana.md', '---\ntype: case\n---\n'), ['link-kind']],
    ['its target leaves the playbook', (store) => store.setText('People/Ana.md', 'text'), ['link-kind']],
    ['a nearer note of the name appears', (store) => store.setText('Work/Ana.md', '---\ntype: case\n---\n'), ['link-kind']],
  ])('re-checks a link when %s', async (_what, change, expected) => {
    const store = await openFiles({ 'People/Ana.md': '---\ntype: executive\nrole: CEO\n---\n', 'Work/Pilot.md': '---\ntype: pilot\nsponsor: ["[[Ana]]"]\n---\n' });
    const ofPilot = () => store.lint().diagnostics.filter((diagnostic) => diagnostic.path === 'Work/Pilot.md').map(({ rule }) => rule);
    expect(ofPilot()).toEqual([]);
    await change(store);
    expect(ofPilot()).toEqual(expected);
  });

  test.each([
    ['further down', 'unit: Freight\nrole: CMO\ninfluence: 3\n'],
    // As many characters before it, one line more.
    ['in another line at the same offset', 'unit: Freight\nx: A\ny: B\n'],
    ['nowhere any more', undefined],
  ])('a second place in a note that changed is told where it stands now: %s', async (_where, properties) => {
    const leader = (text: string) => `---\ntype: executive\ncommitment: passive\n${text}---\n## Assessments\n- 2026-03-01 passive\n`;
    // No link leads from the one to the other: the unit does.
    const files = new Map([
      ['Ana.md', leader('unit: Freight\nrole: CMO\n')],
      ['Pilot.md', '---\ntype: pilot\nambition: local\nunits: [Freight]\nstart: 2026-05\nend: 2026-12\n---\n'],
    ]);
    const store = await openFiles(Object.fromEntries(files));
    expect(store.lint().diagnostics.filter(({ rule }) => rule === 'ambition-gap').map(({ related }) => related?.map(({ range }) => range.start.line))).toEqual([[8]]);
    await take(store, files, properties === undefined ? { kind: 'remove', path: 'Ana.md' } : { kind: 'set', path: 'Ana.md', text: leader(properties) });
    expect(store.lint()).toEqual(await fresh(files));
    await take(store, files, { kind: 'set', path: 'Other.md', text: '---\ntype: case\n---\n' });
    expect(store.lint()).toEqual(await fresh(files));
  });

  test('findings that stay are the same objects after another note changed', async () => {
    const files = { 'Ana.md': '---\ntype: executive\nrole: CEO\n---\n', 'Ben.md': '---\ntype: executive\nrole: CEO\n---\n', 'Case.md': '---\ntype: case\n---\n' };
    const store = await openFiles(files);
    const ofBen = () => store.lint().diagnostics.filter(({ path: where }) => where === 'Ben.md');
    const before = ofBen();
    expect(before.map(({ rule }) => rule)).toContain('one-ceo');
    await store.setText('Case.md', '---\ntype: case\nbaseline: 3\n---\n');
    const after = ofBen();
    expect(after.map((diagnostic, index) => diagnostic === before[index])).toEqual(before.map(() => true));
  });

  test('a file that could not be read is linked to until it is removed', async () => {
    const vault = new MemoryVault({ 'Ana.md': 'x', 'Pilot.md': '---\ntype: pilot\nsponsor: ["[[Ana]]"]\n---\n' });
    vault.unreadable.add('Ana.md');
    const store = await PlaybookStore.open(vault, { today: TODAY });
    const told = () => store.lint().diagnostics.map(({ path: where, rule }) => `${where} ${rule}`);
    expect(told()).toEqual(['Ana.md readable-note', 'Pilot.md link-kind']);
    store.remove('Ana.md');
    expect(told()).toEqual(['Pilot.md resolved-link']);
  });

  test('a note that goes between listing and reading is told', async () => {
    const vault = new MemoryVault({ 'A.md': 'x' });
    vault.unreadable.add('A.md');
    const store = await PlaybookStore.open(vault, { today: TODAY });
    expect(store.lint()).toMatchObject({ notes: 1, playbookNotes: 0, diagnostics: [{ path: 'A.md', rule: 'readable-note', severity: 'error' }] });
    await store.setText('A.md', 'x');
    expect(store.lint()).toMatchObject({ notes: 1, diagnostics: [] });
  });

  test('settings that cannot be read are told, and the run goes on', async () => {
    const vault = new MemoryVault({ 'A.md': '---\ntype: excutive\n---\n', 'cx-playbook.yml': 'x' });
    vault.unreadable.add('cx-playbook.yml');
    const store = await PlaybookStore.open(vault, { today: TODAY });
    expect(store.lint().diagnostics.map(({ path: where, rule }) => `${where} ${rule}`)).toEqual(['A.md known-kind', 'cx-playbook.yml known-config']);
  });

  test('of two versions read at once the later one stands, however long each takes', async () => {
    const slow = '---\ntype: play\nunits: &a [b]\nrole: *a\n---\n';
    const quick = '---\ntype: case\n---\n';
    for (const [first, second] of [[slow, quick], [quick, slow]] as const) {
      const store = await openFiles({});
      await Promise.all([store.setText('A.md', first), store.setText('A.md', second)]);
      expect(store.lint()).toEqual(await fresh(new Map([['A.md', second]])));
    }
  });

  test('a note removed while it is read stays removed', async () => {
    const store = await openFiles({});
    const reading = store.setText('A.md', '---\ntype: play\n---\n');
    store.remove('A.md');
    await reading;
    expect(store.lint()).toEqual({ notes: 0, playbookNotes: 0, diagnostics: [] });
  });

  test('lintText tells of a text as it would stand there, and keeps nothing', async () => {
    const store = await openFiles({ 'Deep/Ana.md': '---\ntype: executive\nrole: CEO\n---\n', 'A.md': 'x' });
    const before = store.lint();
    const pilot = '---\ntype: pilot\nsponsor: ["[[./Ana]]"]\n---\n';
    expect((await store.lintText('A.md', pilot)).map(({ rule }) => rule)).toEqual(['resolved-link']);
    expect(await store.lintText('Deep/A.md', pilot)).toEqual([]);
    expect(store.lint()).toEqual(before);
  });
});
