/** The settings tab as the app wants it declared. Asked for on every search too, so nothing is read here. */
import type { SettingDefinitionControl, SettingDefinitionItem, SettingDefinitionList } from 'obsidian';
import { LABEL_ROWS, READING_ROWS, RULE_ROWS, severityChoices, SIGN_CHOICES, SIGN_ROWS, SWITCH_ROWS, THRESHOLD_ROWS, type SharedRow } from './setting-rows.js';
import { WORDS } from '../views/words/words.js';
import { LONGEST_AUTHOR_NAME } from './device-settings.js';
import { PERSONAL_DEFAULTS } from './personal-settings.js';
import type { SharedSettings } from './shared-settings.js';

const words = WORDS.settings;

/** What the rows need of the tab. */
export interface SettingsHost {
  readonly shared: Pick<SharedSettings, 'config' | 'obstacle'>;
  pickIgnoredFolder(): void;
  stopIgnoring(folder: string): void;
}

export function settingDefinitions(host: SettingsHost): SettingDefinitionItem[] {
  return [personalGroup(), sharedGroup(host), ignoredFolders(host)];
}

function personalGroup(): SettingDefinitionItem {
  const author: SettingDefinitionControl = {
    name: words.authorName,
    desc: words.authorNameDesc,
    control: { type: 'text', key: 'authorName', defaultValue: '', validate: (name) => (name.length > LONGEST_AUTHOR_NAME || /[\r\n]/.test(name) ? words.tooLong(LONGEST_AUTHOR_NAME) : undefined) },
  };
  const switches = SWITCH_ROWS.map(({ key, name, desc }): SettingDefinitionControl => ({ name, desc, control: { type: 'toggle', key, defaultValue: PERSONAL_DEFAULTS[key] } }));
  return { type: 'group', heading: words.personal, items: [author, ...switches] };
}

function sharedGroup(host: SettingsHost): SettingDefinitionItem {
  const { shared } = host;
  const rows = (of: readonly SharedRow[]): SettingDefinitionControl[] => of.map((row) => sharedRow(row, host));
  return {
    type: 'group',
    heading: words.shared,
    items: [
      { name: words.locked, desc: shared.obstacle ?? '', searchable: false, visible: () => shared.obstacle !== undefined },
      { name: words.sharedFile, desc: words.sharedFileDesc, searchable: false, visible: () => shared.obstacle === undefined },
      ...rows(READING_ROWS),
      ...rows(THRESHOLD_ROWS),
      { type: 'page', name: words.labels, desc: words.labelsDesc, items: rows(LABEL_ROWS) },
      { type: 'page', name: words.signs, desc: words.signsDesc, items: rows(SIGN_ROWS) },
      {
        type: 'page',
        name: words.rules,
        desc: words.rulesDesc,
        displayValue: () => words.rulesOwn(shared.config.severities.size),
        items: [{
          type: 'group',
          search: { placeholder: words.searchRules, match: ({ name, desc }, query) => `${name} ${typeof desc === 'string' ? desc : ''}`.toLowerCase().includes(query.trim().toLowerCase()) },
          items: rows(RULE_ROWS),
        }],
      },
    ],
  };
}

function sharedRow(row: SharedRow, { shared }: SettingsHost): SettingDefinitionControl {
  const { key, name, desc, form, fallback, refuse } = row;
  const disabled = (): boolean => shared.obstacle !== undefined;
  const validate = (value: string | number): string | undefined => refuse(value, shared.config);
  switch (form) {
    case 'severity': return { name, desc, control: { type: 'dropdown', key, defaultValue: String(fallback), options: severityChoices(key), disabled } };
    case 'sign': return { name, desc, control: { type: 'dropdown', key, defaultValue: String(fallback), options: { ...SIGN_CHOICES }, disabled } };
    case 'number': return { name, desc, control: { type: 'number', key, defaultValue: Number(fallback), min: 1, step: 1, validate, disabled } };
    case 'text': return { name, desc, control: { type: 'text', key, defaultValue: String(fallback), placeholder: String(fallback), validate, disabled } };
  }
}

function ignoredFolders(host: SettingsHost): SettingDefinitionList {
  const { shared } = host;
  const folders = shared.config.ignore;
  return {
    type: 'list',
    heading: words.ignore,
    emptyState: words.ignoreNone,
    visible: () => shared.obstacle === undefined,
    items: folders.map((folder) => ({ name: folder, searchable: false })),
    addItem: { name: words.ignoreAdd, action: () => host.pickIgnoredFolder() },
    onDelete: (index) => {
      const folder = folders[index];
      if (folder !== undefined) host.stopIgnoring(folder);
    },
  };
}
