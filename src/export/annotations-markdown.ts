/** A list of annotations to paste into minutes: what needs a person first, a table for each state. */
import { factsOf, firstWord, placeOf, shortQuote, THREAD_STATES, type AnnotationEntry, type AnnotationList, type ThreadState } from './annotations-entry.js';
import { formatDocumentMarkdown } from './document-markdown.js';
import { paragraph, type DocumentSection } from './text-document.js';

const HEADINGS: Readonly<Record<ThreadState, string>> = { orphan: 'Orphans', confirm: 'To confirm', open: 'Open', resolved: 'Resolved' };
const REMARKS: Readonly<Record<ThreadState, string | undefined>> = {
  orphan: 'Their note is gone, or the quote is not in it any more.',
  confirm: 'Their place is not sure: a person says which one is meant.',
  open: undefined,
  resolved: undefined,
};

export function formatAnnotationsMarkdown({ today, entries }: AnnotationList): string {
  const sections = THREAD_STATES.flatMap((state) => stateSection(state, entries.filter((entry) => entry.state === state)));
  const body = sections.length === 0 ? 'No thread.\n' : formatDocumentMarkdown(sections);
  return `# Annotations on ${today}\n\n${body}`;
}

function stateSection(state: ThreadState, entries: readonly AnnotationEntry[]): readonly DocumentSection[] {
  if (entries.length === 0) return [];
  const remark = REMARKS[state];
  const rows = entries.map((entry) => [entry.annotation.kind, placeOf(entry), shortQuote(entry) ?? 'The whole note', wordCell(entry), factsOf(entry)]);
  const table = { kind: 'table', head: ['Kind', 'Place', 'Quote', 'First word', 'So far'], rows } as const;
  return [{ heading: HEADINGS[state], blocks: [...(remark === undefined ? [] : [paragraph(remark)]), table] }];
}

function wordCell(entry: AnnotationEntry): string {
  const word = firstWord(entry);
  return word === undefined ? '' : `${word.author}: ${word.text}`;
}
