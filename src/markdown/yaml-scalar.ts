/**
 * YAML's scalars: what an unquoted word means by the core schema of YAML 1.2, what a quoted one says, and how a value
 * is written so that it reads back as the same.
 *
 * @example resolvePlain('12') // 12
 * @example resolvePlain('2026-03-04') // '2026-03-04'
 */

/** Every number of the core schema: decimal, exponent, octal, hexadecimal, infinite, not a number. */
const NUMBER =
  /^(?:[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const INTEGER = /^[-+]?[0-9]+$/;

/** The value of an unquoted scalar of one line, without the spaces around it. The empty one is null. */
export function resolvePlain(source: string): string | number | boolean | null {
  switch (source.charCodeAt(0)) {
    case 0x74: // t
    case 0x54: // T
      return source === 'true' || source === 'True' || source === 'TRUE' ? true : source;
    case 0x66: // f
    case 0x46: // F
      return source === 'false' || source === 'False' || source === 'FALSE' ? false : source;
    case 0x6e: // n
    case 0x4e: // N
      return source === 'null' || source === 'Null' || source === 'NULL' ? null : source;
    case 0x7e: // ~
      return source === '~' ? null : source;
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
      return resolveNumber(source);
    default:
      if (source === '') return null;
      return isDigit(source.charCodeAt(0)) ? resolveNumber(source) : source;
  }
}

function resolveNumber(source: string): string | number {
  if (!NUMBER.test(source)) return source;
  if (INTEGER.test(source)) return Number.parseInt(source, 10);
  const second = source.charCodeAt(1);
  if (second === 0x6f) return Number.parseInt(source.slice(2), 8);
  if (second === 0x78) return Number.parseInt(source.slice(2), 16);
  const last = source.charCodeAt(source.length - 1) | 0x20;
  if (last === 0x6e) return Number.NaN;
  if (last === 0x66) return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number.parseFloat(source);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['\t', '\t'],
]);
const HEX_LENGTH: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
const HEX = /^[0-9a-fA-F]+$/;

/** The text between double quotes, on one line, with its escapes read; undefined when one of them is none of YAML's. */
export function readEscapes(source: string): string | undefined {
  let result = '';
  let at = 0;
  for (let slash = source.indexOf('\\'); slash !== -1; slash = source.indexOf('\\', at)) {
    result += source.slice(at, slash);
    const letter = source.charAt(slash + 1);
    const length = HEX_LENGTH.get(letter);
    if (length === undefined) {
      const character = ESCAPES.get(letter);
      if (character === undefined) return undefined;
      result += character;
      at = slash + 2;
    } else {
      const digits = source.slice(slash + 2, slash + 2 + length);
      const code = digits.length === length && HEX.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
      if (!(code <= 0x10ffff)) return undefined;
      result += String.fromCodePoint(code);
      at = slash + 2 + length;
    }
  }
  return result + source.slice(at);
}
