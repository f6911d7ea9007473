/** Proposed tags as text, Markdown and JSON: what each note would get, on what it rests with its lines, and why nothing. */
import { formatDocumentMarkdown } from '../export/document-markdown.js';
import { formatDocumentText } from '../export/document-text.js';
import { formatJson } from '../export/printable.js';
import { listBlock, paragraph, type DocumentItem, type DocumentSection } from '../export/text-document.js';
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import type { PlannedTag, TagPlan, UnplannedTag } from '../notes/tag-plan.js';
import type { Reason } from '../notes/tag-reason.js';
import { competenciesWhyNot, levelWhyNot, neededWhyNot, reasonInWords } from '../notes/tag-words.js';
import { countOf } from '../playbook/count-of.js';
import { levelWords, shortened, type LevelWords } from '../playbook/step-words.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { RefusedNote } from '../vault/edit-plan.js';

/** A note with what is planned for it. */
export interface TaggedNote extends TagPlan {
  readonly text: string;
}

export interface TagOutput {
  readonly today: CalendarDate;
  /** Ordered by path, also those for which nothing is planned. */
  readonly notes: readonly TaggedNote[];
  readonly refused: readonly RefusedNote[];
}

export const TAG_FORMATS = ['text', 'json', 'md'] as const;
export type TagFormat = (typeof TAG_FORMATS)[number];

const FIELD_NAMES: Readonly<Record<PlannedTag['field'], string>> = { level: 'Level', needed: 'Needed level', competencies: 'Competencies', 'mirror-tag': 'Mirror tag' };
const MAX_QUOTE_LENGTH = 200;

export function formatTags(output: TagOutput, format: TagFormat, words: LevelWords): string {
  switch (format) {
    case 'text': return formatDocumentText(sectionsOf(output, words));
    case 'md': return `# Proposed tags\n\n${formatDocumentMarkdown(sectionsOf(output, words))}`;
    case 'json': return `${formatJson(dataOf(output), 2)}\n`;
  }
}

function sectionsOf({ today, notes, refused }: TagOutput, words: LevelWords): readonly DocumentSection[] {
  const proposed = notes.filter(({ planned }) => planned.length > 0);
  const untagged = notes.filter(({ proposal, planned }) => proposal.commitment?.kind !== undefined && planned.every(({ field }) => field !== 'level') && isWithoutLevel(proposal.commitment));
  const intro = 'Proposals follow default rules that no source states, and rest only on what is recorded in this vault. Nothing lower is proposed but by a dated assessment.';
  return [
    {
      heading: `Proposals for ${countOf(proposed.length, 'note')} on ${today}`,
      blocks: [paragraph(proposed.length === 0 ? 'Nothing is proposed: what is recorded in this vault goes no further than the tags.' : intro)],
      sections: proposed.map((note) => noteSection(note, words)),
    },
    ...(untagged.length === 0 ? [] : [{ heading: 'Executives without a level', blocks: listBlock(untagged.flatMap((note) => whyNoLevel(note, words))) }]),
    ...(refused.length === 0 ? [] : [{ heading: 'Left as they are', blocks: listBlock(refused.map(({ path, message }) => ({ text: message, place: path }))) }]),
  ];
}

function isWithoutLevel({ kind }: NonNullable<TagPlan['proposal']['commitment']>): boolean {
  return kind === 'nothing-recorded' || kind === 'not-enough';
}

function whyNoLevel({ proposal: { path, title }, without }: TaggedNote, words: LevelWords): readonly DocumentItem[] {
  return without.filter(({ field }) => field === 'level').map(({ why }) => ({ text: levelWhyNot(why, title, words), place: path }));
}

function noteSection({ proposal: { path }, planned, text }: TaggedNote, words: LevelWords): DocumentSection {
  const lines = buildLineIndex(text);
  return {
    heading: path,
    blocks: planned.flatMap((tag) => [paragraph(tagInWords(tag, words)), ...listBlock(reasonsOf(tag).map((reason) => reasonItem(reason, lines, words)))]),
  };
}

/** "Level: not assessed → supporter" */
function tagInWords(tag: PlannedTag, words: LevelWords): string {
  const [from, to] = fromAndTo(tag, words);
  return `${FIELD_NAMES[tag.field]}: ${from} → ${to}`;
}

function fromAndTo(tag: PlannedTag, words: LevelWords): readonly [string, string] {
  switch (tag.field) {
    case 'level': return [tag.from === undefined ? 'not assessed' : words(tag.from), words(tag.to)];
    case 'needed': return [tag.from === undefined ? 'not set' : words(tag.from), words(tag.to)];
    case 'competencies': return [tag.from.length === 0 ? 'none' : tag.from.join(', '), tag.to.join(', ')];
    case 'mirror-tag': return [tag.from ?? 'none', tag.to];
  }
}

function reasonsOf(tag: PlannedTag): readonly Reason[] {
  return tag.field === 'mirror-tag' ? [] : tag.reasons;
}

function reasonItem(reason: Reason, lines: LineIndex, words: LevelWords): DocumentItem {
  const { text, path } = reason;
  const line = lineOf(reason, lines);
  return { text: `${reasonInWords(reason, words)}: ${shortened(text, MAX_QUOTE_LENGTH)}`, place: line === undefined ? path : `${path}:${line}` };
}

/** From 1; undefined for what stands in another note. */
function lineOf({ range }: Reason, lines: LineIndex): number | undefined {
  return range === undefined ? undefined : lines.position(range.from).line;
}

/** Programs read slugs in sentences too. */
const SLUGS = levelWords();

function dataOf({ today, notes, refused }: TagOutput) {
  return { schema: 1, today, notes: notes.map(noteData), refused };
}

function noteData({ proposal: { path, title, kind, evidenced }, planned, without, text }: TaggedNote) {
  const lines = buildLineIndex(text);
  return {
    path,
    title,
    kind,
    evidenced: evidenced?.level ?? null,
    proposals: planned.map((tag) => ({
      field: tag.field,
      from: tag.from ?? null,
      to: tag.to,
      reasons: reasonsOf(tag).map((reason) => ({ kind: reason.kind, about: reasonInWords(reason, SLUGS), text: reason.text, path: reason.path, line: lineOf(reason, lines) ?? null })),
    })),
    without: without.map((unplanned) => ({ field: unplanned.field, kind: unplanned.why.kind, why: whyNot(unplanned, title) })),
  };
}

function whyNot({ field, why }: UnplannedTag, title: string): string {
  switch (field) {
    case 'level': return levelWhyNot(why, title, SLUGS);
    case 'needed': return neededWhyNot(why, title, SLUGS);
    case 'competencies': return competenciesWhyNot(why, title);
  }
}
