/**
 * Coalition: who moves whom, by the three upward moves that the sources state. In one round an opposer or passive whose
 * share of peers at supporter or above reaches a threshold moves up one level, and a toe-dipper with a linked business
 * case moves to supporter. Rounds repeat until nothing moves: at most 3·n, since each person moves at most three times.
 *
 * All of a round is judged by the levels before it, so that the order of notes never matters. Nobody without a recorded
 * level moves, and among peers such a person supports nobody. Source: S1, which says "strong support" and no number: the
 * threshold is OURS. What comes out is what the stated rules say, not a forecast.
 *
 * @example assessCoalition(record, { percent: 50 }).rounds[0] // [{ executive: Ben, from: 'passive', to: 'toe-dipper', cause: … }]
 */
import { COMMITMENT_MOVES, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { currentCommitment } from './commitment-timeline.js';
import { findLinkedCases } from './linked-cases.js';
import type { Executive } from './note.js';
import { supports } from './peers.js';
import type { Case } from './proof.js';

export interface CoalitionOptions {
  /** So many percent of the peers make strong support; 1 to 100. */
  readonly percent: number;
  /** What if: levels that executives are taken to stand at, by path. */
  readonly levels?: ReadonlyMap<string, CommitmentLevel>;
  /** What if: paths of executives who are taken to have a linked case. */
  readonly withCase?: ReadonlySet<string>;
}

export type CoalitionCause =
  | { readonly kind: 'peers'; readonly supporting: readonly Executive[]; readonly peers: number }
  /** Empty `cases`: the case is supposed, not linked. */
  | { readonly kind: 'case'; readonly cases: readonly Case[] };

export interface CoalitionMove {
  readonly executive: Executive;
  readonly from: CommitmentLevel;
  readonly to: CommitmentLevel;
  readonly cause: CoalitionCause;
}

/** Why a recorded level below supporter stays. */
export type Obstacle =
  | { readonly kind: 'no-peers' }
  /** So many of the peers support; `lacking` more would be strong support. */
  | { readonly kind: 'few-peers'; readonly supporting: number; readonly peers: number; readonly lacking: number }
  | { readonly kind: 'no-case' };

export interface StandingStill {
  readonly executive: Executive;
  readonly level: CommitmentLevel;
  readonly obstacle: Obstacle;
}

export interface Coalition {
  /** Each round's moves in the order of the executives' paths; empty when nothing moves. */
  readonly rounds: readonly (readonly CoalitionMove[])[];
  /** After the last round, by path; those not assessed are left out. */
  readonly levels: ReadonlyMap<string, CommitmentLevel>;
  /** Below supporter after the last round, ordered by path. */
  readonly still: readonly StandingStill[];
}

interface Member {
  readonly executive: Executive;
  readonly order: number;
  readonly peers: readonly Member[];
  /** Those who name this member as a peer. */
  readonly namedBy: Member[];
  readonly cases: readonly Case[];
  readonly hasCase: boolean;
  level: CommitmentLevel | undefined;
  /** Before the first round. */
  readonly startLevel: CommitmentLevel | undefined;
  /** Peers at supporter or above. */
  supporting: number;
}

const NO_CASES: readonly Case[] = [];

export function assessCoalition(record: CommitmentRecord, options: CoalitionOptions): Coalition {
  return runRounds(gather(record, options), options.percent);
}

function runRounds(members: readonly Member[], percent: number): Coalition {
  const rounds: (readonly CoalitionMove[])[] = [];
  let waiting: ReadonlySet<Member> = new Set(members);
  while (waiting.size > 0) {
    const moving = [...waiting].sort((a, b) => a.order - b.order).flatMap((member) => moveOf(member, percent) ?? []);
    // All moves are judged before the first is made.
    const touched = new Set<Member>();
    for (const { member, move } of moving) {
      const didSupport = supports(member.level);
      member.level = move.to;
      touched.add(member);
      if (didSupport || !supports(move.to)) continue;
      for (const other of member.namedBy) {
        other.supporting++;
        touched.add(other);
      }
    }
    if (moving.length > 0) rounds.push(moving.map(({ move }) => move));
    waiting = touched;
  }
  return {
    rounds,
    levels: new Map(members.flatMap(({ executive, level }) => (level === undefined ? [] : [[executive.path, level] as const]))),
    still: members.flatMap((member) => standingStill(member, percent)),
  };
}

function gather(record: CommitmentRecord, { levels, withCase }: CoalitionOptions): readonly Member[] {
  const { playbook, today } = record;
  const casesOf = findLinkedCases(record);
  const byExecutive = new Map<Executive, Member & { peers: Member[] }>();
  playbook.executives.forEach((executive, order) => {
    const cases = casesOf.get(executive.path) ?? NO_CASES;
    const level = levels?.get(executive.path) ?? currentCommitment(executive, today);
    const hasCase = cases.length > 0 || withCase?.has(executive.path) === true;
    byExecutive.set(executive, { executive, order, peers: [], namedBy: [], cases, hasCase, level, startLevel: level, supporting: 0 });
  });
  for (const member of byExecutive.values()) {
    for (const peer of record.peers(member.executive)) {
      const other = byExecutive.get(peer);
      if (other === undefined) continue;
      member.peers.push(other);
      other.namedBy.push(member);
      if (supports(other.level)) member.supporting++;
    }
  }
  return [...byExecutive.values()];
}

function moveOf(member: Member, percent: number): { readonly member: Member; readonly move: CoalitionMove } | undefined {
  const { executive, level: from } = member;
  const to = from === undefined ? undefined : COMMITMENT_MOVES[from]?.to;
  if (from === undefined || to === undefined) return undefined;
  if (from === 'toe-dipper') return member.hasCase ? { member, move: { executive, from, to, cause: { kind: 'case', cases: member.cases } } } : undefined;
  if (lackingSupport(member, percent) > 0) return undefined;
  const supporting = member.peers.filter(({ level }) => supports(level)).map((peer) => peer.executive);
  return { member, move: { executive, from, to, cause: { kind: 'peers', supporting, peers: member.peers.length } } };
}

/** Peers who would have to support yet; without peers nothing is enough. */
function lackingSupport({ peers, supporting }: Member, percent: number): number {
  if (peers.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.ceil((peers.length * percent) / 100) - supporting, supporting === 0 ? 1 : 0);
}

function standingStill(member: Member, percent: number): readonly StandingStill[] {
  const { executive, level, peers, supporting } = member;
  if (level === undefined || COMMITMENT_MOVES[level] === undefined) return [];
  if (level === 'toe-dipper') return [{ executive, level, obstacle: { kind: 'no-case' } }];
  if (peers.length === 0) return [{ executive, level, obstacle: { kind: 'no-peers' } }];
  return [{ executive, level, obstacle: { kind: 'few-peers', supporting, peers: peers.length, lacking: lackingSupport(member, percent) } }];
}

/** What came of the rounds, in numbers. */
export interface CoalitionOutcome {
  readonly moves: number;
  readonly rounds: number;
  /** At supporter or above after the last round. */
  readonly supporting: number;
}

export function coalitionOutcome({ rounds, levels }: Coalition): CoalitionOutcome {
  return { moves: rounds.reduce((sum, { length }) => sum + length, 0), rounds: rounds.length, supporting: [...levels.values()].filter(supports).length };
}

/** What the threshold changes: so many percent, and what comes of it. */
export interface CoalitionAtPercent extends CoalitionOutcome {
  readonly percent: number;
}

/**
 * Shares that people mean by "strong support": a quarter, a third, half, two thirds, three quarters, all. Cut to whole
 * percent, so that two of three are two thirds. OURS.
 */
export const COALITION_PERCENTS = [25, 33, 50, 66, 75, 100] as const;

/** The result for other thresholds, the given one among them, the lowest first. */
export function assessCoalitionSensitivity(record: CommitmentRecord, options: CoalitionOptions): readonly CoalitionAtPercent[] {
  const percents = [...new Set([...COALITION_PERCENTS, options.percent])].sort((a, b) => a - b);
  const members = gather(record, options);
  return percents.map((percent) => {
    startAgain(members);
    return { percent, ...coalitionOutcome(runRounds(members, percent)) };
  });
}

function startAgain(members: readonly Member[]): void {
  for (const member of members) member.level = member.startLevel;
  for (const member of members) member.supporting = member.peers.filter(({ level }) => supports(level)).length;
}
