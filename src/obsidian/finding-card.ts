/**
 * What a person reads of a finding in the editor: what was found, why it matters, where more is said, and what can be
 * done about it. Shown at the pointer and, by the commands, at the cursor.
 */
import type { EditorView } from '@codemirror/view';
import { findRule } from '../lint/rules/index.js';
import { WORDS } from '../views/words/words.js';
import type { EditorFinding } from './editor-findings.js';

/** What the buttons of a finding do in an editor. */
export interface FindingActions {
  fix(view: EditorView, finding: EditorFinding): void;
  fixRule(view: EditorView, rule: string): void;
  ignore(view: EditorView, finding: EditorFinding): void;
}

/** `all` are the findings of the note: where a rule can be fixed more than once, all at once is offered. */
export function buildFindingCard(view: EditorView, finding: EditorFinding, all: readonly EditorFinding[], actions: FindingActions): HTMLElement {
  const { rule, severity, message, url, fix, range } = finding.diagnostic;
  const card = createDiv({ cls: 'cx-finding-card' });
  const text = card.createDiv({ cls: 'cx-finding-card-message' });
  text.createSpan({ cls: `cx-finding-card-severity cx-finding-card-${severity}`, text: WORDS.editor.severity[severity] });
  text.createSpan({ text: ` ${message}` });
  const reason = findRule(rule)?.why;
  if (reason !== undefined) card.createDiv({ cls: 'cx-finding-card-reason', text: reason });
  const row = card.createDiv({ cls: 'cx-finding-card-actions' });
  if (fix !== undefined) addButton(row, fix.title, () => actions.fix(view, finding)).addClass('mod-cta');
  if (fix !== undefined && all.filter(({ diagnostic }) => diagnostic.rule === rule && diagnostic.fix !== undefined).length > 1) {
    addButton(row, WORDS.editor.fixRule, () => actions.fixRule(view, rule));
  }
  addButton(row, range.start.line === 1 ? WORDS.editor.ignoreInNote : WORDS.editor.ignoreHere, () => actions.ignore(view, finding));
  if (url !== undefined) row.createEl('a', { cls: 'external-link', text: rule, href: url, attr: { target: '_blank', rel: 'noopener', 'aria-label': WORDS.editor.rulePage(rule) } });
  return card;
}

function addButton(parent: HTMLElement, text: string, run: () => void): HTMLButtonElement {
  const button = parent.createEl('button', { text, attr: { type: 'button' } });
  // The editor keeps its focus and selection.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', run);
  return button;
}
