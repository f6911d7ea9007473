/**
 * The file of a thread as the rules see it. Rules know nothing of its format: what its reader found becomes problems of
 * the note, and the note it speaks of becomes a link like those of other properties.
 */
import { tryReadThread } from '../annotations/read-thread.js';
import type { ThreadFile, ThreadProblem, ThreadProblemCode } from '../annotations/thread-file.js';
import type { NoteProblem, ProblemCode } from '../notes/note-problem.js';
import type { NoteReading, PropertyLink } from '../notes/read-note.js';
import { visibilityOfPath } from '../playbook/annotation.js';

const RULE_OF_PROBLEM: Readonly<Record<ThreadProblemCode, ProblemCode>> = {
  format: 'annotation-format',
  value: 'annotation-format',
  section: 'annotation-format',
  visibility: 'annotation-format',
  id: 'annotation-id',
  status: 'annotation-status',
  target: 'annotation-target',
};

/**
 * The thread that a note holds: by its kind, or because it lies in a folder of threads and is more than plain text, such
 * as a page that explains the folder. Undefined for any other note. The reader of YAML that the note needs is there already.
 */
export function threadIn(path: string, text: string, { parsed }: NoteReading): ThreadFile | undefined {
  const isThread = parsed.note?.kind === 'annotation' || (visibilityOfPath(path) !== undefined && OPENING.test(text));
  return isThread ? tryReadThread(path, text) : undefined;
}

/** Properties, or what a merge left of them. */
const OPENING = /^\uFEFF?(?:---|<<<<<<<)/;

/** The reading of the thread's file as a note, with what is wrong with the thread, and its target among the links. */
export function withThread({ parsed, source }: NoteReading, text: string, thread: ThreadFile): NoteReading {
  const ofThread = thread.problems.map((problem) => noteProblem(problem, thread));
  // Of one value the thread's own reader knows best what it should be.
  const ofNote = parsed.problems.filter(({ from, to }) => !ofThread.some((problem) => problem.from === from && problem.to === to));
  const target = targetLink(text, thread);
  return { parsed: { ...parsed, problems: [...ofNote, ...ofThread], links: target === undefined ? parsed.links : [...parsed.links, target] }, source };
}

function noteProblem({ code, from, to, message }: ThreadProblem, { annotation: { path, visibility, status }, values }: ThreadFile): NoteProblem {
  const place = { from, to };
  if (code === 'visibility') {
    const ofFolder = visibilityOfPath(path);
    // What the client shall see and does not is no leak.
    if (ofFolder !== undefined && ofFolder !== visibility) return { ...place, message, code: 'private-leak', ...(ofFolder === 'coach' ? { hint: true } : {}) };
  }
  const fix = code === 'status' && values.has('status') ? { fix: { title: `Change "status" to "${status}"`, edits: [{ ...place, insert: status }] } } : {};
  return { ...place, message, code: RULE_OF_PROBLEM[code], ...fix };
}

/** Its range is the name alone where that stands in the property as it is meant, else the whole value. */
function targetLink(text: string, { annotation: { target }, values }: ThreadFile): PropertyLink | undefined {
  const value = values.get('target');
  if (target === '' || value === undefined) return undefined;
  const at = text.slice(value.from, value.to).indexOf(target);
  const from = value.from + at;
  return { property: 'target', target, ...(at === -1 ? value : { from, to: from + target.length }) };
}
