/**
 * Changes on their way into the notes. One at a time: what is asked for while one is being written waits for it, so that
 * it is planned on what is then. What was dragged stays drawn until the notes hold it.
 */
import { ItemIndex } from '../roadmap/item-index.js';
import { planMove } from '../roadmap/move-items.js';
import type { RoadmapChange } from '../roadmap/roadmap-change.js';
import type { PlannedMove } from './chart-gesture.js';
import { newestLayout, type ChartStage } from './chart-stage.js';
import type { RoadmapActions } from './roadmap-actions.js';
import { WORDS } from './words/words.js';

/** OURS: more presses than a held key gives while a note is written. */
const MAX_WAITING = 40;

interface LateShift {
  readonly change: RoadmapChange;
  readonly count: number;
}

export class ChartWriting {
  readonly #stage: ChartStage;
  #isWriting = false;
  #waiting: (() => void)[] = [];
  #late: LateShift | undefined;

  constructor(stage: ChartStage) {
    this.#stage = stage;
  }

  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Dependents that the last move made late. */
  get lateCount(): number {
    return this.#late?.count ?? 0;
  }

  /** Undefined, and said so, for a roadmap to look at only. */
  actions(): RoadmapActions | undefined {
    const { actions } = this.#stage.now();
    if (actions === undefined) this.#stage.say(WORDS.roadmapKeys.lookOnly);
    return actions;
  }

  /** Runs now, or after what is being written; not at all when that comes to nothing. */
  afterwards(run: () => void): void {
    if (!this.#isWriting) run();
    else if (this.#waiting.length < MAX_WAITING) this.#waiting.push(run);
  }

  /** `said` goes into the live region once it is written; undefined when it was said before. */
  write(change: RoadmapChange, move: PlannedMove | undefined, said: string | undefined): void {
    const actions = this.actions();
    if (actions === undefined) {
      this.#stage.show(undefined);
      return;
    }
    const late = this.#planShift(move);
    this.#isWriting = true;
    void actions.change(change).then((isWritten) => {
      this.#isWriting = false;
      this.#late = isWritten ? late : this.#late;
      this.#stage.show(undefined);
      if (!isWritten) this.#stage.say(WORDS.roadmapKeys.unchanged);
      else if (said !== undefined) this.#stage.say(said);
      const waiting = this.#waiting;
      this.#waiting = [];
      if (isWritten) for (const run of waiting) this.afterwards(run);
    });
  }

  /** What makes room for the last move, without the move itself; the host previews several notes. */
  shiftLate(): void {
    const late = this.#late;
    if (this.actions() === undefined) return;
    if (late === undefined) {
      this.#stage.say(WORDS.roadmapKeys.nothingLate);
      return;
    }
    this.#late = undefined;
    this.write(late.change, undefined, WORDS.roadmapKeys.shifted(late.count));
  }

  /** Planned before the move is written, since who is late already is not shifted. */
  #planShift(move: PlannedMove | undefined): LateShift | undefined {
    if (move === undefined || move.outcome.late.length === 0) return undefined;
    const layout = newestLayout(this.#stage.now());
    const { change, moved } = planMove(layout, { ...move.request, withDependents: true });
    const shifted = new Set(moved.filter(({ isDependent }) => isDependent).map(({ id }) => id));
    const items = change.items.filter(({ path }) => shifted.has(path));
    const [first] = items;
    if (first === undefined) return undefined;
    const title = items.length === 1 ? `${WORDS.roadmapKeys.shiftLate(1)}: ${ItemIndex.of(layout).titleOf(first.path)}` : WORDS.roadmapKeys.shiftLate(items.length);
    return { change: { title, items, withPreview: true }, count: items.length };
  }
}
