/**
 * Edits that set or remove one value in a YAML file of settings and leave every other byte: comments, order, quotes,
 * line endings, the byte-order mark. The result of each edit is read before it is given out, so an edit never changes
 * another value, and never gives one that reads otherwise than asked.
 *
 * @example await setYamlValueEdits('rules:\n  one-ceo: off # for now\n', ['rules', 'one-ceo'], 'info')
 * // { ok: true, edits: [{ from: 18, to: 21, insert: 'info' }] }
 */
import { joinEdits } from './property-edit.js';
import { isUnsafeName } from './property.js';
import { sameValue } from './same-value.js';
import { applyEdits, type TextEdit } from './text-edit.js';
import type { TextRange } from './text-range.js';
import { addKeyDrafts, changeValueDrafts, fillKeyDrafts, newFileDrafts, removeKeyDrafts, type YamlInput } from './yaml-drafts.js';
import { parseYamlTree, type YamlEntry, type YamlNode, type YamlTree } from './yaml-tree.js';

export type { YamlInput } from './yaml-drafts.js';

/** The edits, empty when nothing has to change; or why the file cannot be edited: the place, and what to do there. */
export type YamlEdits =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly problem: TextRange & { readonly message: string } };

/** Sets the value at a path of keys; keys that are missing come last in the map they belong to. `path` is not empty. */
export async function setYamlValueEdits(text: string, path: readonly string[], value: YamlInput): Promise<YamlEdits> {
  return editBody(text, path, (body, tree) => {
    const place = findPlace(tree.root, path);
    const { entry, node, map, missing } = place;
    if (entry !== undefined && missing.length === 0) {
      if (sameValue(plainOf(node), value)) return [[]];
      const marker = markerBefore(body, entry);
      return marker === undefined ? changeValueDrafts(body, tree, entry, map, value) : refusal(marker, `An anchor or tag stands before the value of "${path.join('.')}". Remove it, then try again.`);
    }
    if (node?.kind === 'map') return addKeyDrafts(body, tree, node, missing, value);
    if (node !== undefined && (node.kind === 'list' || node.value !== null)) {
      return refusal(node, `"${path.slice(0, path.length - missing.length).join('.') || 'The file'}" holds a value or list where keys are expected. Write "name: value" there, one a line.`);
    }
    return entry === undefined ? newFileDrafts(body, missing, value) : fillKeyDrafts(body, tree, entry, map, missing, value);
  }, value);
}

/** Removes the value at a path of keys, with its lines. The map it stands in stays, also when nothing else is in it. */
export async function removeYamlValueEdits(text: string, path: readonly string[]): Promise<YamlEdits> {
  return editBody(text, path, (body, tree) => {
    const { entry, map, missing } = findPlace(tree.root, path);
    return entry === undefined || map === undefined || missing.length > 0 ? [[]] : removeKeyDrafts(body, map, entry);
  }, undefined);
}

type Refusal = Extract<YamlEdits, { readonly ok: false }>;
type Drafts = readonly (readonly TextEdit[])[];

/** Takes the first draft whose result reads as wanted. Offsets behind a byte-order mark are counted without it. */
async function editBody(text: string, path: readonly string[], draft: (body: string, tree: YamlTree) => Drafts | Refusal, value: YamlInput | undefined): Promise<YamlEdits> {
  if (path.length === 0) throw new Error('A path of keys that is empty names no value.');
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(shift);
  const unsafe = path.find(isUnsafeName);
  if (unsafe !== undefined) return refusal({ from: 0, to: 0 }, `"${unsafe}" is no name for a setting, as programs reserve it. Take another name.`);
  const tree = await parseYamlTree(body);
  const problem = tree.problems[0];
  const drafts = problem === undefined ? draft(body, tree) : refusal(problem, problem.message);
  if ('ok' in drafts) {
    // The parser may point behind the end of the text.
    const place = (at: number): number => Math.min(at + shift, text.length);
    return refusal({ from: place(drafts.problem.from), to: place(drafts.problem.to) }, drafts.problem.message);
  }
  const wanted = wantedValues(plainOf(tree.root), path, value);
  for (const edits of drafts) {
    const joined = joinEdits(edits);
    if (joined !== undefined && (joined.length === 0 || (await holds(applyEdits(body, joined), wanted)))) {
      return { ok: true, edits: joined.map(({ from, to, insert }) => ({ from: from + shift, to: to + shift, insert })) };
    }
  }
  const { entry } = findPlace(tree.root, path);
  const place = entry?.keyRange ?? { from: 0, to: 0 };
  return refusal({ from: place.from + shift, to: place.to + shift }, `"${path.join('.')}" cannot be changed without changing other text of the file. Change it by hand.`);
}

async function holds(text: string, wanted: readonly Plain[]): Promise<boolean> {
  const { root, problems } = await parseYamlTree(text);
  const values = plainOf(root);
  return problems.length === 0 && wanted.some((wish) => sameValue(values, wish));
}

interface Place {
  /** The last entry of the path that is there; undefined when none is. */
  readonly entry: YamlEntry | undefined;
  /** The map that it stands in. */
  readonly map: YamlNode | undefined;
  /** Its value, or the root. */
  readonly node: YamlNode | undefined;
  /** The keys of the path below it. */
  readonly missing: readonly string[];
}

function findPlace(root: YamlNode | undefined, path: readonly string[]): Place {
  let place: Place = { entry: undefined, map: undefined, node: root, missing: path };
  for (const [index, key] of path.entries()) {
    const { node } = place;
    const entry = node?.kind === 'map' ? node.entries.find((other) => other.key === key) : undefined;
    if (entry === undefined) break;
    place = { entry, map: node, node: entry.value, missing: path.slice(index + 1) };
  }
  return place;
}

/** An anchor or tag between a key and its value: the edit would cut it off, or move it. */
function markerBefore(text: string, { keyRange, value }: YamlEntry): TextRange | undefined {
  const gap = text.slice(keyRange.to, Math.max(value.from, keyRange.to)).replace(/#.*/g, (comment) => ' '.repeat(comment.length));
  const at = gap.search(/[&!]/);
  return at < 0 ? undefined : { from: keyRange.to + at, to: Math.max(value.from, keyRange.to) };
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** An empty file is null. */
function plainOf(node: YamlNode | undefined): Plain {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
}

/** What the edited file may say: a map that loses its last key may be left empty or without a value. */
function wantedValues(root: Plain, path: readonly string[], value: YamlInput | undefined): readonly Plain[] {
  const wanted = withValue(root, path, value);
  if (value !== undefined) return [wanted];
  const emptied = withValue(root, path.slice(0, -1), null);
  return sameValue(withValue(emptied, path, undefined), wanted) ? [wanted, emptied] : [wanted];
}

function withValue(old: Plain, path: readonly string[], value: YamlInput | null | undefined): Plain {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? null;
  const entries = new Map<string, Plain>(typeof old === 'object' && old !== null && !Array.isArray(old) ? Object.entries(old) : []);
  if (rest.length === 0 && value === undefined) entries.delete(name);
  else entries.set(name, withValue(entries.get(name) ?? null, rest, value));
  return Object.fromEntries(entries);
}

function refusal({ from, to }: TextRange, message: string): Refusal {
  return { ok: false, problem: { from, to, message } };
}
