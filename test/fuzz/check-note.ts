/** What must hold for any note whatever; each check throws with the reason when it does not. */
import { formatDiagnosticsJson } from '../../src/export/diagnostics-json.js';
import { formatDiagnosticsText } from '../../src/export/diagnostics-text.js';
import { formatReportHtml } from '../../src/export/report-html.js';
import { formatRoadmapCalendar } from '../../src/export/roadmap-calendar.js';
import { formatRoadmapCanvas } from '../../src/export/roadmap-canvas.js';
import { formatRoadmapCsv } from '../../src/export/roadmap-csv.js';
import { formatRoadmapHtml } from '../../src/export/roadmap-html.js';
import { formatRoadmapJson } from '../../src/export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../../src/export/roadmap-markdown.js';
import { formatRoadmapMermaid } from '../../src/export/roadmap-mermaid.js';
import { formatRoadmapSvg } from '../../src/export/roadmap-svg.js';
import { applyFixes } from '../../src/lint/apply-fixes.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { RULES } from '../../src/lint/rules/index.js';
import { readFrontmatter } from '../../src/markdown/frontmatter.js';
import { setPropertyEdits, type PropertyInput } from '../../src/markdown/property-edit.js';
import { sameValue } from '../../src/markdown/same-value.js';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapGrouping } from '../../src/roadmap/roadmap-layout.js';
import type { PlaybookStore } from '../../src/vault/playbook-store.js';
import type { CalendarDate } from '../../src/playbook/calendar-date.js';
import { SaxesParser } from 'saxes';

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Reads and lints the note, mends it, and lints it again. */
export async function checkLint(store: PlaybookStore, path: string, text: string): Promise<void> {
  const lint = (version: string) => store.lintText(path, version);
  const diagnostics = await lint(text);
  for (const diagnostic of diagnostics) checkDiagnostic(diagnostic, text);
  const fixed = await applyFixes(text, lint);
  const again = await applyFixes(fixed.text, lint);
  must(again.text === fixed.text, `Mending twice differs from mending once:\n${JSON.stringify(fixed.text)}\n${JSON.stringify(again.text)}`);
  if (!/(?<!\r)\n|\r(?!\n)/.test(text) && text.includes('\n')) must(!/(?<!\r)\n/.test(fixed.text), `A fix brought another line end:\n${JSON.stringify(fixed.text)}`);
  for (const diagnostic of await lint(fixed.text)) checkDiagnostic(diagnostic, fixed.text);
  await store.setText(path, text);
}

function checkDiagnostic({ rule, message, range: { start, end }, fix }: Diagnostic, text: string): void {
  must(start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length, `Range ${start.offset}–${end.offset} of ${rule} leaves the text of length ${text.length}.`);
  must(start.line >= 1 && start.column >= 1 && end.column >= 1, `${rule} stands at ${start.line}:${start.column}.`);
  must(!message.includes(' failed on this '), message);
  must(/[.?]$/.test(message), `Message of ${rule} has no end: ${message}`);
  for (const edit of fix?.edits ?? []) must(edit.from >= 0 && edit.from <= edit.to && edit.to <= text.length, `Fix of ${rule} leaves the text.`);
}

/** Sets a property and reads it back; the text outside of the edits stays. */
export function checkPropertyEdit(text: string, name: string, value: PropertyInput): void {
  const result = setPropertyEdits(text, name, value);
  if (!result.ok) {
    must(result.problem.message !== '', 'A refusal without words.');
    return;
  }
  const edited = applyEdits(text, result.edits);
  const read = readFrontmatter(edited);
  must(sameValue(read.get(name)?.value, value), `Set ${JSON.stringify(name)} to ${JSON.stringify(value)}, read ${JSON.stringify(read.get(name)?.value)}:\n${JSON.stringify(edited)}`);
  const again = setPropertyEdits(edited, name, value);
  must(again.ok && again.edits.length === 0, `Setting ${JSON.stringify(name)} again changes the note again:\n${JSON.stringify(edited)}`);
  for (const other of readFrontmatter(text).properties) {
    if (other.name !== name) must(sameValue(read.get(other.name)?.value, other.value), `Setting ${JSON.stringify(name)} changed ${JSON.stringify(other.name)}:\n${JSON.stringify(edited)}`);
  }
}

const GROUPINGS: readonly RoadmapGrouping[] = ['competency', 'leader', 'unit', 'status', 'phase', 'property:own'];

/** Draws the roadmap of what the store holds in every form, and the report. */
export function checkExports(store: PlaybookStore, today: CalendarDate): void {
  const lint = store.lint();
  formatDiagnosticsText(lint);
  JSON.parse(formatDiagnosticsJson(lint));
  for (const groupBy of GROUPINGS) {
    const layout = layoutRoadmap(store.playbook, { today, groupBy, includeDropped: true });
    const xml = new SaxesParser();
    xml.on('error', (error) => { throw error; });
    xml.write(formatRoadmapSvg(layout, { theme: 'light' })).close();
    JSON.parse(formatRoadmapJson(layout));
    JSON.parse(formatRoadmapCanvas(layout));
    formatRoadmapHtml(layout, { theme: 'auto' });
    formatRoadmapMermaid(layout);
    formatRoadmapCalendar(layout);
    formatRoadmapCsv(layout);
    formatRoadmapMarkdown(layout);
  }
  formatReportHtml({
    today,
    playbook: store.playbook,
    layouts: [layoutRoadmap(store.playbook, { today, groupBy: 'leader' })],
    lint,
    ruleSummaries: new Map(RULES.map(({ id, summary }) => [id, summary])),
    thresholds: store.config.thresholds,
    levelLabels: store.config.settings.levelLabels,
  });
}
