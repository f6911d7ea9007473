/**
 * Holds the reader to what Obsidian computed for real notes: captures of its metadata cache, in `../shared/ground-truth`
 * beside the repository when that folder is there, and always the small ones of the same shape in
 * `test/fixtures/ground-truth`, which are written by hand after the app's behaviour.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readListItems } from '../../src/markdown/list-items.js';
import { scanOutline } from '../../src/markdown/outline.js';

interface Place {
  readonly position: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

interface Capture {
  readonly fileContents: string;
  readonly cachedMetadata: {
    readonly headings?: readonly (Place & { readonly heading: string; readonly level: number })[];
    readonly listItems?: readonly (Place & { readonly task?: string })[];
    readonly sections?: readonly (Place & { readonly type: string })[];
  };
}

const FOLDERS = ['../fixtures/ground-truth', '../../../shared/ground-truth']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter((path) => existsSync(path));

const captures = FOLDERS.flatMap((folder) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => [name, readCapture(join(folder, name))] as const);
});

describe.each(captures)('of %s, as Obsidian does, it reads', (_name, { fileContents: text, cachedMetadata: cache }) => {
  const outline = scanOutline(text);

  test('the headings, their places and their text', () => {
    const ours = outline.sections.map(({ heading }) => ({
      level: heading.level,
      from: heading.from,
      to: heading.to,
      text: text.slice(heading.textFrom, heading.textTo),
    }));
    const theirs = (cache.headings ?? []).map(({ level, heading, position }) => {
      return { level, from: position.start.offset, to: position.end.offset, text: heading };
    });
    expect(ours).toEqual(theirs);
  });

  test('the list items outside quotes, and their tasks', () => {
    const from = outline.frontmatter?.to ?? 0;
    const ours = readListItems(text, { from, to: text.length });
    const theirs = (cache.listItems ?? []).filter((item) => !isQuoted(item, cache.sections ?? []));
    // An item starts with the indentation that it has beyond its parent's text, and goes on to the end of its own blocks.
    expect(ours.map((item) => [item.from, item.task])).toEqual(
      theirs.map(({ position, task }) => [skipSpaces(text, position.start.offset), task]),
    );
    theirs.forEach(({ position }, index) => {
      const own = text.slice(ours[index]?.to, position.end.offset);
      expect(own === '' || own.includes('```')).toBe(true);
    });
  });

  test('the frontmatter, code and comments', () => {
    const places = (type: string): (readonly [number, number])[] =>
      (cache.sections ?? [])
        .filter((section) => section.type === type)
        .map(({ position }) => [position.start.offset, position.end.offset]);
    const { frontmatter, opaque, comments } = outline;
    const yaml = frontmatter?.closed === true ? [[frontmatter.from, text.slice(0, frontmatter.to).trimEnd().length]] : [];
    expect(yaml).toEqual(places('yaml'));
    expect(opaque.map(({ from, to }) => [from, to])).toEqual(expect.arrayContaining([...places('code'), ...places('math')]));
    expect(comments.map(({ from, to }) => [from, to])).toEqual(expect.arrayContaining(places('comment')));
  });
});

function readCapture(path: string): Capture {
  const capture: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isCapture(capture)) throw new Error(`"${path}" is no capture.`);
  return capture;
}

function isCapture(value: unknown): value is Capture {
  return typeof value === 'object' && value !== null && 'fileContents' in value && 'cachedMetadata' in value;
}

function isQuoted({ position }: Place, sections: NonNullable<Capture['cachedMetadata']['sections']>): boolean {
  const { start, end } = position;
  const around = sections.find((section) => section.position.start.offset <= start.offset && end.offset <= section.position.end.offset);
  return around?.type === 'callout' || around?.type === 'blockquote';
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
