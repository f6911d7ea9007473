/**
 * Reads the file of a thread. It never throws and never gives up: a file that people edited by hand, or that git merged
 * by halves, is read as far as it goes, and its problems are told.
 *
 * @example readThread('_annotations/ana--7k3m9q2x.md', text)?.annotation.status // 'open'
 */
import { detachedText } from '../markdown/detached-text.js';
import { loadYamlReader } from '../markdown/frontmatter.js';
import type { Property } from '../markdown/property.js';
import { parseWikilink } from '../markdown/wikilink.js';
import { ANNOTATION_KINDS, readVisibility, visibilityOfPath, type Annotation, type ThreadEvent, type ThreadStatus } from '../playbook/annotation.js';
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { readEvents } from './thread-events.js';
import type { ThreadFile, ThreadProblem } from './thread-file.js';
import { splitSides } from './thread-lines.js';
import { checkProperties } from './thread-problems.js';
import { tryReadProperties } from './thread-properties.js';

/** Reads a thread, loading the full reader of YAML when its properties need that. */
export async function readThread(path: string, text: string): Promise<ThreadFile> {
  const read = tryReadThread(path, text);
  if (read !== undefined) return read;
  await loadYamlReader();
  return readThread(path, text);
}

/** Like {@link readThread} without waiting; undefined when the full reader of YAML is needed and not loaded. */
export function tryReadThread(path: string, text: string): ThreadFile | undefined {
  const sides = splitSides(text);
  const read = tryReadProperties(text, sides);
  if (read === undefined) return undefined;
  const { properties, opening, bodies } = read;
  const { events, problems: sectionProblems } = readEvents(text, bodies);
  const textOf = (name: string): string => textOfProperty(text, name, properties.get(name));
  const status = statusOf(events);
  const created = textOf('created');
  const annotation: Annotation = {
    path,
    id: textOf('id'),
    target: targetOf(textOf('target')),
    kind: ANNOTATION_KINDS.find((kind) => kind === textOf('kind')) ?? 'question',
    visibility: readVisibility(properties.get('visibility')?.value) ?? visibilityOfPath(path) ?? 'client',
    author: textOf('author'),
    created,
    createdOn: dayOf(created),
    lastOn: dayOf(events.at(-1)?.at ?? created),
    selector: {
      quote: textOf('quote'),
      prefix: textOf('prefix'),
      suffix: textOf('suffix'),
      heading: headingOf(text, properties.get('heading')),
      start: startOf(properties.get('start')?.value),
      blob: textOf('blob') || undefined,
    },
    status,
    events,
  };
  const problems = wholeProblem(text, opening === undefined) ?? [
    ...sides.conflicts.map(({ from, to }): ThreadProblem => ({ from, to, code: 'format', message: CONFLICT })),
    ...read.problems,
    ...(opening === undefined ? [] : checkProperties({ path, properties, opening, status, textOf })),
    ...(events.length > 0 ? [] : [{ from: text.length, to: text.length, code: 'section' as const, message: NO_EVENTS }]),
    ...sectionProblems,
  ];
  return {
    annotation,
    writtenStatus: textOf('status') || undefined,
    values: new Map([...properties].map(([name, { valueFrom, valueTo }]) => [name, { from: valueFrom, to: valueTo }] as const)),
    problems: [...problems].sort((a, b) => a.from - b.from).slice(0, MOST_PROBLEMS),
  };
}

/** OURS: nobody reads more of one file, and a file made to be tiresome has no more. */
const MOST_PROBLEMS = 100;

const CONFLICT = 'Two versions of this file were merged and their differences still stand in it; both are read. Keep the sections of both, and remove the lines with the markers.';
const NO_EVENTS = 'The thread has no comment. Write one below a heading "## 2026-11-22T10:04:11Z name", or remove the file.';
const EMPTY = 'The file is empty. Restore the thread from history, or remove the file.';
const BINARY = 'The file holds signs that no text has: it is no thread. Move it out of the folder of annotations.';
const NO_PROPERTIES = 'The file does not start with properties, so it is not known what the thread speaks of. Put them between two lines of "---", or move the file out of the folder of annotations.';

/** What makes the whole file no thread; then nothing else is worth telling. */
function wholeProblem(text: string, hasNoProperties: boolean): readonly ThreadProblem[] | undefined {
  const tell = (from: number, to: number, message: string): readonly ThreadProblem[] => [{ from, to, code: 'format', message }];
  const nul = text.indexOf('\0');
  if (nul !== -1) return tell(nul, nul + 1, BINARY);
  if (text.trim() === '') return tell(0, 0, EMPTY);
  return hasNoProperties ? tell(0, /^[^\r\n]*/.exec(text)?.[0].length ?? 0, NO_PROPERTIES) : undefined;
}

/** The last event that decides it counts, whatever the property says. */
function statusOf(events: readonly ThreadEvent[]): ThreadStatus {
  const deciding = events.filter(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return deciding.at(-1)?.kind === 'resolved' ? 'resolved' : 'open';
}

function dayOf(instant: string): CalendarDate | undefined {
  return parseCalendarDate(instant.slice(0, 10));
}

/** Text as it is meant: `id: 01234567` is no number. A link without quotes is a list in a list to YAML. */
function textOfProperty(text: string, name: string, property: Property | undefined): string {
  const value = property?.value;
  if (property === undefined || value === null || value === undefined) return '';
  if (typeof value === 'string') return detachedText(value);
  const isLink = name === 'target' && Array.isArray(value);
  return isLink || typeof value !== 'object' ? detachedText(text.slice(property.valueFrom, property.valueTo)) : '';
}

/** A link, or its target alone: what stands there is told as a problem, and still leads to the note. */
function targetOf(written: string): string {
  const link = parseWikilink(written);
  return link === undefined ? (/[[\]\r\n]/.test(written) ? '' : written.trim()) : link.target;
}

function headingOf(text: string, property: Property | undefined): readonly string[] {
  if (property === undefined) return [];
  const { value, items } = property;
  if (typeof value === 'string') return [detachedText(value)];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => {
    if (typeof item === 'string') return [detachedText(item)];
    const range = items[index];
    return typeof item === 'number' && range !== undefined ? [detachedText(text.slice(range.from, range.to))] : [];
  });
}

function startOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
