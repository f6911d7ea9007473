/**
 * A strict reader for the YAML that nearly all notes use: one property a line, its value a scalar, a list in brackets
 * on the same line, or a block list of scalars below. It reads in one pass and knows every place. Whatever is not
 * certainly of this kind (nesting, folded text, anchors, tags, tabs, odd names, errors) makes it give up, and the
 * full reader decides; what it accepts has the same values and places there.
 *
 * @example readSimpleYaml('kind: case\nunits:\n  - Harbour\n', 0, 32) // two properties
 * @example readSimpleYaml('a: { b: 1 }\n', 0, 12) // undefined: gives up
 */
import { NO_ITEMS, isUnsafeName, type Property } from './property.js';
import { ScalarReader } from './scalar-reader.js';
import type { TextRange } from './text-range.js';
import { isNamePart, isNameStart } from './yaml-characters.js';
import { resolvePlain } from './yaml-scalar.js';

/** Names are compared pair by pair; longer blocks than any note has are left to the full reader. */
const MOST_PROPERTIES = 100;
/** YAML allows a name of 1024 characters at most; stay well below. */
const LONGEST_NAME = 1000;

const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;

/** The properties between two offsets that hold whole lines; undefined when the text is not certainly simple. */
export function readSimpleYaml(text: string, from: number, to: number): Property[] | undefined {
  return new SimpleReader(text, from, to).read();
}

class SimpleReader extends ScalarReader {
  /** Where the block list read last starts. */
  private firstDash = 0;

  read(): Property[] | undefined {
    const properties: Property[] = [];
    while (this.toContent()) {
      const property = this.readProperty();
      if (property === undefined || properties.length === MOST_PROPERTIES) return undefined;
      for (const earlier of properties) if (earlier.name === property.name) return undefined;
      properties.push(property);
    }
    return properties;
  }

  /** Moves over blank and comment lines to the start of the next line with content; false at the end. */
  private toContent(): boolean {
    const text = this.text;
    while (this.at < this.end) {
      let at = this.at;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (code !== HASH && code !== LF && code !== CR && at < this.end) return true;
      this.at = at;
      this.skipLine();
    }
    return false;
  }

  private readProperty(): Property | undefined {
    const keyFrom = this.at;
    const name = this.readName();
    if (name === undefined || isUnsafeName(name)) return undefined;
    const keyTo = this.at;
    if (this.text.charCodeAt(keyTo) !== COLON) return undefined;
    this.at = keyTo + 1;
    this.skipSpaces();
    const start = this.at;
    const code = this.text.charCodeAt(start);
    if (!this.atLineEnd(start) && start === keyTo + 1) return undefined;

    let value: unknown;
    let valueFrom = start;
    let items: TextRange[] | undefined;
    if (code === OPEN) {
      const list: unknown[] = [];
      items = [];
      if (!this.readBrackets(list, items)) return undefined;
      value = list;
      this.valueTo = this.at;
      if (!this.finishLine()) return undefined;
    } else if (this.atLineEnd(start) || code === HASH) {
      this.valueTo = start;
      this.skipLine();
      const list: unknown[] = [];
      items = [];
      if (!this.readDashes(list, items)) return undefined;
      if (list.length === 0) {
        value = null;
        items = undefined;
      } else {
        value = list;
        valueFrom = this.firstDash;
      }
    } else {
      if (!this.readScalar(false) || !this.finishLine()) return undefined;
      value = this.value;
    }
    const valueTo = this.valueTo;
    return { from: keyFrom, to: valueTo, name, value, keyFrom, keyTo, valueFrom, valueTo, items: items ?? NO_ITEMS };
  }

  /** A quoted name, or a plain one of letters, digits and a few signs that no reader can take for anything else. */
  private readName(): string | undefined {
    const text = this.text;
    const from = this.at;
    const first = text.charCodeAt(from);
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
      if (!this.readQuoted(first) || this.at - from > LONGEST_NAME) return undefined;
      return typeof this.value === 'string' ? this.value : undefined;
    }
    if (!isNameStart(first)) return undefined;
    let at = from + 1;
    while (isNamePart(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at - 1) === SPACE || at - from > LONGEST_NAME) return undefined;
    this.at = at;
    const name = text.slice(from, at);
    return resolvePlain(name) === name ? name : undefined;
  }

  /** `[a, "b"]` on one line. Leaves the place after the closing bracket. */
  private readBrackets(list: unknown[], items: TextRange[]): boolean {
    const text = this.text;
    this.at++;
    this.skipSpaces();
    while (text.charCodeAt(this.at) !== CLOSE) {
      if (!this.readScalar(true)) return false;
      list.push(this.value);
      items.push({ from: this.valueFrom, to: this.valueTo });
      this.skipSpaces();
      const code = text.charCodeAt(this.at);
      if (code === COMMA) {
        this.at++;
        this.skipSpaces();
      } else if (code !== CLOSE) return false;
    }
    this.at++;
    return true;
  }

  /** Lines `- x`, all with the same indent; none when the next line with content is not one. */
  private readDashes(list: unknown[], items: TextRange[]): boolean {
    const text = this.text;
    let indent = -1;
    while (this.toContent()) {
      const line = this.at;
      let dash = line;
      while (text.charCodeAt(dash) === SPACE) dash++;
      const isItem = text.charCodeAt(dash) === DASH && (text.charCodeAt(dash + 1) === SPACE || this.atLineEnd(dash + 1));
      if (!isItem) return dash === line;
      if (indent === -1) {
        indent = dash - line;
        this.firstDash = dash;
      } else if (indent !== dash - line) return false;
      this.at = dash + 1;
      this.skipSpaces();
      if (this.atLineEnd(this.at) || text.charCodeAt(this.at) === HASH) {
        this.value = null;
        this.valueFrom = this.valueTo = this.at;
        this.skipLine();
      } else if (text.charCodeAt(this.at) === OPEN || !this.readScalar(false) || !this.finishLine()) return false;
      list.push(this.value);
      items.push({ from: this.valueFrom, to: this.valueTo });
    }
    return true;
  }
}
