/**
 * What a drawn roadmap does not place, as chips below the chart: name and reason. Items that cannot be drawn have one
 * tray, and those that are gone since an earlier roadmap another.
 */
import type { Competency } from '../playbook/competency.js';
import { goneGhosts } from '../roadmap/ghosts.js';
import type { RoadmapGhost, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { ghostInWords, itemName, reasonInWords } from '../roadmap/roadmap-words.js';
import { textWidth, truncateText } from '../roadmap/text-width.js';

/** What a chip tells. */
interface TrayItem {
  readonly title: string;
  readonly reason: string;
  readonly competency: Competency | undefined;
}

export interface TrayChip {
  readonly item: TrayItem;
  readonly title: string;
  readonly reason: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Left edge of the reason. */
  readonly reasonX: number;
}

export interface SceneTray {
  readonly heightPx: number;
  readonly headingY: number;
  readonly heading: string;
  readonly chips: readonly TrayChip[];
  readonly chipHeightPx: number;
}

const PAD_PX = 14;
const CHIP_PX = 24;
const CHIP_GAP_PX = 8;
const HEADING_PX = 34;
const MAX_TITLE_PX = 240;
/** More than this many chips is a list to read elsewhere (CSV, table), not a picture. */
const MAX_CHIPS = 60;

/** The trays that have something in them, one below the other. */
export function buildTrays(layout: RoadmapLayout, ghostOf: ReadonlyMap<string, RoadmapGhost>, top: number, widthPx: number): readonly SceneTray[] {
  const unscheduled = layout.unscheduled.map((item): TrayItem => {
    const ghost = ghostOf.get(item.id);
    return { title: itemName(item), competency: item.competency, reason: ghost === undefined ? reasonInWords(item) : `${reasonInWords(item)}, ${ghostInWords(ghost)}` };
  });
  const gone = goneGhosts(layout).map((ghost): TrayItem => ({ title: ghost.title, competency: undefined, reason: ghostInWords(ghost) }));
  const trays: SceneTray[] = [];
  let y = top;
  for (const [heading, items] of [['Not on the chart', unscheduled], ['No longer on the roadmap', gone]] as const) {
    if (items.length === 0) continue;
    const tray = buildTray(heading, items, y, widthPx);
    trays.push(tray);
    y += tray.heightPx;
  }
  return trays;
}

function buildTray(name: string, items: readonly TrayItem[], top: number, widthPx: number): SceneTray {
  const shown = items.slice(0, MAX_CHIPS);
  const chips: TrayChip[] = [];
  let x = PAD_PX;
  let y = top + HEADING_PX;
  for (const item of shown) {
    const title = truncateText(cleanText(item.title), MAX_TITLE_PX, 12);
    const { reason } = item;
    const reasonOffset = 10 + textWidth(title, 12) + 8;
    const width = reasonOffset + textWidth(reason, 11) + 10;
    if (x + width > widthPx - PAD_PX && x > PAD_PX) {
      x = PAD_PX;
      y += CHIP_PX + CHIP_GAP_PX;
    }
    chips.push({ item, title, reason, x, y, width, reasonX: x + reasonOffset });
    x += width + CHIP_GAP_PX;
  }
  const more = items.length > shown.length ? `, the first ${shown.length} of ${items.length}` : ` (${items.length})`;
  return { heightPx: y + CHIP_PX + PAD_PX - top, headingY: top + 22, heading: `${name}${more}`, chips, chipHeightPx: CHIP_PX };
}
