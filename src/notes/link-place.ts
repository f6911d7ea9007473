/**
 * Where in a note a selection stands, as the part of a link behind its `#`: the id of its block, else the heading above
 * it. A heading that another one above shares its words with cannot be linked to, and the title says no more than the
 * note's name.
 *
 * @example withPlace('[[Town hall script]]', linkPlaceAt(text, from, to)) // '[[Town hall script#Opening]]'
 */
import { scanOutline } from '../markdown/outline.js';
import { lineEndAt, lineStartAt } from '../markdown/text-lines.js';

/** `^id`, the words of a heading, or empty for the whole note. */
export function linkPlaceAt(text: string, from: number, to: number): string {
  let end = to;
  // A whole line is selected with its break.
  while (end > from && /[\r\n]/.test(text.charAt(end - 1))) end--;
  const last = text.slice(lineStartAt(text, end), lineEndAt(text, end));
  const id = /\s(\^[A-Za-z0-9-]+)\s*$/.exec(last)?.[1];
  if (id !== undefined) return id;
  const outline = scanOutline(text);
  const index = outline.sections.filter(({ heading }) => heading.from <= from).length - 1;
  const section = outline.sections[index];
  if (section === undefined || (index === 0 && section.heading.level === 1)) return '';
  const words = linkable(text.slice(section.heading.textFrom, section.heading.textTo));
  const key = words.toLowerCase();
  const isFirst = outline.sections.findIndex(({ heading }) => linkable(text.slice(heading.textFrom, heading.textTo)).toLowerCase() === key) === index;
  return isFirst ? words : '';
}

/** What a link says of a heading: signs that end a link's parts, or a link, become spaces. The app compares without them. */
function linkable(heading: string): string {
  return heading.replace(/[:#|^\\`[\]\r\n]|%%/g, ' ').replace(/\s+/g, ' ').trim();
}

/** The link to the place: `[[Note]]` and `Opening` make `[[Note#Opening]]`. */
export function withPlace(link: string, place: string): string {
  return place === '' ? link : `${link.slice(0, -2)}#${place}]]`;
}
