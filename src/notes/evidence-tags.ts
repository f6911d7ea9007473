/**
 * The tags of a line of evidence that mean something: its category and the sign of commitment that it shows, each bare
 * or behind the vault's tag prefix. The first of each counts. Other tags are the author's.
 *
 * @example evidenceTags('Moved 40,000 #cx/money #funds-without-roi', settings) // { category: 'money', sign: 'funds-without-roi', … }
 */
import type { TextRange } from '../markdown/text-range.js';
import { EVIDENCE_CATEGORIES, type EvidenceCategory } from '../playbook/note.js';
import type { PlaybookSettings } from './playbook-settings.js';
import { parseSign } from './vault-signs.js';

/** A tag that names a category or a sign, from its `#` on. */
export interface EvidenceTag extends TextRange {
  /** Whether the vault's prefix stands before the name. */
  readonly isPrefixed: boolean;
  readonly category: EvidenceCategory | undefined;
  readonly sign: string | undefined;
}

export interface EvidenceTags {
  readonly category: EvidenceCategory | undefined;
  readonly sign: string | undefined;
  /** In the order of the text. */
  readonly tags: readonly EvidenceTag[];
}

const TAG = /(^|\s)#([\p{L}\p{M}\p{N}/_-]+)/gu;

export function evidenceTags(text: string, settings: PlaybookSettings): EvidenceTags {
  if (!text.includes('#')) return NO_TAGS;
  const prefix = `${settings.tagPrefix.toLowerCase()}/`;
  const tags: EvidenceTag[] = [];
  for (const { 0: whole, 1: before = '', 2: written = '', index } of text.matchAll(TAG)) {
    const isPrefixed = written.toLowerCase().startsWith(prefix);
    const name = isPrefixed ? written.slice(prefix.length) : written;
    const category = EVIDENCE_CATEGORIES.find((known) => known === name.toLowerCase());
    const sign = category === undefined ? parseSign(name, settings) : undefined;
    if (category !== undefined || sign !== undefined) tags.push({ from: index + before.length, to: index + whole.length, isPrefixed, category, sign });
  }
  const category = tags.find((tag) => tag.category !== undefined)?.category;
  return { category, sign: tags.find((tag) => tag.sign !== undefined)?.sign, tags };
}

/** Shared by the many lines without a tag. */
const NO_TAGS: EvidenceTags = { category: undefined, sign: undefined, tags: [] };
