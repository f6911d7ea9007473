/** Bytes of a note that people do not see, and git does: said of vaults in a repository, and nobody's business elsewhere. */
import type { TextEdit } from '../../markdown/text-edit.js';
import { countOf } from '../../playbook/count-of.js';
import { NO_FINDINGS, type Finding, type LintedNote, type Rule, type RuleContext } from '../rule.js';

export const mixedEol: Rule = {
  id: 'team/mixed-eol',
  severity: 'warning',
  summary: 'In a vault in git, the lines of a note must end in one way.',
  why: 'Lines that end in LF beside lines that end in CR LF are what two systems leave that save the same note. Git shows lines as changed that nobody changed, and merges of them conflict. The fix takes the ending that most lines have; with the wanted line in .gitattributes (missing-gitattributes) new notes get LF everywhere.',
  source: 'OURS',
  examples: [
    { title: 'One ending', notes: { 'Ana.md': '---\r\ntype: executive\r\n---\r\n', 'Ben.md': '---\ntype: executive\n---\n' }, repository: {} },
    { title: 'Two endings', notes: { 'Case.md': '---\ntype: case\n---\nOne‹\r\n›Two\nThree\r\n' }, after: { 'Case.md': '---\ntype: case\n---\nOne\nTwo\nThree\n' }, repository: {} },
    { title: 'An ending that was converted twice', notes: { 'Case.md': '---\ntype: case\n---\nOne‹\r\r\n›Two\n' }, after: { 'Case.md': '---\ntype: case\n---\nOne\nTwo\n' }, repository: {} },
    { title: 'Most end in CR LF', notes: { 'Case.md': '---\r\ntype: case\r\n---\r\nOne‹\n›Two\r\n' }, after: { 'Case.md': '---\r\ntype: case\r\n---\r\nOne\r\nTwo\r\n' }, repository: {} },
  ],
  checkNote({ source }: LintedNote, { repository }: RuleContext): readonly Finding[] {
    const text = source?.text ?? '';
    if (repository === undefined || !text.includes('\r\n')) return NO_FINDINGS;
    const [windows, others] = endingsOf(text);
    const [first] = others;
    if (first === undefined) return NO_FINDINGS;
    const takesLf = others.length >= windows.length;
    const at = takesLf ? (windows[0] ?? 0) : first;
    // Only the bytes that differ: what stands before the break stays where it is.
    const edits = takesLf ? windows.map((from): TextEdit => ({ from, to: text.indexOf('\n', from), insert: '' })) : others.map((from): TextEdit => ({ from, to: from, insert: '\r' }));
    const [kept, changed] = takesLf ? ['LF', 'CR LF'] : ['CR LF', 'LF'];
    return [
      {
        from: at,
        to: text.indexOf('\n', at) + 1,
        wholeNote: true,
        message: `${countOf(edits.length, 'line')} of ${windows.length + others.length} ${edits.length === 1 ? 'ends' : 'end'} in ${changed}, the others in ${kept}. Let all end in ${kept}.`,
        fix: { title: `End all lines in ${kept}`, edits },
      },
    ];
  },
};

/** Where each CR LF and each LF alone starts. A CR alone ends no line for git; several before an LF are what two conversions leave. */
function endingsOf(text: string): readonly [windows: readonly number[], others: readonly number[]] {
  const windows: number[] = [];
  const others: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    let from = at;
    while (text.charCodeAt(from - 1) === 13) from--;
    (from < at ? windows : others).push(from);
  }
  return [windows, others];
}

export const bom: Rule = {
  id: 'team/bom',
  severity: 'warning',
  summary: 'In a vault in git, a note must not start with a byte-order mark.',
  why: 'Nobody sees it, and programs that look for properties at the very start of a file find none. It comes from editors of another system, and goes and comes again with each save: git shows the first line as changed.',
  source: 'OURS',
  examples: [
    { title: 'A vault in no repository', notes: { 'Case.md': '\uFEFF---\ntype: case\n---\n' } },
    { title: 'A note without one', notes: { 'Case.md': '---\ntype: case\n---\n' }, repository: {} },
    { title: 'A note with one', notes: { 'Case.md': '‹\uFEFF›---\ntype: case\n---\n' }, after: { 'Case.md': '---\ntype: case\n---\n' }, repository: {} },
  ],
  checkNote({ source }: LintedNote, { repository }: RuleContext): readonly Finding[] {
    if (repository === undefined || source?.text.charCodeAt(0) !== 0xfeff) return NO_FINDINGS;
    const place = { from: 0, to: 1 };
    return [{ ...place, wholeNote: true, message: 'This note starts with a byte-order mark, which hides its properties from some programs. Remove it.', fix: { title: 'Remove the byte-order mark', edits: [{ ...place, insert: '' }] } }];
  },
};
