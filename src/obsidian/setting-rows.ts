/**
 * What the settings tab shows as rows of a table: each row knows where its value is read, how it is changed, and what
 * may stand there. The tab, the search and the docs are made from it.
 */
import { setLevelLabel, setRuleSeverity, setSign, setTagPrefix, setThreshold, type ConfigChange } from '../lint/config-edit.js';
import type { LintConfig } from '../lint/config.js';
import { SEVERITIES, type Severity } from '../lint/diagnostic.js';
import { DEFAULT_THRESHOLDS, type Rule, type Thresholds } from '../lint/rule.js';
import { RULES } from '../lint/rules/index.js';
import { DEFAULT_PLAYBOOK_SETTINGS } from '../notes/playbook-settings.js';
import { COMMITMENT_LEVELS, COMMITMENT_MEANING, type CommitmentLevel } from '../playbook/commitment.js';
import { SIGN_LABEL, SIGNS, type Sign } from '../playbook/sign.js';
import { WORDS } from '../views/words/words.js';
import { SWITCHES } from './personal-settings.js';

const words = WORDS.settings;

/** The person's switches, in their order on the page. */
export const SWITCH_ROWS: readonly { readonly key: (typeof SWITCHES)[number]; readonly name: string; readonly desc: string }[] = SWITCHES.map((key) => ({ key, ...words.switches[key] }));

/** A setting of the shared file. Its value is what the form holds. */
export interface SharedRow {
  /** Unique among all settings; as the file's keys, joined by a full stop. */
  readonly key: string;
  readonly name: string;
  readonly desc: string;
  readonly form: 'text' | 'number' | 'severity' | 'sign';
  /** What the form shows for a file that says nothing. */
  readonly fallback: string | number;
  readonly read: (config: LintConfig) => string | number;
  /** The file's text with the value. The fallback is not written down. */
  readonly change: (text: string, value: string | number) => Promise<ConfigChange>;
  /** Why the value cannot be taken; undefined when it can. */
  readonly refuse: (value: string | number, config: LintConfig) => string | undefined;
}

const MOST_DAYS = 3650;
const MOST_MONTHS = 240;
const MOST_LABEL = 40;

function tagPrefix(): SharedRow {
  const fallback = DEFAULT_PLAYBOOK_SETTINGS.tagPrefix;
  return {
    key: 'tag_prefix', name: words.tagPrefix, desc: words.tagPrefixDesc(fallback), form: 'text', fallback,
    read: ({ settings }) => settings.tagPrefix,
    change: (text, value) => setTagPrefix(text, named(value, fallback)),
    refuse: (value) => {
      const name = String(value).trim();
      return name === '' || /^(?=.*\p{L})[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*$/u.test(name) ? undefined : words.tagPrefixName;
    },
  };
}

function threshold(key: keyof Thresholds, most: number): SharedRow {
  const { name, desc } = words.thresholds[key];
  const fallback = DEFAULT_THRESHOLDS[key];
  return {
    key: `thresholds.${key}`, name, desc, form: 'number', fallback,
    read: ({ thresholds }) => thresholds[key],
    change: (text, value) => setThreshold(text, key, value === fallback ? undefined : Number(value)),
    refuse: (value, { thresholds }) => {
      const number = Number(value);
      if (!Number.isInteger(number) || number < 1 || number > most) return words.wholeNumber(most);
      if (key === 'journeyMonthsMin' && number > thresholds.journeyMonthsMax) return words.notAboveLongest(thresholds.journeyMonthsMax);
      if (key === 'journeyMonthsMax' && number < thresholds.journeyMonthsMin) return words.notBelowShortest(thresholds.journeyMonthsMin);
      return undefined;
    },
  };
}

function label(level: CommitmentLevel): SharedRow {
  return {
    key: `labels.${level}`, name: level, desc: words.labelDesc(COMMITMENT_MEANING[level]), form: 'text', fallback: '',
    read: ({ settings }) => settings.levelLabels[level] ?? '',
    change: (text, value) => setLevelLabel(text, level, named(value, level)),
    refuse: (value) => (String(value).trim().length > MOST_LABEL || /[\r\n]/.test(String(value)) ? words.tooLong(MOST_LABEL) : undefined),
  };
}

/** The choices of a sign's row. */
export const SIGN_CHOICES = words.signChoices;

function signRow(sign: Sign): SharedRow {
  return {
    key: `signs.${sign}`, name: sign, desc: SIGN_LABEL[sign], form: 'sign', fallback: 'listed',
    read: ({ settings }) => (settings.leftOutSigns.has(sign) ? 'out' : 'listed'),
    change: (text, value) => setSign(text, sign, value === 'out' ? false : undefined),
    refuse: () => undefined,
  };
}

/** The choice of a rule's own severity. */
export const DEFAULT_SEVERITY = 'default';

function ruleRow({ id, summary }: Rule): SharedRow {
  const severityOf = (value: unknown): Severity | 'off' | undefined => [...SEVERITIES, 'off' as const].find((severity) => severity === value);
  return {
    key: `rules.${id}`, name: id, desc: summary, form: 'severity', fallback: DEFAULT_SEVERITY,
    read: ({ severities }) => severities.get(id) ?? DEFAULT_SEVERITY,
    change: (text, value) => setRuleSeverity(text, id, severityOf(value)),
    refuse: () => undefined,
  };
}

/** The choices of a rule's row, with their words. */
export function severityChoices(ruleRowKey: string): Record<string, string> {
  const own = RULES.find(({ id }) => `rules.${id}` === ruleRowKey)?.severity ?? 'warning';
  return { [DEFAULT_SEVERITY]: words.defaultSeverity(words.severities[own]), ...words.severities };
}

/** Empty, and what stands there anyway, are not written down. */
function named(value: string | number, fallback: string): string | undefined {
  const name = String(value).trim();
  return name === '' || name === fallback ? undefined : name;
}

export const READING_ROWS: readonly SharedRow[] = [tagPrefix()];
export const THRESHOLD_ROWS: readonly SharedRow[] = [
  threshold('assessedDays', MOST_DAYS), threshold('evidenceDays', MOST_DAYS), threshold('journeyMonthsMin', MOST_MONTHS), threshold('journeyMonthsMax', MOST_MONTHS),
  threshold('coalitionPercent', 100), threshold('contactDays', MOST_DAYS), threshold('stalledDays', MOST_DAYS), threshold('quietDays', MOST_DAYS),
  threshold('unresolvedDays', MOST_DAYS),
];
export const LABEL_ROWS: readonly SharedRow[] = COMMITMENT_LEVELS.map(label);
export const SIGN_ROWS: readonly SharedRow[] = SIGNS.map(signRow);
export const RULE_ROWS: readonly SharedRow[] = RULES.map(ruleRow);
export const SHARED_ROWS: readonly SharedRow[] = [...READING_ROWS, ...THRESHOLD_ROWS, ...LABEL_ROWS, ...SIGN_ROWS, ...RULE_ROWS];
