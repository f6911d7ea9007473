/**
 * What the text of a note says that the playbook counts, by the note's kind: links, a room's stages and promises, an
 * insight's verbatims. Kinds that say nothing of the sort are not looked into, for most notes of a vault are such.
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import { findWikilinks } from '../markdown/wikilink.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { RewardForm } from '../playbook/enablement.js';
import type { NoteKind, NoteLink } from '../playbook/note.js';
import type { Verbatim } from '../playbook/proof.js';
import type { RoomPromise } from '../playbook/room.js';
import { BodyText, mayHaveHeading, type BodySource } from './body-text.js';
import type { NoteProblem } from './note-problem.js';
import type { NoteContext } from './playbook-settings.js';
import { namesBenefits, readBenefits } from './read-benefits.js';
import { readDateLine } from './read-date-line.js';
import { isWritten, readFigure } from './read-figure.js';
import { readMistakes } from './read-mistakes.js';
import { readPromises } from './read-promises.js';
import { readRecognition } from './read-recognition.js';
import { readStages } from './read-stages.js';
import { readStory } from './read-story.js';
import { namesTold, readToldOn } from './read-told.js';
import { readVerbatims } from './read-verbatims.js';

/** Lists are in the order of the note; empty where it says nothing. */
export interface NoteBody {
  readonly mentions: readonly NoteLink[];
  readonly date: CalendarDate | undefined;
  readonly stages: readonly string[];
  readonly promises: readonly RoomPromise[];
  readonly verbatims: readonly Verbatim[];
  readonly hasStory: boolean;
  readonly hasFigure: boolean;
  readonly isWritten: boolean;
  readonly benefits: readonly string[];
  readonly toldOn: readonly CalendarDate[];
  readonly saysMistakes: boolean;
  readonly forms: readonly RewardForm[];
  readonly salesForms: readonly RewardForm[];
  readonly comparesWithSales: boolean;
  readonly saysCadence: boolean;
}

/** Of a note whose text was not read. */
export const EMPTY_BODY: NoteBody = {
  mentions: [], date: undefined, stages: [], promises: [], verbatims: [], hasStory: false, hasFigure: false, isWritten: false, benefits: [], toldOn: [],
  saysMistakes: false, forms: [], salesForms: [], comparesWithSales: false, saysCadence: false,
};

export function readBody(kind: NoteKind, source: BodySource, { headings }: NoteContext, problems: NoteProblem[]): NoteBody {
  const body = new BodyText(source, headings, problems);
  switch (kind) {
    case 'executive':
    case 'play': {
      const mentions = readMentions(source);
      return mentions.length === 0 ? EMPTY_BODY : { ...EMPTY_BODY, mentions };
    }
    case 'comms':
    case 'session': return { ...EMPTY_BODY, mentions: readMentions(source), date: readDateLine(body) };
    case 'room': return { ...EMPTY_BODY, mentions: readMentions(source), date: readDateLine(body), stages: readStages(body), promises: readPromises(body) };
    case 'insight': return { ...EMPTY_BODY, verbatims: readVerbatims(body) };
    case 'case': return { ...EMPTY_BODY, hasStory: readStory(body), hasFigure: readFigure(body), isWritten: isWritten(body) };
    case 'empowerment': return { ...EMPTY_BODY, saysMistakes: readMistakes(body) };
    case 'recognition': return { ...EMPTY_BODY, ...readRecognition(body) };
    case 'initiative':
    case 'pilot':
    case 'milestone': return readWork(body);
    default: return EMPTY_BODY;
  }
}

/** Most work has neither section, and the outline is not made to find that out. */
function readWork(body: BodyText): NoteBody {
  if (!mayHaveHeading(body, (name) => namesTold(name) || namesBenefits(name))) return EMPTY_BODY;
  return { ...EMPTY_BODY, benefits: readBenefits(body), toldOn: readToldOn(body) };
}

/** How blocks of code, HTML, math, comments and templates begin; without any of these the outline is not made to look for them. */
const MAY_HIDE = /```|~~~|%%|\$\$|<| {4}|\t/;

/** Wikilinks in the text below the frontmatter, without those in code and comments, and those to a place in the note itself. */
function readMentions(source: BodySource): readonly NoteLink[] {
  const { text } = source;
  if (!text.includes('[[')) return [];
  const hidden = MAY_HIDE.test(text) ? [...source.outline.opaque, ...source.outline.comments].sort((a, b) => a.from - b.from) : [];
  const mentions: NoteLink[] = [];
  let next = 0;
  let hiddenTo = 0;
  for (const { target, from, to } of findWikilinks(text, { from: splitFrontmatter(text)?.to ?? 0, to: text.length })) {
    for (let range = hidden[next]; range !== undefined && range.from <= from; range = hidden[++next]) hiddenTo = Math.max(hiddenTo, range.to);
    if (target !== '' && from >= hiddenTo) mentions.push({ target: detachedText(target), from, to });
  }
  return exactSize(mentions);
}
