/** What is wrong with the values of a thread's properties: each is told at its value, a missing one at the first line. */
import type { Property } from '../markdown/property.js';
import type { TextRange } from '../markdown/text-range.js';
import { parseWikilink } from '../markdown/wikilink.js';
import { ANNOTATION_FOLDERS, ANNOTATION_KINDS, ANNOTATION_VISIBILITIES, THREAD_STATUSES, visibilityOfPath, type ThreadStatus } from '../playbook/annotation.js';
import { readInstant } from './instant.js';
import type { ThreadProblem, ThreadProblemCode } from './thread-file.js';

/** The newest format that is read; newer ones are read as well as can be. */
const FORMAT = 1;
const ID = /^[0-9a-z]{8}$/;
const BLOB = /^[0-9a-f]{40}$/;

export interface CheckedThread {
  readonly path: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Where a missing property is told. */
  readonly opening: TextRange;
  /** By the events. */
  readonly status: ThreadStatus;
  readonly textOf: (name: string) => string;
}

export function checkProperties(thread: CheckedThread): readonly ThreadProblem[] {
  const { path, properties, textOf } = thread;
  const problems: ThreadProblem[] = [];
  const tell = (name: string, code: ThreadProblemCode, message: string): void => {
    const { valueFrom: from, valueTo: to } = properties.get(name) ?? { valueFrom: thread.opening.from, valueTo: thread.opening.to };
    problems.push({ from, to, code, message });
  };
  /** Tells a property that is missing, or has a value that does not hold. */
  const check = (name: string, code: ThreadProblemCode, holds: (value: string) => boolean, expected: string): void => {
    const value = textOf(name);
    if (value === '') tell(name, code, `The property "${name}" is missing. Write ${expected}.`);
    else if (!holds(value)) tell(name, code, `The property "${name}" says "${shortened(value)}". Write ${expected}.`);
  };

  check('type', 'value', (value) => value === 'annotation', '"type: annotation"');
  const format = textOf('format');
  if (/^\d+$/.test(format) && Number(format) > FORMAT) tell('format', 'format', `The thread has format ${shortened(format)}; this version knows format ${FORMAT} and may overlook a part. Update the program.`);
  else check('format', 'format', (value) => value === String(FORMAT), `"format: ${FORMAT}"`);
  checkId(path, textOf('id'), (message) => { tell('id', 'id', message); });
  check('target', 'target', (value) => typeof properties.get('target')?.value === 'string' && (parseWikilink(value)?.target ?? '') !== '', 'a link to the note in quotes, as in "[[Executives/Ana Ruiz]]"');
  checkStatus(thread, (message) => { tell('status', 'status', message); });
  check('kind', 'value', (value) => ANNOTATION_KINDS.some((kind) => kind === value), oneOf(ANNOTATION_KINDS));
  checkVisibility(path, textOf('visibility'), (message) => { tell('visibility', 'visibility', message); });
  check('author', 'value', () => true, 'who started the thread');
  check('created', 'value', (value) => readInstant(value) !== undefined, 'an instant, as in 2026-11-22T10:04:11Z');
  if (properties.get('start')?.value !== null && textOf('start') !== '') check('start', 'value', (value) => /^\d{1,15}$/.test(value), 'a whole number, or remove it: it is a hint');
  if (textOf('blob') !== '') check('blob', 'value', (value) => BLOB.test(value), "git's id of the note with 40 signs, or remove it: it is a hint");
  return problems;
}

function checkId(path: string, id: string, tell: (message: string) => void): void {
  const [, named] = /--([0-9a-z]{8})\.md$/.exec(path) ?? [];
  const remedy = named === undefined ? 'Write eight small letters and digits that no other thread has' : `Write "${named}", as the name of the file says`;
  if (id === '') tell(`The property "id" is missing. ${remedy}.`);
  else if (!ID.test(id)) tell(`The property "id" says "${shortened(id)}". ${remedy}.`);
  else if (named !== undefined && named !== id) tell(`The property "id" says "${id}", the name of the file "${named}". Give the thread one id that no other thread has.`);
}

function checkStatus({ status, textOf }: CheckedThread, tell: (message: string) => void): void {
  const written = textOf('status');
  if (written === status) return;
  if (written === '') tell(`The property "status" is missing. Write "${status}", as the sections say.`);
  else if (!THREAD_STATUSES.some((known) => known === written)) tell(`The property "status" says "${shortened(written)}". Write "${status}", as the sections say.`);
  else tell(`The property "status" says "${written}", the sections say "${status}". The sections decide: write "${status}", or add a section "· ${written === 'open' ? 'reopened' : 'resolved'}".`);
}

function checkVisibility(path: string, written: string, tell: (message: string) => void): void {
  const byFolder = visibilityOfPath(path);
  const known = ANNOTATION_VISIBILITIES.find((visibility) => visibility === written);
  const expected = byFolder === undefined ? oneOf(ANNOTATION_VISIBILITIES) : `"${byFolder}", as its folder says`;
  if (written === '') tell(`The property "visibility" is missing. Write ${expected}.`);
  else if (known === undefined) tell(`The property "visibility" says "${shortened(written)}", and counts as "coach" for safety. Write ${expected}.`);
  else if (byFolder !== undefined && known !== byFolder) tell(`The property "visibility" says "${known}", but the thread lies in "${ANNOTATION_FOLDERS[byFolder]}". Move the file to "${ANNOTATION_FOLDERS[known]}", or write "${byFolder}".`);
}

function oneOf(words: readonly string[]): string {
  return `one of ${words.map((word) => `"${word}"`).join(', ')}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
