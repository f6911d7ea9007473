/** Whose support counts for an executive: the peers that the note names. Source: S1. */
import { reachesLevel, type CommitmentLevel } from './commitment.js';
import type { Executive } from './note.js';
import type { Playbook } from './playbook.js';

/** Each once, in the order of the note, without the executive's own note; links that lead to nobody are left out. */
export function namedPeers(executive: Executive, playbook: Playbook): readonly Executive[] {
  const peers = new Set(playbook.resolveExecutives(executive.peers, executive.path));
  peers.delete(executive);
  return [...peers];
}

/** Whether a level counts as support: supporter or above. Not assessed does not. */
export function supports(level: CommitmentLevel | undefined): boolean {
  return level !== undefined && reachesLevel(level, 'supporter');
}
