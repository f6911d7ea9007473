/**
 * The result of the last run over a vault, for as long as nothing changed: same files by size and time, same settings,
 * same day, same version of the program, same things that git knows. One file per vault, outside of it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LintResult } from '../lint/diagnostic.js';
import type { RepositoryFacts } from '../lint/repository.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { VaultFile } from '../vault/vault.js';
import { VERSION } from './version.js';
import { writeFileWhole } from './write-file.js';

interface CacheFile {
  readonly key: string;
  readonly result: LintResult;
}

/** What a result depends on, as a short text. */
export function cacheKey(files: readonly VaultFile[], today: CalendarDate, repository: RepositoryFacts | undefined): string {
  const hash = createHash('sha256').update(`${VERSION}\0${today}\0${JSON.stringify(repository ?? null)}\0`);
  for (const { path, version } of files) hash.update(`${path}\0${version ?? ''}\0`);
  return hash.digest('hex');
}

export function cachePath(vaultRoot: string, env: Readonly<Record<string, string | undefined>>): string {
  const base = env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'cx-playbook', `${createHash('sha256').update(vaultRoot).digest('hex').slice(0, 16)}.json`);
}

/** The cached result; undefined when there is none, or none for this key. */
export function readCache(file: string, key: string): LintResult | undefined {
  try {
    const head = readFileSync(file, 'utf8');
    // The key stands first: a stale file is not parsed.
    if (!head.startsWith(`{"key":"${key}"`)) return undefined;
    const parsed: unknown = JSON.parse(head);
    return isCacheFile(parsed) ? parsed.result : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the result; a cache that cannot be written is no failure of the run. */
export function writeCache(file: string, key: string, result: LintResult): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileWhole(file, JSON.stringify({ key, result } satisfies CacheFile));
  } catch {
    return;
  }
}

function isCacheFile(value: unknown): value is CacheFile {
  if (typeof value !== 'object' || value === null || !('result' in value)) return false;
  const { result } = value;
  return typeof result === 'object' && result !== null && 'diagnostics' in result && Array.isArray(result.diagnostics) && result.diagnostics.every(isDiagnostic);
}

function isDiagnostic(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ['path', 'rule', 'severity', 'message', 'range'].every((key) => key in value);
}
