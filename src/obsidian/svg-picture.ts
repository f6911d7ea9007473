/**
 * A drawing of the export as something that a document shows: as nodes, read by the document's own parser, or as the
 * address of a picture. Its text is never taken as HTML.
 */

/** The drawing as nodes of the document. Throws when the text is no SVG. */
export function svgNode(svg: string, doc: Document): Element {
  const { DOMParser: Parser } = windowOf(doc);
  const root = new Parser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') throw new Error('the drawing cannot be read');
  return doc.adoptNode(root);
}

/** For an image: nothing in it runs, loads or takes the page's styles. */
export function svgAddress(svg: string): string {
  // A half of a pair has no bytes.
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace(/\p{Surrogate}/gu, '\ufffd'))}`;
}

/** The document's own window: a pop-out has another. */
export function windowOf(doc: Document): NonNullable<Document['defaultView']> {
  const { defaultView } = doc;
  if (defaultView === null) throw new Error('its window is closed');
  return defaultView;
}
