/** The notes that an edit leaves as they are, each with its reason and remedy; nothing when there are none. */
import type { VNode } from 'preact';
import type { RefusedNote } from '../vault/edit-plan.js';
import { WORDS } from './words/words.js';

/** More are a number: nobody reads the three hundredth. */
const MOST_SHOWN = 100;

export function EditRefusals({ refused }: { readonly refused: readonly RefusedNote[] }): VNode | null {
  if (refused.length === 0) return null;
  return (
    <section class="cx-edit-refusals">
      <h3>{WORDS.edits.refusedHeading(refused.length)}</h3>
      <ul>
        {refused.slice(0, MOST_SHOWN).map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
        {refused.length > MOST_SHOWN && <li>{WORDS.edits.andMore(refused.length - MOST_SHOWN)}</li>}
      </ul>
    </section>
  );
}
