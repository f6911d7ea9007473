/** What a vault's settings say to the home view and the next steps: thresholds, names of levels, how many signs there are. */
import { signsOf } from '../notes/vault-signs.js';
import type { HomeOptions } from '../playbook/home.js';
import type { PlaybookStore } from './playbook-store.js';

export function homeOptionsOf({ config: { thresholds, settings } }: Pick<PlaybookStore, 'config'>): HomeOptions {
  return { thresholds, levelLabels: settings.levelLabels, signCount: signsOf(settings).length };
}
