/** Values as a base computes them and hands them out: wrapped, with a text of their own. */
import type { HostApp } from './app.js';
import type { TFile } from './files.js';

export abstract class Value {
  abstract toString(): string;
  abstract isTruthy(): boolean;

  static equals(a: Value | null, b: Value | null): boolean {
    return a === null || b === null ? a === b : a.equals(b);
  }

  static looseEquals(a: Value | null, b: Value | null): boolean {
    return Value.equals(a, b);
  }

  equals(other: Value): boolean {
    return this.constructor === other.constructor && this.toString() === other.toString();
  }

  looseEquals(other: Value): boolean {
    return this.toString() === other.toString();
  }

  renderTo(el: HTMLElement): void {
    el.setText(this.toString());
  }
}

export abstract class NotNullValue extends Value {}

/** One for all. */
export class NullValue extends Value {
  static readonly value = new NullValue();

  override toString(): string {
    return 'null';
  }

  override isTruthy(): boolean {
    return false;
  }
}

export abstract class PrimitiveValue<T> extends NotNullValue {
  constructor(protected readonly data: T) {
    super();
  }

  override toString(): string {
    return String(this.data);
  }

  override isTruthy(): boolean {
    return Boolean(this.data);
  }
}

export class StringValue extends PrimitiveValue<string> {}
export class NumberValue extends PrimitiveValue<number> {}
export class BooleanValue extends PrimitiveValue<boolean> {}

export class LinkValue extends StringValue {
  static parseFromString(_app: HostApp, input: string): LinkValue | null {
    return /^\[\[[^[\]]+\]\]$/.test(input) ? new LinkValue(input) : null;
  }
}

export class DateValue extends NotNullValue {
  constructor(private readonly written: string) {
    super();
  }

  static parseFromString(input: string): DateValue | null {
    return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(input) ? new DateValue(input) : null;
  }

  dateOnly(): DateValue {
    return new DateValue(this.written.slice(0, 10));
  }

  relative(): string {
    return 'some time ago';
  }

  override toString(): string {
    return this.written.replace('T', ' ');
  }

  override isTruthy(): boolean {
    return true;
  }
}

export class FileValue extends NotNullValue {
  constructor(private readonly file: TFile) {
    super();
  }

  override toString(): string {
    return this.file.path;
  }

  override isTruthy(): boolean {
    return true;
  }
}

export class ListValue extends NotNullValue {
  readonly #items: readonly Value[];

  constructor(items: unknown[]) {
    super();
    this.#items = items.map(toValue);
  }

  length(): number {
    return this.#items.length;
  }

  get(index: number): Value {
    return this.#items[index] ?? NullValue.value;
  }

  includes(value: Value): boolean {
    return this.#items.some((item) => item.looseEquals(value));
  }

  concat(other: ListValue): ListValue {
    return new ListValue([...this.#items, ...other.#items]);
  }

  override toString(): string {
    return this.#items.join(', ');
  }

  override isTruthy(): boolean {
    return this.#items.length > 0;
  }
}

/** What a base makes of a property: links and days are found in texts; a month or quarter stays a text. */
export function toValue(data: unknown): Value {
  if (data instanceof Value) return data;
  if (data === undefined || data === null) return NullValue.value;
  if (Array.isArray(data)) return new ListValue(data);
  if (typeof data === 'number') return new NumberValue(data);
  if (typeof data === 'boolean') return new BooleanValue(data);
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  if (/^\[\[[^[\]]+\]\]$/.test(text)) return new LinkValue(text);
  return DateValue.parseFromString(text) ?? new StringValue(text);
}
