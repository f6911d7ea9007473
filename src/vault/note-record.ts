/** What the store keeps of a note: what was read, and what was found, as long as that holds. */
import { buildLineIndex, type LineIndex } from '../markdown/text-range.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import { parseDirectives, type Directive } from '../lint/directives.js';
import { checkLinks, checkNote, type ActiveRules, type RuleFinding } from '../lint/lint-note.js';
import { NOTE_START, type RuleContext } from '../lint/rule.js';
import type { NoteReading, ParsedNote } from '../notes/read-note.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import type { Playbook } from '../playbook/playbook.js';
import type { KeptDiagnostics } from './kept-diagnostics.js';

export interface NoteRecord {
  readonly parsed: ParsedNote;
  readonly lines: LineIndex;
  readonly directives: readonly Directive[];
  readonly noteFindings: readonly RuleFinding[];
  /** Undefined until the links were followed, and again after a note they lead to changed. */
  linkFindings: readonly RuleFinding[] | undefined;
  /** Of both kinds of findings, in order; undefined until asked for, and whenever the links are to be followed again. */
  diagnostics: readonly Diagnostic[] | undefined;
  /** The same with what the rules over the playbook found in the note; undefined as long as they found nothing, and as above. */
  kept: KeptDiagnostics | undefined;
}

const NO_DIRECTIVES: readonly Directive[] = [];

export function buildRecord(text: string, { parsed, source }: NoteReading, rules: ActiveRules, context: RuleContext): NoteRecord {
  // Other notes may write about directives as they like.
  const directives = source === undefined && parsed.problems.length === 0 ? NO_DIRECTIVES : parseDirectives(text, source);
  const noteFindings = checkNote({ parsed, source }, rules, context);
  // What is found later lies in the frontmatter, or in an executive's evidence, or in a thread: most notes need few of their lines.
  let linesTo = mayBeFoundAnywhere(parsed) ? text.length : Math.max(NOTE_START.to, source?.frontmatter.block?.to ?? 0);
  for (const { finding } of noteFindings) linesTo = Math.max(linesTo, finding.to, ...(finding.related ?? []).map(({ to }) => to));
  for (const { to } of directives) linesTo = Math.max(linesTo, to);
  return { parsed, lines: buildLineIndex(text, linesTo), directives, noteFindings, linkFindings: undefined, diagnostics: undefined, kept: undefined };
}

function mayBeFoundAnywhere({ path, note }: ParsedNote): boolean {
  return note?.kind === 'executive' || note?.kind === 'annotation' || visibilityOfPath(path) !== undefined;
}

/** The findings of a record's links, followed when they have to be. */
export function linkFindingsOf(record: NoteRecord, playbook: Playbook, rules: ActiveRules, context: RuleContext): readonly RuleFinding[] {
  return (record.linkFindings ??= checkLinks(record.parsed, playbook, rules, context));
}

/** The record's links lead elsewhere now. */
export function forgetLinks(record: NoteRecord): void {
  record.linkFindings = undefined;
  record.diagnostics = undefined;
  record.kept = undefined;
}
