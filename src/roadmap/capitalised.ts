/** A word of the playbook's notes where a sentence, a lane or a list entry begins with it: `planned` → `Planned`. */
export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
