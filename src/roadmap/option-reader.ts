/**
 * Reads options that a person wrote, as YAML gives them: text, numbers, flags, lists, lists in one text with commas. What
 * cannot be used is told with what was found and what is known, and gives way to the default.
 */
import { isOneSlipAway } from '../playbook/near-miss.js';

export interface OptionProblem {
  /** The option as it was written. */
  readonly key: string;
  readonly message: string;
}

/** Letters that a name must share from its start on with the one it is taken for: "groupBy" for "group". OURS. */
const SHARED_START = 4;

const FLAGS: ReadonlyMap<string, boolean> = new Map([['true', true], ['yes', true], ['on', true], ['false', false], ['no', false], ['off', false]]);

export class OptionReader {
  readonly problems: OptionProblem[] = [];
  readonly #valueByName = new Map<string, { readonly key: string; readonly value: unknown }>();

  /** Keys may be in any case; those that name no option are problems. An option without a value counts as not given. */
  constructor(values: Readonly<Record<string, unknown>>, names: readonly string[]) {
    for (const [key, value] of Object.entries(values)) {
      const name = names.includes(key) ? key : key.trim().toLowerCase();
      if (!names.includes(name)) {
        this.problems.push({ key, message: `Option "${key}" does not exist. ${adviceOn(key, names)}` });
        continue;
      }
      const isEmpty = value === undefined || value === null;
      if (!isEmpty && (key === name || !this.#valueByName.has(name))) this.#valueByName.set(name, { key, value });
    }
  }

  /** Undefined when it is not given or no text; a list gives its texts with spaces between. */
  text(name: string): string | undefined {
    const given = this.#valueByName.get(name);
    if (given === undefined) return undefined;
    const texts = textsOf(given.value);
    if (texts === undefined) this.#refuse(name, given, 'Write a text.');
    return texts?.join(' ');
  }

  /** Undefined when it is not given, blank or not what `parse` knows. */
  parsed<Value>(name: string, parse: (text: string) => Value | undefined, known: readonly string[]): Value | undefined {
    const given = this.#valueByName.get(name);
    if (given === undefined) return undefined;
    const [text, ...more] = textsOf(given.value) ?? [];
    if (text?.trim() === '') return undefined;
    const value = text === undefined || more.length > 0 ? undefined : parse(text.trim());
    if (value === undefined) this.#refuse(name, given, adviceOn(more.length === 0 ? (text ?? '') : '', known));
    return value;
  }

  flag(name: string): boolean | undefined {
    return this.parsed(name, (text) => FLAGS.get(text.toLowerCase()), ['true', 'false']);
  }

  /** Texts of a list, or of one text with commas; blank ones are left out. Undefined when it is not given. */
  texts(name: string): readonly string[] | undefined {
    const given = this.#valueByName.get(name);
    if (given === undefined) return undefined;
    const texts = textsOf(given.value);
    if (texts === undefined) this.#refuse(name, given, 'Write a text, or a list of texts.');
    const parts = typeof given.value === 'string' ? given.value.split(',').map((part) => part.trim()) : texts;
    return parts?.filter((part) => part.trim() !== '');
  }

  /** As {@link texts}, each read by `parse`; those that it does not know are problems, the others stay. */
  list<Value>(name: string, parse: (text: string) => Value | undefined, known: readonly string[]): readonly Value[] | undefined {
    return this.texts(name)?.flatMap((text) => {
      const value = parse(text);
      if (value === undefined) this.#refuse(name, { key: this.#valueByName.get(name)?.key ?? name, value: text }, adviceOn(text, known));
      return value ?? [];
    });
  }

  #refuse(name: string, { key, value }: { readonly key: string; readonly value: unknown }, advice: string): void {
    this.problems.push({ key, message: `Option "${name}" holds ${inWords(value)}, which is not known. ${advice}` });
  }
}

/** The text of a scalar, or those of a list, however deep: YAML takes an unquoted `[[Link]]` for lists in a list. */
function textsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (!Array.isArray(value)) return undefined;
  const texts: string[] = [];
  for (const item of value.flat(3)) {
    const own = Array.isArray(item) ? undefined : textsOf(item);
    if (own === undefined) return undefined;
    texts.push(...own);
  }
  return texts;
}

function inWords(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const texts = textsOf(value);
  if (texts === undefined) return 'a value of another kind';
  return typeof value === 'string' ? `"${value}"` : `the list ${texts.map((text) => `"${text}"`).join(', ')}`;
}

function adviceOn(text: string, known: readonly string[]): string {
  const nearest = nearestOf(text.trim().toLowerCase(), known);
  return nearest === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean "${nearest}"? Known: ${known.join(', ')}.`;
}

/** The only name one slip of the keyboard away, else the only one that starts alike. */
function nearestOf(text: string, known: readonly string[]): string | undefined {
  const slipped = known.filter((name) => isOneSlipAway(name, text));
  if (slipped.length > 0) return slipped.length === 1 ? slipped[0] : undefined;
  const start = text.slice(0, SHARED_START);
  const alike = start.length < SHARED_START ? [] : known.filter((name) => name.startsWith(start));
  return alike.length === 1 ? alike[0] : undefined;
}
