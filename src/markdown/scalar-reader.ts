/**
 * Reads YAML's scalars that stand on one line, and the blank space and comments around them, moving through a text.
 * What it cannot read for certain it refuses; simple-yaml.ts puts the pieces together.
 *
 * @example At `"a, b" # c` a reader gives the value 'a, b' and stands behind the closing quote.
 */
import { BYTE_ORDER_MARK, isFlowSign, isPlainStart } from './yaml-characters.js';
import { readEscapes, resolvePlain } from './yaml-scalar.js';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COLON = 58;
const BACKSLASH = 92;

export class ScalarReader {
  protected readonly text: string;
  protected readonly end: number;
  protected at: number;
  /** The scalar read last, and where it is; after a false result they mean nothing. */
  protected value: string | number | boolean | null = null;
  protected valueFrom = 0;
  protected valueTo = 0;

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.at = from;
    this.end = to;
  }

  /** A scalar of one line. Leaves the place after it, before spaces and comment. */
  protected readScalar(inBrackets: boolean): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? this.readQuoted(code) : this.readPlain(inBrackets);
  }

  protected readQuoted(quote: number): boolean {
    const text = this.text;
    const from = this.at;
    let at = from + 1;
    let escaped = false;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR || at >= this.end) return false;
      if (code === quote) {
        if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== SINGLE_QUOTE) break;
        escaped = true;
        at++;
      } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        escaped = true;
        at++;
        if (this.atLineEnd(at)) return false;
      }
    }
    const inside = text.slice(from + 1, at);
    const value = !escaped ? inside : quote === DOUBLE_QUOTE ? readEscapes(inside) : inside.replaceAll("''", "'");
    if (value === undefined) return false;
    this.value = value;
    this.valueFrom = from;
    this.valueTo = this.at = at + 1;
    return true;
  }

  private readPlain(inBrackets: boolean): boolean {
    const text = this.text;
    const from = this.at;
    if (!isPlainStart(text.charCodeAt(from), text.charCodeAt(from + 1))) return false;
    const end = this.end;
    let to = from;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code <= SPACE) {
        if (code === LF || code === CR) break;
        if (code !== SPACE) return false;
        if (text.charCodeAt(at + 1) === HASH) break;
        continue;
      }
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next === TAB || this.atLineEnd(at + 1)) return false;
        if (inBrackets && isFlowSign(next)) return false;
      } else if (inBrackets && isFlowSign(code)) break;
      else if (code === BYTE_ORDER_MARK) return false;
      to = at + 1;
    }
    this.value = resolvePlain(text.slice(from, to));
    this.valueFrom = from;
    this.valueTo = this.at = to;
    return true;
  }

  /** Whether only spaces and a comment follow on the line; moves to the next one. */
  protected finishLine(): boolean {
    const from = this.at;
    this.skipSpaces();
    if (!this.atLineEnd(this.at) && (this.text.charCodeAt(this.at) !== HASH || this.at === from)) return false;
    this.skipLine();
    return true;
  }

  protected skipLine(): void {
    const text = this.text;
    let at = this.at;
    for (let code = text.charCodeAt(at); code !== LF && code !== CR && at < this.end; code = text.charCodeAt(at)) at++;
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
    this.at = at + 1;
  }

  protected skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === SPACE) this.at++;
  }

  protected atLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === LF || code === CR || at >= this.end;
  }
}
