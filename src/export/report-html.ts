/**
 * The home view's printed twin, for the wall of a meeting or its minutes: what to do next, the roadmap, where each
 * executive stands, the facts behind the steps, and how healthy the notes are. View and page rest on the same judgements. One file: no script, no address but the rules' pages, the same bytes
 * each time. It follows the reader's light or dark setting, folds for a phone and prints on a landscape page.
 *
 * @example formatReportHtml({ today, playbook, layouts: [layoutRoadmap(playbook, { today, groupBy: 'leader' })], lint, ruleSummaries, thresholds })
 */
import css from '../../styles/report.css';
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import { assessHome, type HomeOptions } from '../playbook/home.js';
import { buildHomeCards } from '../playbook/home-cards.js';
import { SIGNS } from '../playbook/sign.js';
import { levelWords } from '../playbook/step-words.js';
import { htmlText, section } from './html-element.js';
import { reportCards } from './report-cards.js';
import { reportFooter } from './report-footer.js';
import { reportHeader, reportTitle } from './report-header.js';
import { reportHealth } from './report-health.js';
import type { ReportInput } from './report-input.js';
import { reportRoadmap, roadmapHeading } from './report-roadmap.js';
import { reportStanding } from './report-standing.js';
import { reportSteps } from './report-steps.js';
import { roadmapCssFor } from './roadmap-svg.js';

export type { ReportInput } from './report-input.js';

export function formatReportHtml(input: ReportInput): string {
  const { playbook, today, thresholds } = input;
  const record = commitmentRecordOf(playbook, today);
  const options: HomeOptions = { thresholds, signCount: input.signCount ?? SIGNS.length, ambitionRule: input.ambitionRule, levelLabels: input.levelLabels };
  const home = assessHome(record, options);
  const { standings, steps, trend } = home;
  const cards = buildHomeCards(home, record, options);
  const words = levelWords(input.levelLabels);
  const sections = [
    { id: 'next', heading: 'What to do next', body: reportSteps(steps, playbook) },
    ...input.layouts.map((layout, index) => {
      const id = index === 0 ? 'roadmap' : `roadmap-${index + 1}`;
      return { id, heading: roadmapHeading(layout), body: reportRoadmap(layout, `${id}-svg`) };
    }),
    { id: 'standing', heading: 'Where each executive stands', body: reportStanding(standings, input) },
    { id: 'people', heading: 'How commitment moves', body: reportCards(cards.people, trend, words) },
    { id: 'work', heading: 'Work and its proof', body: reportCards(cards.work, trend, words) },
    { id: 'health', heading: 'Health of the notes', body: reportHealth(input) },
  ];
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    '<meta name="referrer" content="no-referrer"/>',
    `<title>${htmlText(reportTitle(input), 120)}, ${today}</title>`,
    `<style>${compact(css)}${roadmapCssFor(input.layouts, false)}</style>`,
    '</head>',
    '<body>',
    reportHeader(input, standings, sections),
    '<main>',
    ...sections.map(({ id, heading, body }) => section(id, heading, body, id === 'next' ? 'flow' : 'sheet')),
    '</main>',
    reportFooter(input),
    '</body>',
    '</html>\n',
  ].join('\n');
}

/** The style sheet without comments and line breaks; it holds no `<` and no `&`, so it is the same text in XML. */
function compact(styles: string): string {
  return styles
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
