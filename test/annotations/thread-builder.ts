/** Threads for tests, as text. */
import fc from 'fast-check';
import { formatThread, type NewThread } from '../../src/annotations/new-thread.js';
import type { QuoteSelector } from '../../src/playbook/annotation.js';

export const THREAD_PATH = '_annotations/ana-ruiz--7k3m9q2x.md';

export const SELECTOR: QuoteSelector = {
  quote: 'We will cut the programme in Q3',
  prefix: 'In March she said: ',
  suffix: ', and left.',
  heading: ['Executive view', 'Why'],
  start: 1234,
  blob: '3b18e512dba79e4c8300dd08aeb37f8e728b8dad',
};

export function newThread(changes: Partial<NewThread> = {}): NewThread {
  return {
    id: '7k3m9q2x',
    targetLink: '[[Executives/Ana Ruiz]]',
    kind: 'question',
    visibility: 'client',
    author: 'raj.patel',
    at: '2026-11-22T10:04:11Z',
    selector: SELECTOR,
    text: 'Is this decided, or a fear?',
    ...changes,
  };
}

export function threadText(changes: Partial<NewThread> = {}): string {
  return formatThread(newThread(changes));
}

/** The thread with some of its text replaced, once. Throws when that is not in it, for then the test would test nothing. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the thread.`);
  return text.replace(from, () => to);
}

const FRAGMENTS = [
  '## 2026-11-23T09:00:00Z eve', '## Plan', '##', '# One', '---', '===', '=======', '<<<<<<< HEAD', '>>>>>>> theirs', '||||||| base', '```', '```js', '````', '~~~', '> quote',
  '%%', '%% a %%', '$$', '<!--', '-->', '<!-- a -->', '<script>', '</script>', '<pre>', '<?', '<%', '<![CDATA[', '[[Ana]]', '- item', '  ```', '    code', '\\## Plan', '\\\\```', '\\%%', 'status: resolved', '· resolved', 'ǘא😀', '', ' ', '\t',
] as const;

/** Comments made of what could break a thread's file, and of any signs. */
export const hostileComment = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }), { maxLength: 12 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((ending) => lines.join(ending)));
