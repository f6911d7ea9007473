/** The step about promises made in customer rooms that are past their day (S4). Undefined when none is. */
import { countOf } from './count-of.js';
import type { NextStep } from './next-step.js';
import { pathsOf } from './paths-of.js';
import type { OpenPromise, Rooms } from './room-promises.js';
import { listedLongOf, names, shortened, shortName } from './step-words.js';

/** So many promises get words of their own. */
const MAX_PROMISES = 4;
const MAX_PROMISE_LENGTH = 120;

export function overduePromiseStep({ open }: Rooms): NextStep | undefined {
  const overdue = open.filter(({ lateDays }) => lateDays !== undefined);
  const [first] = overdue;
  if (first === undefined) return undefined;
  const people = [...new Set(overdue.flatMap(({ who }) => who))];
  const owner = first.who[0];
  return {
    kind: 'overdue-promise',
    title: overdue.length === 1 ? `Settle an open promise${owner === undefined ? '' : ` with ${shortName(owner)}`}: ${promiseText(first)}` : `Settle ${countOf(overdue.length, 'promise')} past their day`,
    reasons: [`Recorded in this vault: ${listedLongOf(overdue, promiseInWords, MAX_PROMISES)}.`],
    actions: [
      'Ask who made the promise for the word that it is kept, or for a new day, and write it into the room’s note.',
      'Tell those who were in the room what came of it, before leaders walk the journey with customers again (S4).',
    ],
    people,
    work: [],
    paths: pathsOf([...overdue.map(({ room }) => room), ...people]),
    source: 'S4',
  };
}

/** "Sunniva promised fee rules that match the poster by 2026-10-01, 52 days past (Customer Room 2026-04)". */
export function promiseInWords(open: OpenPromise): string {
  const { promise, who, lateDays, room } = open;
  const by = promise.by === undefined ? '' : ` by ${promise.by}`;
  const late = lateDays === undefined ? '' : `, ${countOf(lateDays, 'day')} past`;
  return `${who.length === 0 ? 'somebody' : names(who)} promised ${promiseText(open)}${by}${late} (${shortName(room)})`;
}

export function promiseText({ promise: { what } }: OpenPromise): string {
  return shortened(what, MAX_PROMISE_LENGTH);
}
