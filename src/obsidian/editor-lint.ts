/**
 * Findings in the editor while one writes: underlined by severity, marked in the gutter, told in a card. The text is
 * checked when the keys rest for a moment, never within a keystroke; a change elsewhere in the playbook checks it again.
 */
import { linter, lintGutter, type Diagnostic as EditorDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { cardAtCursor } from './card-at-cursor.js';
import { EditorFindings, type EditorFinding } from './editor-findings.js';
import { buildFindingCard, type FindingActions } from './finding-card.js';
import { registerFindingCommands } from './finding-commands.js';
import { registerFindingCount, ShownCounts } from './finding-count.js';
import { FindingFixes } from './finding-fixes.js';
import { checkAgain, NoteEditors } from './note-editors.js';
import type { PluginContext } from './plugin-context.js';
import { TypingPlace } from './typing-place.js';

/** OURS: short enough to feel at once, long enough that nobody waits for it while typing. */
const KEYS_PAUSE_MS = 300;

export function registerEditorLint(context: PluginContext): void {
  const { app, plugin, playbook, personal } = context;
  const findings = new EditorFindings(context);
  const fixes = new FindingFixes(findings);
  const editors = new NoteEditors();
  const shown = new ShownCounts();
  const lint = lintExtension(findings, shown, fixes, editors);
  const extensions: Extension[] = [];
  let isOn = false;
  const arrange = (): void => {
    isOn = personal.values.lintInEditor;
    extensions.splice(0, extensions.length, editors.extension, cardAtCursor, ...(isOn ? [lint] : []));
  };
  arrange();
  plugin.registerEditorExtension(extensions);
  plugin.register(personal.subscribe(() => {
    if (personal.values.lintInEditor === isOn) return;
    arrange();
    app.workspace.updateOptions();
  }));
  plugin.register(playbook.subscribe(() => editors.checkAllAgain()));
  registerFindingCommands(context, { findings, fixes, editors });
  registerFindingCount(context, shown);
}

/** What an editor needs to show findings. */
function lintExtension(findings: EditorFindings, shown: ShownCounts, actions: FindingActions, editors: NoteEditors): Extension {
  const typingPlace = ViewPlugin.fromClass(TypingPlace);
  const source = async (view: EditorView): Promise<readonly EditorDiagnostic[]> => {
    const path = findings.pathOf(view.state);
    const found = await findings.of(view);
    const typing = view.plugin(typingPlace);
    // The editor was closed, or findings were switched off, meanwhile: what is never told leaves nothing behind.
    if (typing === null || !editors.has(view)) return new Promise(() => undefined);
    shown.set(view, path, found.length);
    const unfinished = typing.unfinished();
    if (unfinished !== undefined && found.some(unfinished)) typing.hintsAreShown();
    return found.map((finding) => {
      const severity = unfinished?.(finding) === true ? 'hint' : finding.diagnostic.severity;
      return toEditorDiagnostic(finding, severity, (at) => buildFindingCard(at, finding, found, actions));
    });
  };
  return [
    typingPlace,
    ViewPlugin.define((view) => ({ destroy: () => shown.forget(view) })),
    linter(source, {
      delay: KEYS_PAUSE_MS,
      needsRefresh: ({ transactions, view }) =>
        transactions.some(({ effects }) => effects.some((effect) => effect.is(checkAgain))) || view.plugin(typingPlace)?.endedWithHints === true,
    }),
    lintGutter(),
    EditorView.editorAttributes.of((view) => (findings.isPlaybookNote(view.state) ? null : { class: 'cx-not-linted' })),
  ];
}

function toEditorDiagnostic({ from, to, diagnostic: { message } }: EditorFinding, severity: EditorDiagnostic['severity'], renderMessage: (view: EditorView) => Node): EditorDiagnostic {
  return { from, to, severity, message, markClass: 'cx-finding', renderMessage };
}
