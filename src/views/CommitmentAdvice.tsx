/** What the sources allow next for one executive, with what the vault has for it, and what would be a mistake. */
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import { adviceSentences, mistakeSentences, statedMoveInWords, type AdviceSentence } from '../playbook/advice-words.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Executive } from '../playbook/note.js';
import { names } from '../playbook/step-words.js';
import { linkNames } from './commitment-map-words.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentAdviceProps {
  readonly host: ViewHost;
  readonly model: CommitmentMapModel;
  readonly executive: Executive;
}

/** OURS: a sentence, or a list, names so many notes before it counts. */
const NOTES_SHOWN = 4;
const PLAYS_SHOWN = 5;

export function CommitmentAdvice({ host, model, executive }: CommitmentAdviceProps): VNode {
  const words = WORDS.commitmentDetails;
  const advice = useMemo(() => model.adviser().advise(executive), [model, executive]);
  const steps = adviceSentences(advice, model.words);
  const mistakes = mistakeSentences(advice, model.words);
  const results = advice.steps.flatMap((step) => ('results' in step ? step.results : []));
  return (
    <section class="cx-person-part cx-advice">
      <h4>{words.advice}</h4>
      <p class="cx-stated-move">{statedMoveInWords(advice, model.words)}</p>
      <ul class="cx-sentences">{steps.map((sentence) => <Sentence key={sentence.text} host={host} model={model} sentence={sentence} />)}</ul>
      {mistakes.length > 0 && (
        <div class="cx-mistakes">
          <h5><Icon host={host} name="triangle-alert" />{words.mistakes}</h5>
          <ul>{mistakes.map((sentence) => <Sentence key={sentence.text} host={host} model={model} sentence={sentence} />)}</ul>
        </div>
      )}
      {results.length > 0 && (
        <>
          <h5>{words.results}</h5>
          <ul class="cx-person-list">
            {results.slice(0, PLAYS_SHOWN).map(({ result, by, to }) => (
              <li key={`${by.path} ${result.path}`}>
                <NoteLink host={host} path={result.path} className="cx-quoted">{result.title}</NoteLink>
                <span class="cx-muted">{words.quotedBy(by === executive ? '' : by.title, names(to))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h5>{words.plays}</h5>
      {advice.plays.length === 0 ? <p class="cx-note">{words.noPlays}</p> : (
        <p class="cx-step-notes">
          {advice.plays.slice(0, PLAYS_SHOWN).map(({ path, title }) => <NoteLink key={path} host={host} path={path} className="cx-note-chip">{title}</NoteLink>)}
          {advice.plays.length > PLAYS_SHOWN && <span class="cx-muted">{WORDS.overview.moreNotes(advice.plays.length - PLAYS_SHOWN)}</span>}
        </p>
      )}
      {advice.plays.length > 0 && <p class="cx-note">{words.playsRule}</p>}
    </section>
  );
}

/** Names of notes in the sentence open them; notes that it does not name stand behind it. */
function Sentence({ host, model, sentence: { text, paths } }: Pick<CommitmentAdviceProps, 'host' | 'model'> & { readonly sentence: AdviceSentence }): VNode {
  const notes = paths.map((path) => ({ path, title: model.record.playbook.note(path)?.title ?? titleOfPath(path) }));
  const { pieces, unnamed } = linkNames(text, notes);
  return (
    <li>
      {pieces.map((piece, index) => (piece.path === undefined ? piece.text : <NoteLink key={index} host={host} path={piece.path} className="cx-named">{piece.text}</NoteLink>))}
      {unnamed.length > 0 && (
        <span class="cx-step-notes">
          {unnamed.slice(0, NOTES_SHOWN).map(({ path, title }) => <NoteLink key={path} host={host} path={path} className="cx-note-chip">{title}</NoteLink>)}
          {unnamed.length > NOTES_SHOWN && <span class="cx-muted">{WORDS.overview.moreNotes(unnamed.length - NOTES_SHOWN)}</span>}
        </span>
      )}
    </li>
  );
}
