/** Which notes link to a name: so that a change is followed to those that link to it, and to nobody else. */
import { titleOfPath } from '../playbook/link-index.js';

export class LinkSources {
  readonly #sourcesByName = new Map<string, Map<string, number>>();

  add(target: string, source: string): void {
    const name = nameOf(target);
    const sources = this.#sourcesByName.get(name) ?? new Map<string, number>();
    this.#sourcesByName.set(name, sources.set(source, (sources.get(source) ?? 0) + 1));
  }

  remove(target: string, source: string): void {
    const sources = this.#sourcesByName.get(nameOf(target));
    const count = sources?.get(source);
    if (sources === undefined || count === undefined) return;
    if (count > 1) sources.set(source, count - 1);
    else sources.delete(source);
  }

  /** Paths of the notes with a link that may mean the file: by its name or one of its aliases. */
  *linkingTo(path: string, aliases: readonly string[]): Iterable<string> {
    for (const name of new Set([path, ...aliases].map(nameOf))) yield* this.#sourcesByName.get(name)?.keys() ?? [];
  }
}

function nameOf(target: string): string {
  return titleOfPath(target.trim().replaceAll('\\', '/')).normalize('NFC').toLowerCase();
}
