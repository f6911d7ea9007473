/**
 * Text written into a note so that it says itself and nothing more: one line, no link, tag, comment, code, HTML,
 * template or table border comes of it. It must not stand at the start of a line.
 *
 * @example literalText('see [[X]] %% and <b>') // 'see \\[\\[X\\]\\] \\%\\% and \\<b\\>'
 */

/** Control signs, ends of lines and signs that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
/** Mean something wherever they stand. */
const ALWAYS = /[\\`*[\]<>|$]/g;
/** Mean something twice. */
const DOUBLED = /%{2,}|={2,}|~{2,}|\{{2,}|\}{2,}/g;
/** Opens a tag, a block id or an entity; an underscore does so at the edge of a word. What is captured stands inside one. */
const AT_EDGES = /([\p{L}\p{N}](?:[#^]|_(?=[\p{L}\p{N}])))|[#^_](?=\S)|_(?![\p{L}\p{N}])|&(?=#|[a-z])/giu;

/** `mostSigns`: longer text ends with an ellipsis. */
export function literalText(text: string, mostSigns = Number.POSITIVE_INFINITY): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
  return shortened(line, mostSigns)
    .replace(ALWAYS, String.raw`\$&`)
    .replace(DOUBLED, (run) => [...run].map((sign) => `\\${sign}`).join(''))
    // Opens a template, whatever stands before it.
    .replaceAll('<%', String.raw`<\%`)
    .replace(AT_EDGES, (found: string, insideWord?: string) => insideWord ?? `\\${found}`);
}

/** Cut between signs, at the end of a word where one is near. */
function shortened(line: string, mostSigns: number): string {
  if (line.length <= mostSigns) return line;
  const cut = line.slice(0, mostSigns).replace(/\p{Surrogate}$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > mostSigns * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
