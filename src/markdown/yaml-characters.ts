/** Which signs the strict YAML reader takes for plain text without a doubt; it leaves the rest to the full reader. */

export const BYTE_ORDER_MARK = 0xfeff;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Letters of any script and `_`. Above ASCII all signs are plain text to YAML, apart from the byte-order mark. */
export function isNameStart(code: number): boolean {
  return isLetter(code) || code === 0x5f || (code > 0xa0 && code !== BYTE_ORDER_MARK);
}

export function isNamePart(code: number): boolean {
  // Digits, and the signs - . / ( ) and space.
  return isNameStart(code) || (code >= 0x2d && code <= 0x39) || code === 0x20 || code === 0x28 || code === 0x29;
}

/** `,`, `[`, `]`, `{` and `}`: they end an unquoted item within brackets. */
export function isFlowSign(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

/** Whether a plain scalar may start so. Refuses every indicator; a dash may start one when a visible sign follows. */
export function isPlainStart(code: number, next: number): boolean {
  if (isLetter(code) || (code >= 0x30 && code <= 0x39)) return true;
  if (code === 0x2d) return next > 0x20 && !isFlowSign(next);
  // + . / ( ) $ ; < = ^ _ ~ \ and whatever is not ASCII.
  return code > 0x7e ? code !== 0x7f && code !== BYTE_ORDER_MARK : '+./()$;<=^_~\\'.includes(String.fromCharCode(code));
}
