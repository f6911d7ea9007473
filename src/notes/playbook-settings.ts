/** What a vault decides about reading its notes; the shared file `cx-playbook.yml` holds it (see lint/config). */
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { Competency } from '../playbook/competency.js';
import type { NoteKind } from '../playbook/note.js';
import { buildPracticeMatcher, type Practice } from '../playbook/practice.js';
import { HeadingReader } from './heading-reader.js';

export interface PlaybookSettings {
  /** The property that names a note's kind. */
  readonly kindProperty: string;
  /** Kind of the notes in a folder (path from the vault's root) that name none themselves. */
  readonly kindByFolder: ReadonlyMap<string, NoteKind>;
  /** Kind of the notes with a tag (without `#`). */
  readonly kindByTag: ReadonlyMap<string, NoteKind>;
  /** Heading names of the practices beside the built-in ones. */
  readonly practiceNames: Readonly<Partial<Record<Practice, readonly string[]>>>;
  /** First part of mirror tags and evidence tags: `cx` for `cx/supporter`. */
  readonly tagPrefix: string;
  /** What levels are called on screen and paper; slugs stay as stored. */
  readonly levelLabels: Readonly<Partial<Record<CommitmentLevel, string>>>;
  /** Values that the vault allows beside the schema's, by property: signs, levers. */
  readonly ownValues: ReadonlyMap<string, readonly string[]>;
  /** Signs of the starting list that the vault does not look for. The list as it stands: vault-signs.ts. */
  readonly leftOutSigns: ReadonlySet<string>;
  /** The vault's words for signs, its own ones and those of the starting list. */
  readonly signLabels: ReadonlyMap<string, string>;
  /** Words that speak of a competency, beside the built-in ones (competency-words.ts). */
  readonly competencyWords: Readonly<Partial<Record<Competency, readonly string[]>>>;
  /** Words that speak of cost in a metric, beside the built-in ones (cost-words.ts). */
  readonly costWords: readonly string[];
  /** Words for premium service and for lowest cost beside the built-in ones (lint/words/message-words.ts); `-word` leaves out. */
  readonly messageWords: Readonly<Partial<Record<'premium' | 'cost', readonly string[]>>>;
  /** Words of "I have to" by language, in the same way (lint/words/compliance-words.ts). */
  readonly complianceWords: Readonly<Record<string, readonly string[]>>;
  /** Sections and kinds of notes in which such words are looked for; undefined for the built-in choice. */
  readonly complianceScope: readonly (Practice | NoteKind)[] | undefined;
}

export const DEFAULT_PLAYBOOK_SETTINGS: PlaybookSettings = {
  kindProperty: 'type',
  kindByFolder: new Map(),
  kindByTag: new Map(),
  practiceNames: {},
  tagPrefix: 'cx',
  levelLabels: {},
  ownValues: new Map(),
  leftOutSigns: new Set(),
  signLabels: new Map(),
  competencyWords: {},
  costWords: [],
  messageWords: {},
  complianceWords: {},
  complianceScope: undefined,
};

/** Settings made ready for reading many notes. */
export interface NoteContext {
  readonly settings: PlaybookSettings;
  readonly headings: HeadingReader;
}

export function buildNoteContext(settings: PlaybookSettings = DEFAULT_PLAYBOOK_SETTINGS): NoteContext {
  return { settings, headings: new HeadingReader(buildPracticeMatcher(settings.practiceNames)) };
}
