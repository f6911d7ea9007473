/**
 * The shared settings of a vault as they stand in its file: the values, the rules they switch on, and what in the file
 * could not be used.
 */
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import { CONFIG_PATH, DEFAULT_CONFIG, readConfig, type ConfigProblem, type LintConfig } from '../lint/config.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import { ActiveRules, buildDiagnostics, type RuleFinding } from '../lint/lint-note.js';
import { RULES } from '../lint/rules/index.js';
import { UnreadableFile, type Vault } from './vault.js';

export class VaultSettings {
  static readonly DEFAULT = new VaultSettings(DEFAULT_CONFIG, [], buildLineIndex(''));
  readonly rules: ActiveRules;

  private constructor(
    readonly config: LintConfig,
    readonly problems: readonly ConfigProblem[],
    private readonly lines: LineIndex,
  ) {
    this.rules = new ActiveRules(config);
  }

  static async parse(text: string): Promise<VaultSettings> {
    const { config, problems } = await readConfig(text, RULES.map(({ id }) => id));
    return new VaultSettings(config, problems, buildLineIndex(text));
  }

  /** A file that cannot be read is reported, and leaves the defaults. */
  static async read(vault: Vault): Promise<VaultSettings> {
    try {
      return await VaultSettings.parse(await vault.read(CONFIG_PATH));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return new VaultSettings(DEFAULT_CONFIG, [{ from: 0, to: 0, message: error.message }], VaultSettings.DEFAULT.lines);
    }
  }

  isIgnored(path: string): boolean {
    const { ignore } = this.config;
    return ignore.length > 0 && ignore.some((ignored) => path === ignored || path.startsWith(`${ignored}/`));
  }

  /** What is wrong with the file itself, and what rules over the playbook found in it. */
  diagnostics(others: readonly RuleFinding[]): readonly Diagnostic[] {
    const rule = this.rules.find('known-config');
    const findings = rule === undefined ? [] : this.problems.map((finding): RuleFinding => ({ rule: rule.rule.id, severity: rule.severity, finding }));
    return buildDiagnostics(CONFIG_PATH, [...findings, ...others], [], this.rules, () => this.lines);
  }
}
