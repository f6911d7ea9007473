/** The summary of one vault on disk. */
import type { LintResult } from '../lint/diagnostic.js';
import { countSeverities } from '../lint/diagnostic.js';
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { countRules, summarizeVault, type FindingCounts, type VaultSummary } from '../playbook/portfolio.js';
import { homeOptionsOf } from '../vault/home-options.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { sharedFindings, sharedPlaybook } from '../vault/shared-part.js';
import type { CommandIo } from './command.js';
import { openStore, openVault } from './open-store.js';

export interface ReadVault {
  /** Undefined: none of its notes is part of a playbook. */
  readonly summary: VaultSummary | undefined;
  /** Notes that do not count. */
  readonly privateNotes: number;
}

/** Throws what reading a vault throws. */
export async function readVaultSummary(folder: string, today: CalendarDate, moveDays: number, io: CommandIo): Promise<ReadVault> {
  return summarizeStore(await openStore(openVault(folder, io), today, io), today, moveDays);
}

export function summarizeStore(store: PlaybookStore, today: CalendarDate, moveDays: number): ReadVault {
  const playbook = sharedPlaybook(store);
  const privateNotes = store.leaks.privatePaths.filter((path) => store.playbook.note(path) !== undefined).length;
  if (playbook.size === 0) return { summary: undefined, privateNotes };
  const lint = sharedFindings(store.lint(), store);
  const notes = { read: lint.notes, playbook: lint.playbookNotes };
  return { summary: summarizeVault(commitmentRecordOf(playbook, today), { ...homeOptionsOf(store), moveDays }, notes, countFindings(lint)), privateNotes };
}

/** That a shared note leads to a private one is for those to know who can mend it. */
function countFindings({ diagnostics }: LintResult): FindingCounts {
  const counted = diagnostics.filter(({ rule }) => rule !== 'private-leak');
  const { error, warning, info } = countSeverities(counted);
  return { error, warning, info, rules: countRules(counted.map(({ rule }) => rule)) };
}
