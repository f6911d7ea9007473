/**
 * Changes to `cx-playbook.yml` that keep everything else in it as it is written: comments, order, quotes. A change
 * that the reader of the settings would complain about is refused with what it says.
 *
 * @example await setRuleSeverity('rules:\n  one-ceo: info # soon\n', 'one-ceo', 'off') // { ok: true, text: 'rules:\n  one-ceo: off # soon\n' }
 */
import { applyEdits } from '../markdown/text-edit.js';
import { removeYamlValueEdits, setYamlValueEdits, type YamlInput } from '../markdown/yaml-edit.js';
import { buildLineIndex } from '../markdown/text-range.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { CONFIG_PATH, readConfig, THRESHOLD_KEYS } from './config.js';
import { signsAsNames } from './config-signs-edit.js';
import type { Severity } from './diagnostic.js';
import type { Thresholds } from './rule.js';
import { RULES } from './rules/index.js';

/** The whole new text, the old one where nothing has to change; or why the file is left as it is. */
export type ConfigChange = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Undefined gives the rule its own severity again. */
export function setRuleSeverity(text: string, ruleId: string, severity: Severity | 'off' | undefined): Promise<ConfigChange> {
  return setSharedSetting(text, ['rules', ruleId], severity);
}

/** Undefined for the default. */
export function setThreshold(text: string, threshold: keyof Thresholds, value: number | undefined): Promise<ConfigChange> {
  const key = Object.entries(THRESHOLD_KEYS).find(([, name]) => name === threshold)?.[0];
  if (key === undefined) throw new Error(`Threshold "${threshold}" has no key in ${CONFIG_PATH}.`);
  return setSharedSetting(text, ['thresholds', key], value);
}

/** Undefined for the default. */
export function setTagPrefix(text: string, prefix: string | undefined): Promise<ConfigChange> {
  return setSharedSetting(text, ['tag_prefix'], prefix);
}

/** What a level is called on screen and paper; undefined for its own name. */
export function setLevelLabel(text: string, level: CommitmentLevel, label: string | undefined): Promise<ConfigChange> {
  return setSharedSetting(text, ['labels', level], label);
}

/** Words for a sign of commitment; false leaves a built-in one out; undefined: as if nothing were said of it. */
export async function setSign(text: string, sign: string, words: string | false | undefined): Promise<ConfigChange> {
  return setSharedSetting(words === undefined ? text : await signsAsNames(text), ['signs', sign], words);
}

/** Folders and files that are not read. A list that holds what is no path is left as it is: nobody asked to remove that. */
export async function setIgnore(text: string, paths: readonly string[]): Promise<ConfigChange> {
  const change = await setSharedSetting(text, ['ignore'], paths);
  const lost = change.ok ? await newComplaint(change.text, text) : undefined;
  return lost === undefined ? change : refusal(lost);
}

/** Sets the value at a path of keys; undefined removes it, and an empty list is not added where there is none. */
export async function setSharedSetting(text: string, key: readonly string[], value: YamlInput | undefined): Promise<ConfigChange> {
  const result = value === undefined ? await removeYamlValueEdits(text, key) : await setYamlValueEdits(text, key, value);
  if (!result.ok) {
    const { line } = buildLineIndex(text).position(result.problem.from);
    return refusal(`line ${line}: ${result.problem.message}`);
  }
  const changed = applyEdits(text, result.edits);
  if (changed === text || (isEmptyList(value) && !(await isSet(text, key)))) return { ok: true, text };
  const complaint = await newComplaint(text, changed);
  return complaint === undefined ? { ok: true, text: changed } : refusal(complaint);
}

function isEmptyList(value: YamlInput | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

async function isSet(text: string, key: readonly string[]): Promise<boolean> {
  const removal = await removeYamlValueEdits(text, key);
  return removal.ok && removal.edits.length > 0;
}

/** What the reader says of the new text and did not say of the old one. */
async function newComplaint(before: string, after: string): Promise<string | undefined> {
  const ids = RULES.map(({ id }) => id);
  const known = (await readConfig(before, ids)).problems.map(({ message }) => message);
  return (await readConfig(after, ids)).problems.find(({ message }) => {
    const at = known.indexOf(message);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  })?.message;
}

function refusal(reason: string): ConfigChange {
  return { ok: false, message: `${CONFIG_PATH} was not changed: ${reason}` };
}
