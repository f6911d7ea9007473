/** Marks that a reader of Markdown never finds the end of, and bytes that are no text. */
import type { OutlineHint } from '../../markdown/outline.js';
import { NO_FINDINGS, type Finding, type Rule } from '../rule.js';

const UNCLOSED: Readonly<Partial<Record<OutlineHint['kind'], readonly [what: string, close: string]>>> = {
  'unclosed-comment': ['comment', 'Close it with %% (or -->)'],
  'unclosed-fence': ['code block', 'Close it with a fence of the same length'],
  'unclosed-math': ['math block', 'Close it with $$'],
  'unclosed-template': ['template', 'Close it with %>'],
};

const NO_HINTS: readonly OutlineHint[] = [];

/** A note without any of these holds nothing that could stay open. */
const OPENING_MARKS = ['%%', '```', '<!--', '~~~', '$$', '<%'];

export const readableNote: Rule = {
  id: 'readable-note',
  severity: 'warning',
  summary: 'Comments, code and math blocks must end, and notes must be valid UTF-8.',
  why: 'What is never closed runs to the end of the note: sections below it are not read. Bytes that are not UTF-8 show as � and are lost at the next save.',
  source: 'OURS',
  examples: [
    { title: 'A closed comment', notes: { 'Case.md': '---\ntype: case\n---\n%% later %%\nText\n' } },
    { title: 'A comment that never ends', notes: { 'Case.md': '---\ntype: case\n---\n‹%%› later\n\n## Story\n' } },
  ],
  checkNote({ source }): readonly Finding[] {
    if (source === undefined) return NO_FINDINGS;
    const { text } = source;
    const hints = OPENING_MARKS.some((mark) => text.includes(mark)) ? source.outline.hints : NO_HINTS;
    const broken = text.indexOf('\ufffd');
    if (hints.length === 0 && broken < 0) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const { kind, from, to } of hints) {
      const unclosed = UNCLOSED[kind];
      if (unclosed === undefined) continue;
      findings.push({ from, to: Math.min(to, endOfMark(text, from)), message: `This ${unclosed[0]} never ends, so nothing below it is read. ${unclosed[1]}.` });
    }
    if (broken >= 0) findings.push({ from: broken, to: broken + 1, message: 'The note holds bytes that are not UTF-8 (shown as �). Save it as UTF-8.' });
    return findings;
  },
};

/** The opening mark only: a range over the rest of the note would bury it. */
function endOfMark(text: string, from: number): number {
  let to = from + 1;
  while (to < text.length && to < from + 4 && /[%$`~<!-]/.test(text.charAt(to))) to++;
  return to;
}
