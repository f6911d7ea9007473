/** The paths of notes, each once, in the order given. */
export function pathsOf(notes: readonly { readonly path: string }[]): readonly string[] {
  return [...new Set(notes.map(({ path }) => path))];
}
