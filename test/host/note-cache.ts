/** What the app's index holds of one note, in the app's shape, made by the project's own reader. */
import type { CachedMetadata, CacheItem, FrontmatterLinkCache, HeadingCache, LinkCache, ListItemCache, Loc, Pos, SectionCache, TagCache } from 'obsidian';
import type { BlockSink } from '../../src/markdown/block-sink.js';
import { scanBlocks } from '../../src/markdown/block-scanner.js';
import type { Container } from '../../src/markdown/containers.js';
import { loadYamlReader, readFrontmatter, type Frontmatter } from '../../src/markdown/frontmatter.js';
import { splitFrontmatter } from '../../src/markdown/frontmatter-block.js';
import { readListItems } from '../../src/markdown/list-items.js';
import { scanOutline } from '../../src/markdown/outline.js';
import { findWikilinks, type FoundWikiLink } from '../../src/markdown/wikilink.js';

await loadYamlReader();

/** Never throws: broken YAML leaves out `frontmatter`, and keeps its section. Parts that hold nothing are left out, as in the app. */
export function readNoteCache(text: string): CachedMetadata {
  const places = new Places(text);
  const block = splitFrontmatter(text);
  const closed = block?.closed === true ? block : undefined;
  const start = closed?.to ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const outline = scanOutline(text);
  const hidden = [...outline.comments, ...outline.opaque];
  const visible = (item: { readonly from: number }): boolean => !hidden.some(({ from, to }) => item.from >= from && item.from < to);
  const found = findWikilinks(text, { from: start, to: text.length }).filter(visible);

  const headings = outline.sections.map(({ heading }): HeadingCache => ({
    heading: text.slice(heading.textFrom, heading.textTo),
    level: heading.level,
    position: places.range(heading.from, heading.to),
  }));
  const sections = readSections(text, start, places);
  const frontmatterPosition = closed === undefined ? undefined : places.range(closed.from, withoutLineEnding(text, closed.to));
  if (frontmatterPosition !== undefined) sections.unshift({ type: 'yaml', position: frontmatterPosition });
  // An opening line without a closing one is a rule.
  else if (block !== undefined) sections.unshift({ type: 'thematicBreak', position: places.range(block.from, withoutLineEnding(text, block.to)) });
  const cache: CachedMetadata = {};
  if (frontmatterPosition !== undefined) addFrontmatter(cache, readFrontmatter(text), frontmatterPosition);
  const tags = readTags(text, start, places, visible);
  const listItems = readItems(text, start, places);
  const links = found.filter(({ embed }) => !embed).map((link) => linkCache(text, link, places));
  const embeds = found.filter(({ embed }) => embed).map((link) => linkCache(text, link, places));
  if (headings.length > 0) cache.headings = headings;
  if (sections.length > 0) cache.sections = sections;
  if (listItems.length > 0) cache.listItems = listItems;
  if (links.length > 0) cache.links = links;
  if (embeds.length > 0) cache.embeds = embeds;
  if (tags.length > 0) cache.tags = tags;
  return cache;
}

function addFrontmatter(cache: CachedMetadata, frontmatter: Frontmatter, position: Pos): void {
  cache.frontmatterPosition = position;
  if (frontmatter.broken || frontmatter.properties.length === 0) return;
  cache.frontmatter = Object.fromEntries(frontmatter.properties.map(({ name, value }) => [name, value]));
  const links = frontmatter.properties.flatMap(({ name, value }) => frontmatterLinks(name, value));
  if (links.length > 0) cache.frontmatterLinks = links;
}

/** Each property or list item that is one wikilink and nothing else. */
function frontmatterLinks(key: string, value: unknown): FrontmatterLinkCache[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => frontmatterLinks(`${key}.${index}`, item));
  if (typeof value !== 'string' || !value.startsWith('[[') || !value.endsWith(']]')) return [];
  const [link] = findWikilinks(value);
  if (link === undefined) return [];
  return [{ key, link: linkTarget(link), original: value, displayText: link.label ?? linkTarget(link) }];
}

function linkTarget({ target, subpath }: FoundWikiLink): string {
  return subpath === undefined ? target : `${target}#${subpath}`;
}

function linkCache(text: string, link: FoundWikiLink, places: Places): LinkCache {
  const to = linkTarget(link);
  return { link: to, original: text.slice(link.from, link.to), displayText: link.label ?? to.replace('#', ' > '), position: places.range(link.from, link.to) };
}

/** Root blocks in the order of the text; a list, quote or callout is one. */
function readSections(text: string, start: number, places: Places): SectionCache[] {
  const found: { type: string; from: number; to: number; root: number }[] = [];
  let root: { readonly type: string; readonly container: Container } | undefined;
  const add = (type: string, from: number, to: number, container: Container | undefined): void => {
    const last = found[found.length - 1];
    // A quote that starts its line ends the list above it.
    const quote = container !== undefined && container.quotes > 0 && container.items === 0;
    if (container === undefined) found.push({ type, from, to, root: -1 });
    else if (!quote && last !== undefined && root !== undefined && last.root === root.container.from) last.to = Math.max(last.to, to);
    else {
      const outer = (quote ? undefined : root?.container.from) ?? text.lastIndexOf('\n', from) + 1;
      found.push({ type: quote ? quoteType(text, from) : (root?.type ?? 'blockquote'), from: outer, to, root: outer });
    }
  };
  let listFrom = -1;
  const sink: BlockSink = {
    heading: (heading, _lines, container) => add('heading', heading.from, heading.to, container),
    paragraph: (paragraph, container) => add(paragraph.table ? 'table' : 'paragraph', paragraph.from, paragraph.to, container),
    raw: (raw, container) => add(RAW_TYPES[raw.kind], raw.from, raw.to, container),
    item: (item) => {
      if (item.items > 1 || item.quotes > 0) return;
      const marker = text.slice(item.markerTo - 1, item.markerTo);
      const last = found[found.length - 1];
      const goesOn = last?.root === listFrom && last.type === 'list' && text.slice(last.to, item.from).trim() === '' && listMarkers.get(listFrom) === marker;
      if (!goesOn) listFrom = item.from;
      listMarkers.set(listFrom, marker);
      root = { type: 'list', container: { ...item, from: listFrom } };
      if (goesOn) last.to = item.markerTo;
      else found.push({ type: 'list', from: item.from, to: item.markerTo, root: item.from });
    },
    almostHeading: () => undefined,
  };
  const listMarkers = new Map<number, string>();
  scanBlocks(text, start, sink);
  return found.sort((a, b) => a.from - b.from).map(({ type, from, to }) => ({ type, position: places.range(from, to) }));
}

const RAW_TYPES = { fence: 'code', indented: 'code', html: 'html', 'html-comment': 'html', comment: 'comment', math: 'math', template: 'paragraph' };

function quoteType(text: string, from: number): string {
  return /^\[![^\]\n]+\]/.test(text.slice(from, from + 80)) ? 'callout' : 'blockquote';
}

function readItems(text: string, start: number, places: Places): ListItemCache[] {
  const parents: ListItemCache[] = [];
  return readListItems(text, { from: start, to: text.length }).map((item) => {
    const position = places.range(item.from, item.to);
    parents.length = item.depth;
    const parent = parents[item.depth - 1]?.position.start.line ?? -(position.start.line + 1);
    const cache: ListItemCache = { parent, position };
    if (item.task !== undefined) cache.task = item.task;
    parents[item.depth] = cache;
    return cache;
  });
}

function readTags(text: string, start: number, places: Places, visible: (item: { readonly from: number }) => boolean): TagCache[] {
  return [...text.slice(start).matchAll(/(^|[\s(])(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gmu)].flatMap((match) => {
    const [, before = '', tag = ''] = match;
    const from = start + match.index + before.length;
    return visible({ from }) ? [{ tag, position: places.range(from, from + tag.length) }] : [];
  });
}

function withoutLineEnding(text: string, at: number): number {
  let end = at;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

/** Lines and columns from offsets. */
class Places {
  readonly #lines: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lines.push(at + 1);
  }

  range(from: number, to: number): CacheItem['position'] {
    return { start: this.#at(from), end: this.#at(to) };
  }

  #at(offset: number): Loc {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - (this.#lines[low] ?? 0), offset };
  }
}
