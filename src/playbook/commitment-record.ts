/**
 * What the vault records of who is committed how far, read once and asked for each initiative: levels over time, the
 * head of each unit, the chief executive. A record is of one version of the playbook, on one day. With `raised` it is of
 * a what-if: those executives are taken to stand at that level at least, from that day on. With `history` git's recording
 * stands where the notes date nothing.
 *
 * @example new CommitmentRecord(playbook, today).headOf('Freight') // the executive who leads Freight
 */
import { toEpochDay, type CalendarDate, type EpochDay } from './calendar-date.js';
import type { CommitmentLevel } from './commitment.js';
import { buildCommitmentTimeline, fillFromGit, raiseTimeline, type CommitmentSpan } from './commitment-timeline.js';
import type { Executive, Initiative } from './note.js';
import { namedPeers } from './peers.js';
import { perNote } from './per-note.js';
import type { Playbook } from './playbook.js';
import type { RecordedExecutive, RecordedHistory } from './recorded-history.js';

/** Whom an initiative can ask: its sponsors, and the head of each of its units, undefined where none is recorded. */
export interface Parties {
  readonly sponsors: readonly Executive[];
  readonly heads: readonly (Executive | undefined)[];
}

const NOBODY: ReadonlyMap<string, CommitmentLevel> = new Map();

export class CommitmentRecord {
  readonly #timelines = new Map<Executive, readonly CommitmentSpan[]>();
  readonly #peers = new Map<Executive, readonly Executive[]>();
  readonly #parties = new Map<Initiative, Parties>();
  readonly #headByUnit: ReadonlyMap<string, Executive>;
  /** Levels that executives are taken to reach, by path. */
  readonly #raised: ReadonlyMap<string, CommitmentLevel>;
  /** Git's recording by the path of the note. */
  readonly #recorded: ReadonlyMap<string, RecordedExecutive>;
  /** By the unit as it is written: the same few names stand in thousands of notes. */
  readonly #headByWrittenUnit = new Map<string, Executive | undefined>();
  readonly ceo: Executive | undefined;
  readonly heads: readonly Executive[];
  readonly todayDay: EpochDay;

  constructor(
    readonly playbook: Playbook,
    readonly today: CalendarDate,
    raised: ReadonlyMap<string, CommitmentLevel> = NOBODY,
    history?: RecordedHistory,
  ) {
    this.#raised = raised;
    this.#recorded = new Map(history?.executives.map((executive) => [executive.path, executive]));
    const executives = playbook.executives;
    this.ceo = executives.find((executive) => isCeo(executive));
    this.#headByUnit = headsByUnit(playbook);
    this.todayDay = toEpochDay(today);
    this.heads = [...this.#headByUnit.values()];
  }

  timeline(executive: Executive): readonly CommitmentSpan[] {
    const known = this.#timelines.get(executive);
    if (known !== undefined) return known;
    const dated = buildCommitmentTimeline(executive, this.today);
    const history = this.#recorded.get(executive.path);
    const recorded = history === undefined ? dated : fillFromGit(dated, history, this.today);
    const level = this.#raised.get(executive.path);
    const timeline = level === undefined ? recorded : raiseTimeline(recorded, level, this.todayDay);
    this.#timelines.set(executive, timeline);
    return timeline;
  }

  /** Whose support counts for the executive: see {@link namedPeers}. */
  peers(executive: Executive): readonly Executive[] {
    const known = this.#peers.get(executive);
    if (known !== undefined) return known;
    const peers = namedPeers(executive, this.playbook);
    this.#peers.set(executive, peers);
    return peers;
  }

  parties(initiative: Initiative): Parties {
    const known = this.#parties.get(initiative);
    if (known !== undefined) return known;
    const { sponsor, units, path } = initiative;
    const parties = { sponsors: this.playbook.resolveExecutives(sponsor, path), heads: units.map((unit) => this.headOf(unit)) };
    this.#parties.set(initiative, parties);
    return parties;
  }

  /**
   * The executive who leads a unit: of those recorded in it, the one who reports to nobody else in it; among several
   * the one with the most influence, then the first by path.
   */
  headOf(unit: string): Executive | undefined {
    const known = this.#headByWrittenUnit.get(unit);
    if (known !== undefined || this.#headByWrittenUnit.has(unit)) return known;
    const head = this.#headByUnit.get(unitKey(unit));
    this.#headByWrittenUnit.set(unit, head);
    return head;
  }
}

const CEO = '(?:ceo|chief executive(?: officer)?)';
const CEO_ROLE = new RegExp(`(?:^|[^\\p{L}])${CEO}(?:$|[^\\p{L}])`, 'iu');
/** Roles that name the chief executive without being it. */
const NEAR_CEO = new RegExp(`(?:^|[^\\p{L}])(?:to|of|for|deputy|former|vice) (?:the )?(?:group )?${CEO}`, 'giu');

/** Whether the recorded role is that of the chief executive; "Chief of staff to the CEO" is not. */
export const isCeo: (executive: Executive) => boolean = perNote(({ role }: Executive) => role !== undefined && CEO_ROLE.test(role.replace(NEAR_CEO, ' ')), () => '');

function headsByUnit(playbook: Playbook): Map<string, Executive> {
  const heads = new Map<string, Executive>();
  for (const executive of playbook.executives) {
    if (executive.unit === undefined) continue;
    const unit = unitKey(executive.unit);
    const superiors = playbook.resolveExecutives(executive.reportsTo, executive.path);
    if (superiors.some((superior) => superior !== executive && unitKey(superior.unit ?? '') === unit)) continue;
    const rival = heads.get(unit);
    if (rival === undefined || (executive.influence ?? 0) > (rival.influence ?? 0)) heads.set(unit, executive);
  }
  return heads;
}

/** Units are the same when they are in any case and spacing around. */
export function unitKey(unit: string): string {
  return unit.trim().normalize('NFC').toLowerCase();
}
