/**
 * The business cases of pilots: those that a pilot links to, and those that name it among their pilots.
 *
 * @example lacksCase(purse, playbook) // true: nothing says which case it is to prove
 */
import { addTo } from './add-to.js';
import type { Initiative } from './note.js';
import { byCodeUnits, type Playbook } from './playbook.js';
import { PlaybookMemo } from './playbook-memo.js';
import { isProven, type Case } from './proof.js';

const NO_CASES: readonly Case[] = [];
/** By the pilot's path; each once, ordered by path. */
const CASES = new PlaybookMemo(findCases);

export function casesOfPilot({ path }: Initiative, playbook: Playbook): readonly Case[] {
  return CASES.of(playbook).get(path) ?? NO_CASES;
}

/** No case names the pilot, and it names none. A link that leads nowhere is another thing than none: it says which case was meant. */
export function lacksCase(pilot: Initiative, playbook: Playbook): boolean {
  return pilot.cases.length === 0 && casesOfPilot(pilot, playbook).length === 0;
}

/** Under way, halted or done; without a status, when it has a result. */
export function hasBegun({ status, proof }: Initiative): boolean {
  if (status === undefined) return proof !== undefined && isProven(proof);
  return status === 'active' || status === 'paused' || status === 'stalled' || status === 'done';
}

function findCases(playbook: Playbook): ReadonlyMap<string, readonly Case[]> {
  const found = new Map<string, Case[]>();
  for (const pilot of playbook.ofKind('pilot')) {
    for (const link of pilot.cases) {
      const note = playbook.resolve(link, pilot.path);
      if (note?.kind === 'case') addTo(found, pilot.path, note);
    }
  }
  for (const note of playbook.ofKind('case')) {
    for (const link of note.pilots) {
      const pilot = playbook.resolve(link, note.path);
      if (pilot?.kind === 'pilot') addTo(found, pilot.path, note);
    }
  }
  return new Map([...found].map(([path, cases]) => [path, cases.length === 1 ? cases : [...new Set(cases)].sort((a, b) => byCodeUnits(a.path, b.path))]));
}
