/**
 * The notes that a store has read, in the order of their paths, and which of them have links that are to be followed again:
 * a change is followed to the notes that link to it, and to no others.
 */
import type { Diagnostic } from '../lint/diagnostic.js';
import type { RuleFinding } from '../lint/lint-note.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { diagnosticsWith, ownDiagnostics, type DiagnosticSources } from './kept-diagnostics.js';
import { LinkSources } from './link-sources.js';
import { forgetLinks, type NoteRecord } from './note-record.js';

export class NoteRecords {
  readonly #records = new Map<string, NoteRecord>();
  /** In order; undefined when one came or went. */
  #paths: readonly string[] | undefined;
  /** Made when a change first needs it: most programs read a vault once. */
  #linkSources: LinkSources | undefined;
  /** Whether any note's links were followed: before that there is nothing to check again. */
  #linksFollowed = false;

  get size(): number {
    return this.#records.size;
  }

  /** In order. */
  get paths(): readonly string[] {
    return (this.#paths ??= [...this.#records.keys()].sort(byCodeUnits));
  }

  get(path: string): NoteRecord | undefined {
    return this.#records.get(path);
  }

  /** Adds a note or its new version. */
  set(path: string, record: NoteRecord): void {
    if (this.#records.has(path)) this.#forget(path);
    else this.#paths = undefined;
    this.recheckLinksTo(path, record.parsed.aliases);
    this.#records.set(path, record);
    this.#linkSources?.add(record.parsed);
  }

  remove(path: string): void {
    this.#forget(path);
    this.#paths = undefined;
    this.recheckLinksTo(path, []);
  }

  /** A file of these names came, changed or went: links to it may mean something else. */
  recheckLinksTo(path: string, aliases: readonly string[]): void {
    if (!this.#linksFollowed) return;
    this.#linkSources ??= new LinkSources([...this.#records.values()].map(({ parsed }) => parsed));
    for (const source of this.#linkSources.linkingTo(path, aliases)) {
      const record = this.#records.get(source);
      if (record !== undefined) forgetLinks(record);
    }
  }

  /**
   * What a note's text and links give, with what the rules over the playbook found in it, in order; its links are followed
   * where they have to be.
   */
  diagnosticsOf(path: string, record: NoteRecord, sources: DiagnosticSources, ofPlaybook?: readonly RuleFinding[]): readonly Diagnostic[] {
    this.#linksFollowed = true;
    return ofPlaybook === undefined ? (record.diagnostics ??= ownDiagnostics(path, record, sources)) : diagnosticsWith(path, record, ofPlaybook, sources);
  }

  /** Follows the links that have to be followed again, so that asking for diagnostics has little left to do. */
  async followLinks(sources: DiagnosticSources, pause: () => Promise<void> | undefined): Promise<void> {
    this.#linksFollowed = true;
    for (const [path, record] of this.#records) {
      if (record.diagnostics !== undefined) continue;
      this.diagnosticsOf(path, record, sources);
      const paused = pause();
      if (paused !== undefined) await paused;
    }
  }

  #forget(path: string): void {
    const record = this.#records.get(path);
    if (record === undefined) return;
    this.recheckLinksTo(path, record.parsed.aliases);
    this.#linkSources?.remove(record.parsed);
    this.#records.delete(path);
  }
}
