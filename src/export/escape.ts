/**
 * Makes text from notes safe to put into XML, HTML and files that a terminal may show.
 *
 * Notes are untrusted: a title may hold markup, terminal escapes or characters that turn the reading direction round.
 *
 * @example escapeXml('a </svg> b') // 'a &lt;/svg&gt; b'
 */
import { cleanText } from '../roadmap/clean-text.js';

const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Clean text for an element's content or a quoted attribute, in XML and HTML alike. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => ENTITY[character] ?? '');
}
