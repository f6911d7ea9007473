/** A note as what it says and how it is written, so that edits and their merge can be told without reading any YAML. */

export const LEVELS = ['passive', 'toe-dipper', 'supporter', 'advocate', 'champion'] as const;

export interface Key {
  readonly name: string;
  readonly value: string | readonly string[];
  /** `brackets` and `dashes` for lists; how a single value is quoted. */
  readonly manner: 'brackets' | 'dashes' | 'plain' | 'single' | 'double';
  /** A line above, and a note behind the value; empty without. */
  readonly above: string;
  readonly behind: string;
}

export interface Section {
  readonly heading: string;
  /** Each on a line of its own, with a blank line behind it. */
  readonly paragraphs: readonly string[];
}

export interface Note {
  readonly keys: readonly Key[];
  readonly sections: readonly Section[];
  readonly ending: '\n' | '\r\n';
}

export function writeNote({ keys, sections, ending }: Note): string {
  const text = `---\n${keys.map(writeKey).join('')}---\n${writeBody(sections)}`;
  return ending === '\n' ? text : text.replaceAll('\n', '\r\n');
}

export function writeBody(sections: readonly Section[]): string {
  return sections.map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.map((paragraph) => `${paragraph}\n\n`).join('')}`).join('');
}

/** With `\n`. */
export function writeKey({ name, value, manner, above, behind }: Key): string {
  const lead = above === '' ? '' : `# ${above}\n`;
  const comment = behind === '' ? '' : ` # ${behind}`;
  if (typeof value === 'string') {
    const written = manner === 'double' || value.startsWith('[[') ? `"${value}"` : manner === 'single' ? `'${value}'` : value;
    return `${lead}${name}: ${written}${comment}\n`;
  }
  const items = value.map((item) => (item.startsWith('[[') ? `"${item}"` : item));
  if (manner === 'brackets' || items.length === 0) return `${lead}${name}: [${items.join(', ')}]${comment}\n`;
  return `${lead}${name}:${comment}\n${items.map((item) => `  - ${item}\n`).join('')}`;
}
