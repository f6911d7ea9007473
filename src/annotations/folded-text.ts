/**
 * A text in the one spelling in which quotes are compared: `\n` ends a line, and letters with accents are single
 * characters where Unicode has them (NFC). Git, editors and operating systems change both without anyone's doing.
 *
 * @example foldText('Cafe\u0301\r\n').text // 'Café\n'
 */
import { OffsetMap, type ChangedPlace } from './offset-map.js';

export interface FoldedText {
  /** With `\n`, otherwise as stored: what offsets and blob ids of annotations speak of. */
  readonly lf: string;
  readonly text: string;
  readonly storedToLf: OffsetMap;
  readonly lfToFolded: OffsetMap;
}

export function foldText(stored: string): FoldedText {
  const lf = lfText(stored);
  const text = lf.normalize('NFC');
  const composed = text === lf ? undefined : composedPlaces(lf);
  return {
    lf,
    // Where the pieces of a text do not add up to it, by a composition that is not known here, letters stay as they are.
    text: composed?.text === text ? text : lf,
    storedToLf: new OffsetMap(lf === stored ? [] : lineEndings(stored)),
    lfToFolded: new OffsetMap(composed?.text === text ? composed.changes : []),
  };
}

/** The text with `\n` for each `\r\n`. A lone `\r` stays: git leaves it, too. */
export function lfText(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
}

function lineEndings(stored: string): readonly ChangedPlace[] {
  const changes: ChangedPlace[] = [];
  for (let from = stored.indexOf('\r\n'); from !== -1; from = stored.indexOf('\r\n', from + 2)) {
    const otherFrom = from - changes.length;
    changes.push({ from, to: from + 2, otherFrom, otherTo: otherFrom + 1 });
  }
  return changes;
}

/** A character with all that may join it: marks, and the vowels and final consonants of Hangul. */
const CLUSTER = /[^\p{M}\u1160-\u11ff]?[\p{M}\u1160-\u11ff]+|[^\0-\x7f]/gu;

/** Line by line, for most lines need no second look: nothing joins over the end of a line. */
function composedPlaces(lf: string): { readonly text: string; readonly changes: readonly ChangedPlace[] } {
  const changes: ChangedPlace[] = [];
  let text = '';
  for (let lineFrom = 0; lineFrom < lf.length; ) {
    const end = lf.indexOf('\n', lineFrom);
    const lineTo = end === -1 ? lf.length : end + 1;
    const line = lf.slice(lineFrom, lineTo);
    if (line.normalize('NFC') === line) text += line;
    else {
      let done = 0;
      for (const { 0: cluster, index } of line.matchAll(CLUSTER)) {
        const composed = cluster.normalize('NFC');
        if (composed === cluster) continue;
        text += line.slice(done, index);
        done = index + cluster.length;
        changes.push({ from: lineFrom + index, to: lineFrom + done, otherFrom: text.length, otherTo: text.length + composed.length });
        text += composed;
      }
      text += line.slice(done);
    }
    lineFrom = lineTo;
  }
  return { text, changes };
}
