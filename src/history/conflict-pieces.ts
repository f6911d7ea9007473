/**
 * A side's properties as pieces of its text which, put together, are all of the text between the fences. Comments at the
 * top that belong to no property are a piece of their own.
 *
 * @example keyPieces(side) // for `---\na: 1\n# why\nb: [x]\n---\n`: a is `a: 1\n`, b is `# why\nb: [x]\n`
 */
import { readFrontmatter } from '../markdown/frontmatter.js';
import type { Property } from '../markdown/property.js';
import { cutProperties } from '../markdown/property-pieces.js';
import type { TextRange } from '../markdown/text-range.js';
import type { SideText } from './conflict-parts.js';

export interface KeyPiece extends TextRange {
  /** {@link COMMENTS} for what belongs to no property. */
  readonly name: string;
  readonly property: Property | undefined;
}

/** No property has this name. */
export const COMMENTS = '\n';

export type KeyPieces = { readonly ok: true; readonly pieces: readonly KeyPiece[] } | { readonly ok: false; readonly reason: string };

/** In the order of the text. Says why not where a property cannot be told from the next. The full reader must be loaded. */
export function keyPieces({ text, block }: SideText): KeyPieces {
  if (block === undefined) return { ok: false, reason: 'There are no properties.' };
  const frontmatter = readFrontmatter(text);
  const cut = cutProperties(text, frontmatter);
  if (cut === undefined) return { ok: false, reason: frontmatter.problems[0]?.message ?? 'Some properties refer to others, or share their lines.' };
  const pieces: KeyPiece[] = cut.pieces.map(({ from, to, property }) => ({ from, to, name: property.name, property }));
  const { yamlFrom } = block;
  const { to } = cut.head;
  return { ok: true, pieces: to > yamlFrom ? [{ from: yamlFrom, to, name: COMMENTS, property: undefined }, ...pieces] : pieces };
}
