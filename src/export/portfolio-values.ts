/** Reads values of JSON that somebody else wrote. Each reader throws {@link Damaged} at what is not as the format demands. */
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';

/** A value is not what the format demands. Caught where the file is read; never seen outside. */
export class Damaged extends Error {}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectAt(value: unknown): JsonObject {
  if (!isObject(value)) throw new Damaged();
  return value;
}

export function listAt(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Damaged();
  return value;
}

/** A whole number from 0. */
export function countAt(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Damaged();
  return value;
}

export function flagAt(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Damaged();
  return value;
}

export function textAt(value: unknown): string {
  if (typeof value !== 'string') throw new Damaged();
  return value;
}

/** One of the words. */
export function wordAt<T extends string>(value: unknown, words: readonly T[]): T {
  const word = words.find((known) => known === value);
  if (word === undefined) throw new Damaged();
  return word;
}

export function dayAt(value: unknown): CalendarDate {
  const day = typeof value === 'string' ? parseCalendarDate(value) : undefined;
  if (day === undefined) throw new Damaged();
  return day;
}

/** Undefined for null. */
export function orNull<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === null ? undefined : read(value);
}

/** The part of an object, by its name; nothing where it is absent. */
export function part<K extends string, T>(from: JsonObject, name: K, read: (value: unknown) => T): Readonly<Partial<Record<K, T>>>;
export function part(from: JsonObject, name: string, read: (value: unknown) => unknown): JsonObject {
  return from[name] === undefined ? {} : { [name]: read(from[name]) };
}
