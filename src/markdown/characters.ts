/** Classes of UTF-16 units that readers of inline text share. */

/** White space of any script, with zero-width space and byte-order mark. */
export function isWhite(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters and digits; of other scripts all from À on that is no white space, general punctuation or CJK punctuation. */
export function isWordCode(code: number): boolean {
  if (code < 128) return isAsciiLetter(code) || isDigit(code);
  return code >= 0xc0 && !isWhite(code) && !(code >= 0x2010 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

/** What a block id is made of after its `^`. */
export function isIdCode(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === 45;
}

/** ASCII punctuation: what a backslash can escape. */
export function isPunctuation(code: number): boolean {
  return (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126);
}
