/** The menus of the commitment map: every level for one executive, as dragging and keys set it; and what can be made of the rows. */
import { COMMITMENT_LEVELS, type CommitmentLevel } from '../playbook/commitment.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';
import { COMMITMENT_FORMATS, type CommitmentOutput } from './commitment-actions.js';
import type { MenuEntry } from './roadmap-actions.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface PersonMenu {
  readonly host: ViewHost;
  readonly levelName: LevelWords;
  readonly onDetails: (path: string) => void;
  /** Undefined on a map that is not of today. */
  readonly onSuppose: ((path: string) => void) | undefined;
  /** Undefined: to look at only. */
  readonly onAssess: ((path: string, level: CommitmentLevel | null) => void) | undefined;
  readonly onNeed: ((path: string, level: CommitmentLevel | null) => void) | undefined;
}

export function personMenu(row: CommitmentRow, menu: PersonMenu): readonly MenuEntry[] {
  const words = WORDS.commitment.menu;
  const { host, onDetails, onSuppose } = menu;
  const { path } = row.executive;
  return [
    { title: words.open, icon: 'file-text', run: () => host.open(path) },
    { title: words.openNewTab, icon: 'file-plus', run: () => host.open(path, { newTab: true }) },
    { title: words.details, icon: 'info', run: () => onDetails(path) },
    ...(onSuppose === undefined ? [] : [{ title: words.suppose, icon: 'flask-conical', run: () => onSuppose(path) }]),
    ...levelEntries(row, menu),
    ...needEntries(row, menu),
  ];
}

/** The recorded level: the one that is now has a tick, and asks for nothing. */
export function levelEntries({ executive: { path }, standing: { level: now } }: CommitmentRow, { levelName, onAssess }: Pick<PersonMenu, 'levelName' | 'onAssess'>): readonly MenuEntry[] {
  const words = WORDS.commitment.menu;
  if (onAssess === undefined) return [];
  const entries = COMMITMENT_LEVELS.map((level): MenuEntry => ({ title: words.level(levelName(level)), icon: 'signal', isChecked: level === now, run: () => onAssess(path, level) }));
  const removal: readonly MenuEntry[] = now === undefined ? [] : [{ title: words.notAssessed, icon: 'circle-dashed', run: () => onAssess(path, null) }];
  return startingGroup([...entries, ...removal]);
}

export function needEntries({ executive: { path }, standing: { needed } }: CommitmentRow, { levelName, onNeed }: Pick<PersonMenu, 'levelName' | 'onNeed'>): readonly MenuEntry[] {
  const words = WORDS.commitment.menu;
  if (onNeed === undefined) return [];
  const entries = COMMITMENT_LEVELS.map((level): MenuEntry => ({ title: words.need(levelName(level)), icon: 'target', isChecked: level === needed, run: () => onNeed(path, level) }));
  const removal: readonly MenuEntry[] = needed === undefined ? [] : [{ title: words.noNeed, icon: 'circle-dashed', run: () => onNeed(path, null) }];
  return startingGroup([...entries, ...removal]);
}

export function outputMenu(rows: readonly CommitmentRow[], levelName: LevelWords, output: CommitmentOutput): readonly MenuEntry[] {
  const words = WORDS.commitment;
  return [
    ...COMMITMENT_FORMATS.map((format): MenuEntry => ({ title: words.copyAs[format], icon: 'copy', run: () => output.copy(format, rows, levelName) })),
    ...startingGroup(COMMITMENT_FORMATS.map((format): MenuEntry => ({ title: words.saveAs[format], icon: 'download', run: () => output.save(format, rows, levelName) }))),
  ];
}

function startingGroup(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  return entries.map((entry, index) => (index === 0 ? { ...entry, startsGroup: true } : entry));
}
