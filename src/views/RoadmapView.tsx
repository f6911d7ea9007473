/**
 * The journey roadmap: the chart, or in a narrow pane a list, with its tools, panels and what is not on it. What lasts
 * is the choice, which the host keeps; selection, panels and the what-if are gone with the view.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { fromEpochDay } from '../playbook/calendar-date.js';
import { currentCommitment } from '../playbook/commitment-timeline.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { openRemarks, remarksByNote } from '../playbook/open-remarks.js';
import { cleanText } from '../roadmap/clean-text.js';
import { FIXED_GROUPINGS } from '../roadmap/grouping.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { NO_FILTER } from '../roadmap/roadmap-filter.js';
import type { RoadmapSource, UnscheduledItem } from '../roadmap/roadmap-layout.js';
import { compareGaps } from '../roadmap/what-if.js';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { useHistory, type HistorySource } from './history-source.js';
import { Reading } from './Reading.js';
import type { MenuEntry, RaisedLevels, RoadmapActions, RoadmapOutput, SavedViews, ShowMenu } from './roadmap-actions.js';
import { useComparison, type ComparisonSource } from './comparison-source.js';
import { contentHeightPx } from './roadmap-block-height.js';
import { itemEdits } from './roadmap-item-edits.js';
import { itemMenu } from './roadmap-menu.js';
import { nameOf, roadmapIndex } from './roadmap-index.js';
import { newItemMenu, viewMenu } from './roadmap-view-menu.js';
import { RoadmapAgenda, type AgendaHandle } from './RoadmapAgenda.js';
import { RoadmapChart, type ChartHandle } from './RoadmapChart.js';
import { RoadmapComparison } from './RoadmapComparison.js';
import { RoadmapDetails } from './RoadmapDetails.js';
import { RoadmapEmpty } from './RoadmapEmpty.js';
import { RoadmapFilters } from './RoadmapFilters.js';
import { RoadmapHelp } from './RoadmapHelp.js';
import { RoadmapLimit, RoadmapOptionProblems, RoadmapWhatIf } from './RoadmapBanners.js';
import { RoadmapProblems } from './RoadmapProblems.js';
import { RoadmapSavedViews } from './RoadmapSavedViews.js';
import { RoadmapSponsors } from './RoadmapSponsors.js';
import { RoadmapSummary } from './RoadmapSummary.js';
import { RoadmapToolbar } from './RoadmapToolbar.js';
import { RoadmapTray, type UnscheduledActions } from './RoadmapTray.js';
import { usePaneWidth } from './use-pane-width.js';
import { usePlaybookVersion } from './use-playbook.js';
import { useRoadmapGhosts } from './use-roadmap-ghosts.js';
import { useRoadmapLayout } from './use-roadmap-layout.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface RoadmapViewProps {
  readonly playbook: LivingPlaybook;
  readonly host: ViewHost;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  /** Undefined: to look at only. */
  readonly actions?: RoadmapActions | undefined;
  readonly output?: RoadmapOutput | undefined;
  readonly savedViews?: SavedViews | undefined;
  readonly showMenu?: ShowMenu | undefined;
  /** Another object when its items change. */
  readonly source?: RoadmapSource | undefined;
  /** Levels that git recorded, for the tracks; undefined: the notes' own alone. */
  readonly history?: HistorySource | undefined;
  /** An earlier state that the roadmap may be compared with. */
  readonly comparison?: ComparisonSource | undefined;
  /** Of the options of a block or a base. */
  readonly problems?: readonly string[] | undefined;
  /** A block in a note: a small toolbar, as high as its content up to a limit. */
  readonly compact?: boolean | undefined;
}

type PanelName = 'sponsors' | 'details' | 'problems' | 'help' | 'saved';

const NOBODY: RaisedLevels = new Map();
const NOTHING: ReadonlySet<string> = new Set();
/** OURS: one line of a tray, which may stand open from the start. */
const TRAY_OPEN_UP_TO = 6;
/** Ids of elements have to be their own where several views are open. */
let views = 0;

export function RoadmapView(props: RoadmapViewProps): VNode {
  const version = usePlaybookVersion(props.playbook);
  const { store } = props.playbook;
  if (store === undefined) return <div class="cx-pane"><Reading playbook={props.playbook} words={WORDS.roadmap} /></div>;
  return <RoadmapPane {...props} store={store} version={version} />;
}

function RoadmapPane({ host, choice, onChoice, actions, output, savedViews, showMenu, source, problems = [], compact = false, history, comparison, store, version }: RoadmapViewProps & { readonly store: PlaybookStore; readonly version: number }): VNode {
  const root = useRef<HTMLDivElement>(null);
  const width = usePaneWidth(root);
  const isNarrow = width === 'narrow';
  const [raised, setRaised] = useState(NOBODY);
  const [selection, setSelection] = useState(NOTHING);
  const [panel, setPanel] = useState<PanelName>();
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  /** What a key changed beside the chart. */
  const [message, setMessage] = useState('');
  const [trayWish, setTrayWish] = useState<boolean>();
  const [filtersId] = useState(() => `cx-roadmap-filters-${++views}`);
  const chart = useRef<ChartHandle>(null);
  const agenda = useRef<AgendaHandle>(null);
  /** Shown as soon as its lane is open. */
  const wanted = useRef<string | undefined>(undefined);

  const { recorded, shown: plain, whole } = useRoadmapLayout(store, version, choice, source, raised, useHistory(history)?.history);
  const earlier = useComparison(comparison);
  const shown = useRoadmapGhosts(store, choice, { shown: plain, whole }, earlier?.compared);
  const difference = useMemo(() => (plain === recorded ? undefined : compareGaps(recorded, plain)), [recorded, plain]);
  const everything = source?.items ?? store.playbook.initiatives;
  const inPlay = useMemo(() => everything.filter(({ status }) => choice.dropped || status !== 'dropped').length, [everything, version, choice.dropped]);
  const propertyNames = useMemo(() => [...new Set(everything.flatMap(({ properties }) => Object.keys(properties)))].sort(), [everything, version]);

  const remarks = useMemo(() => remarksByNote(openRemarks(store.playbook, { withPrivate: true })), [store, version]);
  const levelOf = (path: string): CommitmentLevel | undefined => {
    const note = store.playbook.note(path);
    return note?.kind === 'executive' ? currentCommitment(note, store.today) : undefined;
  };
  const titleOf = (id: string): string => {
    const item = roadmapIndex(recorded).items.get(id);
    return item === undefined ? cleanText(id) : nameOf(item);
  };
  const reveal = (id: string): void => {
    const lane = roadmapIndex(shown).lanes.get(id);
    setSelection(new Set([id]));
    wanted.current = id;
    if (lane === undefined) setTrayWish(true);
    else if (choice.collapsed.includes(lane)) onChoice({ ...choice, collapsed: choice.collapsed.filter((other) => other !== lane) });
  };
  useLayoutEffect(() => {
    const id = wanted.current;
    if (id === undefined || choice.collapsed.includes(roadmapIndex(shown).lanes.get(id) ?? '')) return;
    wanted.current = undefined;
    (isNarrow ? agenda : chart).current?.reveal(id);
  });
  const openPanel = (name: PanelName): void => setPanel((open) => (open === name ? undefined : name));
  const showDetails = (ids: readonly string[]): void => {
    setSelection(new Set(ids));
    setPanel('details');
  };
  const raise = (next: RaisedLevels): void => {
    setRaised(next);
    setPanel('sponsors');
  };
  const closePanel = (): void => setPanel(undefined);
  const menuOf = (ids: readonly string[]): readonly MenuEntry[] =>
    itemMenu(ids, { host, layout: shown, choice, onChoice, actions, raised, onRaise: raise, levelOf, onDetails: showDetails });
  const onMenu: UnscheduledActions['onMenu'] = showMenu === undefined ? undefined : (id, at) => showMenu(menuOf([id]), at);
  const onShow = ({ fullSpan, kind }: UnscheduledItem): void => {
    if (fullSpan === undefined) return;
    const firstDay = kind === 'milestone' ? fullSpan.lastDay : fullSpan.firstDay;
    onChoice({ ...choice, ...(firstDay < shown.horizon.firstDay ? { from: fromEpochDay(firstDay) } : { to: fromEpochDay(fullSpan.lastDay) }) });
  };
  const groupNext = (): void => {
    const next = FIXED_GROUPINGS[(FIXED_GROUPINGS.findIndex((grouping) => grouping === choice.groupBy) + 1) % FIXED_GROUPINGS.length] ?? 'competency';
    onChoice({ ...choice, groupBy: next, collapsed: [] });
    setMessage(WORDS.roadmap.grouped(WORDS.roadmap.groups[next]));
  };
  const closeFilters = (): void => {
    setFiltersOpen(false);
    root.current?.querySelector<HTMLElement>(`[aria-controls="${filtersId}"]`)?.focus();
  };
  const clearFilters = (): void => onChoice({ ...choice, filter: NO_FILTER });

  const drawn = shown.lanes.reduce((sum, lane) => sum + lane.itemCount, 0);
  const hasRows = drawn > 0 || (isNarrow && shown.unscheduled.length > 0);
  const why = everything.length === 0 ? (store.playbook.size === 0 ? 'empty' : 'unplanned') : drawn + shown.unscheduled.length === 0 ? 'unmatched' : 'undrawn';
  const hasTray = !isNarrow && shown.unscheduled.length > 0;
  const isTrayOpen = trayWish ?? (!compact && shown.unscheduled.length <= TRAY_OPEN_UP_TO);
  const { focus } = choice.filter;

  return (
    <div ref={root} class={`cx-view cx-roadmap-view cx-roadmap is-${width}${compact ? ' is-compact' : ''}`}>
      {everything.length > 0 && <RoadmapToolbar
        host={host}
        choice={choice}
        onChoice={onChoice}
        propertyNames={propertyNames}
        filtersId={filtersId}
        areFiltersOpen={areFiltersOpen}
        onFilters={() => setFiltersOpen(!areFiltersOpen)}
        panel={panel}
        onPanel={openPanel}
        zoom={isNarrow || drawn === 0 ? undefined : { by: (steps) => chart.current?.zoomBy(steps), fit: () => chart.current?.fit(), today: () => chart.current?.today() }}
        onAdd={actions === undefined || compact ? undefined : (at) => (showMenu === undefined ? host.run('new-initiative') : showMenu(newItemMenu(actions), at))}
        onMenu={showMenu === undefined ? undefined : (at) => showMenu(viewMenu({ layout: { ...recorded, ghosts: shown.ghosts }, since: earlier?.compared, choice, onChoice, actions, output, savedViews, showMenu, onDays: () => setFiltersOpen(true), onPanel: setPanel }, at), at)}
        isCompact={compact}
      />}
      {areFiltersOpen && <RoadmapFilters id={filtersId} layout={whole()} choice={choice} onChoice={onChoice} onClose={closeFilters} />}
      {everything.length > 0 && (
        <RoadmapSummary
          host={host}
          layout={shown}
          total={inPlay}
          choice={choice}
          onChoice={onChoice}
          onTray={hasTray ? () => setTrayWish(!isTrayOpen) : undefined}
          isTrayOpen={isTrayOpen}
          onProblems={() => openPanel('problems')}
          areProblemsOpen={panel === 'problems'}
        />
      )}
      {problems.length > 0 && <RoadmapOptionProblems host={host} problems={problems} />}
      {focus !== undefined && <RoadmapLimit host={host} text={WORDS.roadmap.focusedOn(titleOf(focus))} onClear={() => onChoice({ ...choice, filter: { ...choice.filter, focus: undefined } })} />}
      {difference !== undefined && <RoadmapWhatIf host={host} layout={recorded} supposed={shown} raised={raised} difference={difference} nameOf={(path) => store.playbook.note(path)?.title ?? path} onLeave={() => setRaised(NOBODY)} />}
      {comparison !== undefined && earlier !== undefined && <RoadmapComparison host={host} source={comparison} state={earlier} ghosts={shown.ghosts} />}
      <div class="cx-roadmap-body">
        <div class="cx-roadmap-main" style={compact && hasRows && !isNarrow ? { '--cx-content-height': `${contentHeightPx(shown, choice)}px` } : {}}>
          {!hasRows && <RoadmapEmpty host={host} why={why} onAdd={actions === undefined ? undefined : () => host.run('new-initiative')} onClear={clearFilters} />}
          {hasRows && isNarrow && (
            <RoadmapAgenda
              layout={shown}
              host={host}
              withCommitment={choice.commitment}
              collapsed={choice.collapsed}
              onCollapsed={(collapsed) => onChoice({ ...choice, collapsed })}
              selection={selection}
              onSelect={(id) => showDetails([id])}
              onMenu={onMenu}
              remarks={remarks}
              handle={agenda}
            />
          )}
          {hasRows && !isNarrow && (
            <RoadmapChart
              layout={shown}
              host={host}
              choice={choice}
              onChoice={onChoice}
              selection={selection}
              onSelect={setSelection}
              actions={actions}
              showMenu={showMenu}
              menuOf={menuOf}
              onHelp={() => openPanel('help')}
              onGroupNext={groupNext}
              remarks={remarks}
              handle={chart}
            />
          )}
        </div>
        {panel === 'sponsors' && (
          <RoadmapSponsors host={host} layout={recorded} levelOf={levelOf} raised={raised} onRaise={setRaised} vanishing={difference?.vanishing ?? []} titleOf={titleOf} onReveal={reveal} onClose={closePanel} />
        )}
        {panel === 'details' && (
          <RoadmapDetails
            host={host}
            layout={shown}
            selection={selection}
            levelOf={levelOf}
            remarks={remarks}
            today={store.today}
            onReveal={reveal}
            menuOf={menuOf}
            onMenu={showMenu === undefined ? undefined : (ids, at) => showMenu(menuOf(ids), at)}
            edits={actions === undefined ? undefined : itemEdits(shown, actions, plain !== recorded)}
            onClose={closePanel}
          />
        )}
        {panel === 'problems' && <RoadmapProblems host={host} layout={shown} titleOf={titleOf} onReveal={reveal} onClose={closePanel} />}
        {panel === 'help' && <RoadmapHelp host={host} onClose={closePanel} />}
        {panel === 'saved' && savedViews !== undefined && <RoadmapSavedViews host={host} saved={savedViews} choice={choice} onChoice={onChoice} onClose={closePanel} />}
      </div>
      {hasTray && (
        <RoadmapTray
          host={host}
          layout={shown}
          isOpen={isTrayOpen}
          onToggle={() => setTrayWish(!isTrayOpen)}
          canDrag={actions !== undefined && drawn > 0}
          onEdit={(item) => (actions === undefined ? host.open(item.id) : actions.edit(item))}
          onShow={onShow}
          onMenu={onMenu}
        />
      )}
      <div class="cx-unseen" role="status">{message}</div>
    </div>
  );
}
