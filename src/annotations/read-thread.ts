/**
 * Reads the file of a thread. It never throws and never gives up: a file that people edited by hand, or that git merged
 * by halves, is read as far as it goes, and its problems are told.
 *
 * @example readThread('_annotations/ana--7k3m9q2x.md', text)?.annotation.status // 'open'
 */
import { loadYamlReader, tryReadFrontmatter, type Frontmatter } from '../markdown/frontmatter.js';
import { scanOutline } from '../markdown/outline.js';
import { parseWikilink } from '../markdown/wikilink.js';
import { ANNOTATION_KINDS, ANNOTATION_VISIBILITIES, visibilityOfPath, type Annotation, type ThreadEvent, type ThreadEventKind } from '../playbook/annotation.js';
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { byCodeUnits } from '../playbook/playbook.js';
import type { ThreadFile } from './thread-file.js';

/** Reads a thread, loading the full reader of YAML when its properties need that. */
export async function readThread(path: string, text: string): Promise<ThreadFile> {
  const read = tryReadThread(path, text);
  if (read !== undefined) return read;
  await loadYamlReader();
  return readThread(path, text);
}

/** Like {@link readThread} without waiting; undefined when the full reader of YAML is needed and not loaded. */
export function tryReadThread(path: string, text: string): ThreadFile | undefined {
  const frontmatter = tryReadFrontmatter(text);
  if (frontmatter === undefined) return undefined;
  const events = readEvents(text);
  const word = (name: string): string => textOf(frontmatter, name);
  const created = word('created');
  const annotation: Annotation = {
    path,
    id: word('id'),
    target: parseWikilink(word('target'))?.target ?? '',
    kind: ANNOTATION_KINDS.find((kind) => kind === word('kind')) ?? 'question',
    visibility: ANNOTATION_VISIBILITIES.find((visibility) => visibility === word('visibility')) ?? visibilityOfPath(path) ?? 'client',
    author: word('author'),
    created,
    createdOn: dayOf(created),
    lastOn: dayOf(events[events.length - 1]?.at ?? created),
    selector: {
      quote: word('quote'),
      prefix: word('prefix'),
      suffix: word('suffix'),
      heading: textsOf(frontmatter.get('heading')?.value),
      start: numberOf(frontmatter.get('start')?.value),
      blob: word('blob') || undefined,
    },
    status: statusOf(events),
    events,
  };
  const values = new Map(frontmatter.properties.map(({ name, valueFrom, valueTo }) => [name, { from: valueFrom, to: valueTo }] as const));
  return { annotation, writtenStatus: word('status') || undefined, values, problems: [] };
}

const EVENT_HEADING = /^(\S+)\s+(.+?)(?:\s+·\s+(resolved|reopened|reanchored))?$/;

function readEvents(text: string): readonly ThreadEvent[] {
  return scanOutline(text).sections.flatMap(({ heading, contentFrom, contentTo }): ThreadEvent[] => {
    const [, at = '', author = '', kind = 'comment'] = EVENT_HEADING.exec(text.slice(heading.textFrom, heading.textTo)) ?? [];
    if (dayOf(at) === undefined) return [];
    return [{ at, author, kind: eventKind(kind), text: text.slice(contentFrom, contentTo).trim() }];
  }).sort((a, b) => byCodeUnits(a.at, b.at));
}

function eventKind(written: string): ThreadEventKind {
  return written === 'resolved' || written === 'reopened' || written === 'reanchored' ? written : 'comment';
}

function statusOf(events: readonly ThreadEvent[]): Annotation['status'] {
  const deciding = events.filter(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return deciding[deciding.length - 1]?.kind === 'resolved' ? 'resolved' : 'open';
}

function dayOf(instant: string): CalendarDate | undefined {
  return parseCalendarDate(instant.slice(0, 10));
}

function textOf(frontmatter: Frontmatter, name: string): string {
  const value = frontmatter.get(name)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
