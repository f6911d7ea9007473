/** The roadmap as files of the vault: one table of what each format is written as, and where a new file may stand. */
import type { App } from 'obsidian';
import { formatRoadmapCalendar } from '../export/roadmap-calendar.js';
import { formatRoadmapCanvas } from '../export/roadmap-canvas.js';
import { formatRoadmapCsv } from '../export/roadmap-csv.js';
import { formatRoadmapHtml } from '../export/roadmap-html.js';
import { formatRoadmapJson } from '../export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../export/roadmap-markdown.js';
import { formatRoadmapMermaid } from '../export/roadmap-mermaid.js';
import type { RoadmapOrigin } from '../export/roadmap-origin.js';
import { formatRoadmapSvg } from '../export/roadmap-svg.js';
import { safeFileName } from '../notes/safe-file-name.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { ExportFormat } from '../views/roadmap-actions.js';
import { WORDS } from '../views/words/words.js';

/** What of a choice is no matter of the layout, and is drawn or told by it all the same. */
export type RoadmapLook = Pick<RoadmapChoice, 'rows' | 'commitment' | 'arrows'>;

/** The look, and what is drawn beside the notes of now. */
export interface RoadmapDrawing extends RoadmapLook {
  readonly origin?: RoadmapOrigin | undefined;
}

interface TextFile {
  readonly extension: string;
  readonly write: (layout: RoadmapLayout, drawing: RoadmapDrawing) => string;
}

/** The texts are those of the command line. Mermaid is written as a note, since that is where the app draws it. */
export const TEXT_FILES: Readonly<Record<Exclude<ExportFormat, 'png'>, TextFile>> = {
  svg: { extension: 'svg', write: (layout, { rows, commitment, arrows, origin }) => formatRoadmapSvg(layout, { theme: 'auto', rows, commitment, arrows, origin }) },
  html: { extension: 'html', write: (layout, { rows, commitment, arrows, origin }) => formatRoadmapHtml(layout, { theme: 'auto', rows, commitment, arrows, origin }) },
  md: { extension: 'md', write: (layout, { commitment, origin }) => formatRoadmapMarkdown(layout, { commitment, origin }) },
  csv: { extension: 'csv', write: (layout, { commitment, origin }) => formatRoadmapCsv(layout, { commitment, origin }) },
  mermaid: { extension: 'md', write: (layout, { commitment, origin }) => `\`\`\`mermaid\n${formatRoadmapMermaid(layout, { commitment, origin }).trimEnd()}\n\`\`\`\n` },
  ics: { extension: 'ics', write: (layout, { commitment, origin }) => formatRoadmapCalendar(layout, { commitment, origin }) },
  canvas: { extension: 'canvas', write: (layout, { commitment, origin }) => formatRoadmapCanvas(layout, { commitment, origin }) },
  json: { extension: 'json', write: (layout, { commitment, origin }) => formatRoadmapJson(layout, { commitment, origin }) },
};

/** A path for the roadmap as {@link freeFilePath}, named after the journey and the day. */
export function freePath(app: App, { title, today }: RoadmapLayout, extension: string, journeyPath: string | undefined): Promise<string> {
  const { fileName, noTitle } = WORDS.roadmapHost;
  return freeFilePath(app, safeFileName(fileName(title, today)) || noTitle, extension, journeyPath);
}

/** A path where nothing stands, in the folder that the person chose for attachments of the journey's note. */
export async function freeFilePath({ vault, fileManager }: App, name: string, extension: string, journeyPath: string | undefined): Promise<string> {
  const wanted = await fileManager.getAvailablePathForAttachment(`${name}.${extension}`, journeyPath);
  const stem = wanted.slice(0, -`.${extension}`.length);
  // Two names that one file system cannot hold side by side are one.
  const taken = new Set(vault.getAllLoadedFiles().map(({ path }) => pathKey(path)));
  for (let number = 2, path = wanted; ; number++) {
    if (!taken.has(pathKey(path))) return path;
    path = `${stem} ${number}.${extension}`;
  }
}

function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
