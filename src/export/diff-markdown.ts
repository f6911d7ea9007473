/**
 * A comparison as Markdown, for a comment on a review. Text from notes stays text: it cannot format, link, embed HTML,
 * mention a person or refer to an issue. A comment holds so many characters: what has no room is counted.
 */
import type { Diagnostic } from '../lint/diagnostic.js';
import { countOf } from '../playbook/count-of.js';
import { diffSections, nothingNewInWords, revisionInWords, rewordedInWords, saysNothingNew, type DiffLine, type DiffView } from './diff-words.js';
import { escapeMarkdown } from './markdown-text.js';

/** A comment on GitHub holds 65,536 characters; the rest is for what a pipeline writes around it. */
const MAX_LENGTH = 60_000;
/** Below each executive so many lines of evidence are named. */
const MAX_DETAILS = 5;

interface Block {
  readonly heading: string;
  /** Each with its line end. */
  readonly items: readonly string[];
}

export function formatDiffMarkdown(view: DiffView, maxLength = MAX_LENGTH): string {
  const { base, head, difference, findings } = view;
  const intro = `## What changes in the playbook\n\n${reviewText(`From ${revisionInWords(base)} to ${revisionInWords(head)}.`)}`;
  if (saysNothingNew(view)) return `${intro}\n\n${reviewText(nothingNewInWords(view))}\n`;
  const summary = [
    ...diffSections(view).map(({ label, lines }) => `${label}: ${lines.length}`),
    `Lint: ${countOf(findings.introduced.length, 'finding')} introduced, ${findings.fixed.length} fixed`,
  ].join(' · ');
  const blocks: readonly Block[] = [
    ...diffSections(view).map(({ label, lines }): Block => ({ heading: label, items: lines.map(lineItem) })),
    { heading: 'Findings introduced', items: findings.introduced.map((finding) => findingItem(finding, true)) },
    { heading: 'Findings fixed', items: findings.fixed.map((finding) => findingItem(finding, false)) },
    { heading: 'Reworded', items: difference.reworded.length === 0 ? [] : [`${reviewText(rewordedInWords(difference.reworded))}.\n`] },
  ];
  return withinLength(`${intro}\n\n${reviewText(summary)}.\n`, blocks.filter(({ items }) => items.length > 0), maxLength);
}

/** Each block gets at least its first items, shorter ones all they have; a line says how many each lacks. */
function withinLength(intro: string, blocks: readonly Block[], maxLength: number): string {
  let left = maxLength - intro.length - blocks.length * ROLL_UP_LENGTH;
  const ordered = [...blocks].sort((a, b) => lengthOf(a) - lengthOf(b));
  const shown = new Map<Block, readonly string[]>();
  ordered.forEach((block, index) => {
    const share = Math.floor(left / (ordered.length - index));
    let used = block.heading.length + HEADING_LENGTH;
    const items: string[] = [];
    for (const item of block.items) {
      if (used + item.length > share) break;
      used += item.length;
      items.push(item);
    }
    left -= used;
    shown.set(block, items);
  });
  return intro + blocks.map((block) => {
    const items = shown.get(block) ?? [];
    const missing = block.items.length - items.length;
    const rollUp = missing === 0 ? '' : `\n${items.length === 0 ? missing : `${missing} more`} not listed here. The text report and --format json have all of them.\n`;
    return `\n### ${block.heading}\n\n${items.join('')}${rollUp}`;
  }).join('');
}

const ROLL_UP_LENGTH = 120;
/** Of `### ` and the blank lines round it. */
const HEADING_LENGTH = 8;

function lengthOf({ items }: Block): number {
  return items.reduce((length, item) => length + item.length, 0);
}

function lineItem({ mark, subject, facts, details }: DiffLine): string {
  const shown = details.slice(0, MAX_DETAILS);
  const more = details.length > shown.length ? [`${details.length - shown.length} more`] : [];
  const below = [...shown, ...more].map((detail) => `  - ${listText(detail)}\n`).join('');
  return `- ${mark === '' ? '' : `${listText(mark)} `}**${reviewText(subject)}**: ${reviewText(facts.join(', '))}\n${below}`;
}

function findingItem({ path, range: { start }, severity, message, rule }: Diagnostic, hasPlace: boolean): string {
  const place = reviewText(`${path}${hasPlace ? `:${start.line}` : ''}`);
  return `- ${severity === 'info' ? 'hint' : `**${severity}**`} in ${place}: ${reviewText(message)} (${reviewText(rule)})\n`;
}

/** Text at the start of an item: no list of its own. */
function listText(text: string): string {
  return reviewText(text).replace(/^[-+=]/, '\\$&');
}

/**
 * Hosts find mentions, issues and other references in the finished text, whatever was escaped: an invisible zero-width
 * space keeps them apart.
 */
function reviewText(text: string): string {
  return escapeMarkdown(text)
    .replace(/(?:@|%|\\[#!~$]|&amp;)(?=[\p{L}\p{N}_"{])/gu, '$&&#8203;')
    .replace(/\b(?:GH|gh)(?=-\d)/g, '$&&#8203;');
}
