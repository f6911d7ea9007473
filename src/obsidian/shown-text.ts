/**
 * The text of a file as an editor shows it: every line ends with `\n`, and a byte-order mark may be missing.
 *
 * @example asShown('\ufeffa\r\nb', 'a\nb') // { text: 'a\nb', markLength: 1 }
 */
const BYTE_ORDER_MARK = '\ufeff';

/** `shown` tells by its start whether the editor has the mark; `markLength` is that of the mark it has not. */
export function asShown(stored: string, shown: string): { readonly text: string; readonly markLength: number } {
  const markLength = stored.startsWith(BYTE_ORDER_MARK) && !shown.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  return { text: stored.slice(markLength).replace(/\r\n?/g, '\n'), markLength };
}
