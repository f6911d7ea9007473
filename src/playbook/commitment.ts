/**
 * The five levels of executive commitment, from least to most. Source: S1 (docs/sources.md).
 *
 * An executive without a level is *not assessed*: `undefined`, never `passive`.
 *
 * @example parseCommitmentLevel('Toe Dippers') // 'toe-dipper'
 */
export const COMMITMENT_LEVELS = ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate'] as const;

/** The slug that notes store. */
export type CommitmentLevel = (typeof COMMITMENT_LEVELS)[number];

/** A level's meaning in one line, own words. Source: S1. */
export const COMMITMENT_MEANING: Readonly<Record<CommitmentLevel, string>> = {
  opposer: 'does not believe in customer experience; ROI data does not move them',
  passive: 'does not really care',
  'toe-dipper': 'offers some time and resources',
  supporter: 'gives resources, encourages peers and quotes results',
  advocate: 'fights for funding, needs no project ROI, shows most signs of commitment',
};

/**
 * What moves a level up, where a source states it. The sources state these three moves and no other.
 * Source: S1.
 */
export const COMMITMENT_MOVES: Readonly<Partial<Record<CommitmentLevel, { readonly to: CommitmentLevel; readonly by: string }>>> = {
  opposer: { to: 'passive', by: 'strong support from their peers' },
  passive: { to: 'toe-dipper', by: 'strong support from their peers' },
  'toe-dipper': { to: 'supporter', by: 'a strong business opportunity' },
};

const LEVEL_BY_KEY: ReadonlyMap<string, CommitmentLevel> = new Map(
  COMMITMENT_LEVELS.map((level) => [level.replace('-', ''), level]),
);

/** 0 for opposer to 4 for advocate. */
export function commitmentRank(level: CommitmentLevel): number {
  return COMMITMENT_LEVELS.indexOf(level);
}

/** Whether a known level reaches the minimum. */
export function reachesLevel(level: CommitmentLevel, minimum: CommitmentLevel): boolean {
  return commitmentRank(level) >= commitmentRank(minimum);
}

/** Reads a level in any case, plural, with space, hyphen, underscore or none; undefined when it names no level. */
export function parseCommitmentLevel(text: string): CommitmentLevel | undefined {
  const written = COMMITMENT_LEVELS.find((level) => level === text);
  if (written !== undefined) return written;
  const key = text.trim().toLowerCase().replace(/[\s_-]+/g, '');
  return LEVEL_BY_KEY.get(key) ?? LEVEL_BY_KEY.get(key.replace(/s$/, ''));
}
