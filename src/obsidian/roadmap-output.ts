/**
 * What can be made of the roadmap as it is shown: a file of the vault, a print, a block for a note. Nothing is ever
 * written over a file that is there.
 */
import { Notice } from 'obsidian';
import { formatRoadmapSvg } from '../export/roadmap-svg.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { ComparedWith } from '../views/comparison-source.js';
import type { ExportFormat, RoadmapOutput } from '../views/roadmap-actions.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';
import { formatBlock } from './block-options.js';
import { freePath, TEXT_FILES, type RoadmapDrawing, type RoadmapLook } from './roadmap-files.js';
import { drawSvgAsPng, PictureTrouble } from './roadmap-png.js';
import { printRoadmap } from './roadmap-print.js';
import { tellSaved } from './tell-saved.js';

const words = WORDS.roadmapHost;

/** Where the roadmap is shown, as it is now: panes move to other windows, and what they show changes. */
export interface RoadmapPlace {
  document(): Document;
  look(): RoadmapLook;
}

export function createRoadmapOutput(context: PluginContext, place: RoadmapPlace): RoadmapOutput {
  return {
    save: (format, layout, since) => {
      saveFile(context, format, layout, { place, since }).catch((error: unknown) => new Notice(error instanceof PictureTrouble ? error.message : words.notSaved(reasonOf(error))));
    },
    print: (layout, since) => {
      try {
        const trouble = printRoadmap(context.plugin, layout, drawingOf(place, since), place.document());
        if (trouble !== undefined) new Notice(trouble);
      } catch (error) {
        new Notice(words.notPrinted(reasonOf(error)));
      }
    },
    copyBlock: (choice) => {
      copyBlock(choice, place.document()).catch((error: unknown) => new Notice(words.blockNotCopied(reasonOf(error))));
    },
  };
}

/** Of a comparison its revision alone is told. */
function drawingOf(place: RoadmapPlace, since: ComparedWith | undefined): RoadmapDrawing {
  const { rows, commitment, arrows } = place.look();
  return { rows, commitment, arrows, origin: since === undefined ? undefined : { since: { name: since.name, commit: since.commit, day: since.day } } };
}

async function saveFile(context: PluginContext, format: ExportFormat, layout: RoadmapLayout, { place, since }: { readonly place: RoadmapPlace; readonly since: ComparedWith | undefined }): Promise<void> {
  const { app, vault, playbook } = context;
  const journeyPath = playbook.store?.playbook.journey?.path;
  const drawing = drawingOf(place, since);
  if (format === 'png') {
    const isDark = place.document().body.hasClass('theme-dark');
    const picture = await drawSvgAsPng(formatRoadmapSvg(layout, { theme: isDark ? 'dark' : 'light', ...drawing }));
    const path = await freePath(app, layout, 'png', journeyPath);
    await app.vault.createBinary(path, picture);
    tellSaved(context, path);
    return;
  }
  const { extension, write } = TEXT_FILES[format];
  const text = write(layout, drawing);
  const path = await freePath(app, layout, extension, journeyPath);
  await vault.create(path, text);
  tellSaved(context, path);
}

async function copyBlock(choice: RoadmapChoice, doc: Document): Promise<void> {
  const { defaultView } = doc;
  await (defaultView ?? window).navigator.clipboard.writeText(formatBlock(choice));
  new Notice(words.blockCopied);
}
