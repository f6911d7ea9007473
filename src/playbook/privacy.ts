/**
 * What of a vault is private: files in the coach's folder, and notes that say so of themselves. Neither is access
 * control: what must not be seen must not lie in what is shared.
 */

/** At the root of the vault; a repository of its own, or in none. */
export const PRIVATE_FOLDER = '_coach';

/** Whether the file lies in the private folder. In any case: many disks tell `_Coach` and `_coach` not apart. */
export function isPrivatePath(path: string): boolean {
  return path.charCodeAt(0) === UNDERSCORE && path.slice(0, PRIVATE_FOLDER.length + 1).toLowerCase() === `${PRIVATE_FOLDER}/`;
}

/** Whether a value of the property `visibility` makes its note private. */
export function isPrivateVisibility(value: unknown): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === 'coach';
}

const UNDERSCORE = 95;

/** A link in a shared file that leads to a private one: it tells that the private one is there, and how it is called. */
export interface PrivateLink {
  /** Of the shared file. */
  readonly path: string;
  /** Of the link in it, in UTF-16 units of the text as it is stored. */
  readonly from: number;
  readonly to: number;
  /** `![[…]]`: what is shown or exported carries the private text itself. */
  readonly embed: boolean;
  /** Undefined when the link leads into the private folder, and no such file is there. */
  readonly privatePath: string | undefined;
}
