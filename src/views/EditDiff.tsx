/** What goes and what comes in one note: by sign and word, never by colour alone. */
import { useMemo } from 'preact/hooks';
import type { ComponentChild, VNode } from 'preact';
import { buildLineDiff, type DiffHunk, type DiffLine } from '../vault/line-diff.js';
import { WORDS } from './words/words.js';

export interface EditDiffProps {
  readonly before: string;
  readonly after: string;
}

/** Unchanged lines around a change. */
const CONTEXT_LINES = 2;
/** In UTF-16 units: a longer line, such as a picture written as text, is shown in part. */
const LONGEST_SHOWN = 2000;
/** What is shown of such a line before its first change. */
const SHOWN_BEFORE_CHANGE = 200;

export function EditDiff({ before, after }: EditDiffProps): VNode {
  const hunks = useMemo(() => buildLineDiff(before, after, CONTEXT_LINES), [before, after]);
  return (
    <div class="cx-diff">
      {hunks.map((hunk, index) => (
        <div key={index} class="cx-diff-hunk" role="group" aria-label={WORDS.edits.hunk(firstLine(hunk))}>
          {hunk.lines.map((line, at) => (
            <Line key={at} line={line} ending={endingWord(line, hunk)} />
          ))}
        </div>
      ))}
    </div>
  );
}

const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

function Line({ line, ending }: { readonly line: DiffLine; readonly ending: string }): VNode {
  const { kind } = line;
  const text = (
    <>
      {markedText(line)}
      {ending !== '' && <span class="cx-diff-ending">{ending}</span>}
    </>
  );
  return (
    <div class={`cx-diff-line is-${kind}`}>
      <span class="cx-diff-sign" aria-hidden="true">{SIGNS[kind]}</span>
      {kind !== 'same' && <span class="cx-unseen">{kind === 'removed' ? WORDS.edits.removedLine : WORDS.edits.addedLine} </span>}
      {kind === 'same' && <span class="cx-diff-text">{text}</span>}
      {kind === 'removed' && <del class="cx-diff-text">{text}</del>}
      {kind === 'added' && <ins class="cx-diff-text">{text}</ins>}
    </div>
  );
}

/** A line's text with the words that differ marked. */
function markedText({ text, changed }: DiffLine): readonly ComponentChild[] {
  const start = text.length <= LONGEST_SHOWN ? 0 : Math.max((changed[0]?.from ?? 0) - SHOWN_BEFORE_CHANGE, 0);
  const end = Math.min(start + LONGEST_SHOWN, text.length);
  const parts: ComponentChild[] = start > 0 ? ['…'] : [];
  let at = start;
  for (const { from, to } of changed) {
    if (from >= end) break;
    parts.push(text.slice(at, from), <mark>{text.slice(from, Math.min(to, end))}</mark>);
    at = Math.min(to, end);
  }
  parts.push(text.slice(at, end));
  if (end < text.length) parts.push('…');
  return parts;
}

function firstLine({ lines }: DiffHunk): number {
  const [line] = lines;
  return line?.newLine ?? line?.oldLine ?? 1;
}

/** How a line ends, where that is all that tells it from another line of the hunk; else empty. */
function endingWord({ kind, text, ending }: DiffLine, { lines }: DiffHunk): string {
  const isTold = kind !== 'same' && lines.some((other) => other.kind !== 'same' && other.kind !== kind && other.text === text && other.ending !== ending);
  return isTold ? WORDS.edits.ending(ending) : '';
}
