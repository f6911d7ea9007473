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
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import { CONFIG_PATH, DEFAULT_CONFIG, readConfig, type ConfigProblem, type LintConfig } from '../lint/config.js';
import { compareDiagnostics, type Diagnostic, type LintResult } from '../lint/diagnostic.js';
import { parseDirectives, type Directive } from '../lint/directives.js';
import { ActiveRules, buildDiagnostics, checkLinks, checkNote, checkPlaybook, type RuleFinding } from '../lint/lint-note.js';
import { NOTE_START, type RuleContext } from '../lint/rule.js';
import { RULES } from '../lint/rules/index.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { readNote, tryReadNote, type NoteReading, type ParsedNote } from '../notes/read-note.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { Playbook } from '../playbook/playbook.js';
import { LinkSources } from './link-sources.js';
import { isMarkdown, UnreadableFile, type Vault } from './vault.js';

/** What the store keeps of a note. */
interface NoteRecord {
  readonly parsed: ParsedNote;
  readonly lines: LineIndex;
  readonly directives: readonly Directive[];
  readonly noteFindings: readonly RuleFinding[];
  /** Undefined until the links were followed, and again after a note they lead to changed. */
  linkFindings: readonly RuleFinding[] | undefined;
}

export interface StoreOptions {
  readonly today: CalendarDate;
  /** Called with the notes read so far and their number. */
  readonly onProgress?: (read: number, total: number) => void;
}

const NO_LINES = buildLineIndex('');
const NO_DIRECTIVES: readonly Directive[] = [];

export class PlaybookStore {
  readonly playbook = new Playbook();
  readonly #records = new Map<string, NoteRecord>();
  /** Made when a change first needs it: most programs read a vault once. */
  #linkSources: LinkSources | undefined;
  readonly #unreadable = new Map<string, string>();
  /** Whether any note's links were followed: before that there is nothing to check again. */
  #linksFollowed = false;
  /** The newest call for each path whose text is still being read. */
  readonly #turns = new Map<string, number>();
  #turn = 0;
  #config: LintConfig = DEFAULT_CONFIG;
  #configProblems: readonly ConfigProblem[] = [];
  #configLines: LineIndex = NO_LINES;
  #rules = new ActiveRules(DEFAULT_CONFIG);
  #context: RuleContext;

  private constructor(
    readonly vault: Vault,
    today: CalendarDate,
  ) {
    this.#context = { today, notes: buildNoteContext(), thresholds: DEFAULT_CONFIG.thresholds };
  }

  /** Reads the settings and all notes. Files that cannot be read are reported as findings. */
  static async open(vault: Vault, options: StoreOptions): Promise<PlaybookStore> {
    const store = new PlaybookStore(vault, options.today);
    const files = await vault.list();
    if (files.some(({ path }) => path === CONFIG_PATH)) await store.#readConfig();
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
    }
    return store;
  }

  get config(): LintConfig {
    return this.#config;
  }

  /** Takes new settings. The notes were read by the old ones: read them again where that matters. */
  async setConfigText(text: string): Promise<void> {
    const { config, problems } = await readConfig(text, RULES.map(({ id }) => id));
    this.#config = config;
    this.#configProblems = problems;
    this.#configLines = buildLineIndex(text);
    this.#rules = new ActiveRules(config);
    this.#context = { today: this.#context.today, notes: buildNoteContext(config.settings), thresholds: config.thresholds };
  }

  isIgnored(path: string): boolean {
    const { ignore } = this.#config;
    return ignore.length > 0 && ignore.some((ignored) => path === ignored || path.startsWith(`${ignored}/`));
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

  remove(path: string): void {
    this.#turns.delete(path);
    this.#unreadable.delete(path);
    this.#forget(path);
    this.#recheckLinksTo(path, []);
    this.playbook.remove(path);
  }

  /** The diagnostics of a text as it would stand at the path, by the rules over a single note. Nothing is kept. */
  async lintText(path: string, text: string): Promise<readonly Diagnostic[]> {
    const reading = await readNote(path, text, this.#context.notes);
    const record = this.#record(text, reading);
    const links = checkLinks(reading.parsed, this.playbook, this.#rules, this.#context);
    return [...this.#diagnosticsOf(path, record, [...record.noteFindings, ...links])].sort(compareDiagnostics);
  }

  /** All findings, ordered by path and place. */
  lint(): LintResult {
    const playbookFindings = new Map<string, RuleFinding[]>();
    for (const { path, ...finding } of checkPlaybook(this.playbook, this.#rules, this.#context)) {
      const ofNote = playbookFindings.get(path);
      if (ofNote === undefined) playbookFindings.set(path, [finding]);
      else ofNote.push(finding);
    }
    const diagnostics: Diagnostic[] = [...this.#configDiagnostics(playbookFindings.get(CONFIG_PATH) ?? []), ...this.#unreadableDiagnostics()];
    this.#linksFollowed = true;
    for (const [path, record] of this.#records) {
      record.linkFindings ??= checkLinks(record.parsed, this.playbook, this.#rules, this.#context);
      const ofPlaybook = playbookFindings.get(path);
      if (ofPlaybook === undefined && record.noteFindings.length === 0 && record.linkFindings.length === 0 && record.directives.length === 0) continue;
      diagnostics.push(...this.#diagnosticsOf(path, record, [...record.noteFindings, ...record.linkFindings, ...(ofPlaybook ?? [])]));
    }
    return { notes: this.#records.size + this.#unreadable.size, playbookNotes: this.playbook.size, diagnostics: diagnostics.sort(compareDiagnostics) };
  }

  /** Settings that cannot be read are reported, and left at their defaults. */
  async #readConfig(): Promise<void> {
    try {
      await this.setConfigText(await this.vault.read(CONFIG_PATH));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.#configProblems = [{ from: 0, to: 0, message: error.message }];
    }
  }

  async #readFile(path: string): Promise<void> {
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
    this.playbook.setFile(path, []);
    this.#unreadable.set(path, error.message);
  }

  #takeTurn(path: string): number {
    this.#turns.set(path, ++this.#turn);
    return this.#turn;
  }

  #setReading(path: string, text: string, reading: NoteReading): void {
    this.#forget(path);
    const { parsed } = reading;
    this.#recheckLinksTo(path, parsed.aliases);
    if (parsed.note === undefined) this.playbook.setFile(path, parsed.aliases);
    else this.playbook.setNote(parsed.note);
    this.#records.set(path, this.#record(text, reading));
    this.#linkSources?.add(parsed);
  }

  #record(text: string, { parsed, source }: NoteReading): NoteRecord {
    // Other notes may write about directives as they like.
    const directives = source === undefined && parsed.problems.length === 0 ? NO_DIRECTIVES : parseDirectives(text, source);
    const noteFindings = checkNote({ parsed, source }, this.#rules, this.#context);
    // What is found later lies in the frontmatter: most notes need the lines of that alone.
    let linesTo = Math.max(NOTE_START.to, source?.frontmatter.block?.to ?? 0);
    for (const { finding } of noteFindings) linesTo = Math.max(linesTo, finding.to, ...(finding.related ?? []).map(({ to }) => to));
    for (const { to } of directives) linesTo = Math.max(linesTo, to);
    return { parsed, lines: buildLineIndex(text, linesTo), directives, noteFindings, linkFindings: undefined };
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
      if (record !== undefined) record.linkFindings = undefined;
    }
  }

  #diagnosticsOf(path: string, record: NoteRecord, findings: readonly RuleFinding[]): readonly Diagnostic[] {
    return buildDiagnostics(path, findings, record.directives, this.#rules, (other) => (other === path ? record.lines : (this.#records.get(other)?.lines ?? NO_LINES)));
  }

  #configDiagnostics(others: readonly RuleFinding[]): readonly Diagnostic[] {
    const rule = this.#rules.find('known-config');
    const findings = rule === undefined ? [] : this.#configProblems.map((finding): RuleFinding => ({ rule: rule.rule.id, severity: rule.severity, finding }));
    return buildDiagnostics(CONFIG_PATH, [...findings, ...others], [], this.#rules, () => this.#configLines);
  }

  #unreadableDiagnostics(): readonly Diagnostic[] {
    return [...this.#unreadable].flatMap(([path, message]) =>
      buildDiagnostics(path, [{ rule: 'readable-note', severity: 'error', finding: { from: 0, to: 0, message } }], [], this.#rules, () => NO_LINES),
    );
  }
}
