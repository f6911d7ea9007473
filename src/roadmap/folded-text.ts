/**
 * Text as a search compares it: any case, without accents and the space around it.
 *
 * @example foldText(' Zoë ') // 'zoe'
 */
const BEYOND_ASCII = /\P{ASCII}/u;
const MARKS = /\p{M}/gu;
/** Letters that carry their stroke or ligature in one piece: no normal form takes them apart. */
const WHOLE_LETTER = /[øłđßæœıħŧ]/g;
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't' };

export function foldText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.trim().toLowerCase();
  const bare = text.toLowerCase().normalize('NFKD').replace(MARKS, '').toLowerCase();
  return bare.replace(WHOLE_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter).normalize('NFC').trim();
}
