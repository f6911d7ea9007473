/**
 * The tag that mirrors a level, `cx/toe-dipper`, among a note's tags: set, changed or removed with the level, the other
 * tags as they were.
 */
import type { PropertyInput } from '../markdown/property-edit.js';
import { parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';

/** The level that a tag mirrors; undefined for any other tag. `#` in front does not count. */
export function levelOfTag(tag: string, tagPrefix: string): CommitmentLevel | undefined {
  const bare = tag.trim().replace(/^#/, '');
  return bare.startsWith(`${tagPrefix}/`) ? parseCommitmentLevel(bare.slice(tagPrefix.length + 1)) : undefined;
}

/**
 * The value of `tags` with the level's tag: in place of the first that mirrors a level, without further ones. Where none
 * does it is added if `add` says so. Undefined when nothing changes. A level of `null` removes all.
 */
export function withLevelTag(value: unknown, level: CommitmentLevel | null, tagPrefix: string, add: boolean): PropertyInput | undefined {
  const isCommaList = typeof value === 'string' && value.includes(',');
  const before = tagsIn(value);
  const mirrors = before.filter((tag) => levelOfTag(tag, tagPrefix) !== undefined);
  const [first] = mirrors;
  const wanted = level === null || (first === undefined && !add) ? undefined : first !== undefined && levelOfTag(first, tagPrefix) === level ? first : `${first?.startsWith('#') === true ? '#' : ''}${tagPrefix}/${level}`;
  const after = before.flatMap((tag) => (tag === first ? (wanted ?? []) : mirrors.includes(tag) ? [] : tag));
  if (first === undefined && wanted !== undefined) after.push(wanted);
  if (after.length === before.length && after.every((tag, index) => tag === before[index])) return undefined;
  if (isCommaList) return after.join(', ');
  if (typeof value === 'string' && after.length < 2) return after[0] ?? null;
  return after;
}

function tagsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
  if (typeof value === 'number') return [String(value)];
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [String(item)] : []));
}

/** What {@link withLevelTag} would change, as tags. */
export interface LevelTagChange {
  /** The first tag that mirrors a level now; undefined for none. */
  readonly from: string | undefined;
  readonly to: string;
}

/** Undefined when the tags mirror the level, or hold what is no list of tags. */
export function levelTagChange(value: unknown, level: CommitmentLevel, tagPrefix: string, add: boolean): LevelTagChange | undefined {
  const isTags = value === undefined || value === null || typeof value === 'string' || typeof value === 'number' || (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'));
  if (!isTags || withLevelTag(value, level, tagPrefix, add) === undefined) return undefined;
  return { from: tagsIn(value).find((tag) => levelOfTag(tag, tagPrefix) !== undefined), to: `${tagPrefix}/${level}` };
}
