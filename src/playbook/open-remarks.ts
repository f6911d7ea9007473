/**
 * The questions and risks that annotations leave open, with the notes they speak of. A coach asks on the page where the
 * answer belongs; the home view, the roadmap and the commitment map show that somebody waits.
 *
 * @example remarksByNote(openRemarks(playbook, { withPrivate: false })).get('20 Initiatives/Purse.md')?.length // 2
 */
import { addTo } from './add-to.js';
import { isPrivate, type Annotation, type PlacedAnnotation } from './annotation.js';
import { daysBetween, type CalendarDate } from './calendar-date.js';
import { countOf } from './count-of.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { PlaybookMemo } from './playbook-memo.js';
import { shortened } from './step-words.js';

export interface OpenRemark {
  readonly annotation: Annotation;
  /** Undefined when the note is gone. */
  readonly targetPath: string | undefined;
  /** Of the passage in the note, where it is known. */
  readonly offset: number | undefined;
}

/** The kinds that wait for an answer of those whom the note is about. OURS. */
const WAITING = ['risk', 'question'] as const;

/** Risks first, then questions; of each kind the oldest first. Private ones only where they were asked for. */
export function openRemarks(playbook: Playbook, { withPrivate }: { readonly withPrivate: boolean }): readonly OpenRemark[] {
  const all = ALL.of(playbook);
  return withPrivate ? all : all.filter(({ annotation }) => !isPrivate(annotation));
}

const ALL = new PlaybookMemo((playbook): readonly OpenRemark[] =>
  playbook.annotations
    .filter(({ annotation: { status, kind } }) => status === 'open' && rankOf(kind) !== -1)
    .map(toRemark)
    .sort(({ annotation: a }, { annotation: b }) => rankOf(a.kind) - rankOf(b.kind) || byCodeUnits(a.created, b.created) || byCodeUnits(a.path, b.path)),
);

export type RemarksByNote = ReadonlyMap<string, readonly OpenRemark[]>;
export const NO_REMARKS: RemarksByNote = new Map();

/** By the path of the note they speak of, in the order given; those whose note is gone are left out. */
export function remarksByNote(remarks: readonly OpenRemark[]): RemarksByNote {
  const byNote = new Map<string, OpenRemark[]>();
  for (const remark of remarks) if (remark.targetPath !== undefined) addTo(byNote, remark.targetPath, remark);
  return byNote;
}

/** "1 risk and 2 questions" */
export function countRemarks(remarks: readonly OpenRemark[]): string {
  return WAITING.flatMap((kind) => {
    const count = remarks.filter(({ annotation }) => annotation.kind === kind).length;
    return count === 0 ? [] : [countOf(count, kind)];
  }).join(' and ');
}

/** What is shown of a remark beside the note's name: kind, first words, who asked and how long ago. */
export function remarkInWords({ annotation }: OpenRemark, today: CalendarDate): string {
  const { kind, author, createdOn, events, selector } = annotation;
  const said = events.find(({ text }) => text !== '')?.text ?? selector.quote;
  const words = said.replace(/\s+/g, ' ').trim();
  const days = createdOn === undefined ? undefined : daysBetween(createdOn, today);
  const facts = [isPrivate(annotation) ? `private ${kind}` : kind, author === '' ? undefined : `by ${author}`, days === undefined || days < 0 ? undefined : days === 0 ? 'today' : `${countOf(days, 'day')} ago`];
  return `${facts.filter((fact) => fact !== undefined).join(', ')}${words === '' ? '' : `: “${shortened(words, LONGEST_WORDS)}”`}`;
}

/** UTF-16 units: a line or two of a card. */
const LONGEST_WORDS = 120;

function toRemark({ annotation, targetPath, place }: PlacedAnnotation): OpenRemark {
  return { annotation, targetPath, offset: place.state === 'anchored' ? place.from : place.state === 'confirm' ? place.candidates[0]?.from : undefined };
}

function rankOf(kind: Annotation['kind']): number {
  return WAITING.findIndex((waiting) => waiting === kind);
}
