/**
 * The first line of a callout: `[!type]` with a fold mark after it, then its title. A coach callout speaks to the person
 * who fills a playbook in; nothing in it counts as the note's own content.
 *
 * @example readCallout('[!note]- Title', 0, 14) // { to: 8, coach: false }
 */
const COACH_TYPES = new Set(['coach', 'cx-coach']);
/** Longer than any type that a theme offers; keeps the search short in a text that only looks like a callout. */
const MAX_TYPE_LENGTH = 200;

/** `to`: the end of the type and its fold mark, before the title. */
export function readCallout(text: string, from: number, to: number): { readonly to: number; readonly coach: boolean } | undefined {
  if (text.charCodeAt(from) !== 91 || text.charCodeAt(from + 1) !== 33) return undefined;
  const limit = Math.min(to, from + MAX_TYPE_LENGTH);
  for (let at = from + 2; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) {
      const fold = at + 1 < to ? text.charCodeAt(at + 1) : 0;
      const type = text.slice(from + 2, at).split('|', 1)[0] ?? '';
      return { to: fold === 43 || fold === 45 ? at + 2 : at + 1, coach: COACH_TYPES.has(type.trim().toLowerCase()) };
    }
    if (code === 91 || code === 10 || code === 13) return undefined;
  }
  return undefined;
}
