/**
 * Asks about proposals one by one. To look at a place that a proposal rests on, the review steps aside: a notice waits
 * until the person goes on, where they were and with what they chose.
 */
import type { App } from 'obsidian';
import { decisionsOf, REVIEW_START, type TagDecision, type TagReviewState } from '../views/tag-review.js';
import type { LevelLabels } from '../views/tag-labels.js';
import { TagReview } from '../views/TagReview.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { waitToGoOn } from './go-on-notice.js';
import type { OpenDialogs } from './open-dialogs.js';
import type { NoteProposals } from './tagging-proposals.js';

interface Place {
  readonly path: string;
  readonly offset: number | undefined;
}

interface ReviewStep {
  readonly state: TagReviewState;
  /** What the person wants to look at before they go on; undefined when they are done. */
  readonly look: Place | undefined;
}

export interface ReviewOptions {
  readonly app: App;
  readonly dialogs: OpenDialogs;
  readonly proposals: NoteProposals;
  readonly labels: LevelLabels;
  readonly open: (path: string, offset: number | undefined) => void;
}

/** What was accepted, perhaps nothing; undefined when the person left the review. */
export async function reviewProposals(options: ReviewOptions): Promise<readonly TagDecision[] | undefined> {
  const { notes } = options.proposals;
  let state = REVIEW_START;
  for (;;) {
    const step = await askStep(options, state);
    if (step === undefined) return undefined;
    state = step.state;
    if (step.look === undefined) return decisionsOf(notes, state);
    options.open(step.look.path, step.look.offset);
    if (!(await options.dialogs.track(waitToGoOn(WORDS.tagging.paused(state.index + 1, notes.length), WORDS.tagging.goOn)))) return undefined;
  }
}

function askStep({ app, dialogs, proposals, labels }: ReviewOptions, start: TagReviewState): Promise<ReviewStep | undefined> {
  const modal = new AskModal<ReviewStep>(app, {
    title: WORDS.tagging.review.title,
    className: 'cx-edit-modal',
    content: (answer, cancel) => (
      <TagReview
        notes={proposals.notes}
        without={proposals.without}
        labels={labels}
        start={start}
        onOpen={(path, offset, state) => answer({ state, look: { path, offset } })}
        onDone={(state) => answer({ state, look: undefined })}
        onCancel={cancel}
      />
    ),
  });
  return dialogs.track({ answer: modal.ask(), close: () => modal.close() });
}
