/** "Where to act next": the core's steps, each with what the vault records that makes it one, and the notes it is about. */
import type { VNode } from 'preact';
import { titleOfPath } from '../playbook/link-index.js';
import type { NextStep } from '../playbook/next-steps.js';
import type { Playbook } from '../playbook/playbook.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { Overview } from './overview-model.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** A step names so many notes before it says how many more there are. */
const MAX_NOTES = 4;

interface NextStepsProps {
  readonly overview: Overview;
  readonly playbook: Playbook;
  readonly host: ViewHost;
}

export function NextSteps({ overview: { home: { steps } }, playbook, host }: NextStepsProps): VNode {
  const words = WORDS.overview;
  return (
    <section class="cx-next">
      <h3>{words.next}</h3>
      {steps.length === 0 && <p class="cx-muted">{words.nothingNext}</p>}
      {steps.length > 0 && <ol class="cx-steps">{steps.map((step, index) => <Step key={`${step.kind} ${step.title}`} step={step} number={index + 1} playbook={playbook} host={host} />)}</ol>}
    </section>
  );
}

function Step({ step: { title, reasons, actions, paths, source }, number, playbook, host }: { readonly step: NextStep; readonly number: number } & Pick<NextStepsProps, 'playbook' | 'host'>): VNode {
  const words = WORDS.overview;
  const [reason, ...more] = reasons;
  return (
    <li>
      <span class="cx-number" aria-hidden="true">{number}</span>
      <h4>{title}</h4>
      {reason !== undefined && <p>{reason}</p>}
      <p class="cx-step-notes">
        <span class="cx-unseen">{words.notesOfStep}</span>
        {paths.slice(0, MAX_NOTES).map((path) => <NoteLink key={path} host={host} path={path} className="cx-note-chip">{playbook.note(path)?.title ?? titleOfPath(path)}</NoteLink>)}
        {paths.length > MAX_NOTES && <span class="cx-muted">{words.moreNotes(paths.length - MAX_NOTES)}</span>}
      </p>
      <details class="cx-details">
        <summary class="cx-summary-line">
          <Icon host={host} name="chevron-right" className="cx-turns" />
          {words.helps}
        </summary>
        {more.length > 0 && <ul class="cx-sentences">{more.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
        <ul class="cx-sentences">{actions.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        <p class="cx-note">{words.source(source)}</p>
      </details>
    </li>
  );
}
