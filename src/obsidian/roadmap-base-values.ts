/** What a base computes for a note, as plain data: the same that its properties would hold if they were written. */
import { BooleanValue, DateValue, FileValue, LinkValue, ListValue, NullValue, NumberValue, type Value } from 'obsidian';

/** Undefined for no value. A link comes as it is written in a note, a date as `yyyy-mm-dd`, a list as an array. */
export function plainValue(value: Value | null | undefined): unknown {
  if (value === null || value === undefined || value instanceof NullValue) return undefined;
  if (value instanceof ListValue) return Array.from({ length: value.length() }, (_, index) => plainValue(value.get(index))).filter((item) => item !== undefined);
  // A relative date reads "in 3 days"; without its time it reads as a day.
  if (value instanceof DateValue) return /^\d{4}-\d{2}-\d{2}/.exec(value.dateOnly().toString())?.[0];
  const text = value.toString();
  if (value instanceof NumberValue) return text.trim() === '' ? undefined : Number(text);
  if (value instanceof BooleanValue) return text === 'true';
  if (value instanceof LinkValue || value instanceof FileValue) return text === '' ? undefined : linkText(text);
  return text === '' ? undefined : text;
}

/** The name of a group, as the base shows it: links by what they are called. */
export function groupName(key: Value | null | undefined): string | undefined {
  const plain = plainValue(key);
  const names = (Array.isArray(plain) ? (plain as readonly unknown[]) : [plain]).flatMap(nameOf);
  const name = names.join(', ').trim();
  return name === '' ? undefined : name;
}

function nameOf(plain: unknown): readonly string[] {
  if (typeof plain === 'string') return [withoutBrackets(plain)];
  return typeof plain === 'number' || typeof plain === 'boolean' ? [String(plain)] : [];
}

/** The app gives a link with or without its brackets. */
function linkText(text: string): string {
  return text.startsWith('[[') && text.endsWith(']]') ? text : `[[${text}]]`;
}

function withoutBrackets(text: string): string {
  const [, target = '', label] = /^\[\[([^|]*?)(?:\|(.*))?\]\]$/.exec(text) ?? [undefined, text];
  return label ?? target;
}
