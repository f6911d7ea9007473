/**
 * The home view: where to act next comes first, then who stands where, and a card for each fact that the steps rest on.
 * It redraws when the playbook changes and reads nothing itself.
 */
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import { HomeCards } from './HomeCards.js';
import { Icon } from './Icon.js';
import { Missing } from './Missing.js';
import { NextSteps } from './NextSteps.js';
import { NoteLink } from './NoteLink.js';
import { buildOverview, type Overview as OverviewModel } from './overview-model.js';
import { People } from './People.js';
import { Reading } from './Reading.js';
import { usePlaybookVersion } from './use-playbook.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface OverviewProps {
  readonly playbook: LivingPlaybook;
  readonly host: ViewHost;
  /** Opens the findings, of these rules alone where some are named. */
  readonly onShowFindings: (rules: readonly string[]) => void;
}

export function Overview({ playbook, host, onShowFindings }: OverviewProps): VNode {
  const version = usePlaybookVersion(playbook);
  const { store } = playbook;
  // The findings of one version are the same object: nothing is worked out twice.
  const overview = useMemo(() => (store === undefined || store.playbook.size === 0 ? undefined : buildOverview(store, playbook.result)), [version, store, playbook]);
  if (store === undefined) return <div class="cx-pane"><Reading playbook={playbook} words={WORDS.overview} /></div>;
  if (overview === undefined) return <div class="cx-pane"><Welcome host={host} /></div>;
  return (
    <div class="cx-pane cx-overview">
      <Header overview={overview} host={host} />
      <NextSteps overview={overview} playbook={store.playbook} host={host} />
      <div class="cx-columns">
        <div class="cx-column">
          <People overview={overview} today={store.today} host={host} />
          <Missing overview={overview} host={host} onShowFindings={onShowFindings} />
        </div>
        <HomeCards overview={overview} host={host} />
      </div>
    </div>
  );
}

function Header({ overview, host }: { readonly overview: OverviewModel; readonly host: ViewHost }): VNode {
  const { journey, phase, standings, below, notAssessed } = overview.home;
  const words = WORDS.overview;
  const facts = [words.executives(standings.length), ...(below === 0 ? [] : [words.below(below)]), ...(notAssessed === 0 ? [] : [words.notAssessedCount(notAssessed)])];
  const start = journey?.start?.text;
  const end = journey?.end?.text;
  return (
    <header class="cx-header">
      <h2>{journey === undefined ? words.title : <NoteLink host={host} path={journey.path}>{journey.title}</NoteLink>}</h2>
      <p class="cx-muted cx-facts">
        {journey === undefined && <span>{words.noJourney}</span>}
        {(start !== undefined || end !== undefined) && <span>{words.journeySpan(start, end)}</span>}
        {phase !== undefined && <span>{words.phase(phase.name)}</span>}
      </p>
      <p class="cx-facts cx-summary">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>
    </header>
  );
}

function Welcome({ host }: { readonly host: ViewHost }): VNode {
  const words = WORDS.overview;
  return (
    <div class="cx-empty">
      <Icon host={host} name="compass" />
      <h2>{words.welcome}</h2>
      <p>{words.welcomeText}</p>
      <p class="cx-muted">{words.welcomeStarter}</p>
      <div class="cx-buttons">
        <button type="button" class="mod-cta" onClick={() => host.run('create-starter-playbook')}>{words.createStarter}</button>
        <button type="button" onClick={() => host.run('new-executive')}>{words.newExecutive}</button>
      </div>
    </div>
  );
}
