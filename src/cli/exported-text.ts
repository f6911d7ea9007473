/**
 * What a file that was made from notes says to its reader, whatever its format: without escapes of Markdown and JSON,
 * entities and tags of HTML, marks of quotes, folds of calendars, and with letters composed.
 *
 * @example plainTextOf('> Plan \\*B\\*\n> &amp; C').text // 'Plan *B*\n& C'
 */
export interface PlainText {
  readonly text: string;
  /** Where a unit of the text stands in the file; the end of the text gives that of the file. */
  readonly originalOf: (offset: number) => number;
}

const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/iy;
const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ' };
const UNICODE_ESCAPE = /\\u([0-9a-f]{4})/iy;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

export function plainTextOf(file: string): PlainText {
  const plain = new PlainReader(file).read();
  return plain.text.normalize('NFC') === plain.text ? plain : composed(plain);
}

class PlainReader {
  readonly #parts: string[] = [];
  readonly #froms: number[] = [];
  /** The next `>`: looked for once, however many `<` stand before it. */
  #close = 0;

  constructor(readonly file: string) {}

  read(): PlainText {
    let at = this.#skipQuoteMarks(0);
    while (at < this.file.length) at = this.#take(at);
    return asPlainText(this.#parts.join(''), this.#froms, this.file.length);
  }

  /** Reads what stands at the offset; gives the offset behind it. */
  #take(at: number): number {
    const sign = this.file.charAt(at);
    switch (sign) {
      case '\\': return this.#takeEscape(at);
      case '&': return this.#takeEntity(at);
      case '<': return this.#takeTag(at);
      case '\n': {
        // A calendar folds its lines so.
        if (this.file.charAt(at - 1) === '\r' && this.file.charAt(at + 1) === ' ') {
          this.#parts.pop();
          this.#froms.pop();
          return at + 2;
        }
        this.#add(at, sign);
        return this.#skipQuoteMarks(at + 1);
      }
      default: return this.#add(at, sign);
    }
  }

  #takeEscape(at: number): number {
    const next = this.file.charAt(at + 1);
    if (PUNCTUATION.test(next)) return this.#add(at, next, 2);
    if (next === 'n' || next === 'r' || next === 't') return this.#add(at, ' ', 2);
    UNICODE_ESCAPE.lastIndex = at;
    const code = UNICODE_ESCAPE.exec(this.file)?.[1];
    return code === undefined ? this.#add(at, next === '\n' || next === '\r' ? ' ' : '\\') : this.#add(at, String.fromCharCode(Number.parseInt(code, 16)), 6);
  }

  #takeEntity(at: number): number {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(this.file)?.[0];
    if (entity === undefined) return this.#add(at, '&');
    return this.#add(at, NAMED[entity.toLowerCase()] ?? numbered(entity), entity.length);
  }

  #takeTag(at: number): number {
    if (!/[a-z/!]/i.test(this.file.charAt(at + 1))) return this.#add(at, '<');
    if (this.#close !== -1 && this.#close < at) this.#close = this.file.indexOf('>', at);
    return this.#close === -1 ? this.#add(at, '<') : this.#add(at, ' ', this.#close + 1 - at);
  }

  #add(at: number, text: string, length = 1): number {
    for (let unit = 0; unit < text.length; unit++) {
      this.#parts.push(text.charAt(unit));
      this.#froms.push(at);
    }
    return at + length;
  }

  #skipQuoteMarks(from: number): number {
    let at = from;
    while (' \t>'.includes(this.file.charAt(at) || '.')) at++;
    return at;
  }
}

function numbered(entity: string): string {
  const hexadecimal = /^&#x/i.test(entity);
  const code = Number.parseInt(entity.slice(hexadecimal ? 3 : 2, -1), hexadecimal ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function composed({ text, originalOf }: PlainText): PlainText {
  const parts: string[] = [];
  const froms: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const letter = cluster.normalize('NFC');
    parts.push(letter);
    for (let unit = 0; unit < letter.length; unit++) froms.push(originalOf(index + Math.min(unit, cluster.length - 1)));
  }
  return asPlainText(parts.join(''), froms, originalOf(text.length));
}

function asPlainText(text: string, froms: readonly number[], end: number): PlainText {
  return { text, originalOf: (offset) => froms[offset] ?? end };
}
