import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DISTANCES, drawPairs } from '../../bench/anchor/cases.js';
import { readBlobs, readHistories } from '../../bench/anchor/git-history.js';
import { Follower, judge, type Truth } from '../../bench/anchor/truth.js';
import { git } from '../cli/git-repository.js';
import { tempFolder, writeFiles } from '../temp-folder.js';

const NOTE = '# Night boat\n\nWe will cut the programme in Q3, says the board.\n\n- Hosts know the fares\n- Crew call first\n';

describe('what became of a passage', () => {
  test.each([
    ['text comes above', `New first words.\n\n${NOTE}`, 'intact', 'cut the programme in Q3'],
    ['line endings change', NOTE.replaceAll('\n', '\r\n'), 'intact', 'cut the programme in Q3'],
    ['its line moves down', NOTE.replace(/We will.*\n\n/, '') + '\nWe will cut the programme in Q3, says the board.\n', 'intact', 'cut the programme in Q3'],
    ['a word of it is replaced', NOTE.replace('Q3', 'spring'), 'edited', 'cut the programme in'],
    ['a word of it grows', NOTE.replace('programme', 'programmes'), 'edited', 'cut the programmes in Q3'],
    ['words come into it', NOTE.replace('the programme', 'the whole programme'), 'edited', 'cut the whole programme in Q3'],
    ['its sentence goes', NOTE.replace(/We will.*\n/, ''), 'deleted', ''],
    ['another sentence replaces it', NOTE.replace(/We will.*\n/, 'The hauliers of the outer islands pay in full.\n'), 'deleted', ''],
    ['it is all that goes', NOTE.replace('cut the programme in Q3', 'wait'), 'deleted', ''],
  ] as const)('when %s', (_what, next, fate, place) => {
    const text = plainTruth([NOTE, next], 'cut the programme in Q3');
    expect(text).toEqual({ fate, place });
  });

  test('follows the one that is meant of equal ones', () => {
    const list = '# A\n\n- done\n\n# B\n\n- done\n\n# C\n\n- done\n';
    const texts = [list, list.replace('# B', '- done twice\n\n# B'), list.replace('# A\n\n- done\n\n', '')];
    const from = list.indexOf('done', list.indexOf('# B'));
    const truth = new Follower(texts).truth({ from, to: from + 4 }, 0, 2);
    expect({ fate: truth.fate, first: truth.survivors[0] }).toEqual({ fate: 'intact', first: texts[2]!.indexOf('done') });
  });

  test('is followed through every revision: a line that moved, and was changed later', () => {
    const moved = `${NOTE.replace(/We will.*\n\n/, '')}\n## Decided\n\nWe will cut the programme in Q3, says the board.\n`;
    const changed = moved.replace('cut the programme', 'cut a programme');
    expect([plainTruth([NOTE, moved, changed], 'cut the programme in Q3'), plainTruth([NOTE, changed], 'cut the programme in Q3')]).toEqual([
      { fate: 'edited', place: 'cut a programme in Q3' },
      { fate: 'deleted', place: '' },
    ]);
  });

  test.each([
    ['a heading that moved with its section to another level', '# A\n\n## Fares\n\nHosts know all of the fares.\n\n# B\n\nThe end of it all.\n', '# A\n\n# B\n\nThe end of it all.\n\n### Fares\n\nHosts know all of the fares.\n', 'Fares'],
    ['words of a list that moved into a quote', '- hosts understand ferry fares\n- crew call first\n\nThe end of it all.\n', 'The end of it all.\n\n> - hosts understand ferry fares\n> - crew call first\n', 'ferry fares'],
    ['a sentence that moved into another paragraph', 'One is here. Hosts understand ferry fares.\n\nThe very end of it all.\n', 'One is here.\n\nThe very end of it all. Hosts understand ferry fares.\n', 'ferry fares'],
  ])('is intact: %s', (_what, before, after, passage) => {
    expect(plainTruth([before, after], passage)).toEqual({ fate: 'intact', place: passage });
  });

  test('is unclear when one of equal lines is new, and nothing says which', () => {
    expect(plainTruth(['- done\n', '- done\n- done\n'], 'done').fate).toBe('unclear');
  });

  test('is unclear when what was deleted has come back', () => {
    expect(plainTruth([NOTE, '# Night boat\n', NOTE], 'cut the programme in Q3').fate).toBe('unclear');
  });
});

describe('an answer', () => {
  const passage = { from: 0, to: 4 };
  const truth = (fate: Truth['fate'], survivors: readonly number[]): Truth => ({ fate, survivors, letters: 4 });
  const there = truth('intact', [10, 11, 12, 13]);
  const candidate = (from: number) => ({ from, to: from + 4, score: 0.5 });
  test.each([
    ['anchored at it', { state: 'anchored', from: 10, to: 14 }, there, 'right'],
    ['anchored at half of it', { state: 'anchored', from: 12, to: 16 }, there, 'right'],
    ['anchored at less than half of it', { state: 'anchored', from: 13, to: 17 }, there, 'wrong'],
    ['anchored at all of the note', { state: 'anchored', from: 0, to: 100 }, there, 'wrong'],
    ['an orphan', { state: 'orphan', missing: 'quote' }, there, 'orphan'],
    ['suggesting it first', { state: 'confirm', candidates: [candidate(10), candidate(40)] }, there, 'confirm, first right'],
    ['suggesting it too', { state: 'confirm', candidates: [candidate(40), candidate(10)] }, there, 'confirm, other right'],
    ['suggesting others', { state: 'confirm', candidates: [candidate(40)] }, there, 'confirm, none right'],
    ['an orphan when it is deleted', { state: 'orphan', missing: 'quote' }, truth('deleted', []), 'right'],
    ['anchored when it is deleted', { state: 'anchored', from: 10, to: 14 }, truth('deleted', []), 'wrong'],
    ['anchored at its rest', { state: 'anchored', from: 9, to: 13 }, truth('deleted', [10]), 'right'],
  ] as const)('%s', (_what, place, known, outcome) => {
    expect(judge(place, known, passage)).toBe(outcome);
  });
});

describe('the histories of a repository', () => {
  test('follow a note through changes and a new name, from a git directory alone', () => {
    const repository = repositoryOf([
      { 'a.md': NOTE, 'picture.png': 'no note' },
      { 'a.md': `${NOTE}More.\n`, 'b.md': 'Other.\n' },
      { 'a.md': undefined, 'folder/c d.md': `${NOTE}More.\n` },
      { 'folder/c d.md': `${NOTE}More and more.\n`, 'b.md': undefined },
      { 'b.md': 'Made again.\n' },
    ]);
    const histories = readHistories(repository);
    const texts = readBlobs(repository, histories.flatMap(({ blobs }) => blobs));
    expect(histories.map(({ path, blobs }) => ({ path, texts: blobs.map((blob) => texts.get(blob)) }))).toEqual([
      { path: 'folder/c d.md', texts: [NOTE, `${NOTE}More.\n`, `${NOTE}More and more.\n`] },
      { path: 'b.md', texts: ['Other.\n'] },
      { path: 'b.md', texts: ['Made again.\n'] },
    ]);
  });

  test('give the same passages each time, and those of each fate', () => {
    const versions = [NOTE, NOTE.replace('Q3', 'spring'), NOTE.replace(/We will.*\n/, ''), `${NOTE.replace(/We will.*\n/, '')}\nThe end.\n`];
    const repository = repositoryOf(versions.map((text) => ({ 'a.md': text })));
    const draw = () => [...drawPairs(repository, readHistories(repository), { count: 60, seed: 1 })];
    const cases = draw().flatMap((pair) => pair.cases);
    expect(new Set(cases.map(({ truth }) => truth.fate))).toEqual(new Set(['intact', 'edited', 'deleted']));
    expect(new Set(draw().map(({ distance }) => distance))).toEqual(new Set(DISTANCES.filter((distance) => distance === '1' || distance === 'all')));
    expect(draw()).toEqual(draw());
  });
});

/** What the truth says of the passage in the first text: its text in the last one. */
function plainTruth(texts: readonly string[], passage: string): { fate: string; place: string } {
  const from = texts[0]!.indexOf(passage);
  const { fate, survivors } = new Follower(texts).truth({ from, to: from + passage.length }, 0, texts.length - 1);
  return { fate, place: fate === 'deleted' ? '' : texts.at(-1)!.slice(survivors[0], survivors.at(-1)! + 1) };
}

/** A git directory without a work tree, one commit for each set of changes; a text that is undefined is deleted. */
function repositoryOf(commits: readonly Readonly<Record<string, string | undefined>>[]): string {
  const folder = tempFolder();
  git(folder, 'init', '--quiet');
  for (const changes of commits) {
    for (const [path, text] of Object.entries(changes)) {
      if (text === undefined) rmSync(join(folder, path));
      else writeFiles(folder, { [path]: text });
    }
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'Change');
  }
  const bare = join(tempFolder(), 'repo');
  renameSync(join(folder, '.git'), bare);
  git(bare, 'config', 'core.bare', 'true');
  return bare;
}
