/**
 * Annotations for people and for editors that follow `path:line:column`: one line for what a thread is, indented ones for
 * its quote and its first word.
 *
 * @example
 * 20 Initiatives/Crew.md:24:66 open risk, 30 days, 2 replies, last by hal.quist
 *     > five units go live on the same weekend
 *     hal.quist: Five heads, one weekend …
 *     _annotations/crew--7k3m9q2x.md
 */
import { factsOf, firstWord, placeInWords, placeOf, shortQuote, type AnnotationEntry, type AnnotationList } from './annotations-entry.js';
import { printable } from './printable.js';

const INDENT = '    ';

/** Each thread with its line ends, a blank line between two; empty without threads. */
export function formatAnnotationsText({ entries }: AnnotationList): string {
  return entries.map(formatEntry).join('\n');
}

function formatEntry(entry: AnnotationEntry): string {
  const { annotation, state } = entry;
  const quote = shortQuote(entry);
  const word = firstWord(entry);
  const place = state === 'resolved' ? undefined : placeInWords(entry);
  const lines = [
    `${printable(placeOf(entry))} ${state} ${annotation.kind}, ${printable(factsOf(entry))}`,
    ...(quote === undefined ? [] : [`${INDENT}> ${printable(quote)}`]),
    ...(word === undefined ? [] : [`${INDENT}${printable(`${word.author}: ${word.text}`)}`]),
    ...(place === undefined ? [] : [`${INDENT}${printable(place)}`]),
    ...(entry.notePath === undefined && annotation.target === '' ? [] : [`${INDENT}${printable(annotation.path)}`]),
  ];
  return `${lines.join('\n')}\n`;
}
