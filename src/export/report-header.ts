/** The top of the report: which journey, which days, and what the vault records, in sentences rather than tiles. */
import { countOf } from '../playbook/count-of.js';
import { countSeverities } from '../lint/diagnostic.js';
import { toEpochDay } from '../playbook/calendar-date.js';
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import type { Journey } from '../playbook/note.js';
import type { Standing } from '../playbook/standing.js';
import { levelWords, listed } from '../playbook/step-words.js';
import { htmlText, noteName, prose } from './html-element.js';
import type { ReportInput } from './report-input.js';

export interface Contents {
  readonly id: string;
  readonly heading: string;
}

export function reportHeader(input: ReportInput, standings: readonly Standing[], contents: readonly Contents[]): string {
  const { journey } = input.playbook;
  const links = contents.map(({ id, heading }) => `<li><a href="#${id}">${heading}</a></li>`).join('');
  return [
    '<header>',
    '<p class="kicker">Customer experience playbook</p>',
    `<h1>${noteName({ title: reportTitle(input) })}</h1>`,
    `<p class="facts">${factsOf(input, journey).map((fact) => `<span>${fact}</span>`).join(' ')}</p>`,
    `<p class="lead">${[executivesInWords(input, standings), roadmapInWords(input), notesInWords(input)].map((sentence) => prose(sentence)).join(' ')}</p>`,
    standings.length === 0 ? '' : '<p class="care">Holds levels of commitment of named people: share it with care.</p>',
    `<nav aria-label="On this page"><ul>${links}</ul></nav>`,
    '</header>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

export function reportTitle({ title, playbook }: ReportInput): string {
  return title ?? playbook.journey?.title ?? 'CX journey';
}

function factsOf({ today }: ReportInput, journey: Journey | undefined): readonly string[] {
  const facts = [`As of <time datetime="${today}">${today}</time>`];
  const start = journey?.start?.text;
  const end = journey?.end?.text;
  if (start !== undefined || end !== undefined) {
    facts.push(`Journey ${start === undefined ? '' : `from ${prose(start)} `}${end === undefined ? '' : `to ${prose(end)}`}`.trim());
  }
  const day = toEpochDay(today);
  const phase = journey?.phases.find((span) => span.start.firstDay <= day && day <= span.end.lastDay);
  if (phase !== undefined) facts.push(`Phase now: <bdi>${htmlText(phase.name, 80)}</bdi>, ${prose(phase.start.text)} to ${prose(phase.end.text)}`);
  return facts;
}

function executivesInWords({ levelLabels }: ReportInput, standings: readonly Standing[]): string {
  if (standings.length === 0) return 'No executive is recorded yet.';
  const words = levelWords(levelLabels);
  const counts = [...COMMITMENT_LEVELS].reverse().flatMap((level) => {
    const count = standings.filter((standing) => standing.level === level).length;
    return count === 0 ? [] : [`${count} as ${words(level)}`];
  });
  const unknown = standings.filter(({ level }) => level === undefined).length;
  const parts = [...counts, ...(unknown === 0 ? [] : [`${unknown} not assessed`])];
  const below = standings.filter(({ gapLevels }) => gapLevels !== undefined && gapLevels > 0).length;
  const gap = below === 0 ? '' : ` ${below} of them ${below === 1 ? 'is' : 'are'} below the level recorded as needed.`;
  return `${countOf(standings.length, 'executive')} recorded: ${listed(parts, parts.length)}.${gap}`;
}

function roadmapInWords({ layouts: [layout] }: ReportInput): string {
  if (layout === undefined) return '';
  const entries = layout.lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones]);
  const short = entries.filter(({ gaps }) => gaps.some(({ state }) => state === 'short')).length;
  const left = layout.unscheduled.length === 0 ? '' : ` ${countOf(layout.unscheduled.length, 'item')} cannot be drawn.`;
  const gap = short === 0 ? 'none is short of recorded commitment' : `${short} with days on which the recorded commitment is too low`;
  return entries.length === 0 ? `Nothing is on the roadmap yet.${left}` : `${countOf(entries.length, 'item')} on the roadmap, ${gap}.${left}`;
}

function notesInWords({ lint }: ReportInput): string {
  const { error, warning, info } = countSeverities(lint.diagnostics);
  const counts = [countOf(error, 'error'), countOf(warning, 'warning'), countOf(info, 'hint')].filter((text) => !text.startsWith('0 '));
  return `${countOf(lint.notes, 'note')} read, ${lint.playbookNotes} of them part of the playbook: ${counts.length === 0 ? 'no findings' : listed(counts)}.`;
}
