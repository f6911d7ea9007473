/**
 * A note's properties. Two readers stand behind one function: a strict one for what nearly all notes write, and the
 * full one, whose libraries take longer to load than thousands of notes to read. The full one is therefore loaded
 * once, by {@link loadYamlReader}, when a note needs it. Reading itself never waits, so that it fits into edits.
 *
 * @example Where notes are read one by one:
 * const frontmatter = tryReadFrontmatter(text) ?? (await loadYamlReader(), readFrontmatter(text));
 * @example Where reading is all there is: `await loadYamlReader()` at the start, then `readFrontmatter(text)`.
 */
import { splitFrontmatter, type FrontmatterBlock } from './frontmatter-block.js';
import type { Frontmatter, FrontmatterProblem, FrontmatterProblemCode, Property, PropertyReading } from './property.js';
import { readSimpleYaml } from './simple-yaml.js';

export type { Frontmatter, FrontmatterProblem, Property } from './property.js';

/** In UTF-16 units. The largest seen in real vaults have a few thousand; hostile ones take about a second at this size. */
export const LARGEST_FRONTMATTER = 262_144;

type YamlReader = (text: string, block: FrontmatterBlock) => PropertyReading;

/** Undefined until it is loaded; then the same for the life of the program. */
let readYaml: YamlReader | undefined;

/** Loads the full reader; afterwards every text can be read. Cheap when it is loaded already. */
export async function loadYamlReader(): Promise<void> {
  readYaml ??= (await import('./yaml-frontmatter.js')).readYamlFrontmatter;
}

/** The properties of a text, whatever it holds. Throws only when the full reader is needed and not loaded. */
export function readFrontmatter(text: string): Frontmatter {
  const frontmatter = tryReadFrontmatter(text);
  if (frontmatter === undefined) {
    throw new Error('This frontmatter needs the full reader: await loadYamlReader() before readFrontmatter().');
  }
  return frontmatter;
}

/** Like {@link readFrontmatter}, but undefined when the full reader is needed and not loaded. Never throws. */
export function tryReadFrontmatter(text: string): Frontmatter | undefined {
  const block = splitFrontmatter(text);
  if (block === undefined) return readWithoutBlock(text);
  if (!block.closed) return fail(block, 'unclosed', UNCLOSED);
  if (block.yamlTo - block.yamlFrom > LARGEST_FRONTMATTER) return fail(block, 'too-large', TOO_LARGE);
  const properties = readSimpleYaml(text, block.yamlFrom, block.yamlTo);
  if (properties !== undefined) return new ReadFrontmatter(block, { properties, problems: [], broken: false });
  return readYaml === undefined ? undefined : new ReadFrontmatter(block, readYaml(text, block));
}

class ReadFrontmatter implements Frontmatter {
  readonly block: FrontmatterBlock | undefined;
  readonly properties: readonly Property[];
  readonly problems: readonly FrontmatterProblem[];
  readonly broken: boolean;

  constructor(block: FrontmatterBlock | undefined, { properties, problems, broken }: PropertyReading) {
    this.block = block;
    this.properties = properties;
    this.problems = problems;
    this.broken = broken;
  }

  get(name: string): Property | undefined {
    for (const property of this.properties) if (property.name === name) return property;
    return undefined;
  }
}

/** An opening line that names a language: some tools run what follows, Obsidian shows it as text. */
const LANGUAGE_FENCE = /^\uFEFF?(---[ \t]*[A-Za-z][\w.+-]*)[ \t]*(?:[\r\n]|$)/;

const NONE: Frontmatter = new ReadFrontmatter(undefined, { properties: [], problems: [], broken: false });

function readWithoutBlock(text: string): Frontmatter {
  const fence = LANGUAGE_FENCE.exec(text)?.[1];
  if (fence === undefined) return NONE;
  const from = text.indexOf('-');
  const message = `The opening line "${fence}" names a language. Such properties are not read and their code is not run. Write "---" alone.`;
  const problem: FrontmatterProblem = { from, to: from + fence.length, code: 'executable', message };
  return new ReadFrontmatter(undefined, { properties: [], problems: [problem], broken: true });
}

function fail(block: FrontmatterBlock, code: FrontmatterProblemCode, message: string): Frontmatter {
  const problem: FrontmatterProblem = { from: block.from, to: block.from + 3, code, message };
  return new ReadFrontmatter(block, { properties: [], problems: [problem], broken: true });
}

const UNCLOSED = 'The properties start here and never end. Close them by a line of "---", or put a blank line before the rule.';
const TOO_LARGE = `The properties are longer than ${LARGEST_FRONTMATTER} characters and are not read. Move the text into the note.`;
