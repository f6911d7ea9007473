/** One choice: both sides beside each other, each a large radio button; other ways below them. */
import { useId, useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ConflictChoice } from '../history/conflict-choices.js';
import type { ConflictOption } from '../history/conflict-slots.js';
import { buildLineDiff, type DiffLine } from '../vault/line-diff.js';
import { ConflictSide } from './ConflictSide.js';
import { sideNames, type SideNames } from './conflict-sides.js';
import type { LevelLabels } from './tag-labels.js';
import { WORDS } from './words/words.js';

/** By hand: the markers stay, for the person to edit them. */
export type ChosenWay = ConflictOption | 'hand';

export interface ConflictCardProps {
  readonly choice: ConflictChoice;
  readonly chosen: ChosenWay | undefined;
  readonly noteTitle: string;
  readonly labels: LevelLabels;
  readonly onChoose: (way: ChosenWay) => void;
  /** Opens the note where the choice stands. */
  readonly onOpen: () => void;
}

export function ConflictCard({ choice, chosen, noteTitle, labels, onChoose, onOpen }: ConflictCardProps): VNode {
  const words = WORDS.conflicts;
  const id = useId();
  const names = sideNames(choice);
  const { subject, base, suggestion } = choice;
  const lines = useMemo(() => comparedLines(choice), [choice]);
  const absent = subject.kind === 'text' || subject.kind === 'unread' ? words.noText : words.absent;
  const radio = (way: ChosenWay, labelledBy?: string, describedBy?: string): VNode => (
    <input type="radio" name={id} value={way} checked={chosen === way} aria-labelledby={labelledBy} aria-describedby={describedBy} onChange={() => onChoose(way)} />
  );
  const side = (way: 'ours' | 'theirs'): VNode => (
    <label class={`cx-conflict-side ${chosen === way ? 'is-chosen' : ''}`}>
      {radio(way, `${id}-${way}`, `${id}-${way}-says`)}
      <span class="cx-conflict-says">
        <span class="cx-conflict-name" id={`${id}-${way}`}>{names[way]}</span>
        <span id={`${id}-${way}-says`}><ConflictSide shown={choice[way]} lines={lines?.[way]} labels={labels} absent={absent} /></span>
      </span>
    </label>
  );
  const others = choice.options.filter((option) => option !== 'ours' && option !== 'theirs');
  return (
    <fieldset class={`cx-conflict ${chosen === undefined ? 'is-open' : ''}`}>
      <legend><bdi>{choiceTitle(choice, noteTitle)}</bdi></legend>
      {subject.kind === 'unread' && (
        <p class="cx-note">
          {words.unreadText}
          {subject.ours !== undefined && ` ${words.unreadReason(names.ours, subject.ours)}`}
          {subject.theirs !== undefined && ` ${words.unreadReason(names.theirs, subject.theirs)}`}
        </p>
      )}
      {subject.kind === 'text' && subject.inCode && <p class="cx-note">{words.inCode}</p>}
      {suggestion !== undefined && <p class="cx-note">{words.suggested(wayName(suggestion.option, choice, names), suggestion.reason)}</p>}
      <div class="cx-conflict-sides">
        {side('ours')}
        {side('theirs')}
      </div>
      {base !== undefined && (
        <div class="cx-conflict-before">
          <span class="cx-muted">{words.before}: </span>
          <ConflictSide shown={base} lines={undefined} labels={labels} absent={absent} />
        </div>
      )}
      <div class="cx-conflict-ways">
        {[...others, 'hand' as const].map((way) => (
          <label key={way} class={`cx-conflict-way ${chosen === way ? 'is-chosen' : ''}`}>
            {radio(way)}
            <span>{way === 'hand' ? words.hand : wayName(way, choice, names)}</span>
          </label>
        ))}
        {chosen === 'hand' && <button type="button" onClick={onOpen}>{words.openPlace}</button>}
      </div>
    </fieldset>
  );
}

/** What is chosen, in the words of the playbook. The note's own title, as most notes begin with it, is left out of a section's. */
export function choiceTitle({ subject }: ConflictChoice, noteTitle: string): string {
  const words = WORDS.conflicts;
  if (subject.kind === 'property') return words.property(subject.name);
  if (subject.kind !== 'text') return words[subject.kind];
  const path = subject.path.length > 1 && subject.path[0] === noteTitle ? subject.path.slice(1) : subject.path;
  return path.length === 0 ? words.lead : words.section(path);
}

function wayName(option: ConflictOption, { bothBy }: ConflictChoice, names: SideNames): string {
  const words = WORDS.conflicts;
  if (option === 'ours' || option === 'theirs') return names[option];
  if (option === 'leave') return words.leave;
  if (option === 'both-reversed') return words.bothOursFirst(names.theirs);
  return bothBy === 'items' ? words.bothItems : bothBy === 'days' ? words.bothDays : words.bothOursFirst(names.ours);
}

/** In UTF-16 units. Longer texts are shown as they are. */
const LONGEST_COMPARED = 200_000;

function comparedLines({ ours, theirs }: ConflictChoice): { readonly ours: readonly DiffLine[]; readonly theirs: readonly DiffLine[] } | undefined {
  if (ours.kind !== 'lines' || theirs.kind !== 'lines' || ours.text.length + theirs.text.length > LONGEST_COMPARED) return undefined;
  const lines = buildLineDiff(ours.text, theirs.text, LONGEST_COMPARED).flatMap((hunk) => hunk.lines);
  return { ours: lines.filter(({ kind }) => kind !== 'added'), theirs: lines.filter(({ kind }) => kind !== 'removed') };
}
