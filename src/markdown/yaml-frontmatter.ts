/**
 * The full reader of frontmatter: gray-matter cuts, `yaml` reads. Loaded only when a note needs it, see frontmatter.ts.
 *
 * gray-matter never sees a note, only a block that our splitter has cut, with line endings made equal, and never
 * without options: its own engines would run code (`---js`), turn dates into `Date` and give one shared object.
 * `yaml` reads by the core schema of YAML 1.2 and knows no further tags, so all values are plain data.
 *
 * @example readYamlFrontmatter(text, block).properties // [{ name: 'moves', value: { from: 'passive' }, … }]
 */
import matter from 'gray-matter';
import { isMap, parseDocument } from 'yaml';
import type { FrontmatterBlock } from './frontmatter-block.js';
import type { FrontmatterProblem, FrontmatterProblemCode, PropertyReading } from './property.js';
import { buildSourceMap, type SourceMap } from './source-map.js';
import { findSlowPattern } from './slow-pattern.js';
import { readNodes } from './yaml-nodes.js';
import { TOO_DEEP, describeYamlError } from './yaml-problems.js';
import { MOST_ALIASES, TOO_MANY_ALIASES, surveyYaml, type YamlDocument, type YamlSurvey } from './yaml-survey.js';

/** Errors are given back, not printed; "silent" would also hide that a second document follows. */
const PARSING = { uniqueKeys: false, prettyErrors: false, resolveKnownTags: false, logLevel: 'error' } as const;
/** More say nothing new, and a hostile block has as many as it has characters. */
const MOST_PROBLEMS = 20;
/** Length of the opening dashes, behind which gray-matter's cut starts. */
const FENCE_LENGTH = 3;

/** Reads a closed block. Never throws: whatever gray-matter or `yaml` raises becomes a problem. */
export function readYamlFrontmatter(text: string, block: FrontmatterBlock): PropertyReading {
  const source = buildSourceMap(text, block.from, block.yamlTo);
  const fail = (place: { from: number; to: number }, code: FrontmatterProblemCode, message: string): PropertyReading =>
    broken([{ from: place.from, to: place.to, code, message }]);
  const openingLine = { from: block.from, to: block.from + FENCE_LENGTH };
  const slow = findSlowPattern(source.text);
  if (slow !== undefined) return fail(source.range(slow.from, slow.to), 'too-deep', TOO_DEEP);
  try {
    return readSource(source);
  } catch (error) {
    // The stack ends in nested lists and maps only; `yaml` refuses to expand aliases with a ReferenceError.
    if (error instanceof RangeError) return fail(openingLine, 'too-deep', TOO_DEEP);
    if (error instanceof ReferenceError) return fail(openingLine, 'too-many-aliases', TOO_MANY_ALIASES);
    const reason = error instanceof Error ? error.message : String(error);
    return fail(openingLine, 'syntax', `The properties cannot be read (${reason}). Correct the lines between the dashes.`);
  }
}

interface EngineRun {
  readonly document: YamlDocument;
  readonly survey: YamlSurvey;
  readonly range: SourceMap['range'];
}

function readSource(source: SourceMap): PropertyReading {
  const runs: EngineRun[] = [];
  const range: SourceMap['range'] = (from, to) => source.range(from + FENCE_LENGTH, to + FENCE_LENGTH);
  // A line ending of its own for the closing line: gray-matter cuts before it, and text kept with `|+` needs all of its own.
  const file = matter(`${source.text}\n---\n`, {
    language: 'yaml',
    engines: {
      yaml: (yaml) => {
        const document = parseDocument(yaml, PARSING);
        const survey = document.errors.length > 0 ? UNSURVEYED : surveyYaml(document, range);
        runs.push({ document, survey, range });
        // Wrapped, because gray-matter acts on some properties of what its engine returns.
        const values: unknown = survey.broken ? undefined : document.toJS({ maxAliasCount: MOST_ALIASES });
        return { values };
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      coffee: refuse,
    },
  });
  if (file.content !== '') {
    const from = FENCE_LENGTH + file.matter.length + 1;
    return broken([{ ...source.range(from, from + FENCE_LENGTH), code: 'inner-fence', message: INNER_FENCE }]);
  }
  const run = runs[0];
  return run === undefined ? NOTHING : readRun(run, file.data['values'], file.matter);
}

function readRun({ document, survey, range }: EngineRun, values: unknown, yaml: string): PropertyReading {
  if (document.errors.length > 0) {
    return broken(
      document.errors.slice(0, MOST_PROBLEMS).map(({ code, pos }) => ({ ...range(pos[0], Math.max(...pos)), ...describeYamlError(code) })),
    );
  }
  if (survey.broken) return broken(survey.problems);
  if (values === null) return { ...NOTHING, problems: sortProblems(survey.problems) };
  if (!isMap(document.contents) || typeof values !== 'object') {
    const [from, to] = document.contents?.range ?? [0, 0];
    return broken([{ ...range(from, to), code: 'not-a-map', message: NOT_A_MAP }]);
  }
  return {
    properties: readNodes(document, new Map(Object.entries(values)), yaml, range),
    problems: sortProblems(survey.problems),
    broken: false,
  };
}

function sortProblems(problems: readonly FrontmatterProblem[]): FrontmatterProblem[] {
  return [...problems].sort((a, b) => a.from - b.from).slice(0, MOST_PROBLEMS);
}

function refuse(): never {
  throw new Error('Only YAML is read');
}

function broken(problems: readonly FrontmatterProblem[]): PropertyReading {
  return { properties: [], problems: sortProblems(problems), broken: true };
}

const NOTHING: PropertyReading = { properties: [], problems: [], broken: false };
const UNSURVEYED: YamlSurvey = { problems: [], broken: true };
const INNER_FENCE = 'A line between the dashes starts with "---", where other tools end the properties. Indent the line or quote it.';
const NOT_A_MAP = 'The properties are one text or list without names. Write one name and value a line, like "type: case".';
