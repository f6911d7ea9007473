/**
 * "Where each executive stands": a table with the five levels as columns, X where the vault records the executive now
 * and O where the level is needed. Letters and words carry the meaning; colour only follows.
 */
import type { CalendarDate } from '../playbook/calendar-date.js';
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../playbook/commitment.js';
import type { Standing } from '../playbook/standing.js';
import { levelWords, listed, type LevelWords } from '../playbook/step-words.js';
import { htmlText, noteName } from './html-element.js';
import type { ReportInput } from './report-input.js';

/** The rows in the order given. */
export function reportStanding(standings: readonly Standing[], input: ReportInput): readonly string[] {
  if (standings.length === 0) return ['<p>No executive is recorded yet. Add a note with <code>type: executive</code> for each leader, the CEO first.</p>'];
  const words = levelWords(input.levelLabels);
  const levels = COMMITMENT_LEVELS.map((level) => columnHead(htmlText(words(level), 40), 'level'));
  const days = input.thresholds.evidenceDays;
  return [
    '<p class="key"><span class="mark now">X</span> recorded now <span class="mark needed">O</span> recorded as needed. A dashed line runs over the levels still to go.</p>',
    '<table class="standing" role="table">',
    `<thead role="rowgroup"><tr role="row">${[columnHead('Executive'), ...levels, columnHead('To go'), columnHead('Last assessed'), columnHead(`Said and done, last ${days} days`)].join('')}</tr></thead>`,
    `<tbody role="rowgroup">\n${standings.map((standing) => row(standing, input, words)).join('\n')}\n</tbody>`,
    '</table>',
    '<p class="note">Recorded in this vault, by the people who keep it. What was said and done counts only where a dated line says so.</p>',
  ];
}

function columnHead(text: string, className = ''): string {
  return `<th scope="col" role="columnheader"${className === '' ? '' : ` class="${className}"`}>${text}</th>`;
}

function row(standing: Standing, { thresholds }: ReportInput, words: LevelWords): string {
  const { executive, said, did, didByCategory } = standing;
  const place = [executive.role, executive.unit].filter((text) => text !== undefined).map((text) => `<bdi>${htmlText(text, 80)}</bdi>`);
  const categories = didByCategory.map(({ category, count }) => `${category ?? 'no category'}${count === 1 ? '' : ` ×${count}`}`);
  return [
    `<tr role="row"><th scope="row" role="rowheader">${noteName(executive)}${place.length === 0 ? '' : ` <span class="place">${place.join(', ')}</span>`}</th>`,
    ...COMMITMENT_LEVELS.map((level) => levelCell(level, standing, words)),
    cell('To go', gapInWords(standing), standing.gapLevels !== undefined && standing.gapLevels > 0 ? 'to-go' : ''),
    cell('Last assessed', assessedInWords(standing, thresholds.assessedDays, words)),
    `${cell('Said and done', `said ${said}, did ${did}${categories.length === 0 ? '' : ` <span class="place">${listed(categories, categories.length)}</span>`}`)}</tr>`,
  ].join('\n');
}

/** The word stands in every cell for narrow screens, where the table has no head; a wide screen hides it. */
function levelCell(column: CommitmentLevel, { level, needed }: Standing, words: LevelWords): string {
  const isNow = level === column;
  const isNeeded = needed === column;
  const marks = [isNow ? '<span class="mark now">X<span class="unseen"> now</span></span>' : '', isNeeded ? '<span class="mark needed">O<span class="unseen"> needed</span></span>' : ''].join('');
  const below = level !== undefined && needed !== undefined && commitmentRank(level) < commitmentRank(needed);
  const line = !below || commitmentRank(column) < commitmentRank(level) || commitmentRank(column) > commitmentRank(needed) ? '' : isNow ? ' from' : isNeeded ? ' to' : ' between';
  return `<td role="cell" class="level level-${column}${isNow ? ' is-now' : ''}${line}"><span class="word" aria-hidden="true">${htmlText(words(column), 40)}</span>${marks}</td>`;
}

function cell(label: string, content: string, className = ''): string {
  return `<td role="cell" data-label="${label}"${className === '' ? '' : ` class="${className}"`}>${content}</td>`;
}

function gapInWords({ gapLevels, level }: Standing): string {
  if (level === undefined) return 'not assessed';
  if (gapLevels === undefined) return 'no need recorded';
  if (gapLevels === 0) return 'none';
  const count = Math.abs(gapLevels);
  return `${count} ${count === 1 ? 'level' : 'levels'}${gapLevels < 0 ? ' above' : ''}`;
}

function assessedInWords({ assessedOn, assessedDaysAgo, stale, trend, expected }: Standing, assessedDays: number, words: LevelWords): string {
  const lines: string[] = [];
  if (trend !== undefined) lines.push(`${trend.direction} from ${htmlText(words(trend.previous), 40)}${trend.since === undefined ? '' : ` on ${dayInWords(trend.since)}`}`);
  if (expected !== undefined) lines.push(`${htmlText(words(expected.level), 40)} expected ${dayInWords(expected.on)}`);
  const age = assessedOn === undefined ? 'no day recorded' : dayInWords(assessedOn);
  const old = stale ? ` <strong class="stale">${assessedDaysAgo} days ago, more than ${assessedDays}</strong>` : '';
  return `${age}${old}${lines.map((line) => ` <span class="place">${line}</span>`).join('')}`;
}

function dayInWords(day: CalendarDate): string {
  return `<time datetime="${day}">${day}</time>`;
}
