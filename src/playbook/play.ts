/** A play: a move that raises commitment, and what it relies on. Source: S1. */
import type { CommitmentLevel } from './commitment.js';
import type { Competency } from './competency.js';
import type { NoteIdentity, NoteLink } from './note-identity.js';

/** A step between two levels that a play is for, as its note says. */
export interface LevelMove {
  readonly from: CommitmentLevel;
  readonly to: CommitmentLevel;
}

export interface Play extends NoteIdentity {
  readonly kind: 'play';
  readonly moves: readonly LevelMove[];
  readonly lever: readonly string[];
  readonly competencies: readonly Competency[];
  /** Links in the note's text: whom it is for, what it shows. */
  readonly mentions: readonly NoteLink[];
}
