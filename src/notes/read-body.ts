/**
 * What the text of a note says that the playbook counts, by the note's kind: links, a room's stages and promises, an
 * insight's verbatims. Kinds that say nothing of the sort are not looked into, for most notes of a vault are such.
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import type { Outline } from '../markdown/outline.js';
import { findWikilinks } from '../markdown/wikilink.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { RewardForm } from '../playbook/enablement.js';
import type { NoteKind, NoteLink } from '../playbook/note.js';
import type { Verbatim } from '../playbook/proof.js';
import type { RoomPromise } from '../playbook/room.js';
import type { NoteContext } from './playbook-settings.js';

/** Lists are in the order of the note; empty where it says nothing. */
export interface NoteBody {
  readonly mentions: readonly NoteLink[];
  readonly date: CalendarDate | undefined;
  readonly stages: readonly string[];
  readonly promises: readonly RoomPromise[];
  readonly verbatims: readonly Verbatim[];
  readonly hasStory: boolean;
  readonly benefits: readonly string[];
  readonly toldOn: readonly CalendarDate[];
  readonly saysMistakes: boolean;
  readonly forms: readonly RewardForm[];
  readonly salesForms: readonly RewardForm[];
  readonly comparesWithSales: boolean;
  readonly saysCadence: boolean;
}

/** The text with its outline, which is made when it is first asked for. */
export interface BodySource {
  readonly text: string;
  readonly outline: Outline;
}

/** Of a note whose text was not read. */
export const EMPTY_BODY: NoteBody = {
  mentions: [], date: undefined, stages: [], promises: [], verbatims: [], hasStory: false, benefits: [], toldOn: [],
  saysMistakes: false, forms: [], salesForms: [], comparesWithSales: false, saysCadence: false,
};

export function readBody(kind: NoteKind, source: BodySource, _context: NoteContext): NoteBody {
  switch (kind) {
    case 'executive':
    case 'play':
    case 'room':
    case 'comms':
    case 'session': {
      const mentions = readMentions(source);
      return mentions.length === 0 ? EMPTY_BODY : { ...EMPTY_BODY, mentions };
    }
    default: return EMPTY_BODY;
  }
}

/** Wikilinks in the text below the frontmatter, without those in code and comments, and those to a place in the note itself. */
function readMentions({ text, outline }: BodySource): readonly NoteLink[] {
  if (!text.includes('[[')) return [];
  const hidden = [...outline.opaque, ...outline.comments].sort((a, b) => a.from - b.from);
  const mentions: NoteLink[] = [];
  let next = 0;
  let hiddenTo = 0;
  for (const { target, from, to } of findWikilinks(text, { from: outline.frontmatter?.to ?? 0, to: text.length })) {
    for (let range = hidden[next]; range !== undefined && range.from <= from; range = hidden[++next]) hiddenTo = Math.max(hiddenTo, range.to);
    if (target !== '' && from >= hiddenTo) mentions.push({ target: detachedText(target), from, to });
  }
  return exactSize(mentions);
}
