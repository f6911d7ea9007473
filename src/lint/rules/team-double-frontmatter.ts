/** Two blocks of properties in a row: both sides of a merge gave the note properties, and git took both. */
import { splitFrontmatter } from '../../markdown/frontmatter-block.js';
import { tryReadFrontmatter } from '../../markdown/frontmatter.js';
import type { Property } from '../../markdown/property.js';
import { sameValue } from '../../markdown/same-value.js';
import { readSimpleYaml } from '../../markdown/simple-yaml.js';
import { applyEdits, type TextEdit } from '../../markdown/text-edit.js';
import type { TextRange } from '../../markdown/text-range.js';
import { lineEndAt, lineStartAt } from '../../markdown/text-lines.js';
import { nextLine } from '../../markdown/frontmatter-block.js';
import { knownProperty } from '../../notes/schema.js';
import { NO_FINDINGS, type Finding, type LintedNote, type Rule } from '../rule.js';

export const doubleFrontmatter: Rule = {
  id: 'team/double-frontmatter',
  severity: 'error',
  summary: 'A note must not have a second block of properties right after the first.',
  why: 'Only the first block is read: what stands in the second is text between two lines. It is what a merge leaves when both sides gave the note properties. The fix makes one block of both where no property says two things; otherwise choose what is to stand. A block counts when it repeats a property or names one of the playbook’s: other text between two rules is yours.',
  source: 'OURS',
  examples: [
    { title: 'Text between two rules', notes: { 'Case.md': '---\ntype: case\n---\n---\nNote: read this first\n---\n' } },
    {
      title: 'A second block that agrees',
      notes: { 'Case.md': '---\ntype: case # May\nunits: [Harbour]\n---\n\n‹---›\ntype: case\n# From Ana\ncost: high\n---\nText\n' },
      after: { 'Case.md': '---\ntype: case # May\nunits: [Harbour]\n# From Ana\ncost: high\n---\nText\n' },
    },
    { title: 'A comment that the fix would lose', notes: { 'Case.md': '---\ntype: case # May\n---\n‹---›\ntype: case # from Ana\ncost: high\n---\n' }, after: { 'Case.md': '---\ntype: case # May\n---\n---\ntype: case # from Ana\ncost: high\n---\n' } },
    { title: 'A second block that says otherwise', notes: { 'Ana.md': '---\ntype: executive\ncommitment: supporter\n---\n‹---›\ntype: executive\ncommitment: advocate\n---\n' } },
  ],
  checkNote({ source }: LintedNote): readonly Finding[] {
    const first = source?.frontmatter;
    if (source === undefined || first?.block?.closed !== true) return NO_FINDINGS;
    const { text } = source;
    const second = secondBlock(text, first.block.to);
    if (second === undefined) return NO_FINDINGS;
    const properties = readSimpleYaml(text, second.yamlFrom, second.yamlTo);
    const names = properties?.map(({ name }) => name) ?? namesIn(text.slice(second.yamlFrom, second.yamlTo));
    if (!names.some((name) => first.get(name) !== undefined || knownProperty(name) !== undefined)) return NO_FINDINGS;
    const place = { from: second.from, to: second.from + 3 };
    const known = properties === undefined ? [] : properties.filter(({ name }) => first.get(name) !== undefined);
    const otherwise = known.filter(({ name, value }) => !sameValue(first.get(name)?.value, value));
    if (properties === undefined || otherwise.length > 0) {
      const what = otherwise.length === 0 ? '' : ` It says otherwise of ${otherwise.map(({ name }) => `"${name}"`).join(', ')}.`;
      return [{ ...place, wholeNote: true, message: `A second block of properties stands here, and only the first is read.${what} Choose what is to stand, and make one block of both.` }];
    }
    const edits = joinEdits(text, first.block.yamlTo, second, known);
    const losesComment = edits.some(({ from, to }) => from >= second.yamlFrom && commentsIn(text.slice(from, to)).some((comment) => !text.slice(0, second.from).includes(comment)));
    const holds = !losesComment && holdsAll(applyEdits(text, edits), [...first.properties, ...properties.filter((property) => !known.includes(property))]);
    const fix = holds ? { fix: { title: 'Make one block of both', edits } } : {};
    return [{ ...place, wholeNote: true, message: 'A second block of properties stands here, and only the first is read. Make one block of both.', ...fix }];
  },
};

interface Block extends TextRange {
  readonly yamlFrom: number;
  readonly yamlTo: number;
}

/** The block that follows, with at most blank lines before it; ranges of the whole text. */
function secondBlock(text: string, from: number): Block | undefined {
  const start = from + (/^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(from))?.[0].length ?? 0);
  if (!text.startsWith('---', start)) return undefined;
  const block = splitFrontmatter(text.slice(start));
  if (block?.closed !== true || block.from !== 0) return undefined;
  return { from: start, to: start + block.to, yamlFrom: start + block.yamlFrom, yamlTo: start + block.yamlTo };
}

/** Of properties that are not certainly simple: the names that lines start with. None when a line starts with anything else. */
function namesIn(yaml: string): readonly string[] {
  const lines = yaml.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !/^[ \t#-]/.test(line));
  const names = lines.map((line) => /^([^\s:#][^:]*?)[ \t]*:(?:[ \t]|$)/.exec(line)?.[1]);
  return names.every((name) => name !== undefined) ? names : [];
}

/** Takes out what stands between the blocks, and the lines of the second that repeat the first. */
function joinEdits(text: string, firstYamlTo: number, second: Block, repeated: readonly Property[]): readonly TextEdit[] {
  const between = { from: firstYamlTo, to: second.yamlFrom, insert: '' };
  return [between, ...repeated.map(({ keyFrom, to }): TextEdit => ({ from: lineStartAt(text, keyFrom), to: nextLine(text, lineEndAt(text, Math.max(keyFrom, to - 1))), insert: '' }))];
}

/** Each to the end of its line; what only looks like one, in quotes, counts too. */
function commentsIn(lines: string): readonly string[] {
  return [...lines.matchAll(/(?:^|\s)(#[^\r\n]*)/g)].map(([, comment = '']) => comment);
}

function holdsAll(text: string, wanted: readonly Property[]): boolean {
  const after = tryReadFrontmatter(text);
  return after?.broken === false && after.problems.length === 0 && after.properties.length === wanted.length && wanted.every(({ name, value }) => sameValue(after.get(name)?.value, value));
}
