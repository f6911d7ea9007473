import type { Diagnostic } from '../../src/lint/diagnostic.js';
import type { RepositoryFacts } from '../../src/lint/repository.js';
import { parseCalendarDate, type CalendarDate } from '../../src/playbook/calendar-date.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { MemoryVault } from '../memory-vault.js';

/** A day of tests; throws when it is none. */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(`"${text}" is no day.`);
  return date;
}

export const TODAY = day('2026-04-01');

export function openFiles(files: Readonly<Record<string, string>>, today: CalendarDate = TODAY, facts?: RepositoryFacts): Promise<PlaybookStore> {
  return PlaybookStore.open(new MemoryVault(files, facts), { today });
}

export async function lintFiles(files: Readonly<Record<string, string>>, today: CalendarDate = TODAY): Promise<readonly Diagnostic[]> {
  return (await openFiles(files, today)).lint().diagnostics;
}

/** Findings in short: `rule path line:column`. */
export function inShort(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ rule, path, range }) => `${rule} ${path} ${range.start.line}:${range.start.column}`);
}
