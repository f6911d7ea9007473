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
import type { LineIndex, TextPosition } from '../markdown/text-range.js';
import { CONFIG_PATH, type LintConfig } from '../lint/config.js';
import type { ThreadFile } from '../annotations/thread-file.js';
import { compareDiagnostics, type Diagnostic, type LintResult } from '../lint/diagnostic.js';
import { checkPlaybook, type PlaybookRuleFinding, type RuleFinding } from '../lint/lint-note.js';
import { changeOfFacts, factsAbout, isRepositoryFile, withRepositoryFile, type FactsChange, type RepositoryFacts } from '../lint/repository.js';
import type { RuleContext } from '../lint/rule.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { mayBePlaybookNote } from '../notes/may-be-playbook-note.js';
import { readNote, tryReadNote, type NoteReading } from '../notes/read-note.js';
import { signsOf } from '../notes/vault-signs.js';
import { addTo } from '../playbook/add-to.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { Playbook } from '../playbook/playbook.js';
import type { VaultSign } from '../playbook/sign.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import { isPrivateVisibility } from '../playbook/privacy.js';
import { AnnotationStore } from './annotation-store.js';
import { fileDiagnostics, NO_LINES, ownDiagnostics, unreadableDiagnostics, type DiagnosticSources } from './kept-diagnostics.js';
import { LeakStore } from './leak-store.js';
import { buildRecord, type NoteRecord } from './note-record.js';
import { NewestCalls } from './newest-calls.js';
import { NoteRecords } from './note-records.js';
import { threadIn, withThread } from './thread-reading.js';
import { isMarkdown, UnreadableFile, type Vault } from './vault.js';
import { VaultSettings } from './vault-settings.js';

export interface StoreOptions {
  readonly today: CalendarDate;
  /** Called with the notes read so far and their number. */
  readonly onProgress?: (read: number, total: number) => void;
  /** Awaited between notes: lets the host breathe. Abandons the reading when it throws. */
  readonly pause?: () => Promise<void> | undefined;
}

export class PlaybookStore {
  readonly playbook = new Playbook();
  readonly annotations = new AnnotationStore();
  readonly leaks = new LeakStore();
  readonly #records = new NoteRecords();
  readonly #unreadable = new Map<string, string>();
  readonly #calls = new NewestCalls();
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
    // Asked first and awaited last: git answers while the files are listed.
    const repository = vault.repository?.();
    const files = await vault.list();
    if (files.some(({ path }) => path === CONFIG_PATH)) store.#takeSettings(await VaultSettings.read(vault));
    store.#takeRepository(await repository);
    const notes: string[] = [];
    for (const { path } of files) {
      if (store.isIgnored(path)) continue;
      if (isMarkdown(path)) notes.push(path);
      else store.#setFile(path, []);
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

  /** Asks again what git knows. Where something in any note may be found otherwise now, read them again. */
  async refreshRepository(): Promise<FactsChange> {
    const facts = await this.vault.repository?.();
    const before = this.#context;
    this.#takeRepository(facts);
    const change = changeOfFacts(before.repository, this.#context.repository);
    // The same context keeps what was found with it.
    if (change === 'nothing') this.#context = before;
    return change;
  }

  isIgnored(path: string): boolean {
    return this.#settings.isIgnored(path);
  }

  /** Adds a note or replaces it by a new version of its text. */
  async setText(path: string, text: string): Promise<void> {
    const call = this.#calls.begin(path);
    const reading = await readNote(path, text, this.#context.notes);
    if (!this.#calls.end(path, call)) return;
    this.#unreadable.delete(path);
    this.#setReading(path, text, reading);
  }

  /** Takes in what stands in the vault at the path: a new file or a new version. */
  async refresh(path: string): Promise<void> {
    if (this.isIgnored(path)) return;
    if (isMarkdown(path)) await this.#readFile(path);
    else this.#setFile(path, []);
  }

  remove(path: string): void {
    this.#calls.forget(path);
    this.#unreadable.delete(path);
    this.#records.remove(path);
    this.annotations.remove(path);
    this.annotations.targetChanged(path);
    this.leaks.remove(path);
    this.#tellLeaks();
    this.playbook.remove(path);
  }

  /** The diagnostics of a text as it would stand at the path, by the rules over a single note. Nothing is kept. */
  async lintText(path: string, text: string): Promise<readonly Diagnostic[]> {
    const { repository } = this.#context;
    if (isRepositoryFile(path)) return repository === undefined ? [] : this.#lintRepositoryFile(path, withRepositoryFile(repository, path, text));
    const reading = await readNote(path, text, this.#context.notes);
    return ownDiagnostics(path, this.#buildRecord(text, reading, threadIn(path, text, reading)), this.#sources);
  }

  /** Follows the links that have to be followed again, so that {@link lint} has little left to do. */
  followLinks(pause: () => Promise<void> | undefined): Promise<void> {
    return this.#records.followLinks(this.#sources, pause);
  }

  /** Looks for the places of annotations that are to be looked for again, and for links to private files. */
  async placeAnnotations(pause: () => Promise<void> | undefined = () => undefined): Promise<void> {
    if (await this.annotations.place(this.vault, this.playbook, pause)) this.playbook.setAnnotations(this.annotations.placed);
    await this.leaks.look(this.vault, this.playbook, pause);
    this.#tellLeaks();
  }

  /** Where an offset of an executive's note stands, as people count; undefined for a note that was not read. */
  positionOf(path: string, offset: number): TextPosition | undefined {
    return this.#records.get(path)?.lines.position(offset);
  }

  /** All findings, ordered by path and place. */
  lint(): LintResult {
    const playbookFindings = new Map<string, RuleFinding[]>();
    for (const finding of this.#checkPlaybook()) addTo(playbookFindings, finding.path, finding);
    const sources = this.#sources;
    const diagnostics: Diagnostic[] = [...this.#settings.diagnostics(playbookFindings.get(CONFIG_PATH) ?? []), ...unreadableDiagnostics(this.#unreadable, sources.rules)];
    // Files, and notes that were not read whole, as the host knew that they are none of the playbook.
    for (const [path, findings] of playbookFindings) {
      if (path !== CONFIG_PATH && this.#records.get(path) === undefined) diagnostics.push(...fileDiagnostics(path, findings, sources));
    }
    // Those of one note are in order, and so are the notes: only what stands before them may be out of it.
    const isOrdered = diagnostics.length === 0;
    for (const path of this.#records.paths) {
      const record = this.#records.get(path);
      if (record === undefined) continue;
      for (const diagnostic of this.#records.diagnosticsOf(path, record, sources, playbookFindings.get(path))) diagnostics.push(diagnostic);
    }
    return { notes: this.#records.size + this.#unreadable.size, playbookNotes: this.playbook.size, diagnostics: isOrdered ? diagnostics : diagnostics.sort(compareDiagnostics) };
  }

  #takeSettings(settings: VaultSettings): void {
    this.#settings = settings;
    const { settings: kinds, thresholds } = settings.config;
    this.#context = { ...this.#context, notes: buildNoteContext(kinds), thresholds };
  }

  /** Folders that the settings leave out are nobody's business here either. */
  #takeRepository(facts: RepositoryFacts | undefined): void {
    this.#context = { ...this.#context, repository: facts === undefined ? undefined : factsAbout(facts, (path) => !this.isIgnored(path)) };
  }

  #checkPlaybook(context = this.#context): readonly PlaybookRuleFinding[] {
    return checkPlaybook(this.playbook, this.#settings.rules, context);
  }

  #lintRepositoryFile(path: string, repository: RepositoryFacts): readonly Diagnostic[] {
    const findings = this.#checkPlaybook({ ...this.#context, repository }).filter((finding) => finding.path === path);
    return fileDiagnostics(path, findings, this.#sources);
  }

  async #readFile(path: string): Promise<void> {
    const known = this.vault.metadata?.(path);
    if (known !== undefined && visibilityOfPath(path) === undefined && !mayBePlaybookNote(path, known, this.config.settings)) {
      this.remove(path);
      this.#setFile(path, known.aliases, isPrivateVisibility(known.frontmatter?.['visibility']));
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
    this.#setFile(path, []);
    this.#unreadable.set(path, error.message);
  }

  #setReading(path: string, text: string, reading: NoteReading): void {
    const thread = threadIn(path, text, reading);
    const { parsed } = reading;
    this.#records.set(path, this.#buildRecord(text, reading, thread));
    if (parsed.note === undefined) this.playbook.setFile(path, parsed.aliases);
    else this.playbook.setNote(parsed.note);
    if (thread === undefined) this.annotations.remove(path);
    else this.annotations.setThread(path, thread);
    this.annotations.targetChanged(path);
    this.leaks.setFile(path, parsed.saysPrivate);
    this.#tellLeaks();
  }

  #buildRecord(text: string, reading: NoteReading, thread: ThreadFile | undefined): NoteRecord {
    return buildRecord(text, thread === undefined ? reading : withThread(reading, text, thread), this.#settings.rules, this.#context);
  }

  /** A file that links can lead to, of which no text is kept. */
  #setFile(path: string, aliases: readonly string[], saysPrivate = false): void {
    this.#records.recheckLinksTo(path, aliases);
    this.playbook.setFile(path, aliases);
    this.leaks.setFile(path, saysPrivate);
    this.#tellLeaks();
  }

  #tellLeaks(): void {
    const { found } = this.leaks;
    if (this.playbook.privateLinks !== found && this.playbook.privateLinks.length + found.length > 0) this.playbook.setPrivateLinks(found);
  }

  get #sources(): DiagnosticSources {
    const wholeLinesOf = (path: string): LineIndex | undefined => this.leaks.linesOf(path);
    const linesOf = (path: string): LineIndex => wholeLinesOf(path) ?? this.annotations.linesOf(path) ?? this.#records.get(path)?.lines ?? NO_LINES;
    return { playbook: this.playbook, rules: this.#settings.rules, context: this.#context, wholeLinesOf, linesOf };
  }
}
