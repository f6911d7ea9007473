/**
 * What to do next for one executive, as far as the sources allow at the recorded level: the one move that they state,
 * what the vault has to make it with, the plays that fit, and what would be a mistake. Where no source states a move the
 * advice says so and names none. All of it rests on S1; matching plays by `lever` and `appeal` is OURS.
 *
 * @example new Adviser(record).advise(leocadia).mistakes[0]?.kind // 'roi-for-opposer'
 */
import { addTo } from './add-to.js';
import { COMMITMENT_MOVES, type CommitmentLevel } from './commitment.js';
import type { CommitmentRecord } from './commitment-record.js';
import { currentCommitment } from './commitment-timeline.js';
import { findLinkedCases } from './linked-cases.js';
import type { Executive } from './note.js';
import { supports } from './peers.js';
import type { Play } from './play.js';
import { byCodeUnits } from './playbook.js';
import type { Case, Insight } from './proof.js';
import { findQuotableResults, listenersByPeer, type QuotableResult } from './quotable-results.js';
import { isRoiForOpposer, isRoiPlayForOpposers, namesRoi } from './short-work-step.js';

/** One of the moves that the sources state. */
export interface StatedMove {
  readonly from: CommitmentLevel;
  readonly to: CommitmentLevel;
  readonly by: string;
}

export type AdviceStep =
  /** No level is recorded: without one no rule applies. */
  | { readonly kind: 'assess' }
  /** Peers who support can speak to the person, with results that they can quote. */
  | { readonly kind: 'peers'; readonly supporting: readonly Executive[]; readonly others: readonly Executive[]; readonly results: readonly QuotableResult[] }
  /** A business opportunity to show; empty: none is linked. */
  | { readonly kind: 'case'; readonly cases: readonly Case[] }
  /** A supporter quotes results and encourages peers; an advocate recruits others. */
  | { readonly kind: 'quote-results'; readonly results: readonly QuotableResult[]; readonly listeners: readonly Executive[] }
  /** Wants to be loved: show what customers say, unfiltered. */
  | { readonly kind: 'feedback'; readonly voices: readonly Insight[] }
  /** Wants greatness: paint the legacy. */
  | { readonly kind: 'legacy' };

export type AdviceMistake =
  /** ROI data does not move an opposer; `plays` say to use it all the same. */
  | { readonly kind: 'roi-for-opposer'; readonly plays: readonly Play[] }
  /** A toe-dipper is moved by a strong business opportunity, and none is linked. */
  | { readonly kind: 'no-case' };

export interface Advice {
  readonly executive: Executive;
  readonly level: CommitmentLevel | undefined;
  /** Undefined: no rule in the sources, or no level to move from. */
  readonly move: StatedMove | undefined;
  /** What the sources allow, the move first. */
  readonly steps: readonly AdviceStep[];
  readonly mistakes: readonly AdviceMistake[];
  /** Plays that fit, those for the move first, then by lever and appeal; each group by path. */
  readonly plays: readonly Play[];
}

/** OURS: which lever of a play serves which appeal. */
const LEVER_OF_APPEAL: ReadonlyMap<string, string> = new Map([['loved', 'empathy'], ['greatness', 'vision']]);
/** OURS: which lever serves a stated move. */
const LEVER_OF_MOVE: Readonly<Partial<Record<CommitmentLevel, string>>> = { opposer: 'peers', passive: 'peers', 'toe-dipper': 'roi' };

/** Answers for one version of the playbook; what all executives share is found once. */
export class Adviser {
  readonly #cases: ReadonlyMap<string, readonly Case[]>;
  readonly #resultsBy = new Map<Executive, QuotableResult[]>();
  readonly #listeners: ReadonlyMap<Executive, readonly Executive[]>;
  readonly #plays: readonly Play[];
  /** With somebody's own words in them, the newest first. */
  readonly #voices: readonly Insight[];
  readonly #playsFor = new Map<string, readonly Play[]>();
  /** Plays that are to move opposers by ROI, by the executives that they link to. */
  readonly #roiPlays = new Map<Executive, Play[]>();

  constructor(readonly record: CommitmentRecord) {
    const { playbook } = record;
    this.#cases = findLinkedCases(record);
    this.#listeners = listenersByPeer(record);
    for (const result of findQuotableResults(record)) {
      addTo(this.#resultsBy, result.by, result);
    }
    this.#plays = playbook.ofKind('play');
    this.#voices = playbook.ofKind('insight').filter(({ verbatims }) => verbatims.length > 0).sort((a, b) => byCodeUnits(b.date ?? '', a.date ?? ''));
    for (const play of this.#plays) {
      if (!isRoiPlayForOpposers(play)) continue;
      for (const executive of new Set(playbook.resolveExecutives(play.mentions, play.path))) {
        addTo(this.#roiPlays, executive, play);
      }
    }
  }

  advise(executive: Executive): Advice {
    const level = currentCommitment(executive, this.record.today);
    const stated = level === undefined ? undefined : COMMITMENT_MOVES[level];
    const move = level === undefined || stated === undefined ? undefined : { from: level, ...stated };
    return { executive, level, move, steps: this.#steps(executive, level), mistakes: this.#mistakes(executive, level), plays: this.#fittingPlays(executive, move) };
  }

  #steps(executive: Executive, level: CommitmentLevel | undefined): readonly AdviceStep[] {
    return [...this.#levelSteps(executive, level), ...this.#appealSteps(executive)];
  }

  #levelSteps(executive: Executive, level: CommitmentLevel | undefined): readonly AdviceStep[] {
    switch (level) {
      case undefined: return [{ kind: 'assess' }];
      case 'opposer':
      case 'passive': {
        const peers = this.record.peers(executive);
        const isSupporting = (peer: Executive): boolean => supports(currentCommitment(peer, this.record.today));
        const supporting = peers.filter(isSupporting);
        const others = peers.filter((peer) => !isSupporting(peer));
        return [{ kind: 'peers', supporting, others, results: supporting.flatMap((peer) => this.#resultsBy.get(peer) ?? []) }];
      }
      case 'toe-dipper': return [{ kind: 'case', cases: this.#cases.get(executive.path) ?? [] }];
      case 'supporter':
      case 'advocate': return [{ kind: 'quote-results', results: this.#resultsBy.get(executive) ?? [], listeners: this.#listeners.get(executive) ?? [] }];
    }
  }

  #appealSteps({ appeal }: Executive): readonly AdviceStep[] {
    return [
      ...(appeal.includes('loved') ? [{ kind: 'feedback', voices: this.#voices } as const] : []),
      ...(appeal.includes('greatness') ? [{ kind: 'legacy' } as const] : []),
    ];
  }

  #mistakes(executive: Executive, level: CommitmentLevel | undefined): readonly AdviceMistake[] {
    if (level === 'toe-dipper') return this.#cases.has(executive.path) ? [] : [{ kind: 'no-case' }];
    const plays = level === 'opposer' ? (this.#roiPlays.get(executive) ?? []) : [];
    return plays.length > 0 || isRoiForOpposer(executive, this.record) ? [{ kind: 'roi-for-opposer', plays }] : [];
  }

  /** Found once for all who have the same move ahead and the same appeal. */
  #fittingPlays({ appeal }: Executive, move: StatedMove | undefined): readonly Play[] {
    const appealLevers = [...new Set(appeal)].flatMap((wish) => LEVER_OF_APPEAL.get(wish) ?? []).sort();
    const key = [move?.from ?? '', ...appealLevers].join(' ');
    const known = this.#playsFor.get(key);
    if (known !== undefined) return known;
    const ranked = this.#plays.flatMap((play) => {
      const rank = rankOf(play, move, appealLevers);
      return rank === undefined ? [] : [{ play, rank }];
    });
    const plays = ranked.sort((a, b) => a.rank - b.rank).map(({ play }) => play);
    this.#playsFor.set(key, plays);
    return plays;
  }
}

/** How well a play fits: 0 for the move itself, then by lever, then by appeal; undefined when it does not. */
function rankOf({ moves, lever }: Play, move: StatedMove | undefined, appealLevers: readonly string[]): number | undefined {
  // ROI moves no opposer, whatever the play says of itself.
  if (move?.from === 'opposer' && namesRoi(lever)) return undefined;
  if (move !== undefined && moves.some(({ from, to }) => from === move.from && to === move.to)) return 0;
  // A play for other moves alone is none for this person.
  if (moves.length > 0) return undefined;
  const moveLever = move === undefined ? undefined : LEVER_OF_MOVE[move.from];
  if (moveLever !== undefined && lever.includes(moveLever)) return 1;
  return lever.some((one) => appealLevers.includes(one)) ? 2 : undefined;
}
