/** Which notes threads are linked to again, with the reason for each, for people and programs. */
import type { PositionRange } from '../lint/diagnostic.js';
import { countOf } from '../playbook/count-of.js';
import { listed } from '../playbook/step-words.js';
import { formatJson, printable } from './printable.js';

/** What a new place rests on. */
export type RelinkReason = 'git-rename' | 'same-text' | 'quote';

export type RelinkOutcome =
  | { readonly kind: 'found'; readonly path: string; readonly reason: RelinkReason }
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[]; readonly reason: RelinkReason }
  | { readonly kind: 'lost' }
  /** The note was found, and the thread's file cannot be changed. */
  | { readonly kind: 'refused'; readonly message: string };

export interface RelinkedThread {
  /** Of the thread's file. */
  readonly path: string;
  /** Of its link. */
  readonly range: PositionRange;
  /** What the link says; empty where there is none. */
  readonly target: string;
  readonly outcome: RelinkOutcome;
}

const FOUND: Readonly<Record<RelinkReason, string>> = {
  'git-rename': 'git has the note renamed',
  'same-text': 'the note has the text that the thread was written on',
  quote: 'the quote stands in this note alone',
};
const AMBIGUOUS: Readonly<Record<RelinkReason, string>> = {
  'git-rename': 'git has notes of this name renamed to more than one',
  'same-text': 'more than one note has the text that the thread was written on',
  quote: 'the quote, or one like it, stands there',
};

/** `path:line:column message`, one a line. */
export function formatRelinkText(threads: readonly RelinkedThread[]): string {
  return threads.map(({ path, range: { start }, target, outcome }) => `${printable(path)}:${start.line}:${start.column} ${printable(inWords(target, outcome))}\n`).join('');
}

function inWords(target: string, outcome: RelinkOutcome): string {
  const link = target === '' ? 'No link' : `"${target}"`;
  switch (outcome.kind) {
    case 'found': return `${link} → "${outcome.path}": ${FOUND[outcome.reason]}.`;
    case 'ambiguous': return `${link} may mean ${listed(outcome.paths.map((path) => `"${path}"`))}: ${AMBIGUOUS[outcome.reason]}. Correct "target" yourself.`;
    case 'lost': return `${link} was not found: no rename, no equal text, no quote leads to a note. Correct "target", or resolve the thread.`;
    case 'refused': return `${link} stays: ${outcome.message}`;
  }
}

/** Indented by two spaces, with a line end. */
export function formatRelinkJson(threads: readonly RelinkedThread[]): string {
  const data = threads.map(({ path, range, target, outcome }) => ({
    path,
    range,
    target,
    outcome: outcome.kind,
    reason: 'reason' in outcome ? outcome.reason : null,
    to: outcome.kind === 'found' ? outcome.path : null,
    candidates: outcome.kind === 'ambiguous' ? outcome.paths : [],
    message: outcome.kind === 'refused' ? outcome.message : null,
  }));
  return `${formatJson({ schema: 1, threads: data }, 2)}\n`;
}

/** "2 links can be mended, 1 is ambiguous, 1 leads nowhere", without a full stop. */
export function relinkSummary(threads: readonly RelinkedThread[]): string {
  const count = (kind: RelinkOutcome['kind']): number => threads.filter(({ outcome }) => outcome.kind === kind).length;
  const [found, ambiguous, lost, refused] = [count('found'), count('ambiguous'), count('lost'), count('refused')];
  const parts = [
    ...(found === 0 ? [] : [`${countOf(found, 'link')} can be mended`]),
    ...(ambiguous === 0 ? [] : [`${ambiguous} ambiguous`]),
    ...(lost === 0 ? [] : [`${lost} not found`]),
    ...(refused === 0 ? [] : [`${refused} cannot be changed`]),
  ];
  return parts.length === 0 ? 'No link of a thread dangles' : parts.join(', ');
}
