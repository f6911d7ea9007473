/**
 * Edits that set or remove one property and leave every other byte: comments, quotes, order, the manner of lists, line
 * endings, the byte-order mark. The result of each edit is read before it is given out, so an edit never changes
 * another property, and never gives a value that reads otherwise than asked.
 *
 * Where a note needs the full YAML reader it must be loaded, see frontmatter.ts.
 *
 * @example setPropertyEdits('---\nlevel: passive # May\n---\n', 'level', 'supporter')
 * // { ok: true, edits: [{ from: 11, to: 18, insert: 'supporter' }] }
 */
import { readFrontmatter } from './frontmatter.js';
import { lineEndingOf } from './line-ending.js';
import { additionDrafts, changeDrafts, readManner, removalDrafts, type PropertyInput } from './property-drafts.js';
import { isUnsafeName, type Frontmatter, type FrontmatterProblem, type FrontmatterProblemCode } from './property.js';
import { sameValue } from './same-value.js';
import { applyEdits, sortEdits, type TextEdit } from './text-edit.js';

export type { PropertyInput } from './property-drafts.js';

/** The edits, empty when nothing has to change; or why the note cannot be edited, with the place to look at. */
export type PropertyEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly problem: FrontmatterProblem };

/** Sets a property; a new one comes last, in a new block when the note has none. Null leaves the name without a value. */
export function setPropertyEdits(text: string, name: string, value: PropertyInput): PropertyEdits {
  const before = readFrontmatter(text);
  if (before.broken) return refuseBroken(before);
  if (isUnsafeName(name)) return refuse(before, 'unsafe-key', `"${name}" is no name for a property, as programs reserve it. Take another name.`);
  const property = before.get(name);
  if (property !== undefined && sameValue(property.value, value)) return { ok: true, edits: [] };
  const manner = readManner(text, before, lineEndingOf(text));
  const drafts = property === undefined ? additionDrafts(manner, name, value) : changeDrafts(manner, property, value);
  const wanted = before.properties.map((other): Named => (other === property ? { name, value } : other));
  if (property === undefined) wanted.push({ name, value });
  return firstThatHolds(text, before, drafts, wanted) ?? refuseEdit(before, name);
}

/** Removes a property with its lines; the block goes with its last one. No edits when the note does not have it. */
export function removePropertyEdits(text: string, name: string): PropertyEdits {
  const before = readFrontmatter(text);
  if (before.broken) return refuseBroken(before);
  const property = before.get(name);
  if (property === undefined) return { ok: true, edits: [] };
  const drafts = removalDrafts(readManner(text, before, lineEndingOf(text)), property);
  const wanted = before.properties.filter((other) => other !== property);
  return firstThatHolds(text, before, drafts, wanted) ?? refuseEdit(before, name);
}

interface Named {
  readonly name: string;
  readonly value: unknown;
}

function firstThatHolds(text: string, before: Frontmatter, drafts: readonly TextEdit[][], wanted: readonly Named[]): PropertyEdits | undefined {
  for (const draft of drafts) {
    const edits = joinEdits(draft);
    if (edits !== undefined && holds(text, before, edits, wanted)) return { ok: true, edits };
  }
  return undefined;
}

/** Whether the edited text has exactly the wanted properties, no new problems, and the same note below them. */
function holds(text: string, before: Frontmatter, edits: readonly TextEdit[], wanted: readonly Named[]): boolean {
  const edited = applyEdits(text, edits);
  const after = readFrontmatter(edited);
  if (after.broken || after.problems.length > before.problems.length || after.properties.length !== wanted.length) return false;
  if (text.slice(bodyFrom(text, before)) !== edited.slice(bodyFrom(edited, after))) return false;
  return after.properties.every((property, index) => {
    const other = wanted[index];
    return other !== undefined && property.name === other.name && sameValue(property.value, other.value);
  });
}

function bodyFrom(text: string, { block }: Frontmatter): number {
  return block?.to ?? (text.startsWith('\uFEFF') ? 1 : 0);
}

/** In order, without empty ones, those that touch made one; undefined when two overlap or one ends before it starts. */
export function joinEdits(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const joined: TextEdit[] = [];
  for (const edit of sortEdits(edits)) {
    const last = joined.at(-1);
    if (edit.to < edit.from) return undefined;
    if (edit.from === edit.to && edit.insert === '') continue;
    if (last === undefined || last.to < edit.from) joined.push(edit);
    else if (last.to > edit.from) return undefined;
    else joined[joined.length - 1] = { from: last.from, to: edit.to, insert: last.insert + edit.insert };
  }
  return joined;
}

function refuseBroken(frontmatter: Frontmatter): PropertyEdits {
  const problem = frontmatter.problems[0];
  if (problem === undefined) throw new Error('Broken frontmatter without a problem that says why.');
  return { ok: false, problem };
}

function refuseEdit(frontmatter: Frontmatter, name: string): PropertyEdits {
  const message = `Property "${name}" cannot be changed without changing other text, such as an anchor or a comment. Change it by hand.`;
  return refuse(frontmatter, 'not-editable', message, name);
}

function refuse(frontmatter: Frontmatter, code: FrontmatterProblemCode, message: string, name?: string): PropertyEdits {
  const place = (name === undefined ? undefined : frontmatter.get(name)) ?? frontmatter.block ?? { from: 0, to: 0 };
  return { ok: false, problem: { from: place.from, to: place.to, code, message } };
}
