/** What every note has, and how notes name one another. */

/** A link as written: `[[target#subpath|label]]`, its range in the note's text (UTF-16, half-open). */
export interface NoteLink {
  readonly target: string;
  readonly subpath?: string;
  readonly label?: string;
  readonly from: number;
  readonly to: number;
}

export interface NoteIdentity {
  /** Path in the vault with `/` and the extension. The note's identity. */
  readonly path: string;
  /** File name without extension. */
  readonly title: string;
  readonly aliases: readonly string[];
}
