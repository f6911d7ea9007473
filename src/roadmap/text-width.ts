/**
 * How wide a text will be, without a browser to ask: widths of a common sans-serif face, kept in a small table.
 *
 * The reader's own system font decides in the end, so the table holds a rather wide face (that of Noto Sans): a label
 * that fits here fits nearly everywhere.
 *
 * @example textWidth('Q3', 12) // about 16
 */

/** Thousandths of the font size for the characters from space (32) to tilde (126). */
const ASCII_WIDTHS = [
  260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781,
  605, 781, 622, 549, 556, 731, 600, 930, 586, 567, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615,
  618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 381, 551, 381, 572,
];
const OTHER_WIDTH = 620;
const FULL_WIDTH = 1000;
const ELLIPSIS_WIDTH = 800;
const BOLD_FACTOR = 1.08;
/** Marks that join the letter before them, and signs without a width of their own. */
const ZERO_WIDTH = /\p{Mn}|\p{Me}|[\u200b-\u200f]/u;
const ELLIPSIS = '…';

export type FontWeight = 'normal' | 'bold';

/** Width in px at a font size in px. */
export function textWidth(text: string, fontPx: number, weight: FontWeight = 'normal'): number {
  let thousandths = 0;
  for (let index = 0; index < text.length; index++) {
    const width = ASCII_WIDTHS[text.charCodeAt(index) - 32];
    if (width === undefined) return scaled(anyWidth(text), fontPx, weight);
    thousandths += width;
  }
  return scaled(thousandths, fontPx, weight);
}

/** The text, or as much of it as fits followed by "…"; empty when not even one character does. */
export function truncateText(text: string, maxPx: number, fontPx: number, weight: FontWeight = 'normal'): string {
  let thousandths = 0;
  let kept = 0;
  let length = 0;
  const limit = (maxPx * 1000) / fontPx / (weight === 'bold' ? BOLD_FACTOR : 1);
  for (const character of text) {
    const width = characterWidth(character);
    if (width > 0 && thousandths + ELLIPSIS_WIDTH <= limit) kept = length;
    thousandths += width;
    if (thousandths > limit) return kept === 0 ? '' : `${text.slice(0, kept).trimEnd()}${ELLIPSIS}`;
    length += character.length;
  }
  return text;
}

/** In thousandths, of any characters. */
function anyWidth(text: string): number {
  let thousandths = 0;
  for (const character of text) thousandths += characterWidth(character);
  return thousandths;
}

function scaled(thousandths: number, fontPx: number, weight: FontWeight): number {
  return (thousandths / 1000) * fontPx * (weight === 'bold' ? BOLD_FACTOR : 1);
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 127) return ASCII_WIDTHS[code - 32] ?? 0;
  if (code < 0x300) return OTHER_WIDTH;
  if (character === ELLIPSIS) return ELLIPSIS_WIDTH;
  if (ZERO_WIDTH.test(character)) return 0;
  return isFullWidth(code) ? FULL_WIDTH : OTHER_WIDTH;
}

/** Hangul, Han, Kana, full-width forms and emoji. */
function isFullWidth(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f000 && code <= 0x3fffd)
  );
}

/** Whether the first letter with a direction reads from right to left (Hebrew, Arabic and their neighbours). */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(letter);
}
