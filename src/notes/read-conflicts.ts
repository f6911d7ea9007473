/** Conflicts that a merge left in a note, as problems: a whole one wherever it stands, a half one outside of code. */
import { readConflicts, type Conflict } from '../markdown/conflict-markers.js';
import { scanOutline, type Outline } from '../markdown/outline.js';
import { lineEndAt, lineStartAt } from '../markdown/text-lines.js';
import type { TextRange } from '../markdown/text-range.js';
import { quoted, type NoteProblem } from './note-problem.js';

const NONE: readonly NoteProblem[] = [];

/** In the order of the text. `outlineOf` is asked only where a half conflict is found. */
export function conflictProblems(text: string, outlineOf: () => Outline = () => scanOutline(text)): readonly NoteProblem[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return NONE;
  const { conflicts, strays } = readConflicts(text);
  const whole = conflicts.map((conflict): NoteProblem => ({ from: conflict.from, to: lineEndAt(text, conflict.from), code: 'team/conflict-markers', message: wholeMessage(conflict) }));
  if (strays.length === 0) return whole;
  const { opaque } = outlineOf();
  const half = strays.filter((stray) => !opaque.some(({ from, to }) => stray.from >= from && stray.to <= to) && !isInQuote(text, stray));
  return [...whole, ...half.map(({ from, to }): NoteProblem => ({ from, to, code: 'team/conflict-markers', message: HALF }))].sort((a, b) => a.from - b.from);
}

const HALF = 'This line looks like what a merge leaves between two versions, and the rest of it is gone. Look whether both versions still stand here, keep one, and remove the line.';

function wholeMessage({ oursLabel, theirsLabel }: Conflict): string {
  const names = oursLabel === '' || theirsLabel === '' ? '' : `, ${quoted(oursLabel)} and ${quoted(theirsLabel)}`;
  return `A merge left two versions of the lines below${names}. Choose what is to stand, and remove the lines with the signs.`;
}

/** Lines of seven signs also stand in letters that were quoted seven times: then their neighbours are quotes too. */
function isInQuote(text: string, { from, to }: TextRange): boolean {
  if (text.charAt(from) !== '>') return false;
  const before = from < 2 ? '' : text.charAt(lineStartAt(text, text.startsWith('\r\n', from - 2) ? from - 2 : from - 1));
  const after = text.charAt(text.startsWith('\r\n', to) ? to + 2 : to + 1);
  return before === '>' || after === '>';
}
