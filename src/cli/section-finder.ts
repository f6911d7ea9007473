import type { SectionOf } from '../lint/baseline.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import { plainHeadingText } from '../markdown/heading-text.js';
import { scanOutline, type Section } from '../markdown/outline.js';
import { isMarkdown, UnreadableFile, type Vault } from '../vault/vault.js';

/** Finds the heading above a finding; each note concerned is read once. */
export async function sectionFinder(diagnostics: readonly Diagnostic[], vault: Pick<Vault, 'read'>): Promise<SectionOf> {
  const sections = new Map<string, { readonly text: string; readonly sections: readonly Section[] }>();
  for (const path of new Set(diagnostics.map((diagnostic) => diagnostic.path))) {
    if (!isMarkdown(path)) continue;
    try {
      const text = await vault.read(path);
      sections.set(path, { text, sections: scanOutline(text).sections });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
    }
  }
  return ({ path, range }) => {
    const note = sections.get(path);
    const above = note?.sections.filter(({ heading }) => heading.from <= range.start.offset).at(-1);
    return note === undefined || above === undefined ? '' : plainHeadingText(note.text.slice(above.heading.textFrom, above.heading.textTo));
  };
}
