/** What one side of a conflict says: a level with its colour and word, a list with what came and went, lines with what differs. */
import type { ComponentChild, VNode } from 'preact';
import type { ShownItem, ShownSide } from '../history/conflict-shown.js';
import type { DiffLine } from '../vault/line-diff.js';
import { levelLabel, type LevelLabels } from './tag-labels.js';
import { WORDS } from './words/words.js';

export interface ConflictSideProps {
  readonly shown: ShownSide;
  /** Its lines, compared with the other side's; undefined for anything but lines. */
  readonly lines: readonly DiffLine[] | undefined;
  readonly labels: LevelLabels;
  /** What a side without it is called. */
  readonly absent: string;
}

export function ConflictSide({ shown, lines, labels, absent }: ConflictSideProps): VNode {
  const words = WORDS.conflicts;
  switch (shown.kind) {
    case 'absent': return <span class="cx-muted">{absent}</span>;
    case 'empty': return <span class="cx-muted">{words.empty}</span>;
    case 'text': return <bdi class="cx-conflict-text">{shown.text}</bdi>;
    case 'level':
      return (
        <span class={`cx-conflict-level cx-level-${shown.level}`}>
          <span class="cx-dot" aria-hidden="true" />
          <span class="cx-conflict-text">{levelLabel(shown.level, labels)}</span> {shown.day !== null && <span class="cx-muted">{shown.day === undefined ? words.noDay() : words.onDay(shown.day)}</span>}
        </span>
      );
    case 'list': return <span class="cx-conflict-items">{shown.items.map(itemNode)}</span>;
    case 'lines': return <span class="cx-conflict-lines">{lines === undefined ? shown.text : lines.map(lineNode)}</span>;
  }
}

/** OURS: with more than half of a line marked, the marks help no eye. */
const MOST_MARKED = 0.5;

function itemNode({ text, mark }: ShownItem, index: number): VNode {
  const word = WORDS.conflicts.mark(mark);
  return (
    <span key={index} class={`cx-conflict-item is-${mark}`}>
      {mark === 'removed' ? <del>{text}</del> : <bdi>{text}</bdi>}
      {word !== '' && <span class="cx-conflict-mark"> {word}</span>}
    </span>
  );
}

function lineNode({ text, kind, changed }: DiffLine, index: number): VNode {
  const parts: ComponentChild[] = [];
  let at = 0;
  const own = changed.reduce((length, { from, to }) => length + to - from, 0);
  // Of lines that have little in common each is its own.
  for (const { from, to } of own > text.length * MOST_MARKED ? [] : changed) {
    parts.push(text.slice(at, from), <mark>{text.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return <span key={index} class={kind === 'same' ? 'cx-muted' : 'is-own'}>{parts}{'\n'}</span>;
}
