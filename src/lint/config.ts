/**
 * The shared settings of a vault: `cx-playbook.yml` at its root, read by the plugin and the command line alike.
 *
 * Reading never fails: what cannot be used is reported with its place and left at its default.
 *
 * @example (await readConfig('rules:\n  require-why: info\n', ids)).config.severities // Map { 'require-why' => 'info' }
 */
import type { TextRange } from '../markdown/text-range.js';
import { parseYamlTree, type YamlEntry, type YamlNode } from '../markdown/yaml-tree.js';
import { nearestName } from '../notes/nearest-name.js';
import { quoted } from '../notes/note-problem.js';
import { DEFAULT_PLAYBOOK_SETTINGS, type PlaybookSettings } from '../notes/playbook-settings.js';
import { parseNoteKind } from '../notes/schema.js';
import { COMMITMENT_LEVELS, type CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCIES, type Competency } from '../playbook/competency.js';
import { NOTE_KINDS, type NoteKind } from '../playbook/note.js';
import { PRACTICES, type Practice } from '../playbook/practice.js';
import { SignSettingsReader } from './config-signs.js';
import { WORD_LANGUAGES, WordSettingsReader, type WrittenText } from './config-words.js';
import { SEVERITIES, type Severity } from './diagnostic.js';
import { DEFAULT_THRESHOLDS, type Thresholds } from './rule.js';
import { MESSAGE_SIDES } from './words/message-words.js';

export const CONFIG_PATH = 'cx-playbook.yml';

export interface LintConfig {
  readonly settings: PlaybookSettings;
  readonly thresholds: Thresholds;
  /** Own severity of a rule, or that it is off; absent = the rule's default. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Folders and files that are not read, as paths from the vault's root without a final `/`. */
  readonly ignore: readonly string[];
}

export const DEFAULT_CONFIG: LintConfig = {
  settings: DEFAULT_PLAYBOOK_SETTINGS,
  thresholds: DEFAULT_THRESHOLDS,
  severities: new Map(),
  ignore: [],
};

export interface ConfigProblem extends TextRange {
  readonly message: string;
}

export interface ConfigReading {
  readonly config: LintConfig;
  readonly problems: readonly ConfigProblem[];
}

/** Names in the file of the thresholds, all OURS. */
export const THRESHOLD_KEYS = {
  assessed_days: 'assessedDays',
  evidence_days: 'evidenceDays',
  journey_months_min: 'journeyMonthsMin',
  journey_months_max: 'journeyMonthsMax',
  coalition_percent: 'coalitionPercent',
  contact_days: 'contactDays',
  stalled_days: 'stalledDays',
  quiet_days: 'quietDays',
  unresolved_days: 'unresolvedDays',
} as const satisfies Record<string, keyof Thresholds>;

export async function readConfig(text: string, ruleIds: readonly string[]): Promise<ConfigReading> {
  const tree = await parseYamlTree(text);
  const reader = new ConfigReader(ruleIds);
  if (tree.root !== undefined) reader.readRoot(tree.root);
  return { config: reader.config(), problems: [...tree.problems, ...reader.problems].sort((a, b) => a.from - b.from) };
}

/** What each key of the file does; also the keys of the published JSON schema. */
export const CONFIG_KEYS = {
  kind_property: 'Property that names a note’s kind. Default: type.',
  kinds: 'Kinds of notes that name none: by folder and by tag.',
  aliases: 'More heading names for why, model and reinforce.',
  rules: 'Severity of a rule: off, info, warning or error.',
  thresholds: 'Numbers that no source states: OURS, edit them.',
  tag_prefix: 'First part of mirror tags and evidence tags. Default: cx.',
  labels: 'What levels of commitment are called on screen and paper.',
  signs: 'Signs of commitment: a list of own ones beside the built-in ones, or each by name with its words; false leaves a built-in one out.',
  levers: 'Levers beside the built-in ones.',
  competency_words: 'Words that speak of a competency, beside the built-in ones; one that ends in * matches the start of a word.',
  cost_words: 'Words that speak of cost in a metric, beside the built-in ones; one that ends in * matches the start of a word.',
  message_words: 'Words for premium service and for lowest cost, beside the built-in ones; a leading hyphen leaves built-in ones out.',
  compliance_words: 'Words of having to, by language, beside the built-in ones; a leading hyphen leaves built-in ones out.',
  compliance_scope: 'Where such words are looked for: why, model, reinforce, and kinds of notes that are read whole.',
  ignore: 'Folders and files that are not read.',
} as const;

type ConfigKey = keyof typeof CONFIG_KEYS;

class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly #severities = new Map<string, Severity | 'off'>();
  readonly #kindByFolder = new Map<string, NoteKind>();
  readonly #kindByTag = new Map<string, NoteKind>();
  readonly #ownValues = new Map<string, readonly string[]>();
  readonly #signs = new SignSettingsReader((place, message) => this.#report(place, message));
  readonly #practiceNames: Partial<Record<Practice, readonly string[]>> = {};
  readonly #labels: Partial<Record<CommitmentLevel, string>> = {};
  readonly #competencyWords: Partial<Record<Competency, readonly string[]>> = {};
  #costWords: readonly string[] = [];
  readonly #words = new WordSettingsReader((place, message) => this.#report(place, message));
  #thresholds = DEFAULT_THRESHOLDS;
  #kindProperty = DEFAULT_PLAYBOOK_SETTINGS.kindProperty;
  #tagPrefix = DEFAULT_PLAYBOOK_SETTINGS.tagPrefix;
  #ignore: readonly string[] = [];

  constructor(readonly ruleIds: readonly string[]) {}

  readonly #readers: Readonly<Record<ConfigKey, (value: YamlNode) => void>> = {
    kind_property: (value) => (this.#kindProperty = this.#name(value, 'kind_property') ?? this.#kindProperty),
    kinds: (value) => this.#each(value, 'kinds', ['folders', 'tags'], (key, node) => this.#readKinds(key === 'folders' ? this.#kindByFolder : this.#kindByTag, node)),
    aliases: (value) => this.#each(value, 'aliases', PRACTICES, (key, node) => (this.#practiceNames[key] = this.#texts(node, `aliases.${key}`))),
    rules: (value) => this.#each(value, 'rules', this.ruleIds, (key, node) => this.#readSeverity(key, node)),
    thresholds: (value) => this.#each(value, 'thresholds', keysOf(THRESHOLD_KEYS), (key, node) => this.#readThreshold(key, node)),
    tag_prefix: (value) => (this.#tagPrefix = this.#name(value, 'tag_prefix')?.replace(/^#|\/$/g, '') ?? this.#tagPrefix),
    labels: (value) => this.#each(value, 'labels', COMMITMENT_LEVELS, (key, node) => {
      const label = this.#name(node, `labels.${key}`);
      if (label !== undefined) this.#labels[key] = label;
    }),
    signs: (value) => this.#readSigns(value),
    levers: (value) => void this.#ownValues.set('lever', this.#texts(value, 'levers')),
    competency_words: (value) => this.#each(value, 'competency_words', COMPETENCIES, (key, node) => (this.#competencyWords[key] = this.#texts(node, `competency_words.${key}`))),
    cost_words: (value) => (this.#costWords = this.#texts(value, 'cost_words')),
    message_words: (value) => this.#each(value, 'message_words', MESSAGE_SIDES, (key, node) => this.#words.readMessageWords(key, this.#items(node, `message_words.${key}`))),
    compliance_words: (value) => this.#each(value, 'compliance_words', WORD_LANGUAGES, (key, node) => this.#words.readComplianceWords(key, this.#items(node, `compliance_words.${key}`))),
    compliance_scope: (value) => this.#words.readScope(this.#items(value, 'compliance_scope')),
    ignore: (value) => (this.#ignore = this.#texts(value, 'ignore').map((path) => path.replaceAll('\\', '/').replace(/^\.?\/+|\/+$/g, '')).filter((path) => path !== '')),
  };

  readRoot(root: YamlNode): void {
    if (root.kind === 'scalar' && root.value === null) return;
    this.#each(root, CONFIG_PATH, keysOf(CONFIG_KEYS), (key, value) => {
      if (value.kind !== 'scalar' || value.value !== null) this.#readers[key](value);
    });
  }

  config(): LintConfig {
    return {
      settings: {
        kindProperty: this.#kindProperty,
        kindByFolder: this.#kindByFolder,
        kindByTag: this.#kindByTag,
        practiceNames: this.#practiceNames,
        tagPrefix: this.#tagPrefix,
        levelLabels: this.#labels,
        ownValues: this.#ownValues,
        leftOutSigns: this.#signs.leftOut,
        signLabels: this.#signs.labels,
        competencyWords: this.#competencyWords,
        costWords: this.#costWords,
        ...this.#words.settings,
      },
      thresholds: this.#thresholds,
      severities: this.#severities,
      ignore: this.#ignore,
    };
  }

  #readSeverity(rule: string, node: YamlNode): void {
    const written = node.kind === 'scalar' ? node.value : undefined;
    // YAML 1.1 editors like to write off as false.
    const severity = written === false ? 'off' : [...SEVERITIES, 'off' as const].find((known) => known === written);
    if (severity === undefined) this.#report(node, `Rule "${rule}" has the severity ${quoted(written ?? 'a list or map')}. Use off, info, warning or error.`);
    else this.#severities.set(rule, severity);
  }

  #readThreshold(key: keyof typeof THRESHOLD_KEYS, node: YamlNode): void {
    if (node.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value) && node.value > 0) {
      this.#thresholds = { ...this.#thresholds, [THRESHOLD_KEYS[key]]: node.value };
    } else this.#report(node, `Threshold "${key}" must be a number above 0. Write one, or remove the line for the default.`);
  }

  #readSigns(node: YamlNode): void {
    if (node.kind === 'map') for (const { key, keyRange, value } of node.entries) this.#signs.readEntry(key, keyRange, value);
    else for (const item of node.kind === 'list' ? node.items : [node]) this.#signs.readItem(item);
    if (this.#signs.own.length > 0) this.#ownValues.set('signs', this.#signs.own);
  }

  #readKinds(kinds: Map<string, NoteKind>, node: YamlNode): void {
    for (const { key, value } of this.#entries(node, 'kinds')) {
      const kind = value.kind === 'scalar' && typeof value.value === 'string' ? parseNoteKind(value.value) : undefined;
      if (kind === undefined) this.#report(value, `"${key}" is mapped to no known kind. Use one of: ${NOTE_KINDS.join(', ')}.`);
      else kinds.set(kinds === this.#kindByTag ? key.replace(/^#/, '').toLowerCase() : key.replace(/^\/+|\/+$/g, ''), kind);
    }
  }

  #name(node: YamlNode, key: string): string | undefined {
    if (node.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '') return node.value.trim();
    this.#report(node, `"${key}" must be a text. Write it in quotes behind the colon.`);
    return undefined;
  }

  #texts(node: YamlNode, key: string): readonly string[] {
    return this.#items(node, key).map(({ text }) => text);
  }

  #items(node: YamlNode, key: string): readonly WrittenText[] {
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind === 'scalar' && item.value !== null) return [{ text: String(item.value), from: item.from, to: item.to }];
      this.#report(item, `"${key}" must be a list of texts. Write one a line, each behind a hyphen.`);
      return [];
    });
  }

  /** Calls back for each known key; others are reported with the nearest name. */
  #each<K extends string>(node: YamlNode, where: string, known: readonly K[], read: (key: K, value: YamlNode) => void): void {
    for (const { key, keyRange, value } of this.#entries(node, where)) {
      const match = known.find((name) => name === key);
      if (match !== undefined) {
        read(match, value);
        continue;
      }
      const nearest = nearestName(key, known);
      this.#report(keyRange, `"${key}" is not known in ${where}. ${nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`}`);
    }
  }

  #entries(node: YamlNode, where: string): readonly YamlEntry[] {
    if (node.kind === 'map') return node.entries;
    this.#report(node, `"${where}" must hold keys with values. Write them as "name: value", one a line.`);
    return [];
  }

  #report({ from, to }: TextRange, message: string): void {
    this.problems.push({ from, to, message });
  }
}

function keysOf<T extends object>(table: T): readonly Extract<keyof T, string>[] {
  return Object.keys(table).filter((key): key is Extract<keyof T, string> => key in table);
}
