/**
 * A title as the name of a file that every system can hold, that a vault can sync, and that a link can name.
 *
 * @example safeFileName('What now? A/B test: fares') // 'What now A-B test - fares'
 */

/** Control signs, marks that turn the direction of writing, the byte-order mark, and halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))/i;
/** File systems allow 255 bytes; the rest is for a number, the extension and what sync tools add. */
const MOST_BYTES = 200;

/** Without folder and extension; empty when the title holds nothing that a name can. */
export function safeFileName(title: string): string {
  const written = title
    .replace(UNSEEN, ' ')
    .replace(/:(?=\s)/g, ' -')
    .replace(/[\\/:|]+/g, '-')
    .replace(/[*?"<>#^[\]]/g, '')
    // Two would open a comment in the note.
    .replace(/%{2,}/g, '%')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+/, '')
    .normalize('NFC');
  return withinBytes(written).replace(/(?:\.md|[. \u200d])+$/i, '').replace(DEVICE, '$1_');
}

function withinBytes(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MOST_BYTES) break;
    end += character.length;
  }
  return name.slice(0, end);
}
