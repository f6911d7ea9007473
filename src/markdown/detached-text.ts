/**
 * The same text, not as a view of the note that it was cut from. Engines keep the whole of a text in memory for as long
 * as a part of it is kept; what outlives the reading of a note is therefore copied.
 */
export function detachedText(text: string): string {
  return ` ${text}`.slice(1);
}

/** The same list without the room to spare that engines give a list that grows, 16 places for one item. */
export function exactSize<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}
