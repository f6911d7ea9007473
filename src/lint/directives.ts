/**
 * Comments in a note that silence rules: `%% cx-lint-disable RULE -- reason %%` from there to the end (or to the
 * matching `cx-lint-enable`), `cx-lint-disable-next-line`, `cx-lint-disable-line`, `cx-lint-disable-file`; the same in
 * `<!-- -->`, and as `# …` in frontmatter. Without a rule all rules are meant. Code blocks are not looked into.
 */
import { readableRanges } from '../markdown/readable-ranges.js';
import type { Outline } from '../markdown/outline.js';
import type { TextRange } from '../markdown/text-range.js';
import { nearestName } from '../notes/nearest-name.js';
import type { Finding } from './rule.js';

export interface Directive extends TextRange {
  readonly form: 'disable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Empty: all rules. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The text that it covers. */
  readonly coversFrom: number;
  readonly coversTo: number;
}

const MARK = 'cx-lint-';
const COMMENT = /%%[^%\n]*?%%|<!--(?:(?!-->)[^\n])*-->|^[ \t]*#[^\n]*/gmu;
const DIRECTIVE = /^(?:%%|<!--|\s*#)\s*cx-lint-(disable-next-line|disable-line|disable-file|disable|enable)\b\s*((?:(?!--)[^\n])*?)\s*(?:--\s*(.*?))?\s*(?:%%|-->)?\s*$/u;

/** The directives of a note, in its order. `frontmatterTo` is the end of its frontmatter: only there `#` opens a comment. */
export function parseDirectives(text: string, outline: Outline | undefined): readonly Directive[] {
  if (!text.includes(MARK)) return [];
  const frontmatterTo = outline?.frontmatter?.to ?? 0;
  const directives: Directive[] = [];
  for (const { from, to } of readableRanges(text, outline?.opaque ?? [])) {
    for (const match of text.slice(from, to).matchAll(COMMENT)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (match[0].trimStart().startsWith('#') && start >= frontmatterTo) continue;
      const parts = DIRECTIVE.exec(match[0]);
      if (parts === null) continue;
      const rules = (parts[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
      if (parts[1] === 'enable') closeOpenDirectives(directives, rules, start);
      else directives.push(buildDirective(text, { from: start, to: end }, parts[1] ?? 'disable', rules, parts[3] ?? ''));
    }
  }
  return directives;
}

function buildDirective(text: string, place: TextRange, word: string, rules: readonly string[], reason: string): Directive {
  const lineFrom = text.lastIndexOf('\n', place.from - 1) + 1;
  const lineTo = endOfLine(text, place.to);
  const common = { ...place, rules, reason };
  switch (word) {
    case 'disable-file': return { ...common, form: 'disable-file', coversFrom: 0, coversTo: text.length };
    case 'disable-line': return { ...common, form: 'disable-line', coversFrom: lineFrom, coversTo: lineTo };
    case 'disable-next-line': return { ...common, form: 'disable-next-line', coversFrom: lineTo + 1, coversTo: endOfLine(text, lineTo + 1) };
    default: return { ...common, form: 'disable', coversFrom: place.from, coversTo: text.length };
  }
}

/** An enable ends each open disable of the same rules; without rules it ends all. */
function closeOpenDirectives(directives: Directive[], rules: readonly string[], at: number): void {
  for (const [index, directive] of directives.entries()) {
    const same = rules.length === 0 || rules.some((rule) => directive.rules.includes(rule));
    if (directive.form === 'disable' && same && directive.coversTo > at) directives[index] = { ...directive, coversTo: at };
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Whether a directive silences a finding of the rule. A finding about the whole note is covered by any `disable`. */
export function silences(directive: Directive, rule: string, finding: Finding): boolean {
  if (directive.rules.length > 0 && !directive.rules.includes(rule)) return false;
  if (finding.wholeNote === true && directive.form === 'disable') return true;
  return finding.from >= directive.coversFrom && finding.from <= directive.coversTo;
}

/** What is wrong with a directive that silenced nothing. */
export function unusedDirectiveMessage(directive: Directive, knownRules: readonly string[]): string {
  const strange = directive.rules.find((rule) => !knownRules.includes(rule));
  if (strange === undefined) return 'This directive silences nothing. Remove it.';
  const nearest = nearestName(strange, knownRules);
  return `Rule "${strange}" does not exist. ${nearest === undefined ? 'Correct its name.' : `Did you mean "${nearest}"?`}`;
}
