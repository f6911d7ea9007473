/** Findings for tests of reports, in a few words, and the texts that a hostile note would hold. */
import type { Diagnostic, LintResult, PositionRange } from '../../src/lint/diagnostic.js';

/** A range on one line: columns `from`–`to`, offsets as if every line held 100 characters. */
export function onLine(line: number, from = 1, to = from): PositionRange {
  const offset = (line - 1) * 100;
  return {
    start: { line, column: from, offset: offset + from - 1 },
    end: { line, column: to, offset: offset + to - 1 },
  };
}

export function finding(values: Partial<Diagnostic> = {}): Diagnostic {
  return {
    path: '10 Executives/Ana Ruiz (CEO).md',
    rule: 'require-model',
    severity: 'warning',
    message: 'Section "Model" is missing. Add it.',
    range: onLine(1, 1, 4),
    ...values,
  };
}

export function resultOf(...diagnostics: readonly Diagnostic[]): LintResult {
  return { notes: 33, playbookNotes: 31, diagnostics };
}

/** `count` findings in as many notes of ten findings each as it takes, with paths that sort. */
export function manyFindings(count: number, values: Partial<Diagnostic> = {}): Diagnostic[] {
  return Array.from({ length: count }, (_, index) =>
    finding({ path: `Notes/${String(Math.floor(index / 10)).padStart(5, '0')}.md`, range: onLine((index % 10) + 1), ...values }),
  );
}

/** Each as a message, a path and a rule must harm no format. */
export const HOSTILE_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['line feed', 'a\nb'],
  ['carriage return', 'a\r\nb\rc'],
  ['line separator', 'a\u2028b\u2029c'],
  ['ANSI colour', 'a\u001b[31mred\u001b[0m'],
  ['C1 control sequence', 'a\u009b31mred'],
  ['other controls', 'a\u0000\u0007\u0008\u007fb'],
  ['workflow command', '::error file=x::owned'],
  ['workflow command after a line end', 'a\n::error::owned\n::set-output name=x::y'],
  ['workflow properties', '50% a,b:c %0A%3A'],
  ['end of CDATA', 'a]]>b'],
  ['quotes', `"double" 'single' \`back\``],
  ['pipes', '| a | b |'],
  ['script', '<script>alert(1)</script><!-- -->&amp;&#64;'],
  ['Markdown', '# **a** _b_ ~~c~~ [x](https://evil.example) ![y](z) $q$ \\*'],
  ['mentions and references', '@everyone #12 GH-7 www.evil.example _www.evil.example https://evil.example a@evil.example'],
  ['placeholders', '{0} {{1}} [link](0)'],
  ['emoji', '👩‍👧 ok 🎉'],
  ['right-to-left override', 'a\u202egnp.exe\u2066b\u2069'],
  ['lone surrogates', 'a\ud800b\udc00'],
  ['noncharacters and byte order mark', '\ufeffa\ufffe\uffff'],
  ['path tricks', '../../etc/passwd'],
  ['empty', ''],
];

/** A finding whose every text is `text`. */
export function hostileFinding(text: string): Diagnostic {
  return finding({
    path: `Notes/${text}.md`,
    rule: text,
    message: text,
    related: [{ path: text, range: onLine(2), message: text }],
    fix: { title: text, edits: [{ from: 0, to: 3, insert: text }] },
  });
}

/** Controls that no format may send raw; line feeds are the format's own. */
export const RAW_CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;
