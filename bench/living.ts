/**
 * How long the app waits at most while its playbook is read and kept in step: the longest stretch of work between two
 * pauses. `node scripts/run-ts.mjs bench/living.ts VAULT` prints one JSON object.
 */
import { FsVault } from '../src/cli/fs-vault.js';
import { parseCalendarDate } from '../src/playbook/calendar-date.js';
import { LivingPlaybook } from '../src/vault/living-playbook.js';
import type { Clock } from '../src/vault/time-slices.js';
import { isMarkdown, type Vault } from '../src/vault/vault.js';

const PULLED = 3000;

/** Real time, and how long work went on without a pause. */
class StretchClock implements Clock {
  longestMs = 0;
  #sinceMs = performance.now();

  now(): number {
    return performance.now();
  }

  async wait(milliseconds: number): Promise<void> {
    this.mark();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.#sinceMs = performance.now();
  }

  /** Ends a stretch; gives the longest so far and forgets it. */
  mark(): number {
    const now = performance.now();
    this.longestMs = Math.max(this.longestMs, now - this.#sinceMs);
    this.#sinceMs = now;
    return this.longestMs;
  }

  take(): number {
    const longest = this.mark();
    this.longestMs = 0;
    return longest;
  }
}

const files = new FsVault(process.argv[2]!);
const changed = new Map<string, string>();
/** Listed beforehand, as the app has it, and read as the app does: each note is waited for. */
const listed = await files.list();
const vault: Vault = {
  list: () => Promise.resolve(listed),
  read: async (path) => changed.get(path) ?? (await files.read(path)),
  process: () => Promise.reject(new Error('Nothing is written here.')),
  create: () => Promise.reject(new Error('Nothing is written here.')),
};
const clock = new StretchClock();
const today = parseCalendarDate('2026-11-22')!;
const playbook = new LivingPlaybook(vault, { clock, today: () => today });

const startedMs = performance.now();
await playbook.start();
const readMs = performance.now() - startedMs;
const readingMs = clock.take();
const findings = playbook.result.diagnostics.length;
const firstResultMs = clock.take();

const notes = listed.map(({ path }) => path).filter(isMarkdown);
clock.take();
for (const path of notes.slice(0, PULLED)) {
  changed.set(path, `${await files.read(path)}\nOne more sentence.\n`);
  playbook.changed(path);
}
clock.take();
await playbook.settled();
const pullMs = clock.take();
const { length } = playbook.result.diagnostics;
const resultMs = clock.take();
process.stdout.write(`${JSON.stringify({ notes: notes.length, findings, readMs, longestMs: Math.max(readingMs, firstResultMs), pulled: PULLED, pullLongestMs: Math.max(pullMs, resultMs), after: length })}\n`);
