/** The roadmap's part of docs/benchmarks.md, between marks of its own: each of the two tools writes its part and keeps the other. */

const OPENS = '<!-- roadmap: written by bench/roadmap/run.mjs -->';
const CLOSES = '<!-- /roadmap -->';

/** The page with a new part, at its end where it had none. @param {string} page @param {string} text */
export function withRoadmapSection(page, text) {
  const section = `${OPENS}\n${text.trim()}\n${CLOSES}`;
  const old = sectionOf(page);
  return old === '' ? `${page.trimEnd()}\n\n${section}\n` : page.replace(old, () => section);
}

/** A new page with the part of the old one. @param {string} page @param {string} oldPage */
export function keepRoadmapSection(page, oldPage) {
  const section = sectionOf(oldPage);
  return section === '' ? page : `${page.trimEnd()}\n\n${section}\n`;
}

/** The part with its marks; empty where the page has none. */
function sectionOf(page) {
  const [from, to] = [page.indexOf(OPENS), page.indexOf(CLOSES)];
  return from < 0 || to < from ? '' : page.slice(from, to + CLOSES.length);
}
