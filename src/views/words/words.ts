/**
 * Every word that the plugin itself shows, one file per part of it. To translate: a folder beside `en` of the same shape,
 * chosen by the app's language. Findings, advice and rules speak the core's English.
 */
import { ANNOTATE_WORDS } from './en/annotate.js';
import { ANNOTATION_MARKS_WORDS } from './en/annotation-marks.js';
import { ANNOTATIONS_WORDS } from './en/annotations.js';
import { CLI_WORDS } from './en/cli.js';
import { COMMITMENT_WORDS } from './en/commitment.js';
import { COMMITMENT_DETAILS_WORDS } from './en/commitment-details.js';
import { CONFLICTS_WORDS } from './en/conflicts.js';
import { COMPARISON_WORDS } from './en/comparison.js';
import { CREATE_WORDS } from './en/create.js';
import { EDITOR_WORDS } from './en/editor.js';
import { EDITS_WORDS } from './en/edits.js';
import { EVIDENCE_WORDS } from './en/evidence.js';
import { FINDINGS_WORDS } from './en/findings.js';
import { HISTORY_WORDS } from './en/history.js';
import { OVERVIEW_WORDS } from './en/overview.js';
import { PLUGIN_WORDS } from './en/plugin.js';
import { REMARK_WORDS } from './en/remarks.js';
import { ROADMAP_WORDS } from './en/roadmap.js';
import { ROADMAP_CHART_WORDS } from './en/roadmap-chart.js';
import { ROADMAP_EDITS_WORDS } from './en/roadmap-edits.js';
import { ROADMAP_HOST_WORDS } from './en/roadmap-host.js';
import { ROADMAP_KEYS_WORDS } from './en/roadmap-keys.js';
import { ROOM_WORDS } from './en/rooms.js';
import { SETTINGS_WORDS } from './en/settings.js';
import { TAGGING_WORDS } from './en/tagging.js';

export const WORDS = {
  annotate: ANNOTATE_WORDS,
  annotationMarks: ANNOTATION_MARKS_WORDS,
  annotations: ANNOTATIONS_WORDS,
  cli: CLI_WORDS,
  commitment: COMMITMENT_WORDS,
  comparison: COMPARISON_WORDS,
  commitmentDetails: COMMITMENT_DETAILS_WORDS,
  conflicts: CONFLICTS_WORDS,
  create: CREATE_WORDS,
  editor: EDITOR_WORDS,
  edits: EDITS_WORDS,
  evidence: EVIDENCE_WORDS,
  findings: FINDINGS_WORDS,
  history: HISTORY_WORDS,
  overview: OVERVIEW_WORDS,
  plugin: PLUGIN_WORDS,
  remarks: REMARK_WORDS,
  roadmap: ROADMAP_WORDS,
  roadmapChart: ROADMAP_CHART_WORDS,
  roadmapEdits: ROADMAP_EDITS_WORDS,
  roadmapHost: ROADMAP_HOST_WORDS,
  roadmapKeys: ROADMAP_KEYS_WORDS,
  rooms: ROOM_WORDS,
  settings: SETTINGS_WORDS,
  tagging: TAGGING_WORDS,
} as const;
