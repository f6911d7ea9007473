/**
 * Findings that only the whole playbook shows, such as a second CEO, in a note that is being edited. They speak of the
 * saved text; one that stands where nothing was typed since is carried over, one whose text was touched is dropped until
 * the note is saved.
 */
import type { Diagnostic, LintResult } from '../lint/diagnostic.js';
import { RULES } from '../lint/rules/index.js';
import { placeFindings, type PlacedFinding } from './place-findings.js';
import type { PluginContext } from './plugin-context.js';

const PLAYBOOK_RULES: readonly string[] = RULES.filter(({ checkPlaybook }) => checkPlaybook !== undefined).map(({ id }) => id);
const UPKEEP_RULE = 'unused-directive';
const NAMES_NO_RULE = /cx-lint-disable[a-z-]*\s*(?:--|%%|$)/;

/** The saved text of a note when the playbook gave a result, and what it shows by itself. */
interface SavedText {
  readonly result: LintResult;
  readonly text: Promise<string>;
  readonly own: Promise<readonly Diagnostic[]>;
}

export class PlaybookFindings {
  readonly #context: PluginContext;
  readonly #saved = new Map<string, SavedText>();
  #result: LintResult | undefined;
  #byPath: ReadonlyMap<string, readonly Diagnostic[]> = new Map();

  constructor(context: PluginContext) {
    this.#context = context;
  }

  /** Those of a note, placed in the text that it has now. */
  async in(path: string, text: string): Promise<readonly PlacedFinding[]> {
    const { result } = this.#context.playbook;
    const findings = this.#findingsOf(path, result);
    if (findings.length === 0) {
      this.#saved.delete(path);
      return [];
    }
    try {
      const saved = this.#savedText(path, result);
      const [savedText, own] = await Promise.all([saved.text, saved.own]);
      // A rule may look at the note and at the playbook: what the note shows is checked on the editor's text.
      const carried = findings.filter((finding) => finding.rule === UPKEEP_RULE || !own.some((other) => isSame(finding, other)));
      const isOfPlaybook = ({ diagnostic, from, to }: PlacedFinding): boolean => diagnostic.rule !== UPKEEP_RULE || mayNamePlaybookRule(text.slice(from, to));
      return placeFindings(carried, savedText, text).filter(isOfPlaybook);
    } catch {
      // The note is gone, or cannot be read: the findings view says so.
      return [];
    }
  }

  #findingsOf(path: string, result: LintResult): readonly Diagnostic[] {
    if (this.#result !== result) {
      const byPath = new Map<string, Diagnostic[]>();
      for (const diagnostic of result.diagnostics) {
        if (!PLAYBOOK_RULES.includes(diagnostic.rule) && diagnostic.rule !== UPKEEP_RULE) continue;
        byPath.set(diagnostic.path, [...(byPath.get(diagnostic.path) ?? []), diagnostic]);
      }
      this.#result = result;
      this.#byPath = byPath;
    }
    return this.#byPath.get(path) ?? [];
  }

  /** Read once for each result: what is saved after it is not what it speaks of. */
  #savedText(path: string, result: LintResult): SavedText {
    const known = this.#saved.get(path);
    if (known?.result === result) return known;
    const text = this.#context.vault.read(path);
    const saved = { result, text, own: this.#lintText(path, text) };
    this.#saved.set(path, saved);
    return saved;
  }

  async #lintText(path: string, text: Promise<string>): Promise<readonly Diagnostic[]> {
    return (await this.#context.playbook.store?.lintText(path, await text)) ?? [];
  }
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.rule === b.rule && a.range.start.offset === b.range.start.offset && a.range.end.offset === b.range.end.offset && a.message === b.message;
}

/** Whether a finding in a note's text is about a directive that may silence what the whole playbook shows. */
export function concernsPlaybook({ rule, range }: Diagnostic, text: string): boolean {
  return rule === UPKEEP_RULE && mayNamePlaybookRule(text.slice(range.start.offset, range.end.offset));
}

function mayNamePlaybookRule(directive: string): boolean {
  return NAMES_NO_RULE.test(directive) || PLAYBOOK_RULES.some((id) => directive.includes(id));
}
