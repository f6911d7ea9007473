/**
 * What of a note's proposed tags is to be written: chosen fields as one change, with what each rests on. The mirror tag
 * follows the level that the note will have.
 *
 * @example buildTagPlan(reading, proposeTags(reading, context), { fields: TAG_FIELDS, mirrorTags: true, tagPrefix: 'cx' })
 */
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Competency } from '../playbook/competency.js';
import { levelTagChange } from './level-tag.js';
import type { TagProposal } from './propose-tags.js';
import type { NoteReading } from './read-note.js';
import type { TagChange } from './tag-edit.js';
import type { Reason, WhyNot } from './tag-reason.js';

export const TAG_FIELDS = ['level', 'needed', 'competencies', 'mirror-tag'] as const;
export type TagField = (typeof TAG_FIELDS)[number];

export type PlannedTag =
  | { readonly field: 'level' | 'needed'; readonly from: CommitmentLevel | undefined; readonly to: CommitmentLevel; readonly reasons: readonly Reason[] }
  | { readonly field: 'competencies'; readonly from: readonly Competency[]; readonly to: readonly Competency[]; readonly reasons: readonly Reason[] }
  /** Tags without `#`; rests on the level. */
  | { readonly field: 'mirror-tag'; readonly from: string | undefined; readonly to: string; readonly level: CommitmentLevel };

export interface UnplannedTag {
  readonly field: Exclude<TagField, 'mirror-tag'>;
  readonly why: WhyNot;
}

export interface TagPlan {
  readonly proposal: TagProposal;
  /** In the order of the fields; empty when nothing is proposed. */
  readonly planned: readonly PlannedTag[];
  /** Chosen fields for which nothing is proposed. */
  readonly without: readonly UnplannedTag[];
  /** All that is planned, in one. */
  readonly change: TagChange;
}

export interface TagPlanOptions {
  readonly fields: readonly TagField[];
  /** Whether a level gets a tag that mirrors it; one that mirrors another level is put right in any case. */
  readonly mirrorTags: boolean;
  readonly tagPrefix: string;
}

export function buildTagPlan({ parsed: { note }, source }: NoteReading, proposal: TagProposal, { fields, mirrorTags, tagPrefix }: TagPlanOptions): TagPlan {
  const planned: PlannedTag[] = [];
  const without: UnplannedTag[] = [];
  const { commitment, needed, competencies } = proposal;
  let level = note?.kind === 'executive' ? note.commitment : undefined;
  if (commitment !== undefined && fields.includes('level')) {
    if (commitment.kind === 'proposed') {
      planned.push({ ...commitment, field: 'level' });
      level = commitment.to;
    } else without.push({ field: 'level', why: commitment });
  }
  if (needed !== undefined && fields.includes('needed')) {
    if (needed.kind === 'proposed') planned.push({ ...needed, field: 'needed' });
    else without.push({ field: 'needed', why: needed });
  }
  if (competencies !== undefined && fields.includes('competencies')) {
    if (competencies.kind === 'proposed') planned.push({ ...competencies, field: 'competencies' });
    else without.push({ field: 'competencies', why: competencies });
  }
  if (level !== undefined && source !== undefined && fields.includes('mirror-tag')) {
    const tags = source.frontmatter.get('tags') ?? source.frontmatter.get('tag');
    const change = levelTagChange(tags?.value, level, tagPrefix, mirrorTags);
    if (change !== undefined) planned.push({ field: 'mirror-tag', ...change, level });
  }
  return { proposal, planned, without, change: changeOf(planned) };
}

function changeOf(planned: readonly PlannedTag[]): TagChange {
  let change: TagChange = {};
  for (const tag of planned) {
    switch (tag.field) {
      case 'level': change = { ...change, commitment: tag.to, remark: remarkOf(tag.reasons) }; break;
      case 'needed': change = { ...change, needed: tag.to }; break;
      case 'competencies': change = { ...change, competencies: tag.to }; break;
      case 'mirror-tag': change = { ...change, levelTag: tag.level }; break;
    }
  }
  return change;
}

/** What a level's dated line says of where it comes from: "as assessed on 2026-05-01", "evidence of 2026-05-01, 2026-06-01". */
function remarkOf(reasons: readonly Reason[]): string {
  const days = reasons.flatMap((reason) => (reason.kind === 'evidence' ? [reason.evidence.date] : []));
  if (days.length > 0) return `evidence of ${[...new Set(days)].sort().join(', ')}`;
  const assessed = reasons.flatMap((reason) => (reason.kind === 'assessment' ? [reason.assessment.date] : [])).at(-1);
  return assessed === undefined ? '' : `as assessed on ${assessed}`;
}
