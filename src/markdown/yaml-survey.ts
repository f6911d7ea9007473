/**
 * A look over a parsed YAML document before its values are built: what would make them unsafe, ambiguous or endless.
 * All in one pass; `yaml`'s own check for duplicate names compares each name with each and is switched off.
 *
 * @example surveyYaml(parseDocument('a: 1\na: 2'), range).problems // [{ code: 'duplicate-key', … }]
 */
import { isAlias, isMap, isNode, isScalar, visit, type Document, type Pair, type YAMLMap } from 'yaml';
import { isUnsafeName, type FrontmatterProblem, type FrontmatterProblemCode } from './property.js';
import type { SourceMap } from './source-map.js';

export type YamlDocument = Document.Parsed;

/** `yaml` limits what one anchor expands to; this limits all aliases of a note, as each is looked up among all nodes. */
export const MOST_ALIASES = 100;
/** Lists and maps as names are written out one inside the other, which takes the third power of their depth. */
const MOST_COMPLEX_KEYS = 50;

export interface YamlSurvey {
  readonly problems: readonly FrontmatterProblem[];
  /** True when no value can be built. */
  readonly broken: boolean;
}

/** The name that a key gives a property, as in JavaScript: empty for null, undefined when it is no scalar. */
export function keyName(key: unknown): string | undefined {
  if (key === null) return '';
  if (!isScalar(key)) return undefined;
  const { value } = key;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function surveyYaml(document: YamlDocument, range: SourceMap['range']): YamlSurvey {
  const problems: FrontmatterProblem[] = [];
  let broken = false;
  let aliases = 0;
  let complexKeys = 0;
  /** Where the complex key reported last ends; those inside it are part of the same mistake. */
  let complexTo = 0;
  const anchors = new Set<string>();
  const report = (place: unknown, code: FrontmatterProblemCode, message: string, breaks: boolean): void => {
    const [from, to] = (isNode(place) ? place.range : undefined) ?? [0, 0];
    problems.push({ ...range(from, to), code, message });
    broken ||= breaks;
  };

  const surveyKey = ({ key }: Pair, names: Set<string>): void => {
    const name = keyName(key);
    if (name === undefined) {
      complexKeys++;
      const [from, , to] = (isNode(key) ? key.range : undefined) ?? [0, 0, 0];
      const isTooMany = complexKeys > MOST_COMPLEX_KEYS;
      if (from >= complexTo || isTooMany) report(key, 'complex-key', COMPLEX_KEY, isTooMany);
      complexTo = Math.max(complexTo, to);
    } else if (names.has(name)) {
      report(key, 'duplicate-key', `Property "${name}" is written twice. Keep one of the two.`, true);
    } else if (isUnsafeName(name)) {
      report(key, 'unsafe-key', `"${name}" is no name for a property, as programs reserve it. Rename it.`, false);
    }
    if (name !== undefined) names.add(name);
  };
  const surveyMap = (map: YAMLMap): void => {
    const names = new Set<string>();
    for (const pair of map.items) surveyKey(pair, names);
  };

  visit(document, {
    Node(_key, node, path) {
      if (isAlias(node)) {
        aliases++;
        if (aliases > MOST_ALIASES) {
          report(node, 'too-many-aliases', TOO_MANY_ALIASES, true);
          return visit.BREAK;
        }
        const name = node.source;
        if (path.some((parent) => isNode(parent) && !isAlias(parent) && parent.anchor === name)) {
          report(node, 'syntax', `Alias "*${name}" stands inside the value that it repeats. Remove it.`, true);
        } else if (!anchors.has(name)) {
          report(node, 'syntax', `Alias "*${name}" repeats a value that is not there. Put the text in quotes.`, true);
        }
      } else if (node.anchor !== undefined) anchors.add(node.anchor);
      if (isMap(node)) surveyMap(node);
      return complexKeys > MOST_COMPLEX_KEYS ? visit.BREAK : undefined;
    },
  });
  for (const { pos } of document.warnings) {
    problems.push({ ...range(pos[0], pos[1]), code: 'custom-tag', message: CUSTOM_TAG });
  }
  return { problems, broken };
}

export const TOO_MANY_ALIASES = `Aliases repeat values more than ${MOST_ALIASES} times. Write the values out.`;
const CUSTOM_TAG = 'A tag that starts with "!" asks for a type that notes do not have. Remove the tag; the value is read as it is written.';
const COMPLEX_KEY = 'A list or a group stands where a name is expected, as in "{{title}}". Put the text in quotes.';
