/**
 * The file of a thread as the rules see it. Rules know nothing of its format: what is wrong with it becomes problems of
 * the note, and the note it speaks of becomes a link like those of other properties.
 */
import { checkThread } from '../annotations/check-thread.js';
import { tryReadThread } from '../annotations/read-thread.js';
import type { ThreadFile, ThreadProblemCode } from '../annotations/thread-file.js';
import type { NoteProblem, ProblemCode } from '../notes/note-problem.js';
import type { NoteReading, PropertyLink } from '../notes/read-note.js';
import { visibilityOfPath } from '../playbook/annotation.js';

const RULE_OF_PROBLEM: Readonly<Record<ThreadProblemCode, ProblemCode>> = {
  format: 'annotation-format',
  value: 'annotation-format',
  section: 'annotation-format',
  id: 'annotation-id',
  status: 'annotation-status',
  target: 'annotation-target',
  visibility: 'private-leak',
};

/**
 * The thread that a note holds: by its kind, or because it lies in a folder of threads and is more than plain text. Undefined for
 * any other note. The reader of YAML that the note needs is there already.
 */
export function threadIn(path: string, text: string, { parsed }: NoteReading): ThreadFile | undefined {
  const isThread = parsed.note?.kind === 'annotation' || (visibilityOfPath(path) !== undefined && OPENING.test(text));
  return isThread ? tryReadThread(path, text) : undefined;
}

/** Properties, or what a merge left of them. */
const OPENING = /^\uFEFF?(?:---|<<<<<<<)/;

/** The reading of the thread's file as a note, with what is wrong with the thread, and its target among the links. */
export function withThread({ parsed, source }: NoteReading, text: string, thread: ThreadFile): NoteReading {
  const problems = checkThread(thread).map(({ code, from, to, message, hint, fix }): NoteProblem => ({
    from, to, message, code: RULE_OF_PROBLEM[code], ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }),
  }));
  const { links } = parsed;
  const target = targetLink(text, thread);
  return { parsed: { ...parsed, problems: [...parsed.problems, ...problems], links: target === undefined ? links : [...links, target] }, source };
}

/** Its range is the name alone where that stands in the property as it is meant, else the whole value. */
function targetLink(text: string, { annotation: { target }, values }: ThreadFile): PropertyLink | undefined {
  const value = values.get('target');
  if (target === '' || value === undefined) return undefined;
  const at = text.slice(value.from, value.to).indexOf(target);
  const from = value.from + at;
  return { property: 'target', target, ...(at === -1 ? value : { from, to: from + target.length }) };
}
