/** What git itself leaves in a note, read as choices. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConflictChoices, type ConflictReading } from '../../src/history/conflict-choices.js';
import { resolveConflicts } from '../../src/history/conflict-result.js';
import { commitAll, git } from '../cli/git-repository.js';
import { folderOf, writeFiles } from '../temp-folder.js';

const note = (properties: string, assessments: string): string => `---\ntype: executive\nrole: CFO\n${properties}---\n# Ana\n## Why\nTrust.\n\n## Assessments\n- 2026-01-05 passive\n${assessments}`;
const BASE = note('commitment: passive\nassessed: 2026-01-05\nlever: [roi]\n', '');
const MINE = note('commitment: toe-dipper\nassessed: 2026-03-01\nlever: [roi, peers]\n', '- 2026-03-01 toe-dipper\n');
const THEIRS = note('commitment: supporter\nassessed: 2026-04-02\nlever: [roi, vision]\n', '- 2026-04-02 supporter\n');

/** A branch `theirs` beside `main`, both changed; main is checked out. */
function diverged(...settings: string[]): string {
  const folder = folderOf({ 'Ana.md': BASE });
  commitAll(folder, 'Base');
  for (const setting of settings) git(folder, 'config', ...setting.split(' '));
  git(folder, 'checkout', '--quiet', '-b', 'theirs');
  writeFiles(folder, { 'Ana.md': THEIRS });
  git(folder, 'commit', '--quiet', '--all', '--message', 'Assess Ana in April');
  git(folder, 'checkout', '--quiet', 'main');
  writeFiles(folder, { 'Ana.md': MINE });
  git(folder, 'commit', '--quiet', '--all', '--message', 'Assess Ana in March');
  return folder;
}

async function left(folder: string, ...command: string[]): Promise<ConflictReading> {
  expect(() => git(folder, ...command)).toThrow();
  return readConflictChoices(readFileSync(join(folder, 'Ana.md'), 'utf8'));
}

const asked = ({ choices }: ConflictReading): readonly unknown[] => choices.map(({ subject, suggestion }) => [subject.kind === 'property' ? subject.name : subject.kind, suggestion?.option, suggestion?.reason]);
const suggested = (reading: ConflictReading): string => resolveConflicts(reading, new Map(reading.choices.flatMap(({ key, suggestion }) => (suggestion === undefined ? [] : [[key, suggestion.option] as const])))).text;

test('a merge', async () => {
  const reading = await left(diverged(), 'merge', 'theirs');
  expect(asked(reading)).toEqual([['level', 'theirs', 'later'], ['lever', undefined, undefined], ['text', 'both', 'dated']]);
  expect([reading.choices[0]?.oursLabel, reading.choices[0]?.theirsLabel]).toEqual(['HEAD', 'theirs']);
});

test.each([['diff3'], ['zdiff3']])('a merge that shows the common ancestor as %s', async (style) => {
  const reading = await left(diverged(`merge.conflictStyle ${style}`), 'merge', 'theirs');
  expect(asked(reading)).toEqual([['level', 'theirs', 'later'], ['lever', 'both', 'lists'], ['text', 'both', 'dated']]);
  expect(suggested(reading)).toBe(note('commitment: supporter\nassessed: 2026-04-02\nlever: [roi, peers, vision]\n', '- 2026-03-01 toe-dipper\n- 2026-04-02 supporter\n'));
});

test('a rebase, in which the person’s own commit is what git calls theirs', async () => {
  const reading = await left(diverged(), 'rebase', 'theirs');
  expect(reading.choices[0]).toMatchObject({ ours: { level: 'supporter' }, theirs: { level: 'toe-dipper' }, oursLabel: 'HEAD' });
  expect(reading.choices[0]?.theirsLabel).toMatch(/^[0-9a-f]{7,} \(Assess Ana in March\)$/);
});

test('a stash', async () => {
  const folder = diverged();
  git(folder, 'reset', '--quiet', '--soft', 'HEAD~1');
  git(folder, 'stash', '--quiet');
  git(folder, 'merge', '--quiet', 'theirs');
  const reading = await left(folder, 'stash', 'pop');
  expect([reading.choices[0]?.oursLabel, reading.choices[0]?.theirsLabel]).toEqual(['Updated upstream', 'Stashed changes']);
});
