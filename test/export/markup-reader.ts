/**
 * A strict reader of the markup that the exports write: throws on anything that an XML parser would refuse, so that a
 * test sees a broken escape as a failure and not as a page that still looks right.
 */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Markup {
  readonly elements: readonly MarkupElement[];
  /** All text between tags, entities decoded. */
  readonly text: string;
}

const TAG = /^<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;
const ATTRIBUTE = /([\w:-]+)="([^"<]*)"/g;
const VOID_ELEMENTS = new Set(['meta', 'br', 'link', 'hr', 'img', 'input']);

export function readMarkup(source: string, kind: 'xml' | 'html'): Markup {
  let rest = kind === 'html' ? source.replace(/^<!DOCTYPE html>\n/, '') : source;
  const open: string[] = [];
  const elements: MarkupElement[] = [];
  let text = '';
  while (rest !== '') {
    if (rest[0] !== '<') {
      const end = rest.indexOf('<');
      const piece = end === -1 ? rest : rest.slice(0, end);
      text += decode(piece);
      rest = rest.slice(piece.length);
      continue;
    }
    const tag = TAG.exec(rest);
    if (tag === null) throw new Error(`No tag: ${rest.slice(0, 80)}`);
    const [whole, slash, name = '', attributeText = '', selfClosing] = tag;
    rest = rest.slice(whole.length);
    if (slash === '/') {
      const expected = open.pop();
      if (expected !== name) throw new Error(`Found </${name}>, expected </${expected}>.`);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of attributeText.matchAll(ATTRIBUTE)) {
      if (Object.hasOwn(attributes, key)) throw new Error(`<${name}> has two of ${key}.`);
      attributes[key] = decode(value);
    }
    elements.push({ name, attributes });
    if (selfClosing !== '/' && !(kind === 'html' && VOID_ELEMENTS.has(name))) open.push(name);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(', ')}`);
  return { elements, text };
}

function decode(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const known: Record<string, string> = { 'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', '#39': "'" };
    const value = known[name];
    if (value === undefined || !whole.endsWith(';')) throw new Error(`Unknown entity ${whole}`);
    return value;
  });
}

const SAFE_ADDRESS = /^(#[\w-]+|http:\/\/www\.w3\.org\/2000\/svg)$/;

/** What makes markup unsafe: scripts, handlers, addresses outside the file, elements that load or embed. */
export function findUnsafe({ elements }: Markup, source: string): readonly string[] {
  const found: string[] = [];
  for (const { name, attributes } of elements) {
    if (/^(script|iframe|object|embed|foreignObject|image|img|use|a|link|base|form|input|animate|set)$/i.test(name)) found.push(`<${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/i.test(key)) found.push(`${name} ${key}`);
      if (/^(href|xlink:href|src|action|style|formaction|srcdoc)$/i.test(key)) found.push(`${name} ${key}`);
      if (key === 'xmlns' && !SAFE_ADDRESS.test(value)) found.push(`${name} ${key}=${value}`);
      if (/^(fill|stroke|filter|mask|clip-path|marker-end)$/.test(key) && /url\((?!#)/.test(value)) found.push(`${name} ${key}=${value}`);
    }
  }
  for (const [, style = ''] of source.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
    if (/url\(|@import|expression|javascript:|https?:/i.test(style)) found.push('style sheet with an address');
  }
  return found;
}
