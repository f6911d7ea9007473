/**
 * From the nodes of a parsed YAML document to properties with their places.
 *
 * @example readNodes(parseDocument('a: [x]'), { a: ['x'] }, range) // [{ name: 'a', value: ['x'], items: [{ from: 4, to: 5 }], … }]
 */
import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import { NO_ITEMS, isUnsafeName, type Property } from './property.js';
import type { SourceMap } from './source-map.js';
import type { TextRange } from './text-range.js';
import { keyName, type YamlDocument } from './yaml-survey.js';

/** The properties in their order; `values` are those of the same document by name. */
export function readNodes(
  document: YamlDocument,
  values: ReadonlyMap<string, unknown>,
  source: string,
  range: SourceMap['range'],
): Property[] {
  if (!isMap(document.contents)) return [];
  const properties: Property[] = [];
  for (const pair of document.contents.items) {
    const name = keyName(pair.key);
    if (name !== undefined && !isUnsafeName(name)) properties.push(readPair(pair, name, values.get(name), source, range));
  }
  return properties;
}

function readPair({ key, value: node }: Pair, name: string, value: unknown, source: string, range: SourceMap['range']): Property {
  const keyRange = nodeRange(key, source);
  // A name without a colon, in braces or after "?", has no value node.
  const valueRange = isNode(node) ? nodeRange(node, source) : { from: keyRange.to, to: keyRange.to };
  const keyAt = range(keyRange.from, keyRange.to);
  const valueAt = range(valueRange.from, valueRange.to);
  return {
    from: keyAt.from,
    to: valueAt.to,
    name,
    value,
    keyFrom: keyAt.from,
    keyTo: keyAt.to,
    valueFrom: valueAt.from,
    valueTo: valueAt.to,
    items: Array.isArray(value) ? itemRanges(node, value.length, source, range) : NO_ITEMS,
  };
}

/** A list that is an alias has its items elsewhere: each gets the place of the alias. */
function itemRanges(node: unknown, count: number, source: string, range: SourceMap['range']): TextRange[] {
  const places = isSeq(node) ? node.items : new Array<unknown>(count).fill(node);
  return places.map((place) => {
    const { from, to } = nodeRange(place, source);
    return range(from, to);
  });
}

/** Where a node is written. `yaml` ends block lists and maps behind comments and blank lines; here they end with their content. */
function nodeRange(node: unknown, source: string): TextRange {
  if (!isNode(node) || node.range === null || node.range === undefined) return { from: 0, to: 0 };
  const [from, to] = node.range;
  return { from, to: Math.max(from, contentEnd(node, to, source)) };
}

function contentEnd(node: unknown, to: number, source: string): number {
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    const content = isPairLike(last) ? (isNode(last.value) ? last.value : last.key) : last;
    return content === undefined ? to : nodeRange(content, source).to;
  }
  const isBlockText = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return isBlockText && !isAlias(node) && source.charCodeAt(to - 1) === 10 ? to - 1 : to;
}

function isPairLike(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
}
