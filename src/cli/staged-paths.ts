/**
 * What the paths of a commit alone tell: names that other systems cannot have, copies that a synchroniser made, files of
 * one device or one person. The rules are those of a run over the vault; they are given what the commit changes, and
 * what differs from it in large and small letters alone.
 */
import { checkPlaybook, type ActiveRules, type PlaybookRuleFinding } from '../lint/lint-note.js';
import { IGNORE_FILE } from '../lint/repository-files.js';
import type { PluginData, RepositoryFacts, RepositoryFile } from '../lint/repository.js';
import { secretNames } from '../lint/repository-secrets.js';
import type { RuleContext } from '../lint/rule.js';
import { Playbook } from '../playbook/playbook.js';

const CONFIG_FOLDER = '.obsidian';
const CASE_COLLISION = 'team/case-collision';

/** Rules that need to know no more than paths, and settings of plugins. */
export const PATH_RULES: ReadonlySet<string> = new Set([CASE_COLLISION, 'team/reserved-name', 'team/workspace-tracked', 'team/sync-conflict-copy', 'team/secret-in-plugin-data', 'team/plugin-data-tracked']);

const UNREAD: RepositoryFile = { text: undefined, above: [] };

/** What is known of the repository: that there is one. Whether it is shared would take another question. */
export const STAGED_FACTS: RepositoryFacts = { configFolder: CONFIG_FOLDER, isShared: false, tracked: undefined, attributes: UNREAD, ignores: UNREAD, driver: undefined, pluginData: [] };

export function isPluginData(path: string): boolean {
  return path.startsWith(`${CONFIG_FOLDER}/plugins/`) && path.endsWith('/data.json');
}

/**
 * `changed` are paths of the commit, `pluginData` the staged texts of those that {@link isPluginData} names,
 * `namesakes` the files of the index that are named like a changed one; rules are of {@link PATH_RULES}.
 */
export function checkPaths(changed: readonly string[], pluginData: ReadonlyMap<string, string>, namesakes: readonly string[], rules: ActiveRules, context: RuleContext): readonly PlaybookRuleFinding[] {
  if (rules.ofPlaybook.length === 0) return [];
  const known = new Set(changed);
  const twins = rules.find(CASE_COLLISION) === undefined ? [] : twinsOf(changed, namesakes);
  const playbook = new Playbook();
  for (const path of [...changed, ...twins]) playbook.setFile(path, []);
  const repository: RepositoryFacts = { ...STAGED_FACTS, tracked: [...known, ...twins], pluginData: [...pluginData].map(readPluginData) };
  return checkPlaybook(playbook, rules, { ...context, repository }).filter(({ rule, path }) => rule === CASE_COLLISION || (known.has(path) && path !== IGNORE_FILE));
}

/** Other files whose paths fold to that of a changed one. */
function twinsOf(changed: readonly string[], namesakes: readonly string[]): readonly string[] {
  const folded = new Set(changed.map(fold));
  const known = new Set(changed);
  return namesakes.filter((path) => !known.has(path) && folded.has(fold(path)));
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** What is no JSON holds nothing that can be told. */
function readPluginData([path, text]: readonly [string, string]): PluginData {
  try {
    const data: unknown = JSON.parse(text);
    return { path, secrets: secretNames(data) };
  } catch {
    return { path, secrets: [] };
  }
}
