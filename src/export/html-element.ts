/**
 * Pieces of the report's markup. All text from notes passes through {@link htmlText} or {@link noteName}; the page stays
 * well-formed XML as well as HTML, so that a strict parser can read it.
 */
import { shortened, shortName } from '../playbook/step-words.js';
import { escapeXml } from './escape.js';

/** A message or property in running text: longer ones are cut. */
const MAX_TEXT_LENGTH = 400;
const MAX_PATH_LENGTH = 160;

/** Escaped text without characters that change how the rest reads, cut where it is very long. */
export function htmlText(text: string, maxLength = MAX_TEXT_LENGTH): string {
  return escapeXml(shortened(text, maxLength));
}

/** {@link htmlText} in which no line breaks inside a date. */
export function prose(text: string, maxLength = MAX_TEXT_LENGTH): string {
  return htmlText(text, maxLength).replace(/\b\d{4}-(?:\d\d(?:-\d\d)?|Q\d)\b/g, '<span class="day">$&</span>');
}

/** A note's title, kept apart from the direction of the text round it. */
export function noteName(note: { readonly title: string }): string {
  return `<bdi>${escapeXml(shortName(note))}</bdi>`;
}

export function notePath(path: string): string {
  return `<code class="path">${htmlText(path, MAX_PATH_LENGTH)}</code>`;
}

/** A link to an address of the web; the text alone when it is none. */
export function webLink(url: string | undefined, text: string): string {
  return url !== undefined && /^https?:\/\/[^\s"'<>\\]+$/.test(url) ? `<a href="${escapeXml(url)}">${text}</a>` : text;
}

export function list(items: readonly string[], className: string): string {
  return `<ul class="${className}">\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

/** A landmark with its heading; `id` is also what the contents link to. A `sheet` starts a new page of paper. */
export function section(id: string, heading: string, body: readonly string[], className: 'sheet' | 'flow'): string {
  return [
    `<section id="${id}" class="${className}" aria-labelledby="${id}-heading">`,
    `<h2 id="${id}-heading">${heading}</h2>`,
    ...body.filter((part) => part !== ''),
    '</section>',
  ].join('\n');
}
