/**
 * Tags as edits of a note: level, needed level, competencies and signs set or removed, the level with its day and dated
 * line, the mirror tag in step. Every other byte stays, and the same change made twice is made once.
 *
 * Where a note needs the full YAML reader it must be loaded, see markdown/frontmatter.ts.
 *
 * @example changeTags(text, { commitment: 'supporter', by: 'M. Devereux' }, { today, notes, mirrorTags: false })
 */
import { readFrontmatter } from '../markdown/frontmatter.js';
import { scanOutline } from '../markdown/outline.js';
import { setPropertyEdits, type PropertyInput } from '../markdown/property-edit.js';
import { TextDraft } from '../markdown/text-draft.js';
import type { TextEdit } from '../markdown/text-edit.js';
import type { TextRange } from '../markdown/text-range.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';
import { parseCompetency, type Competency } from '../playbook/competency.js';
import { assessmentEdits } from './assessment-edit.js';
import { harmlessLine } from './evidence-text.js';
import { withLevelTag } from './level-tag.js';
import type { NoteContext } from './playbook-settings.js';
import { parseSign } from './vault-signs.js';

/** What to change; what is absent stays. Null removes the value, and leaves the dated lines as history. */
export interface TagChange {
  readonly commitment?: CommitmentLevel | null;
  readonly needed?: CommitmentLevel | null;
  /** All that the note is to have. */
  readonly competencies?: readonly Competency[];
  /** All that the note is to have. */
  readonly signs?: readonly string[];
  /** The level that the mirror tag is to show, where the level itself stays as it is. */
  readonly levelTag?: CommitmentLevel;
  /** Behind the level in its dated line. */
  readonly remark?: string;
  /** Who assessed. */
  readonly by?: string;
}

export interface TagEditOptions {
  readonly today: CalendarDate;
  readonly notes: NoteContext;
  /** Whether a level gets a tag that mirrors it. One that a note has already is kept in step in any case. */
  readonly mirrorTags: boolean;
}

/** What stands in the way, at its place in the old text; the message says what to do. */
export interface TagProblem extends TextRange {
  readonly message: string;
}

/** The new text, and how it comes from the old one in as few bytes as can be; both as before when nothing changes. */
export type TagChangeResult =
  | { readonly ok: true; readonly text: string; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly problem: TagProblem };

export function changeTags(text: string, change: TagChange, options: TagEditOptions): TagChangeResult {
  const frontmatter = readFrontmatter(text);
  const [problem] = frontmatter.problems;
  if (frontmatter.broken && problem !== undefined) return { ok: false, problem };
  const draft = new TextDraft(text);
  const problems = [
    () => setLevel(draft, 'commitment', change.commitment),
    () => (typeof change.commitment === 'string' ? setProperty(draft, 'assessed', options.today) : undefined),
    () => setLevel(draft, 'needed_commitment', change.needed),
    () => setList(draft, 'competencies', change.competencies, parseCompetency),
    () => setList(draft, 'signs', change.signs, (item) => parseSign(item, options.notes.settings)),
    () => setLevelTag(draft, change.commitment === undefined ? change.levelTag : change.commitment, options),
    () => addAssessment(draft, change, options),
  ];
  for (const step of problems) {
    const failure = step();
    if (failure !== undefined) return { ok: false, problem: failure };
  }
  return { ok: true, text: draft.text, edits: draft.edits() };
}

function setLevel(draft: TextDraft, name: string, level: CommitmentLevel | null | undefined): TagProblem | undefined {
  if (level === undefined) return undefined;
  const value = valueOf(draft, name);
  if (level === null) return value === undefined || value === null ? undefined : setProperty(draft, name, null);
  // A level in other words, such as "Toe Dippers", is the same level.
  return typeof value === 'string' && parseCommitmentLevel(value) === level ? undefined : setProperty(draft, name, level);
}

/** Sets a list to the wanted values; items that mean one of them stay as they are written, and so does what means nothing known. */
function setList(draft: TextDraft, name: string, wanted: readonly string[] | undefined, read: (item: string) => string | undefined): TagProblem | undefined {
  if (wanted === undefined) return undefined;
  const value = valueOf(draft, name);
  const items: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
  const found = new Set<string>();
  const kept: string[] = [];
  for (const item of items) {
    if (item === null || item === '') continue;
    if (typeof item !== 'string' && typeof item !== 'number' && typeof item !== 'boolean') return problemAt(draft.original, name, `Property "${name}" holds a list or map within a list. Write one text per item, then try again.`);
    const text = String(item);
    const meaning = read(text);
    if (meaning !== undefined && (!wanted.includes(meaning) || found.has(meaning))) continue;
    if (meaning !== undefined) found.add(meaning);
    kept.push(text);
  }
  const after = [...kept, ...new Set(wanted.filter((item) => !found.has(item)))];
  const isSame = after.length === items.length && after.every((item, index) => item === items[index]);
  return isSame ? undefined : setProperty(draft, name, after);
}

function setLevelTag(draft: TextDraft, level: CommitmentLevel | null | undefined, { notes, mirrorTags }: TagEditOptions): TagProblem | undefined {
  if (level === undefined) return undefined;
  const name = valueOf(draft, 'tags') === undefined && valueOf(draft, 'tag') !== undefined ? 'tag' : 'tags';
  const value = withLevelTag(valueOf(draft, name), level, notes.settings.tagPrefix, mirrorTags);
  return value === undefined ? undefined : setProperty(draft, name, value);
}

function addAssessment(draft: TextDraft, { commitment, by = '', remark = '' }: TagChange, { today, notes }: TagEditOptions): TagProblem | undefined {
  if (typeof commitment !== 'string') return undefined;
  const edits = assessmentEdits(draft.text, { date: today, level: commitment, by: harmlessLine(by), remark: harmlessLine(remark) }, notes);
  if (edits !== undefined) {
    draft.apply(edits);
    return undefined;
  }
  const { original } = draft;
  const hint = scanOutline(original).hints.find(({ kind }) => kind.startsWith('unclosed-'));
  if (hint === undefined) return { from: original.length, to: original.length, message: 'No place was found for the dated line. Add a section "Assessments" at the end of the note, then try again.' };
  return { from: hint.from, to: hint.to, message: 'What opens here never ends and would hide the dated line. Close it, then try again.' };
}

function setProperty(draft: TextDraft, name: string, value: PropertyInput): TagProblem | undefined {
  const result = setPropertyEdits(draft.text, name, value);
  if (!result.ok) return problemAt(draft.original, name, result.problem.message);
  draft.apply(result.edits);
  return undefined;
}

function problemAt(text: string, name: string, message: string): TagProblem {
  const frontmatter = readFrontmatter(text);
  const { from, to } = frontmatter.get(name) ?? frontmatter.block ?? { from: 0, to: 0 };
  return { from, to, message };
}

function valueOf({ text }: TextDraft, name: string): unknown {
  return readFrontmatter(text).get(name)?.value;
}
