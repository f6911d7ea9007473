import { describe, expect, test } from 'vitest';
import { CommitmentRecord } from '../../src/playbook/commitment-record.js';
import { assessHome } from '../../src/playbook/home.js';
import { buildHomeCards } from '../../src/playbook/home-cards.js';
import type { HomeRow } from '../../src/playbook/home-card.js';
import type { PlacedAnnotation } from '../../src/playbook/annotation.js';
import { countRemarks, openRemarks, remarkInWords, remarksByNote } from '../../src/playbook/open-remarks.js';
import type { Playbook } from '../../src/playbook/playbook.js';
import { DEFAULT_THRESHOLDS } from '../../src/lint/rule.js';
import { annotation, date, executive, initiative, playbookOf } from '../builders.js';

const today = date('2026-11-22');
const ANA = executive({ title: 'Ana Ruiz', role: 'CFO' });
const PURSE = initiative({ title: 'Purse' });

function annotated(...annotations: readonly PlacedAnnotation[]): Playbook {
  const playbook = playbookOf(ANA, PURSE);
  playbook.setAnnotations(annotations);
  return playbook;
}

const ids = (playbook: Playbook, withPrivate = true): readonly string[] => openRemarks(playbook, { withPrivate }).map(({ annotation: { id } }) => id);

describe('which remarks wait', () => {
  test('open risks come before open questions, the oldest of each first', () => {
    const playbook = annotated(
      annotation({ id: 'question', created: '2026-01-05T08:00:00Z' }),
      annotation({ id: 'new-risk', kind: 'risk', created: '2026-11-05T08:00:00Z' }),
      annotation({ id: 'old-risk', kind: 'risk', created: '2026-02-05T08:00:00Z' }),
    );
    expect(ids(playbook)).toEqual(['old-risk', 'new-risk', 'question']);
  });

  test('praise, suggestions, actions and what is resolved wait for nobody', () => {
    expect(ids(annotated(annotation({ kind: 'praise' }), annotation({ kind: 'suggestion' }), annotation({ kind: 'action' }), annotation({ status: 'resolved' })))).toEqual([]);
  });

  test.each([
    ['its property', annotation({ visibility: 'coach', path: '_annotations/a--7k3m9q2x.md' })],
    ['its folder', annotation({ visibility: 'client', path: '_coach/annotations/a--7k3m9q2x.md' })],
    ['its folder in another case', annotation({ visibility: 'client', path: '_Coach/annotations/a--7k3m9q2x.md' })],
    ['another folder of the coach', annotation({ visibility: 'client', path: '_coach/threads/a--7k3m9q2x.md' })],
  ])('one that is private by %s is given only where private ones are asked for', (_, placed) => {
    expect(ids(annotated(placed), false)).toEqual([]);
    expect(ids(annotated(placed), true)).toEqual(['7k3m9q2x']);
  });

  test('a new list of annotations is seen, though no note changed', () => {
    const playbook = annotated(annotation());
    expect(ids(playbook)).toHaveLength(1);
    playbook.setAnnotations([]);
    expect(ids(playbook)).toEqual([]);
  });

  test('by note, those whose note is gone are left out', () => {
    const byNote = remarksByNote(openRemarks(annotated(annotation({ targetPath: PURSE.path }), annotation({ id: 'b', targetPath: PURSE.path }), annotation({ id: 'c' })), { withPrivate: true }));
    expect([...byNote].map(([path, remarks]) => [path, remarks.length])).toEqual([[PURSE.path, 2]]);
  });
});

describe('in words', () => {
  const said = (placed: PlacedAnnotation): string => {
    const [remark] = openRemarks(annotated(placed), { withPrivate: true });
    return remark === undefined ? '' : remarkInWords(remark, today);
  };

  test.each([
    [annotation(), 'question, by raj.patel, 21 days ago: “Is this decided, or a fear?”'],
    [annotation({ kind: 'risk', visibility: 'coach', created: '2026-11-22T08:00:00Z', text: 'One\n\nweekend' }), 'private risk, by raj.patel, today: “One weekend”'],
    [annotation({ author: '', created: 'long ago', text: '' }), 'question: “We will cut the programme in Q3”'],
    [annotation({ created: '2027-01-01T00:00:00Z' }), 'question, by raj.patel: “Is this decided, or a fear?”'],
  ])('%#', (placed, words) => {
    expect(said(placed)).toBe(words);
  });

  test('counts each kind that is there', () => {
    const remarks = openRemarks(annotated(annotation(), annotation({ kind: 'risk' }), annotation({ kind: 'risk', id: 'b' })), { withPrivate: true });
    expect(countRemarks(remarks)).toBe('2 risks and 1 question');
  });
});

describe('on the home view', () => {
  const rows = (playbook: Playbook, withPrivate: boolean): readonly HomeRow[] => {
    const options = { thresholds: DEFAULT_THRESHOLDS, signCount: 4, withPrivate };
    const record = new CommitmentRecord(playbook, today);
    return buildHomeCards(assessHome(record, options), record, options).work.find(({ id }) => id === 'remarks')?.rows.take(9) ?? [];
  };

  test('a row leads to the passage, or to the thread where the note is gone', () => {
    const playbook = annotated(annotation({ targetPath: ANA.path, place: { state: 'anchored', from: 120, to: 150 } }), annotation({ id: 'zzzzzzzz', place: { state: 'orphan', missing: 'note' } }));
    expect(rows(playbook, false).map(({ name, path, offset }) => ({ name, path, offset }))).toEqual([
      { name: 'Ana Ruiz', path: ANA.path, offset: 120 },
      { name: 'note--zzzzzzzz', path: '_annotations/note--zzzzzzzz.md', offset: undefined },
    ]);
  });

  test('what is private is not there unless it was asked for', () => {
    const playbook = annotated(annotation({ targetPath: ANA.path, visibility: 'coach' }));
    expect(rows(playbook, false)).toEqual([]);
    expect(rows(playbook, true)).toHaveLength(1);
  });
});
