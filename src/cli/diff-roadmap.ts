/** The roadmap that `diff --roadmap` writes: that of the head, with ghosts where items of the base stood. */
import { extname, resolve } from 'node:path';
import { withGhosts } from '../roadmap/ghosts.js';
import { layoutRoadmap } from '../roadmap/layout.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { RoadmapOrigin, RoadmapRevision } from '../export/roadmap-origin.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { Playbook } from '../playbook/playbook.js';
import type { ComparedRevision } from '../playbook/playbook-difference.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { CommandFailure, type CommandIo } from './command.js';
import type { Side } from './diff-sides.js';
import { reasonOf } from './error-reason.js';
import { writeFileWhole } from './write-file.js';

export class RoadmapComparison {
  #head: RoadmapLayout | undefined;
  #base: RoadmapLayout | undefined;

  private constructor(
    private readonly file: string,
    private readonly format: 'svg' | 'html',
    private readonly today: CalendarDate,
  ) {}

  /** Undefined without a file. Throws {@link CommandFailure} for one of another format. */
  static of(file: string | undefined, today: CalendarDate): RoadmapComparison | undefined {
    if (file === undefined) return undefined;
    const extension = extname(file).toLowerCase();
    if (extension === '.svg') return new RoadmapComparison(file, 'svg', today);
    if (extension === '.html') return new RoadmapComparison(file, 'html', today);
    throw new CommandFailure(`Option --roadmap takes a file that ends in .svg or .html, not "${file}".`);
  }

  /** Lays the roadmap of a side out, the head first: the base has the same horizon. */
  take(side: Side, playbook: Playbook, store: PlaybookStore): void {
    const { levelLabels } = store.config.settings;
    if (side === 'head') this.#head = layoutRoadmap(playbook, { today: this.today, groupBy: 'competency', levelLabels });
    else {
      const horizon = this.#head?.horizon;
      this.#base = layoutRoadmap(playbook, { today: this.today, groupBy: 'competency', levelLabels, fromDay: horizon?.firstDay, toDay: horizon?.lastDay });
    }
  }

  async write(renamed: ReadonlyMap<string, string>, { base, head }: Readonly<Record<'base' | 'head', ComparedRevision>>, io: CommandIo): Promise<void> {
    if (this.#head === undefined || this.#base === undefined) return;
    const layout = withGhosts(this.#base, this.#head, { renamed });
    const origin: RoadmapOrigin = { at: revisionOf(head), since: revisionOf(base) };
    const text = this.format === 'svg'
      ? (await import('../export/roadmap-svg.js')).formatRoadmapSvg(layout, { theme: 'auto', origin })
      : (await import('../export/roadmap-html.js')).formatRoadmapHtml(layout, { theme: 'auto', origin });
    try {
      writeFileWhole(resolve(io.cwd, this.file), text);
    } catch (error) {
      throw new CommandFailure(`Cannot write "${this.file}": ${reasonOf(error)}. Name a file in a folder that exists.`);
    }
  }
}

function revisionOf({ name, commit, day }: ComparedRevision): RoadmapRevision | undefined {
  return name === undefined || commit === undefined ? undefined : { name, commit, day };
}
