/** The tools of the commitment map in one row: map or table, order, search, units, peers, panels; the rest in a menu. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { MAP_FORMS, MAP_ORDERS, toggleUnit, type CommitmentChoice, type MapPanel } from './commitment-choice.js';
import type { UnitCount } from './commitment-map-model.js';
import { unitKey } from '../playbook/readiness.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { onEscape } from './press-handlers.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentToolbarProps {
  readonly host: ViewHost;
  readonly choice: CommitmentChoice;
  readonly onChoice: (choice: CommitmentChoice) => void;
  readonly unitsId: string;
  readonly areUnitsOpen: boolean;
  readonly onUnits: () => void;
  readonly onPanel: (panel: MapPanel) => void;
  /** Days of git's recording; undefined where there is no history to read. */
  readonly recorded: { readonly isOpen: boolean; readonly onToggle: () => void } | undefined;
  readonly onMenu: ((at: HTMLElement) => void) | undefined;
}

export function CommitmentToolbar({ host, choice, onChoice, unitsId, areUnitsOpen, onUnits, onPanel, recorded, onMenu }: CommitmentToolbarProps): VNode {
  const words = WORDS.commitment;
  const { form, order, units, allPeers, panel } = choice;
  return (
    <div class="cx-toolbar cx-map-toolbar" role="group" aria-label={words.toolbar}>
      <div class="cx-segments" role="group" aria-label={words.formLabel}>
        {MAP_FORMS.map((each) => <button key={each} type="button" aria-pressed={form === each} onClick={() => onChoice({ ...choice, form: each })}>{words.forms[each]}</button>)}
      </div>
      <select class="dropdown" aria-label={words.orderLabel} value={order} onChange={({ currentTarget }) => onChoice({ ...choice, order: MAP_ORDERS.find((each) => each === currentTarget.value) ?? 'ceo' })}>
        {MAP_ORDERS.map((each) => <option key={each} value={each}>{words.orders[each]}</option>)}
      </select>
      <SearchField choice={choice} onChoice={onChoice} />
      <div class="cx-tools cx-tools-last">
        <button type="button" class={`clickable-icon${areUnitsOpen ? ' is-active' : ''}`} aria-label={units.length === 0 ? words.units : words.unitsActive(units.length)} aria-expanded={areUnitsOpen} aria-controls={unitsId} onClick={onUnits}>
          <Icon host={host} name="filter" />
          {units.length > 0 && <span class="cx-badge" aria-hidden="true">{units.length}</span>}
        </button>
        {form === 'map' && <Tool host={host} icon="waypoints" name={words.allPeers} state={{ 'aria-pressed': allPeers }} isOn={allPeers} onPress={() => onChoice({ ...choice, allPeers: !allPeers })} />}
        {recorded !== undefined && <Tool host={host} icon="history" name={WORDS.history.tool} state={{ 'aria-expanded': recorded.isOpen }} isOn={recorded.isOpen} onPress={recorded.onToggle} />}
        <Tool host={host} icon="users" name={words.coalition} state={{ 'aria-expanded': panel === 'coalition' }} isOn={panel === 'coalition'} onPress={() => onPanel('coalition')} />
        <Tool host={host} icon="panel-right" name={words.details} state={{ 'aria-expanded': panel === 'details' }} isOn={panel === 'details'} onPress={() => onPanel('details')} />
        {onMenu !== undefined && <Tool host={host} icon="more-vertical" name={words.more} state={{ 'aria-haspopup': 'menu' }} isOn={false} onPress={onMenu} />}
      </div>
    </div>
  );
}

interface ToolState {
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-haspopup'?: 'menu';
}

function Tool({ host, icon, name, state, isOn, onPress }: { readonly host: ViewHost; readonly icon: string; readonly name: string; readonly state: ToolState; readonly isOn: boolean; readonly onPress: (at: HTMLElement) => void }): VNode {
  return (
    <button type="button" class={`clickable-icon${isOn ? ' is-active' : ''}`} aria-label={name} {...state} onClick={({ currentTarget }) => onPress(currentTarget)}>
      <Icon host={host} name={icon} />
    </button>
  );
}

/** OURS: a pause in typing, not one between two keys. */
const SEARCH_WAIT_MS = 120;

function SearchField({ choice, onChoice }: Pick<CommitmentToolbarProps, 'choice' | 'onChoice'>): VNode {
  const words = WORDS.commitment;
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>();
  const { text } = choice;
  useEffect(() => {
    const win = input.current?.ownerDocument.defaultView;
    if (draft === undefined || win === null || win === undefined) return undefined;
    const timer = win.setTimeout(() => {
      setDraft(undefined);
      if (draft !== text) onChoice({ ...choice, text: draft });
    }, SEARCH_WAIT_MS);
    return () => win.clearTimeout(timer);
  }, [draft, choice]);
  return <input ref={input} type="search" class="cx-search" value={draft ?? text} placeholder={words.find} aria-label={words.find} onInput={({ currentTarget }) => setDraft(currentTarget.value)} />;
}

interface CommitmentUnitsProps {
  readonly id: string;
  readonly units: readonly UnitCount[];
  readonly choice: CommitmentChoice;
  readonly onChoice: (choice: CommitmentChoice) => void;
  readonly onClose: () => void;
}

/** Units to press, several at once; with each how many executives it has. */
export function CommitmentUnits({ id, units, choice, onChoice, onClose }: CommitmentUnitsProps): VNode {
  const words = WORDS.commitment;
  const chosen = new Set(choice.units.map(unitKey));
  return (
    <section id={id} class="cx-filters cx-map-units" aria-label={words.units} onKeyDown={onEscape(onClose)}>
      <div class="cx-facet" role="group" aria-label={words.unitsLabel}>
        <span class="cx-muted" aria-hidden="true">{words.unitsLabel}</span>
        <div class="cx-chips">
          {units.map(({ unit, count }) => (
            <button key={unit} type="button" class="cx-chip" aria-pressed={chosen.has(unitKey(unit))} onClick={() => onChoice({ ...choice, units: toggleUnit(choice.units, unit) })}>
              <bdi>{unit}</bdi>
              <span class="cx-chip-count">{formatCount(count)}</span>
            </button>
          ))}
          {choice.units.length > 0 && <button type="button" class="cx-small" onClick={() => onChoice({ ...choice, units: [] })}>{words.clearUnits}</button>}
        </div>
      </div>
    </section>
  );
}
