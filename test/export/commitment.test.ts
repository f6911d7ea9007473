import { describe, expect, test } from 'vitest';
import { formatCommitmentCsv } from '../../src/export/commitment-csv.js';
import { formatCommitmentJson } from '../../src/export/commitment-json.js';
import { formatCommitmentMarkdown, formatCommitmentReportMarkdown } from '../../src/export/commitment-markdown.js';
import { formatCommitmentText } from '../../src/export/commitment-text.js';
import { assessCommitment, type CommitmentReport } from '../../src/playbook/commitment-report.js';
import { COMMITMENT_COLUMNS } from '../../src/playbook/commitment-table.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { businessCase, date, executive, pilot, playbookOf } from '../builders.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES } from './hostile-titles.js';

const OPTIONS = { assessedDays: 180, evidenceDays: 180, signCount: 8, coalitionPercent: 50 };
const WORDING = { words: levelWords({ opposer: 'not convinced yet' }), lineOf: () => 7 };

function reportOf(...notes: readonly PlaybookNote[]): CommitmentReport {
  return assessCommitment(new CommitmentRecord(playbookOf(...notes), date('2026-11-22')), OPTIONS);
}

const PEOPLE = reportOf(
  executive({ title: 'Ada', unit: 'Freight', commitment: 'opposer', peers: ['Zoe', 'Ben'], levels: { '2026-01-01': 'passive', '2026-02-01': 'opposer' } }),
  executive({ title: 'Ben', unit: 'Crossings', commitment: 'supporter', neededCommitment: 'passive', evidence: [{ date: date('2026-11-01'), form: 'said', text: 'I | am, "all" for it', from: 4, to: 9 }] }),
  executive({ title: 'Zoe', role: 'CEO', commitment: 'toe-dipper', levels: { '2027-01-01': 'supporter' } }),
  pilot({ title: 'Promise board', sponsor: ['Ben'], proof: { result: 3 } }),
);

/** Rows of a table of Markdown without escapes. */
function markdownRows(text: string): readonly (readonly string[])[] {
  return text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.slice(2, -2).split(' | ').map((cell) => cell.replace(/\\(.)/g, '$1')));
}

describe('the record of commitment', () => {
  test('is the same table in CSV and Markdown, row for row and cell for cell', () => {
    const rows = PEOPLE.people.map(({ row }) => row);
    const cells = [COMMITMENT_COLUMNS.map(({ heading }) => heading), ...rows.map((row) => COMMITMENT_COLUMNS.map(({ cell }) => cell(row, WORDING.words)))];
    const [head, , ...body] = markdownRows(formatCommitmentMarkdown(rows, WORDING.words));
    expect([head, ...body]).toEqual(cells);
    const csv = formatCommitmentCsv(rows, WORDING.words).split('\r\n').slice(0, -1).map((line) => line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,|^)(?=,|$)/g)!.map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')));
    expect(csv).toEqual(cells);
  });

  test('begins as Markdown with that table, and goes on with every section', () => {
    const text = formatCommitmentReportMarkdown(PEOPLE, WORDING);
    expect(text).toContain(formatCommitmentMarkdown(PEOPLE.people.map(({ row }) => row), WORDING.words));
    expect(text.match(/^#+ .*/gm)).toEqual(['# Commitment', '## Each executive', '### Zoe: CEO', '### Ada: head of Freight', '### Ben: head of Crossings', '## Who moves whom', '## Start here', '## Results to quote']);
    expect(text).toContain('- 2026-11-01 said: I \\| am, "all" for it (Executives/Ben.md:7)\n');
  });

  test('marks what no source states, and calls a number ours only where it is', () => {
    const set = assessCommitment(new CommitmentRecord(playbookOf(executive()), date('2026-11-22')), { ...OPTIONS, evidenceDays: 90, coalitionPercent: 67 });
    const [ours, own] = [PEOPLE, set].map((report) => formatCommitmentText(report, WORDING).replace(/\n *(?! )/g, ' '));
    expect(ours).toContain('counts for 180 days, a default of ours. Which evidence reaches which level is a default of ours: no source states it.');
    expect(ours).toContain('50 percent of the peers count as strong support, a default of ours: the source names no number (S1).');
    expect(own).toContain('counts for 90 days, as set for this vault. Which evidence reaches which level is a default of ours');
    expect(own).toContain('67 percent of the peers count as strong support, as set for this vault or this run: the source names');
  });

  test('tells of gaps, over-commitment, expectations and moves without a rule', () => {
    const text = formatCommitmentText(PEOPLE, WORDING).replace(/\n +/g, ' ');
    expect(text).toContain('Now supporter, needed passive: 2 levels above. No day of assessment is recorded. ');
    expect(text).toContain('Said 1, did 0 in the last 180 days. Recorded in this vault: at supporter or above, something said and nothing done. - 2026-11-01 said: ');
    expect(text).toContain('2026-02-01 from passive to not convinced yet: no rule in the sources. Executives/Ada.md:7 ');
    expect(text).toContain('Now toe-dipper, no needed level is recorded. No day of assessment is recorded. Expected on 2027-01-01: supporter. ');
    expect(text).toContain('- Ada: not convinced yet → passive (1 of 2 peers at supporter or above: Ben) Executives/Ada.md');
    expect(text).toContain('1. Crossings, led by Ben: recorded as supporter;');
    expect(text).toContain('- Ben can quote Promise board to Ada. Initiatives/Promise board.md');
  });

  test('gives a line on which every place stands whole', () => {
    const path = `Executives/${'a long folder name '.repeat(8)}/Ben.md`;
    const report = reportOf(executive({ path, commitment: 'supporter', evidence: [{ date: date('2026-11-01'), form: 'did', category: 'time', text: 'Rode along', from: 4, to: 9 }] }));
    expect(formatCommitmentText(report, WORDING).split('\n')).toContain(`    ${path}:7`);
  });

  test('has no line of prose longer than a terminal is wide', () => {
    const lines = formatCommitmentText(PEOPLE, WORDING).split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  test('says what to add where nobody is recorded, and keeps the head of the table', () => {
    const report = reportOf();
    expect(formatCommitmentText(report, WORDING)).toContain('Add a note with "type: executive"');
    expect(formatCommitmentReportMarkdown(report, WORDING)).toContain('Add a note with "type: executive"');
    expect(formatCommitmentCsv([], WORDING.words)).toBe(`${COMMITMENT_COLUMNS.map(({ heading }) => heading).join(',')}\r\n`);
    expect(JSON.parse(formatCommitmentJson(report, () => 1))).toMatchObject({ schema: 1, executives: [], startHere: [], results: [] });
  });

  test('names stored slugs for programs, whatever levels are called on screen', () => {
    expect(formatCommitmentJson(PEOPLE, () => 1)).not.toContain('not convinced yet');
    expect(JSON.parse(formatCommitmentJson(PEOPLE, () => 1))).toMatchObject({
      executives: [
        { title: 'Zoe', isCeo: true, expected: { level: 'supporter', on: '2027-01-01' } },
        { title: 'Ada', changes: [{ from: 'passive', to: 'opposer', rule: null, line: 1 }], advice: { move: { from: 'opposer', to: 'passive' } } },
        { title: 'Ben', saidDoneGap: true, saidLines: [{ path: 'Executives/Ben.md', line: 1, category: null }] },
      ],
      coalition: { label: 'What the stated rules say, not a forecast.', rounds: [{ round: 1, moves: [{ path: 'Executives/Ada.md', cause: { kind: 'peers', supporting: ['Executives/Ben.md'], peers: 2 } }] }, { round: 2 }], recorded: null },
      startHere: [{ rank: 1, unit: 'Crossings', leader: 'Executives/Ben.md' }],
      results: [{ title: 'Promise board', by: 'Executives/Ben.md', to: ['Executives/Ada.md'] }],
    });
  });

  test.each(Object.entries(HOSTILE_TITLES))('keeps %s harmless in every format', (_, title) => {
    const evidence = [{ date: date('2026-11-01'), form: 'did', category: 'time', text: title, from: 4, to: 9 }] as const;
    const report = reportOf(
      executive({ title, path: 'Executives/Ana.md', role: title, unit: title, commitment: 'supporter', evidence, cases: ['Case'], peers: ['Ben'] }),
      executive({ title: 'Ben', unit: title, commitment: 'toe-dipper', peers: ['Ana'], cases: ['Case'], levels: { '2026-01-01': 'opposer', '2026-02-01': 'supporter' } }),
      businessCase({ title, path: 'Cases/Case.md', proof: { result: 1 } }),
    );
    const words = levelWords({ supporter: title });
    const wording = { words, lineOf: () => 1 };
    const rows = report.people.map(({ row }) => row);
    const outputs = [formatCommitmentText(report, wording), formatCommitmentJson(report, () => 1), formatCommitmentReportMarkdown(report, wording), formatCommitmentCsv(rows, words)];
    for (const output of outputs) expect(output).not.toMatch(FORBIDDEN_CHARACTERS);
    expect(JSON.parse(outputs[1]!)).toMatchObject({ executives: [{ title }, { title: 'Ben' }] });
    const markdown = outputs[2]!;
    expect(markdown).not.toMatch(/<(?!br>)[a-z/]|(?<!\\)\]\(|javascript:|%%/i);
    expect(markdown.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split(/(?<!\\) \| /).length)).toEqual([14, 14, 14, 14, 4, 4, 4, 4, 4, 4, 4, 4]);
  });
});
