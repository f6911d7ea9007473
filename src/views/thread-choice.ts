/** Which annotations a person chose to see, and in which order; kept with the pane. */
import { ANNOTATION_KINDS, ANNOTATION_VISIBILITIES, type Annotation, type AnnotationKind, type AnnotationVisibility } from '../playbook/annotation.js';
import { daysBetween, type CalendarDate } from '../playbook/calendar-date.js';
import { THREAD_STATES, type ThreadRow, type ThreadState } from './thread-rows.js';

/** By the day of the newest event. */
export const THREAD_AGES = ['week', 'month', 'overMonth', 'overQuarter'] as const;
export type ThreadAge = (typeof THREAD_AGES)[number];

/** Of the vault; those of one note stand as their passages do. */
export const THREAD_ORDERS = ['newest', 'note'] as const;
export type ThreadOrder = (typeof THREAD_ORDERS)[number];

export interface ThreadsChoice {
  /** Those of the note in front, or of all notes. */
  readonly scope: 'note' | 'vault';
  /** Threads that hold every word: in note, quote, headings, names or what was written. */
  readonly text: string;
  /** Undefined for all. */
  readonly kind: AnnotationKind | undefined;
  readonly visibility: AnnotationVisibility | undefined;
  /** Who began the thread, or wrote in it. */
  readonly author: string | undefined;
  readonly age: ThreadAge | undefined;
  readonly order: ThreadOrder;
  readonly closed: readonly ThreadState[];
}

export const FIRST_THREADS_CHOICE: ThreadsChoice = {
  scope: 'note',
  text: '',
  kind: undefined,
  visibility: undefined,
  author: undefined,
  age: undefined,
  order: 'newest',
  closed: ['resolved'],
};

/** A choice as it was saved, maybe by another version: each value that cannot be read gives way to its default. */
export function readThreadsChoice(state: unknown): ThreadsChoice {
  const values: Readonly<Record<string, unknown>> = typeof state === 'object' && state !== null ? { ...state } : {};
  const { closed, text, author } = values;
  return {
    scope: values['scope'] === 'vault' ? 'vault' : 'note',
    text: typeof text === 'string' ? text : '',
    kind: oneOf(ANNOTATION_KINDS, values['kind']),
    visibility: oneOf(ANNOTATION_VISIBILITIES, values['visibility']),
    author: typeof author === 'string' && author !== '' ? author : undefined,
    age: oneOf(THREAD_AGES, values['age']),
    order: oneOf(THREAD_ORDERS, values['order']) ?? FIRST_THREADS_CHOICE.order,
    closed: Array.isArray(closed) ? THREAD_STATES.filter((one) => closed.includes(one)) : FIRST_THREADS_CHOICE.closed,
  };
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((one) => one === value);
}

/** How many filters are set, the search left aside. */
export function countFilters({ kind, visibility, author, age }: ThreadsChoice): number {
  return [kind, visibility, author, age].filter((value) => value !== undefined).length;
}

export function clearFilters(choice: ThreadsChoice): ThreadsChoice {
  const { text, kind, visibility, author, age } = FIRST_THREADS_CHOICE;
  return { ...choice, text, kind, visibility, author, age };
}

/** The choice that shows a thread, changed no more than it takes. */
export function choiceToShow(choice: ThreadsChoice, row: ThreadRow, currentPath: string | undefined, today: CalendarDate): ThreadsChoice {
  const scope = belongsTo(row, currentPath) ? choice.scope : 'vault';
  const isShown = filterThreads([row], { ...choice, scope }, currentPath, today).length > 0;
  return { ...(isShown ? choice : clearFilters(choice)), scope, closed: choice.closed.filter((state) => state !== row.state) };
}

/** Threads of the scope: all there is to filter. A thread's own file in front counts as its note. */
export function threadsInScope(rows: readonly ThreadRow[], { scope }: ThreadsChoice, currentPath: string | undefined): readonly ThreadRow[] {
  return scope === 'vault' ? rows : rows.filter((row) => belongsTo(row, currentPath));
}

function belongsTo({ path, notePath }: ThreadRow, currentPath: string | undefined): boolean {
  return currentPath !== undefined && (notePath === currentPath || path === currentPath);
}

/** In the order given. */
export function filterThreads(rows: readonly ThreadRow[], choice: ThreadsChoice, currentPath: string | undefined, today: CalendarDate): readonly ThreadRow[] {
  const wanted = choice.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return threadsInScope(rows, choice, currentPath).filter((row) => {
    const { annotation } = row;
    if (choice.kind !== undefined && annotation.kind !== choice.kind) return false;
    if (choice.visibility !== undefined && (choice.visibility === 'coach') !== row.isPrivate) return false;
    if (choice.author !== undefined && !authorsOf(annotation).includes(choice.author)) return false;
    if (choice.age !== undefined && !isOfAge(annotation, choice.age, today)) return false;
    return wanted.length === 0 || holdsAll(saidIn(row), wanted);
  });
}

/** Everybody who wrote, by name. */
export function authorsOf({ author, events }: Annotation): readonly string[] {
  return [...new Set([author, ...events.map((event) => event.author)])].filter((name) => name !== '');
}

/** A thread whose days cannot be read is of no age. */
function isOfAge({ lastOn, createdOn }: Annotation, age: ThreadAge, today: CalendarDate): boolean {
  const on = lastOn ?? createdOn;
  if (on === undefined) return false;
  const days = daysBetween(on, today);
  return { week: days <= 7, month: days <= 30, overMonth: days > 30, overQuarter: days > 90 }[age];
}

const said = new WeakMap<ThreadRow, string>();

function saidIn(row: ThreadRow): string {
  const known = said.get(row);
  if (known !== undefined) return known;
  const { annotation, noteTitle } = row;
  const { quote, heading } = annotation.selector;
  const text = [noteTitle, quote, ...heading, ...authorsOf(annotation), ...annotation.events.map((event) => event.text)].join('\n').toLowerCase();
  said.set(row, text);
  return text;
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
