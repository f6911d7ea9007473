/** One executive on the map: name, X where recorded now, O where needed, what is between, and the same in words. */
import type { VNode } from 'preact';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { commitmentRank } from '../playbook/commitment.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import type { OpenRemark } from '../playbook/open-remarks.js';
import type { LevelWords } from '../playbook/step-words.js';
import { evidenceMark } from './commitment-map-model.js';
import type { RecordedMark } from './commitment-recorded.js';
import { markPx, type MapLayout } from './commitment-map-geometry.js';
import { gapInWords, personInWords } from './commitment-map-words.js';
import { Icon } from './Icon.js';
import { RemarkCount } from './OpenRemarks.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** Where a mark would go, and why it is there. */
export interface GhostMark {
  readonly level: CommitmentLevel;
  readonly text: string;
}

interface CommitmentPersonProps {
  readonly host: ViewHost;
  readonly row: CommitmentRow;
  readonly layout: MapLayout;
  readonly levelName: LevelWords;
  readonly assessedDays: number;
  readonly remarks: readonly OpenRemark[] | undefined;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  /** An end of a line that is drawn. */
  readonly isPeer: boolean;
  readonly canDrag: boolean;
  readonly ghost: GhostMark | undefined;
  /** Where the map is of an earlier day. */
  readonly recorded: RecordedMark | undefined;
  /** False below a heading that says it. */
  readonly withUnit: boolean;
}

export function CommitmentPerson({ host, row, layout, levelName, assessedDays, remarks, isSelected, isStop, isPeer, canDrag, ghost, recorded, withUnit }: CommitmentPersonProps): VNode {
  const { executive: { title, role, unit, influence, path }, isCeo } = row;
  const words = WORDS.commitment;
  // A title such as "Ana (CFO)" says the role already.
  const facts = [title.includes(`(${role ?? ''})`) ? undefined : role, withUnit ? unit : undefined, influence === undefined ? undefined : words.influence(influence)].filter((fact) => fact !== undefined);
  return (
    <div class={`cx-map-person cx-level-${row.standing.level ?? 'unknown'}${isSelected ? ' is-selected' : ''}${isPeer ? ' is-peer' : ''}`}>
      <button type="button" class="cx-map-name" data-path={path} tabIndex={isStop ? 0 : -1} aria-current={isSelected}>
        <span class="cx-unseen">{recorded?.spoken ?? personInWords(row, levelName)}{remarks === undefined ? '' : `, ${WORDS.remarks.count(remarks)}`}</span>
        <span class="cx-map-title" aria-hidden="true" title={title}>
          <bdi>{title}</bdi>
          {isCeo && <span class="cx-map-ceo" title={words.ceo}><Icon host={host} name="crown" /></span>}
          <RemarkCount remarks={remarks} isSpoken />
        </span>
        {facts.length > 0 && <span class="cx-muted cx-facts cx-map-facts" aria-hidden="true">{facts.map((fact) => <span key={fact}><bdi>{fact}</bdi></span>)}</span>}
      </button>
      <div class="cx-map-marks" aria-hidden="true">
        <Marks row={row} layout={layout} canDrag={canDrag} ghost={ghost} recorded={recorded} />
      </div>
      <div class="cx-map-words" aria-hidden="true">
        {recorded !== undefined && <span class={recorded.movedTo === undefined ? 'cx-muted' : ''}>{recorded.text}</span>}
        {recorded === undefined && (ghost === undefined ? <><Gap row={row} /><Age row={row} assessedDays={assessedDays} /></> : <span class="cx-map-ghost-words">{ghost.text}</span>)}
      </div>
    </div>
  );
}

function Marks({ row, layout, canDrag, ghost, recorded }: Pick<CommitmentPersonProps, 'row' | 'layout' | 'canDrag' | 'ghost' | 'recorded'>): VNode {
  const words = WORDS.commitment;
  const { executive: { influence, path }, standing: { level, needed } } = row;
  const sizePx = markPx(influence);
  const movedTo = recorded?.movedTo;
  // What evidence reaches is of today.
  const evidence = recorded === undefined ? evidenceMark(row) : undefined;
  const at = (of: CommitmentLevel | undefined, px: number): Record<string, string> => ({
    insetInlineStart: `${layout.centreOf(of) - px / 2}px`,
    top: `${layout.markYPx - px / 2}px`,
    width: `${px}px`,
    height: `${px}px`,
  });
  /** Room for the X inside the O. */
  const ringPx = sizePx + (needed === level ? 12 : 0);
  /** Beside the marks where its column is free, below them where it is not. */
  const evidenceColumn = evidence?.level ?? level;
  const isFree = evidenceColumn !== level && evidenceColumn !== needed;
  const evidenceY = layout.markYPx + (isFree ? -7 : (evidenceColumn === needed ? ringPx : sizePx) / 2 + 2);
  return (
    <>
      {needed !== undefined && level !== undefined && needed !== level && <Reach layout={layout} from={level} to={needed} fromPx={sizePx} toPx={ringPx} />}
      {movedTo !== undefined && level !== undefined && <Trail layout={layout} from={level} to={movedTo} markPx={sizePx} />}
      {movedTo !== undefined && <span class="cx-map-x is-ghost is-since" style={at(movedTo, sizePx)}><Cross /></span>}
      {needed !== undefined && <span class="cx-map-o" style={at(needed, ringPx)} />}
      <span class={`cx-map-x${ghost === undefined ? '' : ' is-leaving'}${canDrag ? ' is-grip' : ''}`} style={at(level, sizePx)} {...(canDrag ? { 'data-mark': path } : {})}>
        {level === undefined ? <span class="cx-map-question">?</span> : <Cross />}
      </span>
      {ghost !== undefined && <span class="cx-map-x is-ghost" style={at(ghost.level, sizePx)}><Cross /></span>}
      {evidence !== undefined && (
        <span class={`cx-map-evidence${evidence.level === undefined ? ' is-none' : ''}`} style={{ insetInlineStart: `${layout.centreOf(evidenceColumn) - layout.columnPx / 2}px`, width: `${layout.columnPx}px`, top: `${evidenceY}px` }}>
          <span>{evidence.level === undefined ? words.noEvidence() : words.evidence()}</span>
        </span>
      )}
    </>
  );
}

function Cross(): VNode {
  return <svg viewBox="0 0 12 12"><path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" /></svg>;
}

/** Between X and O: a line with a head towards what is needed, or dots back to it. */
function Reach({ layout, from, to, fromPx, toPx }: { readonly layout: MapLayout; readonly from: CommitmentLevel; readonly to: CommitmentLevel; readonly fromPx: number; readonly toPx: number }): VNode {
  const isGap = commitmentRank(to) > commitmentRank(from);
  const [low, high, lowPx, highPx] = isGap ? [from, to, fromPx, toPx] : [to, from, toPx, fromPx];
  const start = layout.centreOf(low) + lowPx / 2 + 1;
  const end = layout.centreOf(high) - highPx / 2 - 1;
  return <span class={`cx-map-reach ${isGap ? 'is-gap' : 'is-above'}`} style={{ insetInlineStart: `${start}px`, width: `${Math.max(0, end - start)}px`, top: `${layout.markYPx}px` }} />;
}

/** From where somebody was recorded then to where they are recorded now, whichever way. */
function Trail({ layout, from, to, markPx: diameterPx }: { readonly layout: MapLayout; readonly from: CommitmentLevel; readonly to: CommitmentLevel; readonly markPx: number }): VNode {
  const [low, high] = commitmentRank(to) > commitmentRank(from) ? [from, to] : [to, from];
  const start = layout.centreOf(low) + diameterPx / 2 + 2;
  const end = layout.centreOf(high) - diameterPx / 2 - 2;
  return <span class={`cx-map-trail ${low === from ? 'is-up' : 'is-down'}`} style={{ insetInlineStart: `${start}px`, width: `${Math.max(0, end - start)}px`, top: `${layout.markYPx}px` }} />;
}

function Gap({ row }: Pick<CommitmentPersonProps, 'row'>): VNode {
  const words = WORDS.commitment;
  const { level, needed, gapLevels } = row.standing;
  const gap = gapInWords(row);
  if (gap !== undefined) return <span class={gapLevels !== undefined && gapLevels > 0 ? 'cx-gap' : gapLevels === 0 ? 'cx-muted' : ''}>{gap}</span>;
  return <span class="cx-muted">{level === undefined ? words.notAssessed() : needed === undefined ? words.noNeed() : ''}</span>;
}

function Age({ row: { standing: { assessedOn, assessedDaysAgo, stale, level } }, assessedDays }: Pick<CommitmentPersonProps, 'row' | 'assessedDays'>): VNode | null {
  const words = WORDS.commitment;
  if (assessedOn === undefined || assessedDaysAgo === undefined) return level === undefined ? null : <span class="cx-muted">{words.noDay()}</span>;
  return <time dateTime={assessedOn} class={stale ? 'cx-stale' : 'cx-muted'}>{stale ? words.assessedStale(assessedDaysAgo, assessedDays) : words.assessed(assessedDaysAgo)}</time>;
}
