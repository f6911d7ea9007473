/**
 * A text of sections, lists and tables that is written out in more than one form. All texts are plain, as notes say
 * them; each form makes them safe in its own way.
 */

export interface DocumentItem {
  readonly text: string;
  /** Where it stands: `path:line`, or a path; undefined for what has no place. */
  readonly place?: string | undefined;
}

export type DocumentBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly DocumentItem[] }
  | { readonly kind: 'numbered'; readonly items: readonly DocumentItem[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface DocumentSection {
  readonly heading: string;
  readonly blocks: readonly DocumentBlock[];
  /** Below the blocks. */
  readonly sections?: readonly DocumentSection[];
}

export function paragraph(text: string): DocumentBlock {
  return { kind: 'text', text };
}

/** A list, or nothing where there are no items. */
export function listBlock(items: readonly DocumentItem[], kind: 'list' | 'numbered' = 'list'): readonly DocumentBlock[] {
  return items.length === 0 ? [] : [{ kind, items }];
}
