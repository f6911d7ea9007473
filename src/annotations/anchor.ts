/**
 * Finds the passage that an annotation speaks of in a text that went on without it.
 *
 * @example anchorAll(text, [selector])[0] // { state: 'anchored', from: 120, to: 152 }
 */
import type { AnnotationPlace, QuoteSelector } from '../playbook/annotation.js';

/** A selector with the text that it was made of, where the host has it (from git, by the selector's `blob`). */
export interface AnchorRequest {
  readonly selector: QuoteSelector;
  /** As it was stored: any line endings. */
  readonly base?: string | undefined;
}

/** The place of each in the text as it is stored, in the order asked for. What they share is worked out once. */
export function anchorAll(text: string, requests: readonly AnchorRequest[]): readonly AnnotationPlace[] {
  return requests.map(({ selector: { quote } }): AnnotationPlace => {
    const from = quote === '' ? 0 : text.indexOf(quote);
    return from === -1 ? { state: 'orphan', missing: 'quote' } : { state: 'anchored', from, to: from + quote.length };
  });
}
