/**
 * A note's frontmatter cut into one piece per property: the lines it is written on, the comments that belong to it, and
 * nothing else. Head, pieces and tail one behind the other are the block, byte for byte, so that a property can be taken
 * from one version of a note and put into another.
 *
 * @example For `---\n# Who\nrole: CFO\nlever:\n  - roi\n---\n` the head is `---\n`, the pieces are `# Who\nrole: CFO\n` and
 * `lever:\n  - roi\n`, the tail is `---\n`.
 */
import { nextLine, type FrontmatterBlock } from './frontmatter-block.js';
import type { Frontmatter, Property } from './property.js';
import { readSimpleYaml } from './simple-yaml.js';
import { lineEndAt, lineStartAt } from './text-lines.js';
import type { TextRange } from './text-range.js';

/**
 * Whole lines of one property. Its own lines run from `ownFrom` to `ownTo`: before them stand the comments right above the
 * name, behind them comments and blank lines that belong to nothing else.
 */
export interface PropertyPiece extends TextRange {
  readonly property: Property;
  readonly ownFrom: number;
  readonly ownTo: number;
}

export interface PropertyPieces {
  /** The opening line, and comments that stand apart from the first property. */
  readonly head: TextRange;
  /** In the order of the note. */
  readonly pieces: readonly PropertyPiece[];
  /** The closing line. */
  readonly tail: TextRange;
}

/** A sign that may be an anchor, an alias or a tag, anywhere: the full reader does not say where they stand. */
const MAY_REFER = /(?:^|[\s[{,:])[&*!][^\s,[\]{}]/;

/**
 * The pieces of a text whose frontmatter was read. Undefined when there is no closed block, and when it is not certain that
 * a property can be moved by its lines: broken or doubtful YAML, anchors, aliases and tags, braces round the whole, names
 * that do not start their line.
 */
export function cutProperties(text: string, { block, properties, problems, broken }: Frontmatter): PropertyPieces | undefined {
  if (block === undefined || !block.closed || broken || problems.length > 0) return undefined;
  const { yamlFrom, yamlTo } = block;
  if (readSimpleYaml(text, yamlFrom, yamlTo) === undefined && MAY_REFER.test(text.slice(yamlFrom, yamlTo))) return undefined;
  if (properties.length === 0 && !isBlank(text, yamlFrom, yamlTo)) return undefined;
  const starts = properties.map(({ keyFrom }) => keyFrom);
  if (!properties.every((property, index) => isOnLinesOfItsOwn(text, property, starts[index + 1] ?? yamlTo))) return undefined;
  const own = properties.map(({ keyTo, keyFrom, valueTo }) => ({ ownFrom: keyFrom, ownTo: nextLine(text, Math.max(keyTo, valueTo)) }));
  const cuts = own.map(({ ownFrom }, index) => commentsAbove(text, ownFrom, own[index - 1]?.ownTo ?? yamlFrom));
  return {
    head: { from: block.from, to: cuts[0] ?? yamlTo },
    pieces: properties.map((property, index) => ({ property, from: cuts[index] ?? yamlTo, to: cuts[index + 1] ?? yamlTo, ...(own[index] ?? { ownFrom: yamlTo, ownTo: yamlTo }) })),
    tail: tailOf(block),
  };
}

function tailOf({ yamlTo, to }: FrontmatterBlock): TextRange {
  return { from: yamlTo, to };
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let line = from; line < to; line = nextLine(text, line)) if (!/^\s*(?:#|$)/.test(text.slice(line, lineEndAt(text, line)))) return false;
  return true;
}

/** Whether the name starts its line, and the value ends before the next name's line. */
function isOnLinesOfItsOwn(text: string, { keyFrom, keyTo, valueFrom, valueTo }: Property, next: number): boolean {
  return lineStartAt(text, keyFrom) === keyFrom && keyFrom < keyTo && keyTo <= valueFrom && valueFrom <= valueTo && lineEndAt(text, valueTo) < next;
}

/** Where the comments start that stand right above a line and are not indented; the line itself without any. */
function commentsAbove(text: string, line: number, from: number): number {
  let start = line;
  for (let at = from, run = -1; at < line; at = nextLine(text, at)) {
    if (text.charAt(at) !== '#') run = -1;
    else if (run === -1) run = at;
    start = run === -1 ? line : run;
  }
  return start;
}
