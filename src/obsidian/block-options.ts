/**
 * The options of a `cx-roadmap` block: lines of YAML, read by the reader of properties, each trouble told with its line.
 *
 * @example
 * ```cx-roadmap
 * group: leader
 * gaps: true
 * height: 400
 * ```
 */
import { loadYamlReader, readFrontmatter, tryReadFrontmatter } from '../markdown/frontmatter.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { writeBrackets, writeScalar } from '../markdown/yaml-writing.js';
import { describeRoadmapChoice, readRoadmapChoice, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { WORDS } from '../views/words/words.js';

const words = WORDS.roadmapHost;

/** The language of the fence. */
export const BLOCK_LANGUAGE = 'cx-roadmap';

/** OURS: below it not one lane shows, above it no screen shows it all. */
const LEAST_HEIGHT_PX = 120;
const MOST_HEIGHT_PX = 4000;

/** Around the options, so that the reader of properties takes them. */
const FENCE = '---';

export interface BlockOptions {
  readonly choice: RoadmapChoice;
  /** Undefined: as high as what it holds, up to a limit. */
  readonly heightPx: number | undefined;
  /** What is wrong, with the line in the block, in their order. */
  readonly problems: readonly string[];
}

/** What cannot be read gives way to its default. Never rejects. */
export async function readBlock(source: string): Promise<BlockOptions> {
  const text = `${FENCE}\n${source}\n${FENCE}\n`;
  const lines = buildLineIndex(text);
  const lastLine = lines.position(text.length - FENCE.length - 2).line - 1;
  // The first line of the text is our own, and so is the last: what is left open is found there.
  const lineOf = (at: number): number => Math.min(Math.max(1, lines.position(at).line - 1), Math.max(1, lastLine));
  const found: { readonly at: number; readonly message: string }[] = [];
  const frontmatter = tryReadFrontmatter(text) ?? (await loadYamlReader(), readFrontmatter(text));
  const { block, properties } = frontmatter;
  // A fence in the options would end them without a word.
  if (block !== undefined && block.to < text.length) found.push({ at: block.yamlTo, message: words.blockFence });
  for (const { from, message } of frontmatter.problems) found.push({ at: from, message });
  const { height, ...values } = Object.fromEntries(properties.map(({ name, value }) => [name, value]));
  const { choice, problems: wrong } = readRoadmapChoice(values);
  for (const { key, message } of wrong) found.push({ at: frontmatter.get(key)?.keyFrom ?? 0, message });
  const heightPx = readHeight(height);
  if (heightPx === undefined && height !== undefined && height !== null) {
    found.push({ at: frontmatter.get('height')?.keyFrom ?? 0, message: words.blockHeight(JSON.stringify(height), LEAST_HEIGHT_PX, MOST_HEIGHT_PX) });
  }
  return {
    choice,
    heightPx,
    problems: found.sort((a, b) => a.at - b.at).map(({ at, message }) => words.blockLine(lineOf(at), message)),
  };
}

function readHeight(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(/^(\d+)px$/.exec(value)?.[1]) : value;
  return typeof number === 'number' && number >= LEAST_HEIGHT_PX && number <= MOST_HEIGHT_PX ? Math.round(number) : undefined;
}

/** A block for a note, with its fences and a line ending; {@link readBlock} of what stands between them gives the choice. */
export function formatBlock(choice: RoadmapChoice): string {
  const lines = Object.entries(describeRoadmapChoice(choice)).map(([name, value]) =>
    typeof value === 'object' ? `${name}: ${writeBrackets(value, 'plain')}` : `${name}: ${writeScalar(value, 'plain', 'block')}`,
  );
  const body = lines.map((line) => `${line}\n`).join('');
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${BLOCK_LANGUAGE}\n${body}${fence}\n`;
}
