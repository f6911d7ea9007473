/** A portfolio as a document for a terminal and for Markdown: the table, each client, what could not be read, the order. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import { UNREAD_REASON, type Portfolio, type RankedClient } from '../playbook/portfolio-clients.js';
import { executiveCount, supportingPercent } from '../playbook/portfolio.js';
import { competenciesInWords, findingsInWords, foundationsInWords, levelsInWords, movesInWords, nextInWords, NO_CONCERN, NOTHING_PRIVATE, ORDER_IN_WORDS, recordInWords, remarksInWords, rulesInWords, supportInWords, workInWords } from './portfolio-words.js';
import { listBlock, paragraph, type DocumentSection } from './text-document.js';

/** What stands above all sections. */
export function portfolioHead({ clients, unread }: Portfolio, today: CalendarDate): string {
  const left = unread.length === 0 ? '' : `, and ${countOf(unread.length, 'client')} that could not be read`;
  return `${countOf(clients.length, 'client')} on ${today}${left}. ${NOTHING_PRIVATE}`;
}

export function portfolioSections({ clients, unread }: Portfolio): readonly DocumentSection[] {
  const [rule = '', ...questions] = ORDER_IN_WORDS;
  return [
    ...(clients.length === 0 ? [] : [{ heading: 'Where each client stands', blocks: [{ kind: 'table' as const, head: HEAD, rows: clients.map(tableRow) }] }]),
    ...clients.map(clientSection),
    ...(unread.length === 0 ? [] : [{ heading: 'Not read', blocks: listBlock(unread.map(({ name, reason }) => ({ text: `${name}: ${UNREAD_REASON[reason]}` }))) }]),
    { heading: 'In which order', blocks: [paragraph(rule), ...listBlock(questions.map((text) => ({ text })), 'numbered')] },
  ];
}

const HEAD = ['Client', 'As of', 'Reasons', 'People', 'Support %', 'Up', 'Down', 'Short', 'Errors', 'Quiet days'];

function tableRow({ name, summary, concerns }: RankedClient): readonly string[] {
  const { asOf, executives, moves, work, findings, record } = summary;
  const percent = executives && supportingPercent(executives);
  return [name, asOf ?? '', String(concerns.length), ...[executives && executiveCount(executives), percent, moves?.up, moves?.down, work?.short, findings?.error, record?.days].map((count) => (count === undefined ? '' : String(count)))];
}

function clientSection({ name, summary, concerns }: RankedClient): DocumentSection {
  const { asOf, moves, notes } = summary;
  const rules = rulesInWords(summary);
  const facts = [
    `Executives: ${supportInWords(summary)}${summary.executives === undefined ? '' : ` (${levelsInWords(summary)})`}`,
    `Moved${moves === undefined ? '' : ` in ${countOf(moves.days, 'day')}`}: ${movesInWords(summary)}`,
    `Open work: ${workInWords(summary)}`,
    `Findings: ${findingsInWords(summary)}${rules === '' ? '' : `; ${rules}`}`,
    `Open remarks: ${remarksInWords(summary)}`,
    `Last recorded: ${recordInWords(summary)}`,
    `Foundations: ${foundationsInWords(summary)}`,
    `Competencies: ${competenciesInWords(summary)}`,
    `Next steps: ${nextInWords(summary)}`,
  ];
  return {
    heading: name,
    blocks: [
      paragraph(`As of ${asOf ?? 'a day that is not told'}${notes === undefined ? '' : `, ${countOf(notes.read, 'note')}, ${notes.playbook} of them in the playbook`}. ${concerns.length === 0 ? NO_CONCERN : `Look here first: ${concerns.map(({ text }) => text).join('; ')}.`}`),
      ...listBlock(facts.map((text) => ({ text }))),
    ],
  };
}
