/** What the marks of the map mean, and whose the numbers are. */
import type { VNode } from 'preact';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { WORDS } from './words/words.js';

/** Of a map as git recorded it. */
export function RecordedLegend(): VNode {
  const words = WORDS.history;
  return (
    <footer class="cx-map-legend">
      <ul aria-label={WORDS.commitment.legend.title}>
        <li><Cross name="cx-key-x" />{words.legendThen()}</li>
        <li><Cross name="cx-key-x is-since" />{words.legendNow()}</li>
        <li><span class="cx-key cx-map-trail is-up" aria-hidden="true" />{words.legendTrail()}</li>
      </ul>
      <p>{words.intro}</p>
    </footer>
  );
}

function Cross({ name }: { readonly name: string }): VNode {
  return <span class={`cx-key ${name}`} aria-hidden="true"><svg viewBox="0 0 12 12"><path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" /></svg></span>;
}

export function CommitmentLegend({ model, canWrite }: { readonly model: CommitmentMapModel; readonly canWrite: boolean }): VNode {
  const { legend, keys, note } = WORDS.commitment;
  return (
    <footer class="cx-map-legend">
      <ul aria-label={legend.title}>
        <li><Cross name="cx-key-x" />{legend.now}</li>
        <li><span class="cx-key cx-key-o" aria-hidden="true" />{legend.needed}</li>
        <li><span class="cx-key cx-map-reach is-gap" aria-hidden="true" />{legend.gap}</li>
        <li><span class="cx-key cx-map-reach is-above" aria-hidden="true" />{legend.above}</li>
        <li><span class="cx-key cx-key-evidence" aria-hidden="true" />{legend.evidence}</li>
        <li><span class="cx-key cx-key-size" aria-hidden="true"><i /><i /></span>{legend.influence}</li>
        <li><span class="cx-key cx-key-peers" aria-hidden="true" />{legend.peers}</li>
        <li><span class="cx-key cx-key-peers is-dashed" aria-hidden="true" />{legend.peersNone}</li>
      </ul>
      {canWrite && <p class="cx-map-keys">{keys()}</p>}
      <p>{note(model.thresholds.evidenceDays, model.isDefault.evidence)}</p>
    </footer>
  );
}
