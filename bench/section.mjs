/** Parts of docs/benchmarks.md between marks of their own: each tool writes its part and keeps those of the others. */

const SCRIPTS = {
  roadmap: 'bench/roadmap/run.mjs',
  views: 'bench/views/run.mjs',
  typing: 'bench/typing/run.mjs',
  anchor: 'bench/anchor/run.mjs',
  merge: 'bench/merge/run.mjs',
  staged: 'bench/staged/run.mjs',
  history: 'bench/history/run.mjs',
  diff: 'bench/diff/run.mjs',
};

/** @typedef {keyof typeof SCRIPTS} Part */

/** The page with a new part, at its end where it had none. @param {string} page @param {Part} part @param {string} text */
export function withSection(page, part, text) {
  const section = `${opensOf(part)}\n${text.trim()}\n${closesOf(part)}`;
  const old = sectionOf(page, part);
  return old === '' ? `${page.trimEnd()}\n\n${section}\n` : page.replace(old, () => section);
}

/** A new page with the parts of the old one. @param {string} page @param {string} oldPage */
export function keepSections(page, oldPage) {
  const sections = Object.keys(SCRIPTS).map((part) => sectionOf(oldPage, part)).filter((section) => section !== '');
  return sections.length === 0 ? page : `${[page.trimEnd(), ...sections].join('\n\n')}\n`;
}

/** The part with its marks; empty where the page has none. */
function sectionOf(page, part) {
  const [from, to] = [page.indexOf(opensOf(part)), page.indexOf(closesOf(part))];
  return from < 0 || to < from ? '' : page.slice(from, to + closesOf(part).length);
}

function opensOf(part) {
  return `<!-- ${part}: written by ${SCRIPTS[part]} -->`;
}

function closesOf(part) {
  return `<!-- /${part} -->`;
}
