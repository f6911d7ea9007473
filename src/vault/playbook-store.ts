/**
 * A vault's playbook and findings, kept up to date one note at a time. Each note is parsed and checked once per
 * version; a change re-checks that note, the notes that link to it, and the rules about the playbook as a whole.
 * Texts are not kept.
 *
 * @example
 * const store = await PlaybookStore.open(vault, { today, ruleSet });
 * await store.setText('10 Executives/Ana.md', text);
 * store.lint().diagnostics;
 */
import { buildLineIndex, type LineIndex, type TextPosition } from '../markdown/text-range.js';
import { CONFIG_PATH, type LintConfig } from '../lint/config.js';
import { compareDiagnostics, type Diagnostic, type LintResult } from '../lint/diagnostic.js';
import { buildDiagnostics, checkPlaybook, type RuleFinding } from '../lint/lint-note.js';
import type { RuleContext } from '../lint/rule.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { mayBePlaybookNote } from '../notes/may-be-playbook-note.js';
import { readNote, tryReadNote, type NoteReading } from '../notes/read-note.js';
import { signsOf } from '../notes/vault-signs.js';
import { addTo } from '../playbook/add-to.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { byCodeUnits, Playbook } from '../playbook/playbook.js';
import type { VaultSign } from '../playbook/sign.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import { AnnotationStore } from './annotation-store.js';
import { keepDiagnostics, stillHolds } from './kept-diagnostics.js';
import { LinkSources } from './link-sources.js';
import { buildRecord, forgetLinks, linkFindingsOf, type NoteRecord } from './note-record.js';
import { isMarkdown, UnreadableFile, type Vault } from './vault.js';
import { VaultSettings } from './vault-settings.js';

export interface StoreOptions {
  readonly today: CalendarDate;
  /** Called with the notes read so far and their number. */
  readonly onProgress?: (read: number, total: number) => void;
  /** Awaited between notes: lets the host breathe. Abandons the reading when it throws. */
  readonly pause?: () => Promise<void> | undefined;
}

const NO_LINES = buildLineIndex('');
const NO_FINDINGS: readonly RuleFinding[] = [];
/** Shared by the many notes that have none. */
const NO_DIAGNOSTICS: readonly Diagnostic[] = [];

export class PlaybookStore {
  readonly playbook = new Playbook();
  readonly annotations = new AnnotationStore();
  readonly #records = new Map<string, NoteRecord>();
  /** Of the records, in order; undefined when one came or went. */
  #paths: readonly string[] | undefined;
  /** Made when a change first needs it: most programs read a vault once. */
  #linkSources: LinkSources | undefined;
  readonly #unreadable = new Map<string, string>();
  /** Whether any note's links were followed: before that there is nothing to check again. */
  #linksFollowed = false;
  /** The newest call for each path whose text is still being read. */
  readonly #turns = new Map<string, number>();
  #turn = 0;
  #settings = VaultSettings.DEFAULT;
  #context: RuleContext;

  private constructor(
    readonly vault: Vault,
    today: CalendarDate,
  ) {
    this.#context = { today, notes: buildNoteContext(), thresholds: this.config.thresholds };
  }

  /** Reads the settings and all notes. Files that cannot be read are reported as findings. */
  static async open(vault: Vault, options: StoreOptions): Promise<PlaybookStore> {
    const store = new PlaybookStore(vault, options.today);
    const files = await vault.list();
    if (files.some(({ path }) => path === CONFIG_PATH)) store.#takeSettings(await VaultSettings.read(vault));
    const notes: string[] = [];
    for (const { path } of files) {
      if (store.isIgnored(path)) continue;
      if (isMarkdown(path)) notes.push(path);
      else store.playbook.setFile(path, []);
    }
    let read = 0;
    for (const path of notes) {
      if (!store.#readFileNow(path)) await store.#readFile(path);
      options.onProgress?.(++read, notes.length);
      const pause = options.pause?.();
      if (pause !== undefined) await pause;
    }
    if (options.pause !== undefined) await store.followLinks(options.pause);
    await store.placeAnnotations(options.pause);
    return store;
  }

  /** The day that findings speak of. */
  get today(): CalendarDate {
    return this.#context.today;
  }

  /** The signs of commitment that the vault looks for. */
  get signs(): readonly VaultSign[] {
    return signsOf(this.config.settings);
  }

  get config(): LintConfig {
    return this.#settings.config;
  }

  /** Takes new settings. The notes were read by the old ones: read them again where that matters. */
  async setConfigText(text: string): Promise<void> {
    this.#takeSettings(await VaultSettings.parse(text));
  }

  isIgnored(path: string): boolean {
    return this.#settings.isIgnored(path);
  }

  /** Adds a note or replaces it by a new version of its text. */
  async setText(path: string, text: string): Promise<void> {
    const turn = this.#takeTurn(path);
    const reading = await readNote(path, text, this.#context.notes);
    // A later version may have been read in less time, or the note may be gone.
    if (this.#turns.get(path) !== turn) return;
    this.#turns.delete(path);
    this.#unreadable.delete(path);
    this.#setReading(path, text, reading);
  }

  /** Takes in what stands in the vault at the path: a new file or a new version. */
  async refresh(path: string): Promise<void> {
    if (this.isIgnored(path)) return;
    if (isMarkdown(path)) await this.#readFile(path);
    else this.playbook.setFile(path, []);
  }

  remove(path: string): void {
    this.#turns.delete(path);
    this.#unreadable.delete(path);
    this.#forget(path);
    this.#paths = undefined;
    this.#recheckLinksTo(path, []);
    this.annotations.remove(path);
    this.annotations.targetChanged(path);
    this.playbook.remove(path);
  }

  /** The diagnostics of a text as it would stand at the path, by the rules over a single note. Nothing is kept. */
  async lintText(path: string, text: string): Promise<readonly Diagnostic[]> {
    const reading = await readNote(path, text, this.#context.notes);
    return this.#ownDiagnostics(path, buildRecord(text, reading, this.#settings.rules, this.#context));
  }

  /** Follows the links that have to be followed again, so that {@link lint} has little left to do. */
  async followLinks(pause: () => Promise<void> | undefined): Promise<void> {
    this.#linksFollowed = true;
    for (const [path, record] of this.#records) {
      if (record.diagnostics !== undefined) continue;
      record.diagnostics = this.#ownDiagnostics(path, record);
      const paused = pause();
      if (paused !== undefined) await paused;
    }
  }

  /** Looks for the places of annotations that are to be looked for again. */
  async placeAnnotations(pause: () => Promise<void> | undefined = () => undefined): Promise<void> {
    if (await this.annotations.place(this.vault, this.playbook, pause)) this.playbook.setAnnotations(this.annotations.placed);
  }

  /** Where an offset of an executive's note stands, as people count; undefined for a note that was not read. */
  positionOf(path: string, offset: number): TextPosition | undefined {
    return this.#records.get(path)?.lines.position(offset);
  }

  /** All findings, ordered by path and place. */
  lint(): LintResult {
    const playbookFindings = new Map<string, RuleFinding[]>();
    for (const finding of checkPlaybook(this.playbook, this.#settings.rules, this.#context)) addTo(playbookFindings, finding.path, finding);
    const diagnostics: Diagnostic[] = [...this.#settings.diagnostics(playbookFindings.get(CONFIG_PATH) ?? []), ...this.#unreadableDiagnostics()];
    // Those of one note are in order, and so are the notes: only what stands before them may be out of it.
    const isOrdered = diagnostics.length === 0;
    this.#linksFollowed = true;
    for (const path of (this.#paths ??= [...this.#records.keys()].sort(byCodeUnits))) {
      const record = this.#records.get(path);
      if (record === undefined) continue;
      const ofPlaybook = playbookFindings.get(path);
      const ofNote = ofPlaybook === undefined ? (record.diagnostics ??= this.#ownDiagnostics(path, record)) : this.#keptDiagnostics(path, record, ofPlaybook);
      for (const diagnostic of ofNote) diagnostics.push(diagnostic);
    }
    return { notes: this.#records.size + this.#unreadable.size, playbookNotes: this.playbook.size, diagnostics: isOrdered ? diagnostics : diagnostics.sort(compareDiagnostics) };
  }

  #takeSettings(settings: VaultSettings): void {
    this.#settings = settings;
    const { settings: kinds, thresholds } = settings.config;
    this.#context = { today: this.#context.today, notes: buildNoteContext(kinds), thresholds };
  }

  async #readFile(path: string): Promise<void> {
    const known = this.vault.metadata?.(path);
    if (known !== undefined && visibilityOfPath(path) === undefined && !mayBePlaybookNote(path, known, this.config.settings)) {
      this.remove(path);
      this.playbook.setFile(path, known.aliases);
      return;
    }
    try {
      await this.setText(path, await this.vault.read(path));
    } catch (error) {
      this.#setUnreadable(path, error);
    }
  }

  /** Reads a file that no call waits for; false when the host or the note needs waiting. */
  #readFileNow(path: string): boolean {
    if (this.vault.readNow === undefined) return false;
    try {
      const text = this.vault.readNow(path);
      const reading = tryReadNote(path, text, this.#context.notes);
      if (reading === undefined) return false;
      this.#setReading(path, text, reading);
    } catch (error) {
      this.#setUnreadable(path, error);
    }
    return true;
  }

  #setUnreadable(path: string, error: unknown): void {
    if (!(error instanceof UnreadableFile)) throw error;
    this.remove(path);
    this.playbook.setFile(path, []);
    this.#unreadable.set(path, error.message);
  }

  #takeTurn(path: string): number {
    this.#turns.set(path, ++this.#turn);
    return this.#turn;
  }

  #setReading(path: string, text: string, reading: NoteReading): void {
    if (!this.#records.has(path)) this.#paths = undefined;
    this.#forget(path);
    const { parsed } = reading;
    this.#recheckLinksTo(path, parsed.aliases);
    if (parsed.note === undefined) this.playbook.setFile(path, parsed.aliases);
    else this.playbook.setNote(parsed.note);
    this.#records.set(path, buildRecord(text, reading, this.#settings.rules, this.#context));
    this.#linkSources?.add(parsed);
    if (parsed.note?.kind === 'annotation' || visibilityOfPath(path) !== undefined) this.annotations.setText(path, text);
    else this.annotations.remove(path);
    this.annotations.targetChanged(path);
  }

  #forget(path: string): void {
    const record = this.#records.get(path);
    if (record === undefined) return;
    this.#recheckLinksTo(path, record.parsed.aliases);
    this.#linkSources?.remove(record.parsed);
    this.#records.delete(path);
  }

  #recheckLinksTo(path: string, aliases: readonly string[]): void {
    if (!this.#linksFollowed) return;
    this.#linkSources ??= new LinkSources([...this.#records.values()].map(({ parsed }) => parsed));
    for (const source of this.#linkSources.linkingTo(path, aliases)) {
      const record = this.#records.get(source);
      if (record !== undefined) forgetLinks(record);
    }
  }

  /** What a note's text and links give, in order. */
  #ownDiagnostics(path: string, record: NoteRecord): readonly Diagnostic[] {
    return this.#diagnosticsOf(path, record, NO_FINDINGS);
  }

  /** The same with what the rules over the whole playbook found in the note; built again only where they found something else. */
  #keptDiagnostics(path: string, record: NoteRecord, ofPlaybook: readonly RuleFinding[]): readonly Diagnostic[] {
    if (record.kept === undefined || !stillHolds(record.kept, ofPlaybook, this.#linesOf)) {
      record.kept = keepDiagnostics(ofPlaybook, this.#diagnosticsOf(path, record, ofPlaybook), this.#linesOf);
    }
    return record.kept.diagnostics;
  }

  readonly #linesOf = (path: string): LineIndex => this.#records.get(path)?.lines ?? NO_LINES;

  #diagnosticsOf(path: string, record: NoteRecord, ofPlaybook: readonly RuleFinding[]): readonly Diagnostic[] {
    const ofLinks = linkFindingsOf(record, this.playbook, this.#settings.rules, this.#context);
    if (record.noteFindings.length === 0 && ofLinks.length === 0 && ofPlaybook.length === 0 && record.directives.length === 0) return NO_DIAGNOSTICS;
    const linesOf = (other: string): LineIndex => (other === path ? record.lines : this.#linesOf(other));
    return [...buildDiagnostics(path, [...record.noteFindings, ...ofLinks, ...ofPlaybook], record.directives, this.#settings.rules, linesOf)].sort(compareDiagnostics);
  }

  #unreadableDiagnostics(): readonly Diagnostic[] {
    return [...this.#unreadable].flatMap(([path, message]) =>
      buildDiagnostics(path, [{ rule: 'readable-note', severity: 'error', finding: { from: 0, to: 0, message } }], [], this.#settings.rules, () => NO_LINES),
    );
  }
}
