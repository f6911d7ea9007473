/** Git's recording on the roadmap: in tracks and in every form that tells of them; and nowhere where there is none. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRoadmapCsv } from '../../src/export/roadmap-csv.js';
import { formatRoadmapHtml } from '../../src/export/roadmap-html.js';
import { formatRoadmapJson } from '../../src/export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../../src/export/roadmap-markdown.js';
import { formatRoadmapSvg } from '../../src/export/roadmap-svg.js';
import { fromEpochDay, toEpochDay } from '../../src/playbook/calendar-date.js';
import { COMMITMENT_LEVELS } from '../../src/playbook/commitment.js';
import { assessReadiness, CommitmentRecord } from '../../src/playbook/readiness.js';
import type { RecordedHistory } from '../../src/playbook/recorded-history.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { date, executive, initiative, journey, playbookOf } from '../builders.js';
import { recordedExecutive, recordedHistory, type Recording } from '../recorded.js';

const today = date('2026-03-10');
const ana = executive({ title: 'Ana', commitment: 'supporter' });
const work = initiative({ title: 'Purse', start: '2026-01-01', end: '2026-12-31', sponsor: ['Ana'], ambition: 'local' });
const playbook = playbookOf(journey({ start: '2026', end: '2026' }), ana, work);
const HISTORY = recordedHistory([recordedExecutive(ana.path, [['2026-01-15', 'passive'], ['2026-02-01', 'unreadable'], ['2026-02-03', 'supporter']])]);

function layoutWith(history: RecordedHistory | undefined): RoadmapLayout {
  return layoutRoadmap(playbook, { today, groupBy: 'leader', history });
}

const ALL = [
  ['svg', (layout: RoadmapLayout) => formatRoadmapSvg(layout, { theme: 'light' })],
  ['html', (layout: RoadmapLayout) => formatRoadmapHtml(layout, { theme: 'light' })],
  ['json', (layout: RoadmapLayout) => formatRoadmapJson(layout)],
  ['csv', (layout: RoadmapLayout) => formatRoadmapCsv(layout)],
  ['md', (layout: RoadmapLayout) => formatRoadmapMarkdown(layout)],
] as const;

describe('a track with git\'s recording', () => {
  const layout = layoutWith(HISTORY);

  test('covers the horizon, with gaps where nothing could be read', () => {
    const track = layout.lanes[0]?.track?.map(({ fromDay, toDay, level, recorded }) => [fromEpochDay(fromDay), fromEpochDay(toDay), level, recorded]);
    expect(track).toEqual([
      ['2026-01-01', '2026-01-14', undefined, undefined],
      ['2026-01-15', '2026-01-31', 'passive', true],
      ['2026-02-01', '2026-02-02', undefined, undefined],
      ['2026-02-03', '2026-03-09', 'supporter', true],
      ['2026-03-10', '2026-12-31', 'supporter', undefined],
    ]);
  });

  test('judges the days of the work by it, and not those of its gaps', () => {
    const gaps = layout.lanes[0]?.bars[0]?.gaps.map(({ fromDay, toDay, state }) => [fromEpochDay(fromDay), fromEpochDay(toDay), state]);
    expect(gaps).toEqual([
      ['2026-01-01', '2026-01-14', 'unknown'],
      ['2026-01-15', '2026-01-31', 'short'],
      ['2026-02-01', '2026-02-02', 'unknown'],
    ]);
  });

  test('is told apart in the drawing, its names and its key', () => {
    const svg = formatRoadmapSvg(layout, { theme: 'light' });
    expect(svg).toContain('<title>passive (recorded in git), 2026-01-15 to 2026-01-31</title>');
    expect(svg).toContain('<title>supporter, 2026-03-10 to 2026-12-31</title>');
    expect(svg).toContain('>level recorded in git, not dated in the note</text>');
    expect(svg.match(/fill="url\(#cx-recorded\)"/g)).toHaveLength(3);
    expect(formatRoadmapHtml(layout, { theme: 'light' })).toContain('striped ones those that git recorded');
  });

  test('is told apart in data and in words', () => {
    const { lanes } = JSON.parse(formatRoadmapJson(layout)) as { lanes: { commitment: { from: string; recordedInGit?: boolean }[] }[] };
    expect(lanes[0]?.commitment.map(({ recordedInGit }) => recordedInGit)).toEqual([undefined, true, undefined, true, undefined]);
    expect(formatRoadmapMarkdown(layout)).toContain('not assessed from 2026-01-01 → passive from 2026-01-15 (recorded in git) → not assessed from 2026-02-01 → supporter from 2026-02-03 (recorded in git) → supporter from 2026-03-10.');
  });

  test.each(ALL)('is the same %s, byte by byte, without a history and with one that has nothing of its people', (_, format) => {
    const without = format(layoutRoadmap(playbook, { today, groupBy: 'leader' }));
    expect(format(layoutWith(undefined))).toBe(without);
    expect(format(layoutWith(recordedHistory([recordedExecutive('Other.md', [['2026-01-01', 'passive']])])))).toBe(without);
    expect(without).not.toMatch(/recorded in git|recordedInGit|recorded-line/);
  });

  test('judges each day of any work as the levels of that day ask for', () => {
    const from = toEpochDay(today);
    const what: fc.Arbitrary<Recording[1]> = fc.constantFrom(...COMMITMENT_LEVELS, 'unreadable', 'none');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -60, max: 5 }), what), { maxLength: 6 }), (recordings) => {
        const history = recordedHistory([recordedExecutive(ana.path, recordings.map(([at, each]) => [fromEpochDay(from + at), each]))]);
        const record = new CommitmentRecord(playbook, today, undefined, history);
        const spans = assessReadiness(work, from - 70, from + 10, record);
        for (let at = from - 70; at <= from + 10; at++) {
          const [alone] = assessReadiness(work, at, at, record);
          expect(spans.find(({ fromDay, toDay }) => fromDay <= at && at <= toDay)?.state).toBe(alone?.state);
        }
      }),
    );
  });
});
