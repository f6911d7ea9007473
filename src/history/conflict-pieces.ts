/**
 * A note's properties as pieces of its text, one per name, which put together are all of the text between the fences:
 * comments and blank lines above a name go with it.
 *
 * @example keyPieces(side) // for `---\na: 1\n# why\nb: [x]\n---\n`: a is `a: 1\n`, b is `# why\nb: [x]\n`
 */
import { nextLine } from '../markdown/frontmatter-block.js';
import { readFrontmatter } from '../markdown/frontmatter.js';
import type { Property } from '../markdown/property.js';
import type { TextRange } from '../markdown/text-range.js';
import type { SideText } from './conflict-parts.js';

export interface KeyPiece extends TextRange {
  /** Empty for a block that holds comments alone. */
  readonly name: string;
  /** Undefined for a block that holds comments alone. */
  readonly property: Property | undefined;
}

export type KeyPieces = { readonly ok: true; readonly pieces: readonly KeyPiece[] } | { readonly ok: false; readonly reason: string };

/** In the order of the text. Says why not where the properties cannot be read, or are not written one below the other. The full reader must be loaded. */
export function keyPieces({ text, block }: SideText): KeyPieces {
  if (block === undefined) return { ok: false, reason: 'It has no properties.' };
  const { properties, problems } = readFrontmatter(text);
  const [problem] = problems;
  if (problem !== undefined) return { ok: false, reason: problem.message };
  const pieces: KeyPiece[] = [];
  let from = block.yamlFrom;
  for (const [index, property] of properties.entries()) {
    const next = properties[index + 1];
    const to = next === undefined ? block.yamlTo : nextLine(text, property.to);
    if (property.keyFrom < from || to > block.yamlTo || (next !== undefined && next.keyFrom < to)) return { ok: false, reason: 'Its properties are not written one below the other.' };
    pieces.push({ from, to, name: property.name, property });
    from = to;
  }
  if (pieces.length === 0 && from < block.yamlTo) pieces.push({ from, to: block.yamlTo, name: '', property: undefined });
  return { ok: true, pieces };
}
