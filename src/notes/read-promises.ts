/**
 * What was promised in a customer room, under `## Commitments made`: rows of a table with the columns who, what, by and
 * kept, in any order, or list items.
 *
 * @example `- [x] [[Ana]] release the money by 2026-05-18` // { who: [Ana], what: 'release the money', by: '2026-05-18', kept: true }
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import { readListItems, type ListItem } from '../markdown/list-items.js';
import type { Table, TableRow } from '../markdown/table-cells.js';
import type { TextRange } from '../markdown/text-range.js';
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import type { NoteLink } from '../playbook/note-identity.js';
import type { RoomPromise } from '../playbook/room.js';
import type { BodyText } from './body-text.js';
import { findDay } from './day-in-text.js';
import { parseKept } from './kept-words.js';
import { quoted } from './note-problem.js';

const PROMISES: ReadonlySet<string> = new Set([
  'commitments made', 'commitments', 'commitment made', 'promises', 'promises made', 'what was promised', 'what we promised',
  'zusagen', 'gemachte zusagen', 'versprechen', 'gegebene versprechen', 'verpflichtungen', 'engagements', 'engagements pris', 'promesses', 'compromisos', 'compromisos asumidos', 'promesas', 'impegni', 'impegni presi', 'promesse', 'toezeggingen', 'beloften', 'compromissos', 'promessas',
]);

type Column = 'who' | 'what' | 'by' | 'kept';
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  who: ['who', 'by whom', 'name', 'leader', 'executive', 'owner', 'person', 'wer', 'führungskraft', 'qui', 'quien', 'chi', 'wie', 'quem'],
  what: ['what', 'promise', 'commitment', 'promised', 'was', 'zusage', 'versprechen', 'quoi', 'promesse', 'engagement', 'que', 'compromiso', 'promesa', 'cosa', 'impegno', 'wat', 'toezegging', 'o que', 'compromisso'],
  by: ['by', 'by when', 'due', 'when', 'until', 'date', 'day', 'deadline', 'bis', 'bis wann', 'wann', 'termin', 'frist', 'fallig', 'datum', 'quand', 'pour le', 'echeance', 'cuando', 'para cuando', 'fecha', 'entro', 'scadenza', 'wanneer', 'quando', 'prazo'],
  kept: ['kept', 'done', 'status', 'gehalten', 'eingehalten', 'erledigt', 'stand', 'tenu', 'tenue', 'cumplido', 'cumplida', 'mantenuto', 'gehouden', 'cumprido'],
};
const COLUMN_BY_NAME: ReadonlyMap<string, Column> = new Map(
  (['who', 'what', 'by', 'kept'] as const).flatMap((column) => COLUMN_NAMES[column].map((name): [string, Column] => [name.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''), column])),
);

/** A day with the word before it, and brackets around both. Longer numbers, in whose end no day is read, are passed over whole. */
const DUE = /\d{5,}|\s*[(,;]?\s*(?:(?:by|until|before|due|on|bis|bis zum|am|vor|d'ici|avant|para|antes de|entro|voor|até)[\s:]+)?(?:📅\s*)?(\d{4}-\d{2}-\d{2})(?!\d)\s*\)?/giu;
/** "— kept" or "(not kept)" at the end. */
const OUTCOME = /(?:\s+[—–→-]+\s*|\s*\()([^()—–→]{1,24}?)\)?\s*$/u;
/** Between the names of those who promise, and behind them. */
const JOINS = /^(?:\s|\*\*|__|[,&+/]|(?:and|und|et|y|e|en)\s)+/iu;
const BEHIND_NAMES = /^(?:\s|\*\*|__|[:—–-])+/u;

export function readPromises(body: BodyText): readonly RoomPromise[] {
  const promises: RoomPromise[] = [];
  for (const { section } of body.parts(PROMISES)) {
    const range = { from: section.contentFrom, to: section.contentTo };
    for (const table of body.tablesIn(range)) readPromiseTable(body, table, promises);
    for (const item of readListItems(body.text, range, 0)) {
      const promise = readPromiseItem(body, item);
      if (promise !== undefined) promises.push(promise);
    }
  }
  return exactSize(promises.sort((a, b) => a.from - b.from));
}

function readPromiseTable(body: BodyText, { header, rows }: Table, promises: RoomPromise[]): void {
  const places: Partial<Record<Column, number>> = {};
  header.cells.forEach((cell, index) => {
    const column = COLUMN_BY_NAME.get(body.headings.read(body.text.slice(cell.from, cell.to)).name);
    if (column !== undefined) places[column] ??= index;
  });
  if (places.what === undefined) {
    body.hint(header, 'Table of promises has no column that says what was promised. Name its columns Who, What, By and Kept.');
    return;
  }
  for (const row of rows) {
    const promise = readPromiseRow(body, row, places);
    if (promise !== undefined) promises.push(promise);
  }
}

function readPromiseRow(body: BodyText, row: TableRow, places: Readonly<Partial<Record<Column, number>>>): RoomPromise | undefined {
  const cellOf = (column: Column): TextRange => row.cells[places[column] ?? -1] ?? { from: row.to, to: row.to };
  const what = body.plain(cellOf('what'));
  if (what === '') return undefined;
  return { who: exactSize(body.links(cellOf('who'))), what: detachedText(what), by: readDue(body, cellOf('by')), kept: readKept(body, cellOf('kept')), from: row.from, to: row.to };
}

function readDue(body: BodyText, cell: TextRange): CalendarDate | undefined {
  const plain = body.plain(cell);
  const day = findDay(plain);
  if (day === undefined && parseKept(plain) !== 'open') body.hint(cell, `Promise is due ${quoted(plain)}, in which no day can be read. Write it as "2026-05-18".`);
  return day;
}

function readKept(body: BodyText, cell: TextRange): boolean | undefined {
  const plain = body.plain(cell);
  const word = parseKept(plain);
  if (word === undefined) body.hint(cell, `Whether the promise was kept reads ${quoted(plain)}. Write "yes" or "no", or leave it empty.`);
  return word === undefined || word === 'open' ? undefined : word === 'kept';
}

/** Undefined for an item that says nothing. */
function readPromiseItem(body: BodyText, { textFrom, textTo, task }: ListItem): RoomPromise | undefined {
  const { who, end } = readNames(body, { from: textFrom, to: textTo });
  let what = body.plain({ from: end, to: textTo });
  let kept = task === 'x' || task === 'X' ? true : task === '-' ? false : undefined;
  const outcome = OUTCOME.exec(what);
  const word = outcome === null ? undefined : parseKept(outcome[1] ?? '');
  if (outcome !== null && word !== undefined) {
    what = what.slice(0, outcome.index);
    kept ??= word === 'open' ? undefined : word === 'kept';
  }
  const dues = [...what.matchAll(DUE)].filter((found) => found[1] !== undefined);
  const due = dues[dues.length - 1];
  const by = parseCalendarDate(due?.[1] ?? '');
  if (due !== undefined && by === undefined) body.hint({ from: textFrom, to: textTo }, `Promise is due "${due[1] ?? ''}", which is no day of the calendar. Write a day such as "2026-05-18".`);
  if (due !== undefined) what = `${what.slice(0, due.index)} ${what.slice(due.index + due[0].length)}`;
  what = what.replace(/\s+/gu, ' ').replace(/^[\s,;:.—–-]+|[\s,;:.—–-]+$/gu, '');
  if (what === '') return undefined;
  return { who: exactSize(who), what: detachedText(what), by, kept, from: textFrom, to: textTo };
}

/** The links that an item starts with, and where what they promise begins. */
function readNames(body: BodyText, range: TextRange): { readonly who: readonly NoteLink[]; readonly end: number } {
  const { text } = body;
  const who: NoteLink[] = [];
  let at = range.from;
  for (const link of body.links(range)) {
    if (at + (JOINS.exec(text.slice(at, link.from))?.[0].length ?? 0) !== link.from) break;
    who.push(link);
    at = link.to;
  }
  return { who, end: who.length === 0 ? at : at + (BEHIND_NAMES.exec(text.slice(at, range.to))?.[0].length ?? 0) };
}
