/**
 * What a vault that is shared through git wants of `.gitattributes` and `.gitignore`, and how it comes into files that
 * people have: in a block between two marks, at the top. Later lines win in both files, so whatever people wrote keeps
 * its say; where it says something else than is wanted, that is told and left alone.
 *
 * - Notes are merged by our driver. Git takes its own merge of texts where the driver is not set up: nothing breaks.
 * - `text=auto eol=lf`: new notes have one kind of line ending on every system. Those that are stored with another one
 *   already stay as they are; a plain `text` would show each of them as changed.
 * - Threads are files that are only added to: git joins both sides (docs/annotations.md). Notes never.
 *
 * @example withWantedAttributes('*.pdf binary\n').text // '# cx-playbook: begin\n…# cx-playbook: end\n*.pdf binary\n'
 */
import { lineEndingOf, withLineEnding } from '../markdown/line-ending.js';
import { matchesPattern } from './repository-patterns.js';

/** The driver's name in git's settings (`merge.cx-playbook.driver`) and in `.gitattributes`. */
export const MERGE_DRIVER = 'cx-playbook';

export const ATTRIBUTES_FILE = '.gitattributes';
export const IGNORE_FILE = '.gitignore';

/** A line of somebody else's that says something else than is wanted. It is respected. */
export interface Contradiction {
  /** From 1, in the file as it is. */
  readonly line: number;
  /** The line as it is written, without its ending. */
  readonly text: string;
  /** The line that was wanted: `*.md merge=cx-playbook`. */
  readonly wanted: string;
  /** Path from the folder of the file that has the line to the vault; empty for the vault's own file. */
  readonly folder: string;
}

export interface WantedFile {
  /** The whole text; the same as before when nothing is missing. */
  readonly text: string;
  /** Wanted lines that the text before did without, as they are written. */
  readonly added: readonly string[];
  readonly contradictions: readonly Contradiction[];
}

/** A `.gitattributes` or `.gitignore` that a vault's files come under. */
export interface LayeredFile {
  /** Path from the file's folder to the vault, with `/`; empty for that of the vault itself. */
  readonly folder: string;
  readonly text: string;
}

interface WantedAttribute {
  readonly pattern: string;
  readonly name: string;
  readonly value: string;
  /** A path that the line is for: what holds for it holds for the others. */
  readonly probe: string;
}

const NOTE = { pattern: '*.md', probe: 'Note.md' };

const WANTED_ATTRIBUTES: readonly WantedAttribute[] = [
  { ...NOTE, name: 'text', value: 'auto' },
  { ...NOTE, name: 'eol', value: 'lf' },
  { ...NOTE, name: 'merge', value: MERGE_DRIVER },
  { pattern: '_annotations/**', probe: '_annotations/thread.md', name: 'merge', value: 'union' },
];

interface WantedIgnore {
  readonly pattern: string;
  readonly probe: string;
}

/** What belongs to one device, and what is for the coach alone. Folders end in `/`. */
const wantedIgnores = (configFolder: string): readonly WantedIgnore[] => [
  { pattern: `${configFolder}/workspace`, probe: `${configFolder}/workspace` },
  { pattern: `${configFolder}/workspace*.json`, probe: `${configFolder}/workspace.json` },
  { pattern: `${configFolder}/cache`, probe: `${configFolder}/cache` },
  { pattern: '.trash/', probe: '.trash/note.md' },
  { pattern: '_coach/', probe: '_coach/note.md' },
  { pattern: '.DS_Store', probe: '.DS_Store' },
  { pattern: 'Thumbs.db', probe: 'Thumbs.db' },
  { pattern: 'desktop.ini', probe: 'desktop.ini' },
];

const BEGIN = '# cx-playbook: begin';
const END = '# cx-playbook: end';
const NOTICE = '# Written by CX Playbook. Your own lines below this block win over it.';

/** `.gitattributes` of the vault with what is wanted; `above` are those of the folders over it, the outermost first. */
export function withWantedAttributes(text: string | undefined, above: readonly LayeredFile[] = []): WantedFile {
  const before = text ?? '';
  const own = withoutBlock(before);
  const decided = (files: readonly LayeredFile[], { probe, name }: WantedAttribute): Decision => attributeOf(probe, name, files);
  const isOther = (decision: Decision, { value }: WantedAttribute): boolean => decision.value !== undefined && decision.value !== value;
  // What the folders above say otherwise is respected too, as the vault's own file would win over it. That notes take our
  // driver says nothing of threads.
  const isDecidedAbove = (wanted: WantedAttribute): boolean => isOther(decided(above, wanted), wanted) && decided(above, wanted).value !== MERGE_DRIVER;
  const lines = attributeLines(WANTED_ATTRIBUTES.filter((wanted) => !isDecidedAbove(wanted)));
  const block = lines.length === 0 ? undefined : lines;
  const files = (vaultText: string): readonly LayeredFile[] => [...above, { folder: '', text: vaultText }];
  const holds = (vaultText: string, wanted: WantedAttribute): boolean => decided(files(vaultText), wanted).value === wanted.value;
  const after = withBlock(before, block, (withIt) => WANTED_ATTRIBUTES.some((wanted) => !holds(own, wanted) && holds(withIt, wanted)));
  const contradictions = WANTED_ATTRIBUTES.flatMap((wanted): Contradiction[] => {
    const decision = decided(files(after), wanted);
    if (!isOther(decision, wanted) || decision.at === undefined) return [];
    const { pattern, name, value } = wanted;
    return [contradiction(decision.at, before, after, `${pattern} ${name}=${value}`)];
  });
  const added = WANTED_ATTRIBUTES.filter((wanted) => !holds(before, wanted) && holds(after, wanted));
  return { text: after, added: attributeLines(added), contradictions };
}

/**
 * `.gitignore` of the vault with what is wanted; `above` are those of the folders over it, the outermost first.
 * `configFolder` is where Obsidian keeps the vault's settings.
 */
export function withWantedIgnores(text: string | undefined, configFolder: string, above: readonly LayeredFile[] = []): WantedFile {
  const wantedHere = wantedIgnores(configFolder);
  const before = text ?? '';
  const files = (vaultText: string): readonly LayeredFile[] => [...above, { folder: '', text: vaultText }];
  const holds = (vaultText: string, { probe }: WantedIgnore): boolean => ignoreOf(probe, files(vaultText)).value === 'ignored';
  const own = withoutBlock(before);
  const after = withBlock(before, wantedHere.map(({ pattern }) => pattern), (withIt) => wantedHere.some((wanted) => !holds(own, wanted) && holds(withIt, wanted)));
  const contradictions = wantedHere.flatMap(({ pattern, probe }): Contradiction[] => {
    const { value, at } = ignoreOf(probe, files(after));
    return value === 'ignored' || at === undefined ? [] : [contradiction(at, before, after, pattern)];
  });
  const added = wantedHere.filter((wanted) => !holds(before, wanted) && holds(after, wanted));
  return { text: after, added: added.map(({ pattern }) => pattern), contradictions };
}

/** What a wanted line is about, and which line has the last word on it; both undefined when none speaks of it. */
export interface Decision {
  readonly value: string | undefined;
  readonly at: { readonly file: LayeredFile; readonly line: number; readonly text: string } | undefined;
}

/**
 * The value of an attribute of a path in the vault: `set` and `unset` for a bare name and one with `-`; undefined when
 * nothing is said, or `!name` takes it back. The last line wins, in the innermost file that speaks of it.
 */
export function attributeOf(path: string, name: string, files: readonly LayeredFile[]): Decision {
  for (const file of [...files].reverse()) {
    const inFile = file.folder === '' ? path : `${file.folder}/${path}`;
    for (const [index, text] of [...linesOf(file.text).entries()].reverse()) {
      const [pattern, ...words] = attributeWords(text);
      if (pattern === undefined || pattern.endsWith('/') || !matchesPattern(pattern, inFile)) continue;
      const word = words.flatMap(withMacro).reverse().find((written) => /^[-!]?([^=]*)/.exec(written)?.[1] === name);
      if (word !== undefined) return { value: valueOf(word), at: { file, line: index + 1, text } };
    }
  }
  return { value: undefined, at: undefined };
}

/** Whether a path of the vault is `ignored` or `kept`; undefined when no line speaks of it or of a folder that it lies in. */
export function ignoreOf(path: string, files: readonly LayeredFile[]): Decision {
  const parts = path.split('/');
  let decision: Decision = { value: undefined, at: undefined };
  for (let count = 1; count <= parts.length; count++) {
    const here = lastIgnore(parts.slice(0, count).join('/'), count < parts.length, files);
    if (here.value !== undefined) decision = here;
    // Nothing in a folder that is ignored can be taken back.
    if (decision.value === 'ignored') return decision;
  }
  return decision;
}

function lastIgnore(path: string, isFolder: boolean, files: readonly LayeredFile[]): Decision {
  for (const file of [...files].reverse()) {
    const inFile = file.folder === '' ? path : `${file.folder}/${path}`;
    for (const [index, text] of [...linesOf(file.text).entries()].reverse()) {
      const written = text.replace(/[ \t]+$/, '');
      if (written === '' || written.startsWith('#')) continue;
      const isKept = written.startsWith('!');
      const body = isKept ? written.slice(1) : written;
      if (body.endsWith('/') && !isFolder) continue;
      if (matchesPattern(body.endsWith('/') ? body.slice(0, -1) : body, inFile)) return { value: isKept ? 'kept' : 'ignored', at: { file, line: index + 1, text } };
    }
  }
  return { value: undefined, at: undefined };
}

/** Pattern and attributes of a line; empty for comments and definitions. */
function attributeWords(line: string): readonly string[] {
  if (/^[ \t]*(?:#|\[attr\]|$)/.test(line)) return [];
  const quoted = /^[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*(.*)$/.exec(line);
  const words = (quoted?.[2] ?? line).split(/[ \t]+/).filter((word) => word !== '');
  return quoted === null ? words : [(quoted[1] ?? '').replace(/\\(["\\])/g, '$1'), ...words];
}

/** The one macro that git brings along. */
function withMacro(word: string): readonly string[] {
  return word === 'binary' ? ['binary', '-diff', '-merge', '-text'] : [word];
}

function valueOf(word: string): string | undefined {
  if (word.startsWith('!')) return undefined;
  if (word.startsWith('-')) return 'unset';
  const equals = word.indexOf('=');
  return equals === -1 ? 'set' : word.slice(equals + 1);
}

/** One line for each pattern, in the order of the first. */
function attributeLines(attributes: readonly WantedAttribute[]): readonly string[] {
  const patterns = [...new Set(attributes.map(({ pattern }) => pattern))];
  return patterns.map((pattern) => [pattern, ...attributes.filter((one) => one.pattern === pattern).map(({ name, value }) => `${name}=${value}`)].join(' '));
}

function contradiction({ file, line, text }: NonNullable<Decision['at']>, before: string, after: string, wanted: string): Contradiction {
  const moved = file.folder === '' ? linesOf(after).length - linesOf(before).length : 0;
  return { line: line - moved, text, wanted, folder: file.folder };
}

/** The text with the block: where it stands, else at the top. As it was when there is none and it would help nothing. */
function withBlock(text: string, lines: readonly string[] | undefined, helps: (withIt: string) => boolean): string {
  const place = blockOf(text);
  if (lines === undefined) return text;
  // A lone carriage return ends no line for git.
  const ending = lineEndingOf(text) === '\r\n' ? '\r\n' : '\n';
  const block = withLineEnding([BEGIN, NOTICE, ...lines, END, ''].join('\n'), ending);
  const top = text.startsWith('\uFEFF') ? 1 : 0;
  const { from, to } = place ?? { from: top, to: top };
  if (place !== undefined && withoutEnding(text.slice(from, to)) === withoutEnding(block)) return text;
  const written = text.slice(0, from) + block + text.slice(to);
  return place !== undefined || helps(written) ? written : text;
}

function withoutEnding(text: string): string {
  return text.replace(/[\r\n]+$/, '');
}

/** The text as it was before the block came. */
export function withoutBlock(text: string): string {
  const place = blockOf(text);
  return place === undefined ? text : text.slice(0, place.from) + text.slice(place.to);
}

/** From the opening mark to the end of the closing line, with its ending. A mark that nothing closes is a comment. */
function blockOf(text: string): { readonly from: number; readonly to: number } | undefined {
  const found = /^\uFEFF?# cx-playbook: begin[ \t]*$(?:(?!^# cx-playbook: begin)[^])*?^# cx-playbook: end[ \t]*(?:\r?\n|$(?![^]))/m.exec(text);
  if (found === null) return undefined;
  const from = found.index + (found[0].startsWith('\uFEFF') ? 1 : 0);
  return { from, to: found.index + found[0].length };
}

function linesOf(text: string): readonly string[] {
  return (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r?\n/);
}
