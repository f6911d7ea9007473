/** The items that a drawn roadmap cannot place, as chips below the chart: name and reason. */
import type { UnscheduledItem } from '../roadmap/roadmap-layout.js';
import { cleanText } from '../roadmap/clean-text.js';
import { reasonInWords } from '../roadmap/roadmap-words.js';
import { textWidth, truncateText } from '../roadmap/text-width.js';

export interface TrayChip {
  readonly item: UnscheduledItem;
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
  /** Empty when every item is drawn. */
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

export function buildTray(items: readonly UnscheduledItem[], top: number, widthPx: number): SceneTray {
  if (items.length === 0) return { heightPx: 0, headingY: top, heading: '', chips: [], chipHeightPx: CHIP_PX };
  const shown = items.slice(0, MAX_CHIPS);
  const chips: TrayChip[] = [];
  let x = PAD_PX;
  let y = top + HEADING_PX;
  for (const item of shown) {
    const title = truncateText(cleanText(item.title), MAX_TITLE_PX, 12);
    const reason = reasonInWords(item);
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
  return { heightPx: y + CHIP_PX + PAD_PX - top, headingY: top + 22, heading: `Not on the chart${more}`, chips, chipHeightPx: CHIP_PX };
}
