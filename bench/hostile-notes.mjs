/** Notes made to be slow to read: each of its kind is an initiative or a leader's note, so that all of it is read. */

/** @type {Record<string, (characters: number) => string>} */
const BODIES = {
  // Each mark looks for an end that never comes.
  'unclosed comments': (characters) => 'a <!-- '.repeat(characters / 7),
  'unclosed comments on lines': (characters) => 'a <!-- b\n'.repeat(characters / 9),
  // Every line asks 500 levels whether it goes on with them.
  'nested lists': (characters) => {
    const lines = [];
    for (let level = 0, length = 0; length < characters; level = (level + 1) % 500) {
      lines.push(`${'  '.repeat(level)}- x`);
      length += 2 * level + 4;
    }
    return lines.join('\n');
  },
  'list markers on one line': (characters) => `${'- '.repeat(500)}x\n\n`.repeat(characters / 1004),
  'one paragraph': (characters) => 'word and word\n'.repeat(characters / 14),
  'one line': (characters) => 'word and word '.repeat(characters / 14),
};

export const HOSTILE_NAMES = Object.keys(BODIES);

/** @param {string} name @param {number} megabytes @returns {string} */
export function hostileNote(name, megabytes) {
  const body = BODIES[name];
  if (body === undefined) throw new Error(`There is no hostile note "${name}".`);
  return `---\ntype: executive\ncommitment: passive\n---\n## Why\n\nText.\n\n## Assessments\n\n${body(megabytes * 1e6)}\n`;
}

/** A long note of the usual sort. @param {number} megabytes @returns {string} */
export function longNote(megabytes) {
  const section = '## Notes\n\nThe night crew wait forty minutes at Tarn Quay, *and* that is what they remember. See [[CX Vision]].\n\n- One thing\n- Another, with `code`\n\n| Unit | 2027 |\n|---|---|\n| Freight | 34 % |\n\n';
  return `---\ntype: initiative\n---\n# Long\n\n## Why\n\nText.\n\n${section.repeat((megabytes * 1e6) / section.length)}`;
}
