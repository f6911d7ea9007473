/**
 * The roadmap on paper: one page a year, as the drawings of the export. They stand in the window's document, unseen on
 * the screen, until it has printed, and go with the plugin at the latest.
 */
import { Component, Platform, type Plugin } from 'obsidian';
import { formatRoadmapSvg } from '../export/roadmap-svg.js';
import { splitByYears, type RoadmapYear } from '../export/roadmap-years.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { yearsOf } from '../roadmap/slice-layout.js';
import { WORDS } from '../views/words/words.js';
import type { RoadmapDrawing } from './roadmap-files.js';
import { svgNode, windowOf } from './svg-picture.js';

/** OURS: on A4 across, words have about the size of a book's. */
const PAGE_WIDTH_PX = 1200;
/** The style sheet prints nothing else while the body has this class. */
const PRINTING = 'cx-printing';

/** What takes the last pages of a document away. */
const STANDING = new WeakMap<Document, () => void>();

/** Why nothing was printed; undefined when the window was asked to. */
export function printRoadmap(plugin: Plugin, layout: RoadmapLayout, drawing: RoadmapDrawing, doc: Document): string | undefined {
  const win = windowOf(doc);
  if (Platform.isMobileApp || typeof Reflect.get(win, 'print') !== 'function') return WORDS.roadmapHost.noPrint;
  const years = splitByYears(layout);
  if (years === undefined) return WORDS.roadmapHost.tooManyPages(yearsOf(layout).length);
  const pages = new PrintedPages(years.map((year) => svgNode(drawPage(year, drawing), doc)), doc);
  const close = (): void => void plugin.removeChild(pages);
  // A print that never told of its end may stand there still: it would be printed along.
  STANDING.get(doc)?.();
  STANDING.set(doc, close);
  plugin.addChild(pages);
  pages.registerDomEvent(win, 'afterprint', close);
  try {
    win.print();
  } catch (error) {
    close();
    throw error;
  }
  return undefined;
}

/** Each page holds its key, for pages are handed round one by one. */
function drawPage({ year, layout }: RoadmapYear, { rows, commitment, arrows, origin }: RoadmapDrawing): string {
  return formatRoadmapSvg(layout, { theme: 'light', widthPx: PAGE_WIDTH_PX, idPrefix: `cx-page-${year}`, styles: false, rows, commitment, arrows, origin });
}

/** In the document while it is loaded. */
class PrintedPages extends Component {
  #element: HTMLElement | undefined;

  constructor(
    readonly drawings: readonly Element[],
    readonly doc: Document,
  ) {
    super();
  }

  override onload(): void {
    this.#element = this.doc.body.createDiv({ cls: 'cx-roadmap-print' });
    for (const drawing of this.drawings) this.#element.createDiv({ cls: 'cx-roadmap-page' }).append(drawing);
    this.doc.body.addClass(PRINTING);
  }

  override onunload(): void {
    this.#element?.remove();
    this.doc.body.removeClass(PRINTING);
  }
}
