/**
 * Signs of executive commitment: a starting list that each vault edits, in our own words, not a quotation of the
 * published checklist. Source: S1; `time-with-customers` and `funds-without-roi` are OURS.
 */
import type { EvidenceSort } from './evidence.js';

export const SIGNS = [
  'agenda-item',
  'internal-message',
  'external-message',
  'in-strategy',
  'team-objectives',
  'cx-goal',
  'time-with-customers',
  'funds-without-roi',
] as const;

export type Sign = (typeof SIGNS)[number];

/** What each sign is, in our own words. */
export const SIGN_LABEL: Readonly<Record<Sign, string>> = {
  'agenda-item': 'Customer experience is a standing item on the executives’ agenda; emergencies do not count',
  'internal-message': 'Messages to employees speak of customer experience',
  'external-message': 'Messages to the public speak of customer experience',
  'in-strategy': 'The strategic plan names customer experience',
  'team-objectives': 'The executive team has clear objectives for customer experience',
  'cx-goal': 'Has a goal of their own that follows from those objectives',
  'time-with-customers': 'Spends time with customers regularly',
  'funds-without-roi': 'Funds a project without asking for its return first',
};

/** Signs of the starting list that no source states. */
export const OUR_SIGNS: ReadonlySet<string> = new Set<Sign>(['time-with-customers', 'funds-without-roi']);

/** What a dated line that shows the sign most likely is: a first choice, OURS. Signs of a vault's own are `priority`. */
export const SIGN_SORT: Readonly<Record<Sign, EvidenceSort>> = {
  'agenda-item': 'priority',
  'internal-message': 'said',
  'external-message': 'said',
  'in-strategy': 'priority',
  'team-objectives': 'priority',
  'cx-goal': 'priority',
  'time-with-customers': 'time',
  'funds-without-roi': 'money',
};

/** A sign of a vault's list. */
export interface VaultSign {
  /** As the property `signs` and tags of dated lines name it. */
  readonly slug: string;
  /** In words; a sign of the vault's own without any is called by its slug. */
  readonly label: string;
  /** Where it comes from: a source, OURS, or the vault's settings. */
  readonly origin: 'source' | 'ours' | 'vault';
}
