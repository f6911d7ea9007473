/** The cards of the home view as sheets: the same words and numbers, the rows in full as far as a page of paper bears it. */
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import type { CommitmentTrend, TrendPoint } from '../playbook/commitment-trend.js';
import { OURS_IN_WORDS } from '../playbook/home-cards.js';
import type { HomeCard, HomeRow } from '../playbook/home-card.js';
import { names, type LevelWords } from '../playbook/step-words.js';
import { htmlText, prose } from './html-element.js';

/** A card shows so many rows; the view and the command line show all. */
const MAX_ROWS = 12;
const FROM_MOST = [...COMMITMENT_LEVELS].reverse();
const BAR_WIDTH = 100;
const BAR_HEIGHT = 8;

/** Cards with something to act on, then in one line each those without. The trend is drawn wherever there are executives. */
export function reportCards(cards: readonly HomeCard[], trend: CommitmentTrend, words: LevelWords): readonly string[] {
  const isDrawn = ({ id, rows }: HomeCard): boolean => rows.count > 0 || (id === 'trend' && trend.points.length > 0);
  const settled = cards.filter((card) => !isDrawn(card));
  return [
    '<div class="cards">',
    ...cards.filter(isDrawn).map((card) => cardArticle(card, card.id === 'trend' ? trendTable(trend, words) : '')),
    '</div>',
    settled.length === 0 ? '' : `<h3>Nothing to act on</h3>\n<ul class="settled">\n${settled.map(({ heading, nothing }) => `<li><strong>${htmlText(heading)}</strong> ${prose(nothing)}</li>`).join('\n')}\n</ul>`,
    `<p class="note">${OURS_IN_WORDS}</p>`,
  ];
}

function cardArticle({ heading, lead, rows, source }: HomeCard, drawing: string): string {
  const left = rows.count - MAX_ROWS;
  return [
    `<article class="card${drawing === '' ? '' : ' wide'}">`,
    `<h3>${htmlText(heading)}</h3>`,
    lead === undefined ? '' : `<p>${prose(lead)}</p>`,
    drawing,
    rows.count === 0 ? '' : `<ul class="facts-list">\n${rows.take(MAX_ROWS).map(rowItem).join('\n')}${left > 0 ? `\n<li class="more">and ${left} more</li>` : ''}\n</ul>`,
    `<p class="note">Source: ${htmlText(source)}</p>`,
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function rowItem({ name, text, isLate = false, notes }: HomeRow): string {
  const who = notes === undefined || notes.length === 0 ? '' : ` <span class="place">${htmlText(names(notes))}</span>`;
  return `<li><strong><bdi>${htmlText(name, 120)}</bdi></strong> <span${isLate ? ' class="stale"' : ''}>${prose(text, 600)}</span>${who}</li>`;
}

/** Counts in words of the levels, with a bar that only follows. */
function trendTable({ points }: CommitmentTrend, words: LevelWords): string {
  const heads = ['Day', ...FROM_MOST.map((level) => htmlText(words(level), 40)), 'Not assessed'];
  return [
    '<table class="trend" role="table">',
    `<thead role="rowgroup"><tr role="row">${heads.map((head) => `<th scope="col" role="columnheader">${head}</th>`).join('')}<th scope="col" role="columnheader">Shares</th></tr></thead>`,
    `<tbody role="rowgroup">\n${points.map((point) => trendRow(point, heads)).join('\n')}\n</tbody>`,
    '</table>',
  ].join('\n');
}

function trendRow(point: TrendPoint, heads: readonly string[]): string {
  const { day, quarter, counts, notAssessed } = point;
  const numbers = [...FROM_MOST.map((level) => counts[level]), notAssessed];
  const cells = numbers.map((count, index) => `<td role="cell" data-label="${heads[index + 1] ?? ''}">${count}</td>`);
  return `<tr role="row"><th scope="row" role="rowheader"><time datetime="${day}">${quarter ?? 'Now'}</time></th>${cells.join('')}<td role="cell" class="shares">${trendBar(numbers)}</td></tr>`;
}

function trendBar(numbers: readonly number[]): string {
  const total = numbers.reduce((sum, count) => sum + count, 0);
  let x = 0;
  const parts = numbers.flatMap((count, index) => {
    if (count === 0) return [];
    const width = Math.round((count / total) * BAR_WIDTH * 100) / 100;
    const part = `<rect class="level-${FROM_MOST[index] ?? 'unknown'}" x="${Math.round(x * 100) / 100}" y="0" width="${width}" height="${BAR_HEIGHT}"/>`;
    x += width;
    return [part];
  });
  return `<svg class="trend-bar" viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join('')}</svg>`;
}
