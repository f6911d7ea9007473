/**
 * A portfolio as one page to read on a screen, a phone or paper: where each client stands, why it stands there in the
 * order, and what its vault records as counts. No script, no address, the same bytes each time; the styles are those of
 * the report and a few of its own.
 */
import portfolioCss from '../../styles/portfolio.css';
import reportCss from '../../styles/report.css';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { COMMITMENT_LEVELS, COMMITMENT_MEANING } from '../playbook/commitment.js';
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import { countOf } from '../playbook/count-of.js';
import { UNREAD_REASON, type Portfolio, type RankedClient } from '../playbook/portfolio-clients.js';
import { executiveCount, FOUNDATION_KINDS, type VaultSummary } from '../playbook/portfolio.js';
import { htmlText, list, section } from './html-element.js';
import { findingsInWords, levelsInWords, movesInWords, nextInWords, NO_CONCERN, NOTHING_PRIVATE, ORDER_IN_WORDS, recordInWords, remarksInWords, rulesInWords, supportInWords, UNTOLD, workInWords } from './portfolio-words.js';

const FROM_MOST = [...COMMITMENT_LEVELS].reverse();
const BAR_WIDTH = 100;
const BAR_HEIGHT = 8;
const NEXT_NAMED = 2;

export function formatPortfolioHtml(portfolio: Portfolio, today: CalendarDate): string {
  const { clients, unread } = portfolio;
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    '<meta name="referrer" content="no-referrer"/>',
    `<title>Portfolio, ${today}</title>`,
    `<style>${compact(reportCss)}${compact(portfolioCss)}</style>`,
    '</head>',
    '<body>',
    header(portfolio, today),
    '<main>',
    ...(unread.length === 0 ? [] : [section('unread', 'Not read', [list(unread.map(({ name, reason }) => `<strong>${clientName(name)}</strong> ${htmlText(UNREAD_REASON[reason])}`), 'findings')], 'flow')]),
    section('clients', 'Where each client stands', clients.length === 0 ? ['<p>No client could be read.</p>'] : standingTable(clients), 'flow'),
    ...(clients.length === 0 ? [] : [section('ground', 'Foundations and competencies', groundTable(clients), 'flow'), section('health', 'Health of the notes', healthTable(clients), 'flow')]),
    '</main>',
    footer(),
    '</body>',
    '</html>\n',
  ].join('\n');
}

function header({ clients, unread }: Portfolio, today: CalendarDate): string {
  const people = clients.flatMap(({ summary: { executives } }) => (executives === undefined ? [] : [executives]));
  const supporting = people.reduce((sum, { levels }) => sum + levels.supporter + levels.advocate, 0);
  const all = people.reduce((sum, executives) => sum + executiveCount(executives), 0);
  const concerned = clients.filter(({ concerns }) => concerns.length > 0).length;
  const lead = [
    `${countOf(clients.length, 'client')}, ${concerned} with a reason to look.`,
    ...(all === 0 ? [] : [`${supporting} of ${countOf(all, 'executive')} are recorded at supporter or above.`]),
    ...(unread.length === 0 ? [] : [`${countOf(unread.length, 'client')} could not be read.`]),
  ];
  return [
    '<header>',
    '<p class="kicker">Customer experience playbooks</p>',
    '<h1>Portfolio</h1>',
    `<p class="facts"><span>As of <time datetime="${today}">${today}</time></span></p>`,
    `<p class="lead">${htmlText(lead.join(' '))}</p>`,
    `<p class="note">${htmlText(NOTHING_PRIVATE)}</p>`,
    '</header>',
  ].join('\n');
}

function standingTable(clients: readonly RankedClient[]): readonly string[] {
  const heads = ['Client', 'Executives', 'Moved', 'Open work', 'Risks and questions', 'Last recorded', 'Next'];
  return table('portfolio', heads, clients.map((client) => {
    const { summary } = client;
    const moved = summary.moves === undefined ? '' : ` <span class="place">in ${countOf(summary.moves.days, 'day')}</span>`;
    const isShort = (summary.work?.short ?? 0) > 0;
    const isOld = summary.record !== undefined && (summary.record.isQuiet || summary.record.on === undefined);
    return [
      rowHead(client, true),
      cell('Executives', `${levelBar(summary)}${htmlText(supportInWords(summary))}${summary.executives === undefined ? '' : ` <span class="place">${htmlText(levelsInWords(summary))}</span>`}`, 'people'),
      cell('Moved', `${htmlText(movesInWords(summary))}${moved}`, (summary.moves?.down ?? 0) > 0 ? 'to-go' : ''),
      cell('Open work', htmlText(workInWords(summary)), isShort ? 'to-go' : ''),
      cell('Risks and questions', htmlText(remarksInWords(summary))),
      cell('Last recorded', htmlText(recordInWords(summary)), isOld ? 'to-go' : ''),
      cell('Next', htmlText(nextInWords(summary, NEXT_NAMED))),
    ];
  }));
}

function groundTable(clients: readonly RankedClient[]): readonly string[] {
  const heads = ['Client', ...FOUNDATION_KINDS.map((kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`), ...COMPETENCIES.map((competency) => COMPETENCY_LABEL[competency])];
  return [
    ...table('ground', heads, clients.map((client) => {
      const { foundations, competencies } = client.summary;
      return [
        rowHead(client, false),
        ...FOUNDATION_KINDS.map((kind, index) => cell(heads[index + 1] ?? '', foundations?.[kind] ?? UNTOLD, foundations?.[kind] === 'none' ? 'to-go' : '')),
        ...COMPETENCIES.map((competency) => {
          const cover = competencies?.[competency];
          const isOpen = cover !== undefined && cover.executives + cover.work === 0;
          return cell(COMPETENCY_LABEL[competency], cover === undefined ? UNTOLD : isOpen ? 'nobody' : `${countOf(cover.executives, 'executive')}, ${cover.work} open work`, isOpen ? 'to-go' : '');
        }),
      ];
    })),
    '<p class="note">Approved: by the day of the summary. Written: without a day of approval. A competency is covered by executives and open work that list it.</p>',
  ];
}

function healthTable(clients: readonly RankedClient[]): readonly string[] {
  return table('health', ['Client', 'Notes', 'Findings', 'Rules with most'], clients.map((client) => {
    const { notes, findings } = client.summary;
    return [
      rowHead(client, false),
      cell('Notes', notes === undefined ? UNTOLD : `${notes.read}, ${notes.playbook} in the playbook`),
      cell('Findings', htmlText(findingsInWords(client.summary)), (findings?.error ?? 0) > 0 ? 'to-go' : ''),
      cell('Rules with most', htmlText(rulesInWords(client.summary))),
    ];
  }));
}

/** The name, the day of its summary, and with `reasons` why it stands where it does. */
function rowHead({ name, summary: { asOf }, concerns }: RankedClient, reasons: boolean): string {
  const day = asOf === undefined ? 'day not told' : `as of <time datetime="${asOf}">${asOf}</time>`;
  const why = concerns.length === 0 ? `<p class="why">${NO_CONCERN}</p>` : list(concerns.map(({ text }) => htmlText(text)), 'why');
  return `<th scope="row" role="rowheader">${clientName(name)}${reasons ? ` <span class="place">${day}</span> ${why}` : ''}</th>`;
}

function clientName(name: string): string {
  return `<bdi>${htmlText(name, 80)}</bdi>`;
}

/** Shares of the levels; the words beside it say the same. Empty without executives. */
function levelBar({ executives }: VaultSummary): string {
  const total = executives === undefined ? 0 : executiveCount(executives);
  if (executives === undefined || total === 0) return '';
  let x = 0;
  const parts = [...FROM_MOST.map((level) => ({ name: level, count: executives.levels[level] })), { name: 'unknown', count: executives.notAssessed }].flatMap(({ name, count }) => {
    const width = (count / total) * BAR_WIDTH;
    const part = `<rect class="level-${name}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="${BAR_HEIGHT}"/>`;
    x += width;
    return count === 0 ? [] : [part];
  });
  return `<svg class="trend-bar" viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join('')}</svg>`;
}

/** Roles stand in the markup: on a phone the cells are blocks, and would lose them. */
function table(className: string, heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    `<table class="${className}" role="table">`,
    `<thead role="rowgroup"><tr role="row">${heads.map((head) => `<th scope="col" role="columnheader">${htmlText(head)}</th>`).join('')}</tr></thead>`,
    `<tbody role="rowgroup">\n${rows.map((cells) => `<tr role="row">${cells.join('\n')}</tr>`).join('\n')}\n</tbody>`,
    '</table>',
  ];
}

function cell(label: string, content: string, className = ''): string {
  return `<td role="cell" data-label="${htmlText(label)}"${className === '' ? '' : ` class="${className}"`}>${content}</td>`;
}

function footer(): string {
  const [rule = '', ...questions] = ORDER_IN_WORDS;
  const meanings = FROM_MOST.map((level) => `<div><dt>${level}</dt><dd>${htmlText(COMMITMENT_MEANING[level])}</dd></div>`);
  return [
    '<footer>',
    '<h2 id="about-heading">About this page</h2>',
    '<div class="pair">',
    `<div><h3>In which order</h3>\n<p>${htmlText(rule)}</p>\n<ol class="first">\n${questions.map((question) => `<li>${htmlText(question)}</li>`).join('\n')}\n</ol></div>`,
    `<div><h3>The five levels (S1)</h3>\n<dl class="meanings">${meanings.join('')}</dl></div>`,
    '</div>',
    '</footer>',
  ].join('\n');
}

/** The style sheet without comments and line breaks; it holds no `<` and no `&`, so it is the same text in XML. */
function compact(styles: string): string {
  return styles.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').trim();
}
