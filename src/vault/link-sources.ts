/** Which notes link to a name: so that a change is followed to those that link to it, and to nobody else. */
import { titleOfPath } from '../playbook/link-index.js';

/** A note and the links that stand in it. */
interface LinkingNote {
  readonly path: string;
  readonly links: readonly { readonly target: string }[];
}

export class LinkSources {
  readonly #sourcesByName = new Map<string, Set<string>>();

  constructor(notes: Iterable<LinkingNote>) {
    for (const note of notes) this.add(note);
  }

  add({ path, links }: LinkingNote): void {
    for (const { target } of links) {
      const name = nameOf(target);
      const sources = this.#sourcesByName.get(name);
      if (sources === undefined) this.#sourcesByName.set(name, new Set([path]));
      else sources.add(path);
    }
  }

  /** Takes back all links of a note, as they were added. */
  remove({ path, links }: LinkingNote): void {
    for (const { target } of links) this.#sourcesByName.get(nameOf(target))?.delete(path);
  }

  /** Paths of the notes with a link that may mean the file: by its name or one of its aliases. */
  *linkingTo(path: string, aliases: readonly string[]): Iterable<string> {
    for (const name of new Set([path, ...aliases].map(nameOf))) yield* this.#sourcesByName.get(name) ?? [];
  }
}

/** As links are compared: last name of the path once `.` and `..` are followed, without `.md`, composed, lower case. */
function nameOf(target: string): string {
  const path = target.trim().replaceAll('\\', '/');
  return titleOfPath(path.includes('./') || path.endsWith('/.') || path.endsWith('..') ? followDots(path) : path).trim().normalize('NFC').toLowerCase();
}

function followDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
