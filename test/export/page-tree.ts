/** A page as a tree, read by a strict XML parser: what is not well-formed throws. */
import { SaxesParser } from 'saxes';

export class PageElement {
  readonly children: (PageElement | string)[] = [];

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  /** Elements below this one that pass, in the order of the page. */
  all(test: string | ((element: PageElement) => boolean)): readonly PageElement[] {
    const passes = typeof test === 'string' ? (element: PageElement): boolean => element.name === test : test;
    return this.children.flatMap((child) => (typeof child === 'string' ? [] : [...(passes(child) ? [child] : []), ...child.all(test)]));
  }

  one(test: string | ((element: PageElement) => boolean)): PageElement {
    const [first, ...others] = this.all(test);
    if (first === undefined || others.length > 0) throw new Error(`Found ${first === undefined ? 0 : others.length + 1} of ${String(test)}, expected 1.`);
    return first;
  }

  byId(id: string): PageElement {
    return this.one((element) => element.attributes['id'] === id);
  }

  has(className: string): boolean {
    return (this.attributes['class'] ?? '').split(' ').includes(className);
  }

  /** All text below, white space collapsed; style sheets left out. */
  get text(): string {
    return this.#rawText().replace(/\s+/g, ' ').trim();
  }

  #rawText(): string {
    if (this.name === 'style') return '';
    return this.children.map((child) => (typeof child === 'string' ? child : child.#rawText())).join('');
  }
}

export function readPage(html: string): PageElement {
  const root = new PageElement('#page', {});
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = new PageElement(name, attributes);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.write(html).close();
  return root;
}
