/** What hosts with git ask it about the repository round a vault, and how its answers are read. */
import { byCodeUnits } from '../playbook/playbook.js';
import type { PluginData } from './repository.js';
import { MERGE_DRIVER } from './repository-files.js';
import { secretNames } from './repository-secrets.js';

/** Paths of the folder that are tracked, each ended by a NUL. */
export const ASK_TRACKED: readonly string[] = ['ls-files', '-z', '--cached', '--', '.'];
/** Settings that matter, as name, line break, value and NUL; git fails when there is none. */
export const ASK_SETTINGS: readonly string[] = ['config', '-z', '--get-regexp', `^(remote\\..*\\.url|merge\\.${MERGE_DRIVER}\\.driver)$`];

/**
 * Ordered, each once: in a merge that stopped git lists a path for each of its versions. Names that are no UTF-8 cannot be
 * spoken of and are left out.
 */
export function readTracked(answer: string): readonly string[] {
  return [...new Set(answer.split('\0'))].filter((path) => path !== '' && !path.includes('\ufffd')).sort(byCodeUnits);
}

export interface GitSettings {
  readonly hasRemote: boolean;
  /** The command of the merge driver for notes; undefined for none. */
  readonly driver: string | undefined;
}

/** The last value of a setting counts, as for git. */
export function readGitSettings(answer: string): GitSettings {
  const entries = answer.split('\0').map((entry) => entry.split('\n', 2));
  const [, driver] = entries.reverse().find(([name]) => name === `merge.${MERGE_DRIVER}.driver`) ?? [];
  return { hasRemote: entries.some(([name]) => name?.startsWith('remote.') === true), driver: driver === undefined || driver.trim() === '' ? undefined : driver };
}

/** Of the tracked paths, the settings of plugins. */
export function pluginDataPaths(tracked: readonly string[], configFolder: string): readonly string[] {
  return tracked.filter((path) => path.startsWith(`${configFolder}/plugins/`) && path.endsWith('/data.json'));
}

/** A text that is no JSON holds nothing that can be told. */
export function readPluginData(path: string, text: string): PluginData {
  try {
    const data: unknown = JSON.parse(text);
    return { path, secrets: secretNames(data) };
  } catch {
    return { path, secrets: [] };
  }
}
