/**
 * The commitment map: every executive on the five levels, now and needed; a table of the same rows; one executive or the
 * coalition beside it. What lasts is the choice, which the host keeps; what is asked or supposed is gone with the view.
 */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { assessCoalition } from '../playbook/coalition.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { recordedDays } from '../playbook/recorded-levels.js';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { CommitmentActions, CommitmentOutput } from './commitment-actions.js';
import type { CommitmentChoice, MapPanel } from './commitment-choice.js';
import type { GhostMark } from './CommitmentPerson.js';
import { ghostMarks, type Pending } from './commitment-ghosts.js';
import { buildCommitmentMap, entriesOf, neighbourLevel, selectRows, type CommitmentMapModel } from './commitment-map-model.js';
import { levelEntries, needEntries, outputMenu, personMenu } from './commitment-menu.js';
import { mapOnDay } from './commitment-recorded.js';
import { addPerson, coalitionOptions, countSupposed, NOTHING_SUPPOSED } from './commitment-what-if.js';
import { CommitmentChart } from './CommitmentChart.js';
import { CommitmentCoalition } from './CommitmentCoalition.js';
import { CommitmentDetails } from './CommitmentDetails.js';
import { CommitmentLegend, RecordedLegend } from './CommitmentLegend.js';
import { CommitmentSummary, CommitmentWelcome, NobodyMatches, WhatIfBanner } from './CommitmentNotices.js';
import { CommitmentRecordedBar, RecordedBanner } from './CommitmentRecordedBar.js';
import { CommitmentTable } from './CommitmentTable.js';
import { CommitmentToolbar, CommitmentUnits } from './CommitmentToolbar.js';
import { useHistory, type HistorySource } from './history-source.js';
import { Reading } from './Reading.js';
import type { MenuEntry, ShowMenu } from './roadmap-actions.js';
import { usePaneWidth } from './use-pane-width.js';
import { usePlaybookVersion } from './use-playbook.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface CommitmentMapProps {
  readonly playbook: LivingPlaybook;
  readonly host: ViewHost;
  readonly choice: CommitmentChoice;
  readonly onChoice: (choice: CommitmentChoice) => void;
  /** Undefined: to look at only. */
  readonly actions?: CommitmentActions | undefined;
  readonly output?: CommitmentOutput | undefined;
  readonly showMenu?: ShowMenu | undefined;
  /** Undefined where git cannot be asked: on phones. */
  readonly history?: HistorySource | undefined;
}

const NO_GHOSTS: ReadonlyMap<string, GhostMark> = new Map();

/** Ids of elements have to be their own where several views are open. */
let views = 0;

export function CommitmentMap(props: CommitmentMapProps): VNode {
  const version = usePlaybookVersion(props.playbook);
  const { store } = props.playbook;
  if (store === undefined) return <div class="cx-pane"><Reading playbook={props.playbook} words={WORDS.commitment} /></div>;
  const { executives, size } = store.playbook;
  if (executives.length === 0) return <div class="cx-pane"><CommitmentWelcome host={props.host} isEmpty={size === 0} /></div>;
  return <CommitmentPane {...props} store={store} version={version} />;
}

function CommitmentPane({ host, choice, onChoice, actions, output, showMenu, history: source, store, version }: CommitmentMapProps & { readonly store: PlaybookStore; readonly version: number }): VNode {
  const words = WORDS.commitment;
  const root = useRef<HTMLDivElement>(null);
  const width = usePaneWidth(root);
  const [areUnitsOpen, setUnitsOpen] = useState(false);
  const [pending, setPending] = useState<Pending>();
  const [supposed, setSupposed] = useState(NOTHING_SUPPOSED);
  /** What a key or a drag came to, told politely. */
  const [message, setMessage] = useState('');
  /** Until its question is answered: that of a key held down would lie over it. */
  const isAsking = useRef(false);
  /** The panel was opened by a press on its tool. */
  const isPressed = useRef(false);
  const [isDaysOpen, setDaysOpen] = useState(false);
  /** The day whose recording is shown; undefined: today. */
  const [day, setDay] = useState<CalendarDate>();
  const [unitsId] = useState(() => `cx-map-units-${++views}`);

  const model: CommitmentMapModel = useMemo(() => buildCommitmentMap(store), [store, version]);
  const { units, text, order, panel, person } = choice;
  const historyState = useHistory(source);
  const history = historyState?.history;
  const days = useMemo(() => (history === undefined ? [] : recordedDays(history, model.today)), [history, model]);
  const onDay = useMemo(() => (history === undefined || day === undefined ? undefined : mapOnDay(model, history, day)), [model, history, day]);
  const rows = useMemo(() => selectRows(onDay ?? model, { units, text, order }), [onDay, model, units, text, order]);
  const entries = useMemo(() => entriesOf(rows, order), [rows, order]);
  const isCoalition = panel === 'coalition';
  const coalition = useMemo(
    () => (isCoalition ? assessCoalition(model.record, coalitionOptions(model.thresholds.coalitionPercent, supposed)) : undefined),
    [model, supposed, isCoalition],
  );
  const ghosts = useMemo(() => ghostMarks(model, pending, supposed, coalition), [model, pending, supposed, coalition]);

  const titleOf = (path: string): string => model.rowByPath.get(path)?.executive.title ?? path;
  const levelText = (level: CommitmentLevel | null): string => (level === null ? words.notAssessed() : model.words(level));
  const select = (path: string): void => {
    isPressed.current = false;
    onChoice({ ...choice, person: path, panel: 'details' });
  };
  const openPanel = (name: MapPanel): void => {
    isPressed.current = true;
    onChoice({ ...choice, panel: panel === name ? undefined : name });
  };
  const closePanel = (): void => onChoice({ ...choice, panel: undefined });
  const canWrite = actions !== undefined && onDay === undefined;
  const assess = !canWrite ? undefined : (path: string, level: CommitmentLevel | null): void => {
    if (isAsking.current) return;
    isAsking.current = true;
    setPending({ path, level });
    setMessage(words.asking(titleOf(path), levelText(level)));
    void actions.assess(path, level).then((isWritten) => {
      isAsking.current = false;
      setPending(undefined);
      setMessage(isWritten ? words.recorded(titleOf(path), levelText(level)) : words.stays(titleOf(path)));
    });
  };
  const need = !canWrite ? undefined : (path: string, level: CommitmentLevel | null): void => {
    void actions.need(path, level).then((isWritten) => setMessage(isWritten ? words.neededNow(titleOf(path), levelText(level)) : words.stays(titleOf(path))));
  };
  const step = assess === undefined ? undefined : (path: string, steps: 1 | -1): void => {
    const level = model.rowByPath.get(path)?.standing.level;
    const next = neighbourLevel(level, steps);
    if (next !== undefined) assess(path, next);
    else setMessage(steps > 0 && level !== undefined ? words.highest(titleOf(path), model.words(level)) : words.lowest(titleOf(path)));
  };
  const addSupposition = (path: string): void => {
    setSupposed(addPerson(supposed, path));
    onChoice({ ...choice, panel: 'coalition', person: path });
  };
  const menu = { host, levelName: model.words, onDetails: select, onSuppose: addSupposition, onAssess: assess, onNeed: need };
  const show = showMenu === undefined ? undefined : (path: string, at: Parameters<ShowMenu>[1], entriesFor: (row: CommitmentMapModel['rows'][number]) => readonly MenuEntry[]): void => {
    const row = model.rowByPath.get(path);
    if (row !== undefined) showMenu(entriesFor(row), at);
  };
  const closeUnits = (): void => {
    setUnitsOpen(false);
    root.current?.querySelector<HTMLElement>(`[aria-controls="${unitsId}"]`)?.focus();
  };
  const clear = (): void => onChoice({ ...choice, units: [], text: '' });
  const supposedCount = countSupposed(supposed);

  return (
    <div ref={root} class={`cx-view cx-roadmap-view cx-roadmap cx-map-view is-${width}`}>
      <CommitmentToolbar
        host={host}
        choice={choice}
        onChoice={onChoice}
        unitsId={unitsId}
        areUnitsOpen={areUnitsOpen}
        onUnits={() => setUnitsOpen(!areUnitsOpen)}
        onPanel={openPanel}
        recorded={historyState === undefined ? undefined : { isOpen: isDaysOpen, onToggle: () => setDaysOpen(!isDaysOpen) }}
        onMenu={showMenu === undefined || output === undefined || onDay !== undefined ? undefined : (at) => showMenu(outputMenu(rows, model.words, output), at)}
      />
      {areUnitsOpen && <CommitmentUnits id={unitsId} units={model.units} choice={choice} onChoice={onChoice} onClose={closeUnits} />}
      {isDaysOpen && source !== undefined && historyState !== undefined && <CommitmentRecordedBar host={host} source={source} state={historyState} days={days} day={day} onDay={setDay} />}
      {onDay === undefined ? <CommitmentSummary rows={rows} total={model.rows.length} /> : <RecordedBanner day={onDay.day} moved={onDay.movedCount} gone={onDay.gone} onBack={() => setDay(undefined)} />}
      {supposedCount > 0 && <WhatIfBanner count={supposedCount} onShow={isCoalition ? undefined : () => openPanel('coalition')} onClear={() => setSupposed(NOTHING_SUPPOSED)} />}
      <div class="cx-roadmap-body">
        <div class="cx-roadmap-main">
          {rows.length === 0 && <NobodyMatches onClear={clear} />}
          {rows.length > 0 && choice.form === 'map' && (
            <CommitmentChart
              host={host}
              model={model}
              entries={entries}
              selected={person}
              onSelect={select}
              onMenu={show === undefined ? undefined : (path, at) => show(path, at, (row) => personMenu(row, menu))}
              onAssess={assess}
              onStep={step}
              ghosts={onDay === undefined ? ghosts : NO_GHOSTS}
              allPeers={choice.allPeers && onDay === undefined}
              recorded={onDay?.marks}
            />
          )}
          {rows.length > 0 && choice.form === 'map' && (onDay === undefined ? <CommitmentLegend model={model} canWrite={actions !== undefined} /> : <RecordedLegend />)}
          {rows.length > 0 && choice.form === 'table' && <CommitmentTable host={host} rows={rows} columns={onDay?.columns} levelName={model.words} selected={person} onSelect={select} />}
        </div>
        {panel === 'details' && (
          <CommitmentDetails
            host={host}
            model={model}
            row={person === undefined ? undefined : model.rowByPath.get(person)}
            recorded={source === undefined || historyState === undefined ? undefined : { source, state: historyState, day }}
            takesFocus={isPressed.current}
            onPerson={select}
            onLevel={show === undefined || assess === undefined ? undefined : (path, at) => show(path, at, (row) => levelEntries(row, menu))}
            onNeed={show === undefined || need === undefined ? undefined : (path, at) => show(path, at, (row) => needEntries(row, menu))}
            onClose={closePanel}
          />
        )}
        {coalition !== undefined && (
          <CommitmentCoalition host={host} model={model} coalition={coalition} takesFocus={isPressed.current} supposed={supposed} onSuppose={setSupposed} onPerson={(path) => onChoice({ ...choice, person: path })} onClose={closePanel} />
        )}
      </div>
      <div class="cx-unseen" role="status">{message}</div>
    </div>
  );
}
