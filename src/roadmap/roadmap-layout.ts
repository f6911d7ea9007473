/**
 * A roadmap as plain data: what is drawn where, in integer epoch days on x and row numbers on y. It knows no pixels,
 * so the same layout serves every zoom, the drawn view and each export.
 *
 * Days are included at both ends: a bar from day 10 to day 12 lasts three days.
 */
import type { CalendarDate, EpochDay } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Competency } from '../playbook/competency.js';
import type { Ambition, Initiative, NoteLink, Phase, WorkStatus } from '../playbook/note.js';
import type { AmbitionRule } from '../playbook/readiness.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import type { RoadmapFilter } from './roadmap-filter.js';

export type RoadmapGrouping = 'competency' | 'leader' | 'unit' | 'status' | 'phase' | `property:${string}`;

export interface RoadmapOptions {
  readonly today: CalendarDate;
  readonly groupBy: RoadmapGrouping;
  /** The journey's dates when absent, else 24 to 36 months round the items. */
  readonly fromDay?: EpochDay | undefined;
  readonly toDay?: EpochDay | undefined;
  readonly ambitionRule?: AmbitionRule | undefined;
  /** Dropped work is left out unless this is true. */
  readonly includeDropped?: boolean | undefined;
  /** Softer names for the levels; the slug stands for any that is absent. */
  readonly levelLabels?: Readonly<Partial<Record<CommitmentLevel, string>>> | undefined;
  /** What is drawn; the playbook's initiatives, pilots and milestones when absent. */
  readonly source?: RoadmapSource | undefined;
  /** Items that do not match are left out, of the chart and of what is unscheduled. */
  readonly filter?: RoadmapFilter | undefined;
  /** What if: executives by path who are taken to stand at this level at least, from today on. */
  readonly raised?: ReadonlyMap<string, CommitmentLevel> | undefined;
  /** Git's recording of the levels, which stands where the notes date nothing. */
  readonly history?: RecordedHistory | undefined;
}

/** Items from elsewhere than the playbook's own kinds, such as the notes of a base. Executives and the journey stay the playbook's. */
export interface RoadmapSource {
  readonly items: readonly Initiative[];
  /** Path of the item that a link leads to; undefined for none of the items. */
  resolveItem(link: NoteLink, fromPath: string): string | undefined;
}

export interface DaySpan {
  readonly firstDay: EpochDay;
  /** Included. */
  readonly lastDay: EpochDay;
}

/** One executive whose recorded level is below the minimum; `level` undefined: not assessed. */
export interface RoadmapShortfall {
  readonly path: string;
  readonly name: string;
  readonly level: CommitmentLevel | undefined;
  readonly minimum: CommitmentLevel;
  readonly part: 'head' | 'sponsor' | 'ceo';
}

/** Days of an item that the recorded commitment does not carry (`short`), or that nobody can judge (`unknown`). */
export interface RoadmapGap {
  readonly fromDay: EpochDay;
  /** Included. */
  readonly toDay: EpochDay;
  readonly state: 'short' | 'unknown';
  readonly reasons: readonly RoadmapShortfall[];
}

export interface RoadmapPerson {
  readonly path: string;
  readonly name: string;
}

/** What every initiative, pilot and milestone on the roadmap has, drawn or not. `id` is the path of its note. */
export interface RoadmapItem {
  readonly id: string;
  readonly title: string;
  /** What tells it from other items of the same title: part of its path. Undefined when the title is the only one. */
  readonly disambiguation?: string | undefined;
  readonly kind: 'initiative' | 'pilot' | 'milestone';
  /** As written in the note. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** The days that the dates cover, whatever the horizon; undefined without usable dates of its own. */
  readonly fullSpan: DaySpan | undefined;
  /** The first competency: the one that colours the item. */
  readonly competency: Competency | undefined;
  readonly competencies: readonly Competency[];
  readonly status: WorkStatus | undefined;
  readonly phase: Phase | undefined;
  /** 0 to 100. */
  readonly progress: number | undefined;
  readonly ambition: Ambition | undefined;
  readonly units: readonly string[];
  readonly sponsors: readonly RoadmapPerson[];
  /** Paths of the items that it depends on, in the order of the note. */
  readonly dependsOn: readonly string[];
}

interface Placed extends RoadmapItem {
  /** From 0, within the lane. */
  readonly row: number;
  /** Days drawn, inside the horizon. */
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay;
  /** In order of time, inside the drawn days. Empty for work that is done or dropped: nothing is left to act on. */
  readonly gaps: readonly RoadmapGap[];
  /** First day from today or its start on from which the whole duration is carried. Only for an item with gaps. */
  readonly earliestFit: EpochDay | undefined;
}

export interface RoadmapBar extends Placed {
  readonly kind: 'initiative' | 'pilot';
  /** The edge is not known to the day: written as month, quarter or year, or missing. */
  readonly softStart: boolean;
  readonly softEnd: boolean;
  /** The horizon cuts the edge off. */
  readonly clippedStart: boolean;
  readonly clippedEnd: boolean;
  /** It has no dates of its own: these are those of the items that support it. Drawn dashed, never written. */
  readonly inferred: boolean;
}

/** A diamond on `day`: the last day that its date covers ("by the end of the quarter"). */
export interface RoadmapMilestone extends Placed {
  readonly kind: 'milestone';
  readonly day: EpochDay;
  /** Not known to the day. */
  readonly soft: boolean;
}

export type RoadmapEntry = RoadmapBar | RoadmapMilestone;

/** Part of a leader's commitment track; `level` undefined: not assessed on these days. */
export interface TrackSpan {
  readonly fromDay: EpochDay;
  /** Included. */
  readonly toDay: EpochDay;
  readonly level: CommitmentLevel | undefined;
  /** Recorded for a day that is still to come. */
  readonly expected: boolean;
  /** Git has it from its first day on; the note itself dates nothing on these days. */
  readonly recorded?: true;
}

export interface RoadmapLane {
  /** Unique in the layout; stable while the value it groups by is. */
  readonly id: string;
  readonly label: string;
  /** The role, in a leader's lane. */
  readonly sublabel: string | undefined;
  /** Colours the lane's edge: 0 to 3 in the order of the competencies, undefined for the accent. */
  readonly colourSlot: number | undefined;
  readonly itemCount: number;
  /** Items with at least one day that is short. */
  readonly gapCount: number;
  readonly rowCount: number;
  /** Covers the horizon in a leader's lane; undefined in every other. */
  readonly track: readonly TrackSpan[] | undefined;
  /** By first day, then last day, then id. */
  readonly bars: readonly RoadmapBar[];
  readonly milestones: readonly RoadmapMilestone[];
}

/** From an item to one that depends on it; both are drawn. */
export interface RoadmapArrow {
  readonly from: string;
  readonly to: string;
  /** The successor starts before the predecessor ends, however its fuzzy dates are read. */
  readonly conflict: boolean;
  /** Part of a circle of dependencies. */
  readonly inCycle: boolean;
}

export interface RoadmapPhase extends DaySpan {
  /** From 1, among all phases of the journey in order of time. */
  readonly number: number;
  readonly phase: Phase;
  readonly name: string;
  /** As written in the journey. */
  readonly start: string;
  readonly end: string;
}

/** An item that cannot be drawn, and why. */
export interface UnscheduledItem extends RoadmapItem {
  readonly reason: 'no-dates' | 'unread-dates' | 'end-before-start' | 'outside-horizon';
}

export interface RoadmapProblem {
  readonly kind: 'unread-dates' | 'end-before-start' | 'outside-horizon' | 'dependency-cycle' | 'horizon-reversed' | 'no-executive' | 'unknown-focus';
  /** The note to look at; empty when there is none. */
  readonly path: string;
  readonly message: string;
  /** Other notes that take part. */
  readonly related: readonly string[];
}

export interface RoadmapLayout {
  readonly title: string;
  readonly groupBy: RoadmapGrouping;
  readonly today: CalendarDate;
  readonly todayDay: EpochDay;
  readonly horizon: DaySpan;
  readonly levelLabels: Readonly<Record<CommitmentLevel, string>>;
  readonly phases: readonly RoadmapPhase[];
  readonly lanes: readonly RoadmapLane[];
  readonly arrows: readonly RoadmapArrow[];
  readonly unscheduled: readonly UnscheduledItem[];
  /** Items that the filter leaves out. */
  readonly hidden: readonly RoadmapItem[];
  readonly problems: readonly RoadmapProblem[];
  /** How the roadmap was before, where that was asked for. */
  readonly ghosts: readonly RoadmapGhost[];
}

/** Where an item stood at an earlier time and no longer stands. */
export interface RoadmapGhost extends DaySpan {
  readonly id: string;
  readonly title: string;
  readonly kind: RoadmapItem['kind'];
  /** As written then. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** `gone`: the item is not drawn any more; `new`: it was not drawn then, the days are those of now. */
  readonly change: 'moved' | 'gone' | 'new';
}
