/**
 * How a drawn roadmap came about, where it is more than the notes of now: a revision of git, a comparison with one, a
 * what-if. Readers must not take such a roadmap for the plan as recorded, so every format says it as far as it can.
 */
import { countOf } from '../playbook/count-of.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { RoadmapGhost, RoadmapLayout, RoadmapPerson } from '../roadmap/roadmap-layout.js';

/** A state of the notes that git keeps. */
export interface RoadmapRevision {
  /** As it was asked for: a tag, a branch, a commit. */
  readonly name: string;
  readonly commit: string;
  readonly day: CalendarDate | undefined;
}

export interface RoadmapWhatIf {
  readonly raised: readonly (RoadmapPerson & { readonly level: CommitmentLevel })[];
  /** Items that are short from today on as recorded and would not be, and those that still would. */
  readonly vanishing: number;
  readonly remaining: number;
  /** Days too low from today on, summed over the items: as recorded, and then. */
  readonly shortDays: { readonly recorded: number; readonly raised: number };
}

export interface RoadmapOrigin {
  /** What is drawn, when it is not the notes of now. */
  readonly at?: RoadmapRevision | undefined;
  /** What the ghosts are measured against. */
  readonly since?: RoadmapRevision | undefined;
  readonly whatIf?: RoadmapWhatIf | undefined;
}

/** What every format but the drawings can be told. */
export interface RoadmapTextOptions {
  readonly origin?: RoadmapOrigin | undefined;
  /** Nothing about commitment when false: no levels, no gaps. */
  readonly commitment?: boolean | undefined;
}

/** So many digits name a commit among millions. */
const SHORT_COMMIT = 10;

/** A sentence for each thing to know, to stand under the title; none for the plan as recorded. */
export function originInWords({ ghosts, levelLabels }: RoadmapLayout, { at, since, whatIf }: RoadmapOrigin = {}): readonly string[] {
  return [
    at === undefined ? '' : `As of ${revisionInWords(at)}.`,
    since === undefined ? '' : `Compared with ${revisionInWords(since)}: ${changesInWords(ghosts)}.`,
    ...(whatIf?.raised ?? []).map(({ name, level }) => `What if: ${name} at ${levelLabels[level]} at least, from today on. No such level is recorded.`),
    whatIf === undefined ? '' : `So ${countOf(whatIf.vanishing, 'gap')} would vanish and ${whatIf.remaining} would remain, with ${countOf(whatIf.shortDays.raised, 'day')} too low from today on instead of ${whatIf.shortDays.recorded}.`,
  ].filter((sentence) => sentence !== '');
}

function revisionInWords({ name, commit, day }: RoadmapRevision): string {
  const short = commit.slice(0, SHORT_COMMIT);
  const facts = [name === commit || name === short ? '' : short, day ?? ''].filter((fact) => fact !== '');
  return `revision ${name}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

function changesInWords(ghosts: readonly RoadmapGhost[]): string {
  const count = (change: RoadmapGhost['change']): number => ghosts.filter((ghost) => ghost.change === change).length;
  const counts = [[count('moved'), 'moved'], [count('new'), 'new'], [count('gone'), 'no longer on the roadmap']] as const;
  const words = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return words.length === 0 ? 'no item moved' : words.join(', ');
}

/** The roadmap without levels and gaps, for readers whom they are not meant for. */
export function withoutCommitment(layout: RoadmapLayout): RoadmapLayout {
  const bare = { gaps: [], earliestFit: undefined };
  return {
    ...layout,
    lanes: layout.lanes.map((lane) => ({
      ...lane,
      gapCount: 0,
      track: undefined,
      bars: lane.bars.map((bar) => ({ ...bar, ...bare })),
      milestones: lane.milestones.map((milestone) => ({ ...milestone, ...bare })),
    })),
  };
}

/** The roadmap as far as the options let it be told. */
export function toldLayout(layout: RoadmapLayout, { commitment }: Pick<RoadmapTextOptions, 'commitment'>): RoadmapLayout {
  return commitment === false ? withoutCommitment(layout) : layout;
}
