/** Searches that stay linear however often they are asked. */

/** The first place of `needle` that lies wholly in from..to, or -1. Reads nothing after `to`. */
export function indexBefore(text: string, needle: string, from: number, to: number): number {
  const found = text.slice(from, to).indexOf(needle);
  return found === -1 ? -1 : from + found;
}

/** Remembers the next place of a string, for questions that only move forward: all of them together cost one pass. */
export class ForwardSearch {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly needle: string,
  ) {}

  /** The first place at or after `from`; the text's length when there is none. */
  next(from: number): number {
    if (this.found >= from) return this.found;
    const found = this.text.indexOf(this.needle, from);
    this.found = found === -1 ? this.text.length : found;
    return this.found;
  }
}
