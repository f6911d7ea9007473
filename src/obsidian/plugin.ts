/** The composition root: puts the parts together, and lets the playbook be read once the app has its layout. */
import { Plugin } from 'obsidian';
import { registerAnnotate } from './annotate.js';
import { registerAnnotationCount } from './annotation-count.js';
import { registerAnnotationMarks } from './annotation-marks.js';
import { buildContext } from './build-context.js';
import { registerCliHandlers } from './cli-handlers.js';
import { registerCommitmentMap } from './commitment-map-view.js';
import { registerConflicts } from './conflict-commands.js';
import { registerCreate } from './create-note.js';
import { registerEdits } from './edit-commands.js';
import { registerEditorAnnotations } from './editor-annotations.js';
import { registerEditorLint } from './editor-lint.js';
import { registerEvidence } from './evidence.js';
import { registerFileListCounts } from './file-list-counts.js';
import { registerFindings } from './findings-view.js';
import { feedPlaybook } from './playbook-feed.js';
import type { Feature, PluginContext } from './plugin-context.js';
import { registerOpenUri } from './open-uri.js';
import { registerOverview } from './overview-view.js';
import { registerPrepareRoom } from './prepare-room.js';
import { registerPropertySuggest } from './property-suggest.js';
import { registerReadingMarks } from './reading-marks.js';
import { registerRecordedHistory } from './recorded-history.js';
import { registerRevisionComparison } from './revision-command.js';
import { registerRoadmapBase } from './roadmap-base.js';
import { registerRoadmapBlock } from './roadmap-block.js';
import { registerRoadmap } from './roadmap-view.js';
import { registerSettings } from './setting-tab.js';
import { registerStarter } from './starter.js';
import { registerTagging } from './tagging.js';
import { welcome } from './welcome.js';

/** In the order in which their commands stand in the palette. */
const FEATURES: readonly Feature[] = [
  registerOverview,
  registerFindings,
  registerRoadmap,
  registerRevisionComparison,
  registerCommitmentMap,
  registerRecordedHistory,
  registerRoadmapBase,
  registerRoadmapBlock,
  registerTagging,
  registerEvidence,
  registerAnnotate,
  registerEdits,
  registerConflicts,
  registerEditorLint,
  registerPropertySuggest,
  registerReadingMarks,
  registerEditorAnnotations,
  registerAnnotationMarks,
  registerAnnotationCount,
  registerFileListCounts,
  registerCreate,
  registerPrepareRoom,
  registerStarter,
  registerSettings,
  registerCliHandlers,
  registerOpenUri,
];

export class CxPlaybookPlugin extends Plugin {
  #context: PluginContext | undefined;

  override async onload(): Promise<void> {
    const context = await buildContext(this);
    if (context === undefined) return;
    this.#context = context;
    for (const register of FEATURES) register(context);
    feedPlaybook(context);
  }

  override onUserEnable(): void {
    if (this.#context !== undefined) void welcome(this.#context);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#context?.personal.reload();
  }
}
