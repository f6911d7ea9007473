/**
 * What would tell a client of a coach's private notes: links from shared files to private ones, and private words in a
 * text that is handed out. Pure: whoever asks brings the texts, and says what a link leads to.
 *
 * @example findLinks('See [[Plan B]] and ![map](maps/one%20two.png).') // targets 'Plan B' and 'maps/one two.png'
 * @example findPrivateWords(report, [secretsOfThread(annotation)]) // what of it stands in the report, and where
 */
import { detachedText } from '../markdown/detached-text.js';
import { literalPattern } from '../markdown/literal-pattern.js';
import type { TextRange } from '../markdown/text-range.js';
import { findWikilinks } from '../markdown/wikilink.js';
import type { Annotation } from '../playbook/annotation.js';
import { titleOfPath } from '../playbook/link-index.js';
import { isPrivatePath, type PrivateLink } from '../playbook/privacy.js';

/** A link wherever it stands in a text: body, properties, comments. */
export interface TextLink extends TextRange {
  /** Without `#…` and label; decoded. */
  readonly target: string;
  readonly embed: boolean;
}

/** `[label](target)` and `[label](<target>)`, from the bracket in the middle; parentheses one deep, as file names have them. */
const MARKDOWN_TARGET = /\]\(\s*(?:<([^<>\r\n]*)>|((?:[^\s()<>]|\([^\s()<>]*\))+))/g;
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
/** How far before its target the label of a Markdown link may begin. */
const LONGEST_LABEL = 500;

/** The links of a text to other files, in its order. What they keep is no view of the text. */
export function findLinks(text: string): readonly TextLink[] {
  const links: TextLink[] = [];
  if (text.includes('[[')) {
    for (const { target, embed, from, to } of findWikilinks(text)) if (target !== '') links.push({ target: detachedText(target), embed, from, to });
  }
  if (text.includes('](')) {
    for (const match of text.matchAll(MARKDOWN_TARGET)) {
      const target = targetOf(match[1] ?? match[2] ?? '');
      if (target === undefined) continue;
      const open = text.slice(Math.max(0, match.index - LONGEST_LABEL), match.index).lastIndexOf('[');
      const label = open === -1 ? match.index : match.index - Math.min(match.index, LONGEST_LABEL) + open;
      const embed = label > 0 && text.charAt(label - 1) === '!';
      const end = match.index + match[0].length;
      links.push({ target, embed, from: embed ? label - 1 : label, to: text.charAt(end) === ')' ? end + 1 : end });
    }
  }
  return links.length < 2 ? links : links.sort((a, b) => a.from - b.from);
}

/** The file that a written target means; undefined for a page on the web, and for a place in the same file. */
function targetOf(written: string): string | undefined {
  if (SCHEME.test(written)) return undefined;
  const path = written.split('#', 1)[0] ?? '';
  if (path === '') return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return detachedText(path);
  }
}

/** Those of a shared file's links that lead to a private file, or by their path into the private folder. */
export function findPrivateLinks(path: string, links: readonly TextLink[], resolve: (target: string) => string | undefined, isPrivate: (path: string) => boolean): readonly PrivateLink[] {
  return links.flatMap(({ target, embed, from, to }): PrivateLink[] => {
    const leadsTo = resolve(target);
    const leaks = leadsTo === undefined ? isPrivatePath(target.replace(/^[./\\]+/, '').replaceAll('\\', '/')) : isPrivate(leadsTo);
    return leaks ? [{ path, from, to, embed, privatePath: leadsTo }] : [];
  });
}

/** Words that must stand in nothing that is handed out, and the private file that they are of. */
export interface Secrets {
  readonly path: string;
  readonly words: readonly string[];
}

/** Shorter words stand in any text by chance. */
const SHORTEST_TITLE = 6;
const SHORTEST_LINE = 16;

/**
 * The title of a private file, unless a shared one is called the same: then it tells nothing. `sharedTitles` are in
 * lower case.
 */
export function secretsOfTitle(path: string, sharedTitles: ReadonlySet<string>): Secrets {
  const title = titleOfPath(path);
  return { path, words: title.length < SHORTEST_TITLE || sharedTitles.has(title.toLowerCase()) ? [] : [title] };
}

/** What was said in a private thread, line by line. Its quote is the client's own text and no secret. */
export function secretsOfThread({ path, events }: Pick<Annotation, 'path' | 'events'>): Secrets {
  const lines = events.flatMap(({ text }) => text.split(/[\r\n]+/)).map((line) => line.replace(/^[\s>*+#-]+/, '').trim());
  return { path, words: lines.filter((line) => line.length >= SHORTEST_LINE) };
}

/** A place in a text that tells private words. */
export interface PrivateWords extends TextRange {
  readonly words: string;
  /** Of the private file that they are of. */
  readonly privatePath: string;
}

/** Where private words stand in a text that is handed out, in its order: whatever the case, the breaks of lines, and HTML's way of writing signs. */
export function findPrivateWords(text: string, secrets: Iterable<Secrets>): readonly PrivateWords[] {
  const found: PrivateWords[] = [];
  for (const { path, words } of secrets) {
    for (const word of words) {
      for (const { index, 0: match } of text.matchAll(patternOf(word))) found.push({ words: word, privatePath: path, from: index, to: index + match.length });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Signs that HTML, SVG and XML write in a way of their own. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '(?:&|&amp;)', '<': '(?:<|&lt;)', '>': '(?:>|&gt;)', '"': '(?:"|&quot;|&#34;)', "'": "(?:'|&#39;|&apos;)" };

/** OURS: a longer line is told by its start, for a pattern of thousands of words is more than engines take. */
const LONGEST_PATTERN = 200;

/** A name counts as a whole only: `Plan B` does not stand in `Plan Big`. Disks and editors compose letters in two ways. */
function patternOf(words: string): RegExp {
  const start = words.normalize('NFC').slice(0, LONGEST_PATTERN).replace(/\p{Surrogate}/gu, '');
  const ways = [...new Set([start.normalize('NFC'), start.normalize('NFD')])].map((way) =>
    way.split(/\s+/).map((part) => literalPattern(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)).join('\\s+'),
  );
  return new RegExp(`(?:${ways.join('|')})${words.length > LONGEST_PATTERN ? '' : '(?![\\p{L}\\p{N}])'}`, 'giu');
}

/** In order; what begins in a place before it is told with that. */
export function withoutInner<T extends TextRange>(ranges: readonly T[]): readonly T[] {
  let end = 0;
  return [...ranges].sort((a, b) => a.from - b.from || b.to - a.to).filter(({ from, to }) => {
    const isNew = from >= end;
    if (isNew) end = to;
    return isNew;
  });
}
