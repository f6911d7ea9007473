/**
 * A comparison for a terminal: a label, and behind it one line for each executive, piece of work and note.
 *
 * @example
 * Commitment  ▲ Ana Ruiz (CFO)  toe-dipper → supporter (+1), 2 new pieces of evidence
 * Roadmap     Pilot – Storm texts: end 2026-06-30 → 2026-09-15 (+77 d)
 * Lint        +2 introduced (require-model: Tom Lee; require-why: Ana Ruiz)  −5 fixed (known-kind: Purse)
 */
import type { Diagnostic } from '../lint/diagnostic.js';
import { countOf } from '../playbook/count-of.js';
import { diffSections, findingsInWords, nothingNewInWords, rewordedInWords, saysNothingNew, type DiffLine, type DiffView } from './diff-words.js';
import { printable } from './printable.js';

/** Width of the labels. */
const LABEL_COLUMNS = 'Annotations'.length + 1;
/** So many findings that were mended are named. */
const MAX_FIXED = 20;

export function formatDiffText(view: DiffView): string {
  if (saysNothingNew(view)) return `${printable(nothingNewInWords(view))}\n`;
  const { difference, findings } = view;
  const rows = diffSections(view).flatMap(({ label, lines }) => lines.map((line, index) => row(index === 0 ? label : '', lineText(line, label))));
  if (difference.reworded.length > 0) rows.push(row('Reworded', rewordedInWords(difference.reworded)));
  const { introduced, fixed } = findings;
  if (introduced.length + fixed.length > 0) {
    const parts = [
      ...(introduced.length === 0 ? [] : [`+${introduced.length} introduced (${findingsInWords(introduced)})`]),
      ...(fixed.length === 0 ? [] : [`−${fixed.length} fixed (${findingsInWords(fixed)})`]),
    ];
    rows.push(row('Lint', parts.join('  ')));
    for (const finding of introduced) rows.push(row('', `+ ${findingText(finding, true)}`));
    for (const finding of fixed.slice(0, MAX_FIXED)) rows.push(row('', `− ${findingText(finding, false)}`));
    if (fixed.length > MAX_FIXED) rows.push(row('', `− ${countOf(fixed.length - MAX_FIXED, 'more finding')}, named by --format json`));
  }
  return `${rows.join('\n')}\n`;
}

function row(label: string, text: string): string {
  return `${label.padEnd(LABEL_COLUMNS)}${printable(text)}`;
}

/** People stand apart from what is said of them; a note is followed by it. */
function lineText({ mark, subject, facts }: DiffLine, label: string): string {
  const said = facts.join(', ');
  return `${mark === '' ? '' : `${mark} `}${subject}${label === 'Commitment' ? '  ' : ': '}${said}`;
}

/** A place of before is no place to go to. */
function findingText({ path, range: { start }, severity, message, rule }: Diagnostic, hasPlace: boolean): string {
  return `${path}${hasPlace ? `:${start.line}:${start.column}` : ''} ${severity} ${message} ${rule}`;
}
