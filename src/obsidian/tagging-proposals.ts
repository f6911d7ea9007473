/** Reads notes and says what each could be tagged with, and why; or why not. */
import { buildNoteContext } from '../notes/playbook-settings.js';
import { buildTagContext, proposeTags, recordedCompetencies } from '../notes/propose-tags.js';
import { readNote } from '../notes/read-note.js';
import { failureMessage, type RefusedNote } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { TimeSlices } from '../vault/time-slices.js';
import { hasProposal, type TagProposalNote } from '../views/tag-review.js';
import { WORDS } from '../views/words/words.js';
import { titleOfPath } from '../playbook/link-index.js';
import { hostClock } from './host-clock.js';
import { saveOpenEditors } from './open-editors.js';
import type { PluginContext } from './plugin-context.js';
import { proposalInWords } from './tagging-review-words.js';
import { COMPETENCY_KINDS } from './tagging-targets.js';

export interface NoteProposals {
  /** Notes that something is proposed for; of a single note also when nothing is. */
  readonly notes: readonly TagProposalNote[];
  /** The others, with the reason. */
  readonly without: readonly RefusedNote[];
}

export async function readProposals({ app, vault, playbook }: PluginContext, store: PlaybookStore, paths: readonly string[]): Promise<NoteProposals> {
  const { settings, thresholds } = store.config;
  const notes = buildNoteContext(settings);
  const context = buildTagContext({ playbook: store.playbook, notes, today: playbook.options.today(), evidenceDays: thresholds.evidenceDays });
  const slices = new TimeSlices(hostClock());
  const proposals: TagProposalNote[] = [];
  const without: RefusedNote[] = [...(await saveOpenEditors(app, paths))];
  for (const path of paths) {
    await slices.pause();
    try {
      const reading = await readNote(path, await vault.read(path), notes);
      const proposal = proposeTags(reading, context);
      const { note } = reading.parsed;
      if (proposal === undefined || reading.source === undefined) {
        without.push({ path, message: WORDS.tagging.wrongKind(titleOfPath(path), COMPETENCY_KINDS.join(', ')) });
        continue;
      }
      const { commitment, neededCommitment } = note?.kind === 'executive' ? note : {};
      const inWords = proposalInWords(proposal, { level: commitment, needed: neededCommitment, competencies: recordedCompetencies(reading.source) }, settings.levelLabels);
      if (hasProposal(inWords) || paths.length === 1) proposals.push(inWords);
      else without.push({ path, message: (inWords.level ?? inWords.competencies)?.whyNot ?? '' });
    } catch (error) {
      without.push({ path, message: failureMessage(path, error) });
    }
  }
  return { notes: proposals, without };
}
