/** What of a vault may travel to people who do not have its private notes. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic, LintResult } from '../../src/lint/diagnostic.js';
import { openRemarks } from '../../src/playbook/open-remarks.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { sharedFindings, sharedPlaybook } from '../../src/vault/shared-part.js';
import { TODAY } from '../lint/lint-files.js';
import { MemoryVault } from '../memory-vault.js';

const THREAD = (visibility: string, target: string): string =>
  `---\ntype: annotation\nformat: 1\nid: 7k3m9q2x\ntarget: "[[${target}]]"\nstatus: open\nkind: risk\nvisibility: ${visibility}\nauthor: hal\ncreated: 2026-03-02T09:00:00Z\nquote: ""\n---\n## 2026-03-02T09:00:00Z hal\nA fear.\n`;

const FILES = {
  'Ana.md': '---\ntype: executive\naliases: [Boss]\n---\nSee [[Plan for the board]].\n',
  'Ben.md': '---\ntype: executive\nvisibility: coach\n---\n',
  'Letter.md': 'x',
  '_coach/Plan for the board.md': '---\ntype: initiative\nowner: "[[Ana]]"\n---\n',
  '_annotations/a--7k3m9q2x.md': THREAD('client', 'Ana'),
  '_annotations/b--8k3m9q2x.md': THREAD('client', 'Ben'),
  '_annotations/c--9k3m9q2x.md': THREAD('coach', 'Ana'),
};

const open = (files: Readonly<Record<string, string>>): Promise<PlaybookStore> => PlaybookStore.open(new MemoryVault(files), { today: TODAY });

describe('the shared part of a playbook', () => {
  test('holds no private note, no private annotation and none about a private note', async () => {
    const store = await open(FILES);
    const shared = sharedPlaybook(store);
    expect([...shared.files].sort()).toEqual(['Ana.md', 'Letter.md', '_annotations/a--7k3m9q2x.md', '_annotations/b--8k3m9q2x.md']);
    expect([shared.executives.map(({ title }) => title), shared.initiatives, shared.resolvePath({ target: 'boss' }, 'Letter.md')]).toEqual([['Ana'], [], 'Ana.md']);
    expect(openRemarks(shared, { withPrivate: true }).map(({ annotation: { path } }) => path)).toEqual(['_annotations/a--7k3m9q2x.md']);
    expect(store.playbook.executives).toHaveLength(2);
  });

  test('is the playbook itself where nothing is private', async () => {
    const store = await open({ 'Ana.md': FILES['Ana.md'] });
    expect(sharedPlaybook(store)).toBe(store.playbook);
  });
});

const found = (path: string, message: string, more: Partial<Diagnostic> = {}): Diagnostic => {
  const start = { line: 1, column: 1, offset: 0 };
  return { path, rule: 'known-link', severity: 'warning', message, range: { start, end: start }, ...more };
};

describe('the shared part of findings', () => {
  test('is of shared notes, and tells of no private one', async () => {
    const store = await open(FILES);
    const { start: place } = found('', '').range;
    const range = { start: place, end: place };
    const result: LintResult = {
      notes: 6,
      playbookNotes: 6,
      diagnostics: [
        found('Ana.md', 'Kept.', { related: [{ path: '_coach/Plan for the board.md', range, message: 'Here.' }, { path: 'Letter.md', range, message: 'There.' }] }),
        found('Ana.md', 'It means "_coach/gone.md".'),
        found('Ana.md', 'Did you mean "plan for the BOARD"?'),
        found('Ben.md', 'A level is missing.'),
        found('_coach/unread.md', 'Cannot be read.'),
        found('cx-playbook.yml', 'Kept too.'),
      ],
    };
    const shared = sharedFindings(result, store);
    expect(shared.diagnostics.map(({ message, related }) => [message, related?.map(({ path }) => path)])).toEqual([['Kept.', ['Letter.md']], ['Kept too.', undefined]]);
    expect([shared.notes, shared.playbookNotes]).toEqual([3, 3]);
  });

  test('of the vault itself names nothing private', async () => {
    const store = await open(FILES);
    expect(store.lint().diagnostics.map(({ path }) => path)).toContain('_coach/Plan for the board.md');
    const shared = JSON.stringify(sharedFindings(store.lint(), store));
    expect(shared).not.toMatch(/_coach|Plan for the board|Ben\.md/);
  });
});
