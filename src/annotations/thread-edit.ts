/**
 * Edits of a thread's file. They change the bytes that must change and no other: line endings, unknown properties and
 * sections, comments and the manner of quoting stay. A file with conflict markers is not edited, for an edit could end up
 * on one side of the conflict and be lost with it.
 *
 * Where a note needs the full YAML reader it must be loaded, see frontmatter.ts.
 *
 * @example appendEventEdits(path, text, { kind: 'resolved', at: '2026-11-23T09:00:00Z', author: 'ana.ruiz', text: '' })
 */
import { readFrontmatter } from '../markdown/frontmatter.js';
import { lineEndingOf, withLineEnding } from '../markdown/line-ending.js';
import { removePropertyEdits, setPropertyEdits, type PropertyInput } from '../markdown/property-edit.js';
import { TextDraft } from '../markdown/text-draft.js';
import type { TextEdit } from '../markdown/text-edit.js';
import { lineEndAt } from '../markdown/text-lines.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { findWikilinks, parseWikilink } from '../markdown/wikilink.js';
import type { AnnotationVisibility, QuoteSelector, ThreadEvent } from '../playbook/annotation.js';
import { formatCallout, formatEvent } from './new-thread.js';
import { splitSides } from './thread-lines.js';

/** The edits, empty when nothing has to change; or what stands in the way, where, and what to do about it. */
export type ThreadEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly message: string };

/** Adds a section at the end, and sets the property `status` where the event decides it. */
export function appendEventEdits(path: string, text: string, event: ThreadEvent): ThreadEdits {
  return editThread(path, text, (draft) => {
    const isDeciding = event.kind === 'resolved' || event.kind === 'reopened';
    // The property only repeats what the events say; where it cannot be set they say it all the same.
    if (isDeciding && hasProperties(draft.text)) setProperty(draft, 'status', event.kind === 'resolved' ? 'resolved' : 'open');
    appendEvent(draft, event);
    return undefined;
  });
}

/** Gives the thread another passage of its note, and says so in a section. */
export function reanchorEdits(path: string, text: string, selector: QuoteSelector, event: ThreadEvent): ThreadEdits {
  return editThread(path, text, (draft) => {
    const { quote, prefix, suffix, heading, start, blob } = selector;
    const link = readFrontmatter(text).get('target')?.value;
    const values: readonly (readonly [string, PropertyInput | undefined])[] = [
      ['quote', quote],
      ['prefix', prefix || undefined],
      ['suffix', suffix || undefined],
      ['heading', heading.length === 0 ? undefined : heading],
      ['start', start],
      ['blob', blob],
    ];
    for (const [name, value] of values) {
      const problem = setProperty(draft, name, value);
      if (problem !== undefined) return problem;
    }
    if (typeof link === 'string') replaceCallout(draft, formatCallout(link, selector));
    appendEvent(draft, event);
    return undefined;
  });
}

/** Leads to the note under its other name: in the property `target` and in the callout, whose heading stays. */
export function retargetEdits(path: string, text: string, link: string): ThreadEdits {
  return editThread(path, text, (draft) => {
    const problem = setProperty(draft, 'target', link);
    if (problem === undefined) retargetCallout(draft, link);
    return problem;
  });
}

export function setVisibilityEdits(path: string, text: string, visibility: AnnotationVisibility): ThreadEdits {
  return editThread(path, text, (draft) => setProperty(draft, 'visibility', visibility));
}

/** What stands in the way: where, and in words. */
interface Obstacle {
  readonly from: number;
  readonly message: string;
}

function editThread(path: string, text: string, edit: (draft: TextDraft) => Obstacle | undefined): ThreadEdits {
  const draft = new TextDraft(text);
  const obstacle = findConflict(text) ?? edit(draft);
  if (obstacle === undefined) return { ok: true, edits: draft.edits() };
  const { line } = buildLineIndex(draft.text).position(obstacle.from);
  return { ok: false, message: `"${path}" was not changed. Line ${line}: ${obstacle.message}` };
}

function findConflict(text: string): Obstacle | undefined {
  const conflict = splitSides(text).conflicts[0];
  return conflict && { from: conflict.from, message: 'Two versions of this file were merged and their differences still stand in it, between "<<<<<<<" and ">>>>>>>". Keep the sections of both, remove the lines with the markers, and try again.' };
}

function hasProperties(text: string): boolean {
  const { block, broken } = readFrontmatter(text);
  return block !== undefined && !broken;
}

/** Undefined removes the property. */
function setProperty(draft: TextDraft, name: string, value: PropertyInput | undefined): Obstacle | undefined {
  const result = value === undefined ? removePropertyEdits(draft.text, name) : setPropertyEdits(draft.text, name, value);
  if (!result.ok) return result.problem;
  draft.apply(result.edits);
  return undefined;
}

function appendEvent(draft: TextDraft, event: ThreadEvent): void {
  const { text } = draft;
  const ending = lineEndingOf(text);
  const before = text === '' || text.endsWith(`${ending}${ending}`) ? '' : /[\r\n]$/.test(text) ? ending : ending + ending;
  draft.apply([{ from: text.length, to: text.length, insert: before + withLineEnding(formatEvent(event), ending) + ending }]);
}

const CALLOUT_START = /^> ?\[!quote\].*$/im;

/** The lines of the callout below the properties; undefined where somebody took it away. */
function findCallout(text: string): { readonly from: number; readonly to: number } | undefined {
  const bodyFrom = readFrontmatter(text).block?.to ?? 0;
  const found = CALLOUT_START.exec(text.slice(bodyFrom));
  if (found === null) return undefined;
  const from = bodyFrom + found.index;
  let to = lineEndAt(text, from);
  for (;;) {
    const [next] = /^(?:\r\n|\n|\r)>[^\r\n]*/.exec(text.slice(to, lineEndAt(text, to + 2))) ?? [];
    if (next === undefined) return { from, to };
    to += next.length;
  }
}

function replaceCallout(draft: TextDraft, callout: string): void {
  const range = findCallout(draft.text);
  if (range !== undefined) draft.apply([{ ...range, insert: withLineEnding(callout, lineEndingOf(draft.text)) }]);
}

function retargetCallout(draft: TextDraft, link: string): void {
  const { text } = draft;
  const target = parseWikilink(link)?.target;
  const range = findCallout(text);
  if (range === undefined || target === undefined) return;
  const found = findWikilinks(text, { from: range.from, to: lineEndAt(text, range.from) })[0];
  if (found === undefined) return;
  const from = found.from + (found.embed ? 3 : 2);
  const length = text.slice(from, found.to).search(/[#|]|\\\||\]\]/);
  draft.apply([{ from, to: from + length, insert: target }]);
}
