/** All that is recorded of one executive, beside the map: levels, evidence, who moves whom, and what the sources allow next. */
import type { ComponentChildren, VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { gapInWords } from './commitment-map-words.js';
import { CommitmentAdvice } from './CommitmentAdvice.js';
import { CommitmentEvidence } from './CommitmentEvidence.js';
import { CommitmentHistory } from './CommitmentHistory.js';
import { CommitmentPeers } from './CommitmentPeers.js';
import { CommitmentRecorded } from './CommitmentRecorded.js';
import type { HistorySource, HistoryState } from './history-source.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import { OpenRemarks } from './OpenRemarks.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface CommitmentDetailsProps {
  readonly host: ViewHost;
  readonly model: CommitmentMapModel;
  /** Undefined: nobody is selected. */
  readonly row: CommitmentRow | undefined;
  /** Selects another executive. */
  readonly onPerson: (path: string) => void;
  /** Menus of levels below a button; undefined: to look at only. */
  readonly onLevel: ((path: string, at: HTMLElement) => void) | undefined;
  readonly onNeed: ((path: string, at: HTMLElement) => void) | undefined;
  /** Git's recording, and the day of it that the map shows; undefined where there is no history to read. */
  readonly recorded: { readonly source: HistorySource; readonly state: HistoryState; readonly day: CalendarDate | undefined } | undefined;
  /** Opened by a press, not by choosing somebody on the map. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

export function CommitmentDetails(props: CommitmentDetailsProps): VNode {
  const { host, row, takesFocus, onClose } = props;
  return (
    <RoadmapPanel host={host} title={WORDS.commitment.details} className="cx-person-details" takesFocus={takesFocus} onClose={onClose}>
      {row === undefined ? <p class="cx-note">{WORDS.commitmentDetails.nobody}</p> : <Person key={row.executive.path} {...props} row={row} />}
    </RoadmapPanel>
  );
}

function Person(props: CommitmentDetailsProps & { readonly row: CommitmentRow }): VNode {
  const { host, model, row, onPerson, onLevel, onNeed, recorded } = props;
  const words = WORDS.commitment;
  const names = WORDS.commitmentDetails;
  const { executive, standing, isCeo } = row;
  const { path, title, role, unit, influence } = executive;
  const facts = [title.includes(`(${role ?? ''})`) ? undefined : role, unit, influence === undefined ? undefined : names.influence(influence)].filter((fact) => fact !== undefined);
  return (
    <>
      <h4 class="cx-person-name">
        <NoteLink host={host} path={path} className="cx-name">{title}</NoteLink>
        {isCeo && <span class="cx-map-ceo" title={words.ceo}><Icon host={host} name="crown" /><span class="cx-unseen">{words.ceo}</span></span>}
      </h4>
      {facts.length > 0 && <p class="cx-muted cx-facts">{facts.map((fact) => <span key={fact}><bdi>{fact}</bdi></span>)}</p>}
      <dl class="cx-item-facts cx-person-facts">
        <Fact name={names.now}><strong class={`cx-level-word cx-level-${standing.level ?? 'unknown'}`}><span class="cx-dot" aria-hidden="true" /><bdi class="cx-capital">{standing.level === undefined ? words.notAssessed() : model.words(standing.level)}</bdi></strong></Fact>
        <Fact name={names.needed}><bdi class="cx-capital">{standing.needed === undefined ? names.notSet() : model.words(standing.needed)}</bdi></Fact>
        <Fact name={names.gap}>{gapInWords(row)}</Fact>
        <Fact name={names.assessed}><Assessed row={row} assessedDays={model.thresholds.assessedDays} /></Fact>
      </dl>
      <p class="cx-entry-buttons">
        {onLevel !== undefined && <button type="button" class="cx-small" aria-haspopup="menu" onClick={({ currentTarget }) => onLevel(path, currentTarget)}><Icon host={host} name="signal" />{words.setLevel}</button>}
        {onNeed !== undefined && <button type="button" class="cx-small" aria-haspopup="menu" onClick={({ currentTarget }) => onNeed(path, currentTarget)}><Icon host={host} name="target" />{words.setNeeded}</button>}
        <button type="button" class="cx-small" onClick={() => host.open(path)}><Icon host={host} name="file-text" />{words.openNote}</button>
      </p>
      <OpenRemarks host={host} remarks={model.remarks.get(path)} today={model.today} />
      <CommitmentAdvice host={host} model={model} executive={executive} />
      <CommitmentHistory host={host} model={model} executive={executive} />
      {recorded !== undefined && <CommitmentRecorded host={host} {...recorded} path={path} levelName={model.words} />}
      <CommitmentEvidence host={host} model={model} row={row} />
      <CommitmentPeers model={model} row={row} onPerson={onPerson} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode | null {
  return children === undefined ? null : <><dt>{name}</dt><dd>{children}</dd></>;
}

function Assessed({ row: { standing: { assessedOn, assessedDaysAgo, stale } }, assessedDays }: { readonly row: CommitmentRow; readonly assessedDays: number }): VNode {
  const words = WORDS.commitmentDetails;
  if (assessedOn === undefined || assessedDaysAgo === undefined) return <span class="cx-muted">{WORDS.commitment.noDay()}</span>;
  return <time dateTime={assessedOn} class={stale ? 'cx-stale' : ''}>{stale ? words.ageStale(assessedOn, assessedDaysAgo, assessedDays) : words.age(assessedOn, assessedDaysAgo)}</time>;
}
