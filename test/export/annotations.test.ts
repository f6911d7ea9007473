import { describe, expect, test } from 'vitest';
import { formatAnnotationsCsv } from '../../src/export/annotations-csv.js';
import { compareEntries, placeInWords, type AnnotationEntry } from '../../src/export/annotations-entry.js';
import { buildHandOut } from '../../src/export/annotations-handout.js';
import { formatAnnotationsJson } from '../../src/export/annotations-json.js';
import { formatAnnotationsMarkdown } from '../../src/export/annotations-markdown.js';
import { formatAnnotationsText } from '../../src/export/annotations-text.js';
import type { Annotation } from '../../src/playbook/annotation.js';
import { date } from '../builders.js';
import { onLine } from './diagnostic-builders.js';

const TODAY = date('2026-11-22');

function entry(values: Partial<AnnotationEntry> = {}, annotation: Partial<Annotation> = {}): AnnotationEntry {
  return {
    annotation: {
      path: '_annotations/a.md', id: 'aaaaaaaa', target: 'Ana', kind: 'risk', visibility: 'client', author: 'hal', created: '2026-11-01T08:00:00Z',
      createdOn: date('2026-11-01'), lastOn: date('2026-11-01'), status: 'open', events: [{ kind: 'comment', at: '2026-11-01T08:00:00Z', author: 'hal', text: 'Why?' }],
      selector: { quote: 'the plan', prefix: '', suffix: '', heading: [], start: undefined, blob: undefined },
      ...annotation,
    },
    state: 'open', isPrivate: false, notePath: 'Ana.md', place: { state: 'anchored', range: onLine(3, 2) }, ageDays: 21, replies: 0, lastAuthor: 'hal',
    ...values,
  };
}

const UNSURE = entry({ state: 'confirm', place: { state: 'confirm', candidates: [{ range: onLine(7, 5), score: 0.51234 }, { range: onLine(9), score: 0.47 }] } });

describe('a place that a person has to confirm', () => {
  test('is told by its likeliest line, and by all of them', () => {
    expect(formatAnnotationsText({ today: TODAY, entries: [UNSURE], leftOutPrivate: 0 })).toBe([
      'Ana.md:7:5 confirm risk, 21 days, no reply, last by hal',
      '    > the plan',
      '    hal: Why?',
      '    Its place is not sure: line 7 or 9. Confirm one in the app.',
      '    _annotations/a.md',
      '',
    ].join('\n'));
    expect(JSON.parse(formatAnnotationsJson({ today: TODAY, entries: [UNSURE], leftOutPrivate: 2 }))).toMatchObject({
      leftOutPrivate: 2,
      threads: [{ state: 'confirm', place: { state: 'confirm', candidates: [{ range: onLine(7, 5), score: 0.512 }, { range: onLine(9), score: 0.47 }] } }],
    });
    expect(formatAnnotationsCsv({ today: TODAY, entries: [UNSURE], leftOutPrivate: 0 })).toContain('\r\nconfirm,risk,Ana.md,7,5,21,0,');
    expect(formatAnnotationsMarkdown({ today: TODAY, entries: [UNSURE], leftOutPrivate: 0 })).toContain('## To confirm\n\nTheir place is not sure: a person says which one is meant.\n\n| Kind |');
    expect(buildHandOut({ today: TODAY, entries: [UNSURE] }).notes[0]?.threads[0]).toMatchObject({ heading: '1. Risk, line 7, 21 days old', remark: 'The place is not sure; the line is the likeliest one.' });
  });
});

describe('what is not known', () => {
  test('is left out or said, and never guessed', () => {
    const bare = entry({ notePath: undefined, place: { state: 'orphan', missing: 'note' }, state: 'orphan', ageDays: undefined, lastAuthor: '' }, { target: '', events: [], author: '', selector: { quote: '', prefix: '', suffix: '', heading: [], start: undefined, blob: undefined } });
    expect(formatAnnotationsText({ today: TODAY, entries: [bare], leftOutPrivate: 0 })).toBe('_annotations/a.md orphan risk, age not known, no reply\n    The thread names no note: give its "target" a link.\n');
    expect(placeInWords(entry({ notePath: undefined, place: { state: 'orphan', missing: 'note' } }))).toContain('No note is called "Ana"');
    expect(JSON.parse(formatAnnotationsJson({ today: TODAY, entries: [bare], leftOutPrivate: 0 }))).toMatchObject({ threads: [{ ageDays: null, note: null, place: { state: 'orphan', missing: 'note' } }] });
  });
});

test('threads stand in the order of notes and places, those without a place last', () => {
  const last = entry({ place: { state: 'orphan', missing: 'quote' } });
  const first = entry({ place: { state: 'anchored', range: onLine(1) } });
  const other = entry({ notePath: 'Zoe.md', place: { state: 'anchored', range: onLine(1) } });
  expect([other, last, UNSURE, entry(), first].sort(compareEntries)).toEqual([first, entry(), UNSURE, last, other]);
});

test('a hand-out numbers its threads through all notes and counts the kinds', () => {
  const { summary, notes } = buildHandOut({ today: TODAY, entries: [entry(), entry({}, { kind: 'praise' }), entry({ notePath: 'B/Zoe.md' }, { kind: 'question' })] });
  expect(summary).toBe('1 question, 1 of praise and 1 risk, on 2 notes.');
  expect(notes.map(({ title, path, threads }) => [title, path, threads.map(({ heading }) => heading.slice(0, 2))])).toEqual([['Ana', 'Ana.md', ['1.', '2.']], ['Zoe', 'B/Zoe.md', ['3.']]]);
});
