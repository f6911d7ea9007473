/** What the report is made from; all of it worked out by the caller but the text. */
import type { LintResult } from '../lint/diagnostic.js';
import type { Thresholds } from '../lint/rule.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Playbook } from '../playbook/playbook.js';
import type { AmbitionRule } from '../playbook/readiness.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';

export interface ReportInput {
  /** The journey's title when absent. */
  readonly title?: string | undefined;
  readonly today: CalendarDate;
  readonly playbook: Playbook;
  /** One drawing each, in this order; the report is meant for one, grouped by leader. */
  readonly layouts: readonly RoadmapLayout[];
  readonly lint: LintResult;
  /** One sentence for each rule, by its id. */
  readonly ruleSummaries: ReadonlyMap<string, string>;
  readonly thresholds: Thresholds;
  /** How many signs of commitment the vault's list has; those of the starting list when absent. */
  readonly signCount?: number | undefined;
  /** The default when absent. */
  readonly ambitionRule?: AmbitionRule | undefined;
  /** Softer names for the levels, for display; the slug stands for any that is absent. */
  readonly levelLabels?: Readonly<Partial<Record<CommitmentLevel, string>>> | undefined;
}
