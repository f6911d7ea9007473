/**
 * Values as YAML, written so that they read back as the same: text without quotes where that is certain, else in the
 * quotes that stood there before, else in double quotes.
 *
 * @example writeScalar('[[Ana]]', 'plain', 'block') // '"[[Ana]]"'
 * @example writeScalar('2026-03-04', 'plain', 'block') // '2026-03-04'
 */
import { readSimpleYaml } from './simple-yaml.js';

export type Scalar = string | number | boolean | null;

/** How text is written: `plain` without quotes where it can be; `single` falls back to double where it must. */
export type QuoteStyle = 'plain' | 'single' | 'double';

/** Inside brackets more signs need quotes. */
export type Surroundings = 'block' | 'brackets';

/** In a block null is nothing at all, as Obsidian writes an empty property. */
export function writeScalar(value: Scalar, style: QuoteStyle, surroundings: Surroundings): string {
  if (value === null) return surroundings === 'block' ? '' : 'null';
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (style === 'plain' && isPlain(value, surroundings)) return value;
  return style === 'single' && !NEEDS_ESCAPE.test(value) ? `'${value.replaceAll("'", "''")}'` : writeDoubleQuoted(value);
}

/** The name of a property with its colon. */
export function writeName(name: string, style: QuoteStyle): string {
  const isPlainName = style === 'plain' && !NEEDS_ESCAPE.test(name) && readsAs(`${name}: x`, (read, value) => read === name && value === 'x');
  return `${isPlainName ? name : writeDoubleQuoted(name)}:`;
}

/** `[a, "b"]` */
export function writeBrackets(items: readonly string[], style: QuoteStyle): string {
  return `[${items.map((item) => writeScalar(item, style, 'brackets')).join(', ')}]`;
}

/** The style of a scalar as it is written. */
export function quoteStyleOf(source: string): QuoteStyle {
  return source.startsWith('"') ? 'double' : source.startsWith("'") ? 'single' : 'plain';
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Asks the strict reader itself, so that what is written without quotes is what it reads without doubt. */
function isPlain(value: string, surroundings: Surroundings): boolean {
  if (NEEDS_ESCAPE.test(value)) return false;
  if (surroundings === 'block') return readsAs(`a: ${value}`, (_name, read) => read === value);
  return readsAs(`a: [${value}]`, (_name, read) => Array.isArray(read) && read.length === 1 && read[0] === value);
}

function readsAs(yaml: string, holds: (name: string, value: unknown) => boolean): boolean {
  const properties = readSimpleYaml(yaml, 0, yaml.length);
  const only = properties?.length === 1 ? properties[0] : undefined;
  return only !== undefined && holds(only.name, only.value);
}

/**
 * Control signs, further line and paragraph separators, the byte-order mark, and halves of surrogate pairs, which a
 * file cannot hold: only double quotes can say them.
 */
const ESCAPED = '[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])';
const NEEDS_ESCAPE = new RegExp(`${ESCAPED}|(?:^|[^\\ud800-\\udbff])[\\udc00-\\udfff]`);
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function writeDoubleQuoted(value: string): string {
  let written = '';
  // By code point: halves of pairs come alone, whole pairs as one.
  for (const character of value) {
    const short = SHORT_ESCAPES.get(character);
    if (short !== undefined) written += short;
    else if (NEEDS_ESCAPE.test(character)) written += `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    else written += character;
  }
  return `"${written}"`;
}
