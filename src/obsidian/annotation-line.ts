/** What a line has room for of an annotation: kind, author, first words. */
import { isPrivate, type PlacedAnnotation } from '../playbook/annotation.js';
import { WORDS } from '../views/words/words.js';

/** OURS: two lines of a card. */
const LONGEST_LINE = 160;

/** The first words of what was written first, on one line. */
export function firstWords({ annotation }: PlacedAnnotation): string {
  const text = (annotation.events[0]?.text ?? '').slice(0, LONGEST_LINE * 4).replace(/\s+/g, ' ').trim();
  const characters = [...text];
  return characters.length <= LONGEST_LINE ? text : `${characters.slice(0, LONGEST_LINE).join('').trimEnd()}…`;
}

/** "Risk by hal.quist", with a word for a private one. */
export function annotationTitle({ annotation }: PlacedAnnotation): string {
  const words = WORDS.annotationMarks;
  const title = annotation.author === '' ? words.kind[annotation.kind] : `${words.kind[annotation.kind]} ${words.by(annotation.author)}`;
  return isPrivate(annotation) ? `${title} (${words.privateMark.toLowerCase()})` : title;
}

/** For ears: the title, the first words, and whether the place is certain. */
export function spokenAnnotation(placed: PlacedAnnotation): string {
  const words = firstWords(placed);
  const said = words === '' ? `${annotationTitle(placed)}.` : `${annotationTitle(placed)}: ${words}`;
  return placed.place.state === 'anchored' ? said : `${said} ${WORDS.annotationMarks.unsure}`;
}
