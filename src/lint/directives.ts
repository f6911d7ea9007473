/**
 * Comments in a note that silence rules: `%% cx-lint-disable RULE -- reason %%` from there to the end (or to the
 * matching `cx-lint-enable`), `cx-lint-disable-next-line`, `cx-lint-disable-line`, `cx-lint-disable-file`; the same in
 * `<!-- -->`, and as `# …` in frontmatter. Without a rule all rules are meant. Code is not looked into.
 */
import { scanOutline, type Outline } from '../markdown/outline.js';
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
  /** Where single rules of a `disable` were enabled again. */
  readonly enabledAt: ReadonlyMap<string, number>;
}

/** Part of each directive; engines look for a rare letter and few others much faster than for a common one or many. */
const MARK = 'x-lint';
const YAML_COMMENT = /#[ \t]*cx-lint-[^\r\n]*/gu;
const DELIMITERS = /^(?:%%|<!--|#)|(?:%%|-->)$/gu;
const DIRECTIVE = /^\s*cx-lint-(disable-next-line|disable-line|disable-file|disable|enable)\b\s*((?:(?!--)[^\n])*?)\s*(?:--\s*(.*?))?\s*$/u;

/** The directives of a note, in its order: in its comments, and behind `#` in its frontmatter. */
export function parseDirectives(text: string, source?: { readonly outline: Outline }): readonly Directive[] {
  if (!text.includes(MARK)) return [];
  const { frontmatter, comments } = source?.outline ?? scanOutline(text);
  const inFrontmatter = [...text.slice(0, frontmatter?.to ?? 0).matchAll(YAML_COMMENT)]
    .filter(({ index }) => /\s/.test(text.charAt(index - 1)))
    .map(({ 0: match, index }): TextRange => ({ from: index, to: index + match.length }));
  const directives: Directive[] = [];
  for (const range of [...inFrontmatter, ...comments]) {
    const parts = DIRECTIVE.exec(text.slice(range.from, range.to).replace(DELIMITERS, ''));
    if (parts === null) continue;
    const rules = (parts[2] ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
    if (parts[1] === 'enable') closeOpenDirectives(directives, rules, range.from);
    else directives.push(buildDirective(text, { from: range.from, to: range.to }, parts[1] ?? 'disable', rules, parts[3] ?? ''));
  }
  return directives;
}

function buildDirective(text: string, place: TextRange, word: string, rules: readonly string[], reason: string): Directive {
  const lineFrom = text.lastIndexOf('\n', place.from - 1) + 1;
  const lineTo = endOfLine(text, place.to);
  const common = { ...place, rules, reason, enabledAt: new Map<string, number>() };
  switch (word) {
    case 'disable-file': return { ...common, form: 'disable-file', coversFrom: 0, coversTo: text.length };
    case 'disable-line': return { ...common, form: 'disable-line', coversFrom: lineFrom, coversTo: lineTo };
    case 'disable-next-line': return { ...common, form: 'disable-next-line', coversFrom: lineTo + 1, coversTo: endOfLine(text, lineTo + 1) };
    default: return { ...common, form: 'disable', coversFrom: place.from, coversTo: text.length };
  }
}

/** An enable ends its rules in each open disable; without rules it ends all. */
function closeOpenDirectives(directives: Directive[], rules: readonly string[], at: number): void {
  for (const [index, directive] of directives.entries()) {
    if (directive.form !== 'disable' || directive.coversTo <= at) continue;
    const left = directive.rules.filter((rule) => !rules.includes(rule) && !directive.enabledAt.has(rule));
    if (rules.length === 0 || (directive.rules.length > 0 && left.length === 0)) directives[index] = { ...directive, coversTo: at };
    else {
      const enabledAt = new Map(directive.enabledAt);
      for (const rule of rules) if (!enabledAt.has(rule)) enabledAt.set(rule, at);
      directives[index] = { ...directive, enabledAt };
    }
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
  return finding.from >= directive.coversFrom && finding.from <= (directive.enabledAt.get(rule) ?? directive.coversTo);
}

/** What is wrong with a directive that silenced nothing. */
export function unusedDirectiveMessage(directive: Directive, knownRules: readonly string[]): string {
  const strange = directive.rules.find((rule) => !knownRules.includes(rule));
  if (strange === undefined) return 'This directive silences nothing. Remove it.';
  const nearest = nearestName(strange, knownRules);
  return `Rule "${strange}" does not exist. ${nearest === undefined ? 'Correct its name.' : `Did you mean "${nearest}"?`}`;
}
