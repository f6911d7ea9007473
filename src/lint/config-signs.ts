/**
 * The key `signs` of the shared settings: names beside the built-in ones, or each sign by name with what to do with it.
 *
 * @example
 * signs: [walks-a-store]                 # one more
 * signs:
 *   agenda-item: false                   # a built-in one left out
 *   cx-goal: Owns one number             # in the vault's words
 *   walks-a-store: Walks a store a month # one more, with its words
 */
import type { TextRange } from '../markdown/text-range.js';
import type { YamlNode } from '../markdown/yaml-tree.js';
import { nearestName } from '../notes/nearest-name.js';
import { quoted } from '../notes/note-problem.js';
import { EVIDENCE_CATEGORIES } from '../playbook/note.js';
import { SIGNS } from '../playbook/sign.js';

/** What a tag can hold: a name with anything else could never be written on a dated line. */
const TAG_NAME = /^[\p{L}\p{M}\p{N}_-]+$/u;

export class SignSettingsReader {
  /** Names as written, without built-in ones. */
  readonly own: string[] = [];
  readonly leftOut = new Set<string>();
  readonly labels = new Map<string, string>();
  readonly #report: (place: TextRange, message: string) => void;

  constructor(report: (place: TextRange, message: string) => void) {
    this.#report = report;
  }

  /** An item of a list. */
  readItem(item: YamlNode): void {
    if (item.kind !== 'scalar' || item.value === null) this.#report(item, '"signs" must be a list of texts. Write one a line, each behind a hyphen.');
    else this.#name(String(item.value), item);
  }

  /** `name: words`. */
  readEntry(name: string, place: TextRange, value: YamlNode): void {
    if (value.kind !== 'scalar') {
      this.#report(value, `Sign "${name}" holds a list or map. Write its words, or false to leave a built-in one out.`);
      return;
    }
    if (value.value === false) {
      this.#leaveOut(name, place);
      return;
    }
    const sign = this.#name(name, place);
    const words = value.value === null || value.value === true ? '' : String(value.value).replace(/\s+/gu, ' ').trim();
    if (sign !== undefined && words !== '') this.labels.set(sign, words);
  }

  /** The built-in sign of the name, or the name as a new one; undefined when it cannot be one. */
  #name(name: string, place: TextRange): string | undefined {
    const builtIn = builtInSign(name);
    if (builtIn !== undefined) return builtIn;
    const slug = name.trim();
    if (!TAG_NAME.test(slug)) {
      this.#report(place, `Sign ${quoted(name)} is not one word. Write letters, digits and hyphens only, such as "walks-a-store", so that a tag can name it.`);
      return undefined;
    }
    if (EVIDENCE_CATEGORIES.some((category) => category === slug.toLowerCase())) {
      this.#report(place, `Sign ${quoted(name)} has the name of a category of evidence. Give it another name, so that a tag says which one is meant.`);
      return undefined;
    }
    this.own.push(slug);
    return slug;
  }

  #leaveOut(name: string, place: TextRange): void {
    const builtIn = builtInSign(name);
    if (builtIn !== undefined) {
      this.leftOut.add(builtIn);
      return;
    }
    const nearest = nearestName(name, SIGNS);
    this.#report(place, `No built-in sign is called ${quoted(name)}. ${nearest === undefined ? `There are: ${SIGNS.join(', ')}.` : `Did you mean "${nearest}"?`}`);
  }
}

function builtInSign(name: string): (typeof SIGNS)[number] | undefined {
  const slug = name.trim().toLowerCase();
  return SIGNS.find((sign) => sign === slug);
}
