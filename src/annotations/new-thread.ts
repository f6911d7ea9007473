/**
 * The file of a new thread: its id, its path, its text.
 *
 * @example
 * const id = newThreadId(randomBytes);
 * const path = threadPath('client', 'Ana Ruiz', id); // '_annotations/ana-ruiz--7k3m9q2x.md'
 * await vault.create(path, formatThread({ id, targetLink: '[[Executives/Ana Ruiz]]', … }));
 */
import { parseWikilink } from '../markdown/wikilink.js';
import { writeBrackets, writeScalar } from '../markdown/yaml-writing.js';
import { ANNOTATION_FOLDERS, type AnnotationKind, type AnnotationVisibility, type QuoteSelector, type ThreadEvent } from '../playbook/annotation.js';
import { writeComment } from './comment-text.js';

/** Crockford's base 32: no i, l, o or u, which are taken for other signs or make words. */
const ID_SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 8;
const LONGEST_SLUG = 60;

/** Eight characters, each by the low five bits of a random byte, so that all ids are as likely. Throws for fewer bytes. */
export function newThreadId(randomBytes: Uint8Array): string {
  if (randomBytes.length < ID_LENGTH) throw new Error(`An id needs ${ID_LENGTH} random bytes, not ${randomBytes.length}.`);
  return [...randomBytes.subarray(0, ID_LENGTH)].map((byte) => ID_SIGNS.charAt(byte & 31)).join('');
}

/** By the title of the note that it speaks of: a name that every system can hold, and that tells people enough. */
export function threadPath(visibility: AnnotationVisibility, title: string, id: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/^-|-$/g, '');
  return `${ANNOTATION_FOLDERS[visibility]}/${slug === '' ? 'note' : slug}--${id}.md`;
}

export interface NewThread {
  readonly id: string;
  /** `[[…]]`, as the note's other links are written. */
  readonly targetLink: string;
  readonly kind: AnnotationKind;
  readonly visibility: AnnotationVisibility;
  readonly author: string;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly selector: QuoteSelector;
  /** The first comment: Markdown, anything. */
  readonly text: string;
}

/** With `\n` as line ending. Reads back as what was given; for texts see {@link writeComment}. */
export function formatThread({ id, targetLink, kind, visibility, author, at, selector, text }: NewThread): string {
  const { quote, prefix, suffix, heading, start, blob } = selector;
  const properties = [
    'type: annotation',
    'format: 1',
    `id: ${writeScalar(id, 'plain', 'block')}`,
    `target: ${quoted(targetLink)}`,
    'status: open',
    `kind: ${kind}`,
    `visibility: ${visibility}`,
    `author: ${writeScalar(writeAuthor(author), 'plain', 'block')}`,
    `created: ${at}`,
    `quote: ${quoted(quote)}`,
    ...(quote === '' ? [] : [`prefix: ${quoted(prefix)}`, `suffix: ${quoted(suffix)}`]),
    ...(heading.length === 0 ? [] : [`heading: ${writeBrackets(heading, 'double')}`]),
    ...(start === undefined ? [] : [`start: ${start}`]),
    ...(blob === undefined ? [] : [`blob: ${writeScalar(blob, 'plain', 'block')}`]),
  ];
  return ['---', ...properties, '---', formatCallout(targetLink, selector), '', formatEvent({ at, author, kind: 'comment', text }), ''].join('\n');
}

function quoted(text: string): string {
  return writeScalar(text, 'double', 'block');
}

/** The quote for readers of the file, below a link to its heading. Nothing is read from it. */
export function formatCallout(targetLink: string, { quote, heading }: Pick<QuoteSelector, 'quote' | 'heading'>): string {
  const lines = quote === '' ? [] : quote.replace(UNSEEN, ' ').replace(HIDING, String.raw`\$&`).split('\n');
  return [`> [!quote] ${linkToHeading(targetLink, heading.at(-1) ?? '')}`, ...lines.map((line) => `> ${line}`.trimEnd())].join('\n');
}

/** Control signs but tab and line feed, further line separators, halves of surrogate pairs. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu;
/** Opens a comment, an embed or a template wherever it stands. */
const HIDING = /%%|<!--|!\[\[|<%/g;
/** Signs that a link to a heading cannot hold. */
const UNLINKABLE = /[#^|[\]\r\n]|%%/;

/** The link alone where the heading cannot be linked, or a part of the note is linked already. */
function linkToHeading(targetLink: string, heading: string): string {
  const link = parseWikilink(targetLink);
  if (link === undefined || link.subpath !== undefined || heading === '' || UNLINKABLE.test(heading)) return targetLink;
  return `[[${link.target}#${heading}${link.label === undefined ? '' : `|${link.label}`}]]`;
}

/** The section of an event: heading and text, without a line ending at its end. */
export function formatEvent({ kind, at, author, text }: ThreadEvent): string {
  const heading = ['##', at, writeAuthor(author), ...(kind === 'comment' ? [] : ['·', kind])].filter((part) => part !== '').join(' ');
  const comment = writeComment(text);
  return comment === '' ? heading : `${heading}\n${comment}`;
}

/** On one line; a dot between spaces, which parts author and event, becomes a dash. */
export function writeAuthor(author: string): string {
  return author
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu, ' ')
    .replace(/%{2,}/g, '%')
    .trim()
    .replace(/(^| )·(?= |$)/g, '$1-');
}
