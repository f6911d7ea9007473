/** Settings of plugins that went into the repository: what they hold is handed to everybody who has a clone, for ever. */
import type { PlaybookFinding, Rule } from '../rule.js';
import { EXAMPLE_CONFIG } from './example-config-folder.js';

const WHOLE_FILE = { from: 0, to: 0, wholeNote: true } as const;
const OWN_PLUGIN = 'cx-playbook';
/** Names that a message has room for. */
const MOST_NAMES = 5;

const OURS = `${EXAMPLE_CONFIG}/plugins/cx-playbook/data.json`;
const TEMPLATES = `${EXAMPLE_CONFIG}/plugins/templates/data.json`;
const ASSISTANT = `${EXAMPLE_CONFIG}/plugins/assistant/data.json`;

export const secretInPluginData: Rule = {
  id: 'team/secret-in-plugin-data',
  severity: 'error',
  summary: 'Settings of a plugin that git tracks must not hold a key, token or password.',
  why: 'Everybody with a clone has it, and deleting it later leaves it in the history. Revoke it where it was given out, take a new one, and keep the file out of git. Found by the names of entries and the look of values; the value itself is never shown.',
  source: 'OURS',
  examples: [
    { title: 'Settings without secrets', notes: {}, repository: { tracked: [OURS], pluginData: [{ path: OURS, secrets: [] }] } },
    { title: 'A token', notes: {}, repository: { tracked: [`‹${ASSISTANT}›`], pluginData: [{ path: ASSISTANT, secrets: ['account.token'] }] } },
  ],
  checkPlaybook: (_playbook, { repository }) =>
    (repository?.pluginData ?? []).flatMap(({ path, secrets }): readonly PlaybookFinding[] => {
      if (secrets.length === 0) return [];
      const message = `Git tracks these settings, and ${namesOf(secrets)} ${secrets.length === 1 ? 'holds' : 'hold'} what looks like a key or password. Revoke it, then take the file out of git with "git rm --cached" and name it in .gitignore.`;
      return [{ path, ...WHOLE_FILE, message }];
    }),
};

export const pluginDataTracked: Rule = {
  id: 'team/plugin-data-tracked',
  severity: 'warning',
  summary: 'Settings that other plugins write for one person should not be tracked by git.',
  why: 'Many plugins keep in data.json what one person did last: open tabs, positions, recent files. Tracked, each start of the app changes them, and every merge conflicts. Keep them out of git, or switch the rule off where your team shares them on purpose. The settings of this plugin may be shared: what is personal in them stays on the device. A file with a secret is told by secret-in-plugin-data alone.',
  source: 'OURS',
  examples: [
    { title: 'Settings of this plugin', notes: {}, repository: { tracked: [OURS] } },
    { title: 'Settings of another plugin', notes: {}, repository: { tracked: [OURS, `‹${TEMPLATES}›`] } },
  ],
  checkPlaybook(_playbook, { repository }): readonly PlaybookFinding[] {
    const withSecrets = new Set((repository?.pluginData ?? []).filter(({ secrets }) => secrets.length > 0).map(({ path }) => path));
    const folder = `${repository?.configFolder ?? ''}/plugins/`;
    const others = (repository?.tracked ?? []).filter((path) => path.startsWith(folder) && path.endsWith('/data.json') && !path.startsWith(`${folder}${OWN_PLUGIN}/`) && !withSecrets.has(path));
    const [first, ...rest] = others;
    if (first === undefined) return [];
    const names = others.map((path) => path.slice(folder.length, -'/data.json'.length));
    const message = `Git tracks the settings of ${rest.length === 0 ? 'another plugin' : `${others.length} other plugins`}: ${namesOf(names)}. Take them out with "git rm --cached" and name them in .gitignore, or switch this rule off where they are shared on purpose.`;
    return [{ path: first, ...WHOLE_FILE, message, ...(rest.length === 0 ? {} : { related: rest.map((path) => ({ path, from: 0, to: 0, message: 'Tracked too.' })) }) }];
  },
};

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `"${name}"`);
  return names.length > MOST_NAMES ? `${shown.join(', ')} and ${names.length - MOST_NAMES} more` : shown.join(', ');
}
