/** A merged text beside the truth. */
import { readConflicts, textOfSide } from '../../src/markdown/conflict-markers.js';
import { readFrontmatter } from '../../src/markdown/frontmatter.js';
import { writeKey } from './model.js';
import type { Truth } from './truth.js';

export interface Verdict {
  readonly hasConflict: boolean;
  /** The text, or a side of its conflicts, is no frontmatter that reads. */
  readonly isInvalid: boolean;
  /** What is not as it must be; empty when all is. */
  readonly wrong: readonly string[];
  readonly isUntouchedKept: boolean;
}

export function judge(text: string, { values, open, untouched, body, comments }: Truth): Verdict {
  const { conflicts } = readConflicts(text);
  const sides = conflicts.length === 0 ? [text] : [textOfSide(text, conflicts, 'ours') ?? '', textOfSide(text, conflicts, 'theirs') ?? ''];
  const read = sides.map((side) => readFrontmatter(side));
  const isInvalid = read.some(({ broken, block }) => broken || block === undefined);
  const wrong: string[] = [];
  // Two where the text itself is in conflict.
  const bodies = new Set(read.map(({ block }, index) => sides[index]?.slice(block?.to)));
  for (const [index, frontmatter] of read.entries()) {
    if (isInvalid) break;
    for (const [name, value] of values) if (!sameSaid(frontmatter.get(name)?.value, value)) wrong.push(name);
    for (const { name } of frontmatter.properties) if (!values.has(name) && !open.has(name)) wrong.push(`+${name}`);
    const side = sides[index] ?? '';
    for (const comment of comments) if (!side.includes(comment)) wrong.push(`#${comment}`);
    if (body !== undefined && bodies.size === 1 && lf(side.slice(frontmatter.block?.to)) !== body) wrong.push('text');
  }
  const plain = lf(text);
  return { hasConflict: conflicts.length > 0, isInvalid, wrong, isUntouchedKept: untouched.every((key) => plain.includes(`\n${writeKey(key)}`)) };
}

/** Lists as sets: their order is nobody's statement. */
function sameSaid(value: unknown, wanted: string | readonly string[]): boolean {
  const words = (said: unknown): string => (Array.isArray(said) ? said.map(String).sort().join('\n') : String(said));
  return words(value) === words(wanted) && Array.isArray(value) === Array.isArray(wanted);
}

function lf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
