/**
 * What is wrong with the file of a thread, told by that file alone: what its reader met, and where its properties do not
 * agree with its name, its folder or its events.
 *
 * @example checkThread(thread) // [{ code: 'status', from: 71, to: 75, message: 'Property "status" says "open", …', fix }]
 */
import type { TextEdit } from '../markdown/text-edit.js';
import { ANNOTATION_FOLDERS, THREAD_STATUSES, visibilityOfPath } from '../playbook/annotation.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { ThreadFile, ThreadProblem } from './thread-file.js';

export interface ThreadFinding extends ThreadProblem {
  /** Lighter than others of its code. */
  readonly hint?: true;
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** Told here, whatever the reader says of it. */
const CHECKED_HERE: readonly string[] = ['id', 'status', 'target', 'visibility'];

export function checkThread(thread: ThreadFile): readonly ThreadFinding[] {
  const read = thread.problems.filter(({ code }) => !CHECKED_HERE.includes(code));
  return [...read, ...checkId(thread), ...checkTarget(thread), ...checkStatus(thread), ...checkVisibility(thread)];
}

/** The opening fence, for what is missing. */
const NOTE_START = { from: 0, to: 3 };

function placeOf({ values }: ThreadFile, property: string): { readonly from: number; readonly to: number } {
  return values.get(property) ?? NOTE_START;
}

const ID = /^[0-9a-z]{8}$/;

function checkId(thread: ThreadFile): readonly ThreadFinding[] {
  const { id, path } = thread.annotation;
  const place = { ...placeOf(thread, 'id'), code: 'id' } as const;
  if (id === '') return [{ ...place, message: 'This thread has no id, and what speaks of it cannot name it. Write "id": eight letters or digits that no other thread has, the same as in the name of its file.' }];
  if (!ID.test(id)) return [{ ...place, message: 'The id of a thread is eight small letters or digits, and this one is not. Write the one that the name of its file ends in.' }];
  if (titleOfPath(path).endsWith(`--${id}`)) return [];
  return [{ ...place, message: `The name of this thread’s file does not end in its id "${id}". Rename the file to "…--${id}.md", or correct the id: a copy needs one of its own.` }];
}

function checkTarget(thread: ThreadFile): readonly ThreadFinding[] {
  if (thread.annotation.target !== '') return [];
  return [{ ...placeOf(thread, 'target'), code: 'target', message: 'This thread names no note that it speaks of. Write "target" as a link in quotes, such as "[[Executives/Ana Ruiz]]".' }];
}

/** The events are the record; the property mirrors them for search and tables. Other values are told by their reader. */
function checkStatus(thread: ThreadFile): readonly ThreadFinding[] {
  const { writtenStatus, annotation: { status } } = thread;
  const place = thread.values.get('status');
  if (place === undefined || writtenStatus === status || !THREAD_STATUSES.some((known) => known === writtenStatus)) return [];
  const message = `Property "status" says "${writtenStatus ?? ''}", and by its events the thread is ${status}. Write "${status}", or add an event that says otherwise.`;
  return [{ ...place, code: 'status', message, fix: { title: `Change "status" to "${status}"`, edits: [{ ...place, insert: status }] } }];
}

function checkVisibility(thread: ThreadFile): readonly ThreadFinding[] {
  const { path, visibility } = thread.annotation;
  const ofFolder = visibilityOfPath(path);
  if (ofFolder === undefined || ofFolder === visibility) return [];
  const place = { ...placeOf(thread, 'visibility'), code: 'visibility' } as const;
  const { client, coach } = ANNOTATION_FOLDERS;
  return ofFolder === 'client'
    ? [{ ...place, message: `This thread is for the coach alone, and lies in the shared folder "${client}". Move it to "${coach}", or share it by "visibility: client".` }]
    : [{ ...place, hint: true, message: `This thread says that it is for the client, and lies in the private folder "${coach}", where no client sees it. Move it to "${client}", or write "visibility: coach".` }];
}
