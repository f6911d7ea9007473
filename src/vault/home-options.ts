/** What a vault's settings say to the home view and the next steps: thresholds, names of levels, how many signs there are. */
import { SIGNS } from '../playbook/sign.js';
import type { HomeOptions } from '../playbook/home.js';
import type { PlaybookStore } from './playbook-store.js';

export function homeOptionsOf({ config: { thresholds, settings } }: Pick<PlaybookStore, 'config'>): HomeOptions {
  return { thresholds, levelLabels: settings.levelLabels, signCount: new Set([...SIGNS, ...(settings.ownValues.get('signs') ?? [])]).size };
}
