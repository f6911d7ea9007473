/** The roadmap's tools in one row: grouping, search, filters, zoom, panels; what is used less often in a menu. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { FIXED_GROUPINGS, parseRoadmapGrouping } from '../roadmap/grouping.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { Icon } from './Icon.js';
import { onEscape } from './press-handlers.js';
import { countFilters } from './roadmap-facets.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface RoadmapToolbarProps {
  readonly host: ViewHost;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  /** Names of other properties that items have. */
  readonly propertyNames: readonly string[];
  readonly filtersId: string;
  readonly areFiltersOpen: boolean;
  readonly onFilters: () => void;
  readonly panel: string | undefined;
  readonly onPanel: (panel: 'sponsors' | 'details') => void;
  /** Undefined for a list, which has no zoom. */
  readonly zoom: { readonly by: (steps: number) => void; readonly fit: () => void; readonly today: () => void } | undefined;
  readonly onAdd: ((at: HTMLElement) => void) | undefined;
  readonly onMenu: ((at: HTMLElement) => void) | undefined;
  /** In a note: what cannot be done by its menu is left out. */
  readonly isCompact: boolean;
}

export function RoadmapToolbar(props: RoadmapToolbarProps): VNode {
  const { host, choice, onChoice, zoom, onAdd, onMenu, isCompact, panel, onPanel } = props;
  const words = WORDS.roadmap;
  const active = countFilters(choice.filter);
  return (
    <div class="cx-toolbar cx-roadmap-toolbar" role="group" aria-label={words.toolbar}>
      {!isCompact && (
        <div class="cx-tools cx-tools-first">
          <GroupSelect {...props} />
          <SearchField choice={choice} onChoice={onChoice} />
          <button type="button" class="clickable-icon cx-filter-button" aria-label={active === 0 ? words.filters : words.filtersActive(active)} aria-expanded={props.areFiltersOpen} aria-controls={props.filtersId} onClick={props.onFilters}>
            <Icon host={host} name="filter" />
            {active > 0 && <span class="cx-badge" aria-hidden="true">{active}</span>}
          </button>
        </div>
      )}
      <div class="cx-tools cx-tools-last">
        {zoom !== undefined && (
          <>
            <div class="cx-zoom" role="group">
              <Tool host={host} icon="zoom-out" name={words.zoomOut} onPress={() => zoom.by(-1)} />
              <Tool host={host} icon="move-horizontal" name={words.zoomFit} onPress={zoom.fit} isOn={choice.zoom === 'fit'} />
              <Tool host={host} icon="zoom-in" name={words.zoomIn} onPress={() => zoom.by(1)} />
            </div>
            <button type="button" class="cx-chip" onClick={zoom.today}>{words.today}</button>
            {!isCompact && <Tool host={host} icon="rows-3" name={words.singleRows} isOn={choice.rows === 'single'} onPress={() => onChoice({ ...choice, rows: choice.rows === 'single' ? 'packed' : 'single' })} />}
          </>
        )}
        {!isCompact && (
          <>
            <Tool host={host} icon="users" name={words.sponsorsToggle} isOpen={panel === 'sponsors'} onPress={() => onPanel('sponsors')} />
            <span class="cx-details-tool"><Tool host={host} icon="panel-right" name={words.detailsToggle} isOpen={panel === 'details'} onPress={() => onPanel('details')} /></span>
          </>
        )}
        {onAdd !== undefined && <Tool host={host} icon="plus" name={words.add} hasMenu onPress={onAdd} />}
        {onMenu !== undefined && <Tool host={host} icon="more-vertical" name={words.viewMenu} hasMenu onPress={onMenu} />}
      </div>
    </div>
  );
}

function Tool({ host, icon, name, onPress, isOn, isOpen, hasMenu = false }: {
  readonly host: ViewHost;
  readonly icon: string;
  readonly name: string;
  readonly onPress: (at: HTMLElement) => void;
  readonly isOn?: boolean;
  readonly isOpen?: boolean;
  readonly hasMenu?: boolean;
}): VNode {
  const state = { ...(isOn === undefined ? {} : { 'aria-pressed': isOn }), ...(isOpen === undefined ? {} : { 'aria-expanded': isOpen }), ...(hasMenu ? { 'aria-haspopup': 'menu' as const } : {}) };
  return (
    <button type="button" class={`clickable-icon${isOn === true || isOpen === true ? ' is-active' : ''}`} aria-label={name} {...state} onClick={({ currentTarget }) => onPress(currentTarget)}>
      <Icon host={host} name={icon} />
    </button>
  );
}

const OTHER = 'other';

/** What the lanes stand for; any property can be named. */
function GroupSelect({ choice, onChoice, propertyNames }: RoadmapToolbarProps): VNode {
  const words = WORDS.roadmap;
  const [isNaming, setNaming] = useState(false);
  const { groupBy } = choice;
  const names = groupBy.startsWith('property:') && !propertyNames.includes(groupBy.slice(9)) ? [groupBy.slice(9), ...propertyNames] : propertyNames;
  const take = (text: string): void => {
    const grouping = parseRoadmapGrouping(text);
    setNaming(text === OTHER);
    // Lanes of another grouping have other ids.
    if (grouping !== undefined && grouping !== groupBy) onChoice({ ...choice, groupBy: grouping, collapsed: [] });
  };
  if (isNaming) return <PropertyField onName={(name) => (name === '' ? setNaming(false) : take(`property:${name}`))} />;
  return (
    <select class="dropdown" aria-label={words.groupBy} value={groupBy} onChange={({ currentTarget }) => take(currentTarget.value)}>
      {FIXED_GROUPINGS.map((grouping) => <option key={grouping} value={grouping}>{words.groups[grouping]}</option>)}
      {names.map((name) => <option key={name} value={`property:${name}`}>{words.property(name)}</option>)}
      <option value={OTHER}>{words.otherProperty}</option>
    </select>
  );
}

function PropertyField({ onName }: { readonly onName: (name: string) => void }): VNode {
  const words = WORDS.roadmap;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      type="text"
      class="cx-property-name"
      placeholder={words.propertyName}
      aria-label={words.propertyName}
      onChange={({ currentTarget }) => onName(currentTarget.value.trim())}
      onBlur={({ currentTarget }) => currentTarget.value.trim() === '' && onName('')}
      onKeyDown={onEscape(() => onName(''))}
    />
  );
}

/** OURS: a pause in typing, not one between two keys. */
const SEARCH_WAIT_MS = 120;

function SearchField({ choice, onChoice }: Pick<RoadmapToolbarProps, 'choice' | 'onChoice'>): VNode {
  const words = WORDS.roadmap;
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>();
  const { text } = choice.filter;
  useEffect(() => {
    const win = input.current?.ownerDocument.defaultView;
    if (draft === undefined || win === null || win === undefined) return undefined;
    const timer = win.setTimeout(() => {
      setDraft(undefined);
      if (draft !== text) onChoice({ ...choice, filter: { ...choice.filter, text: draft } });
    }, SEARCH_WAIT_MS);
    return () => win.clearTimeout(timer);
  }, [draft, choice]);
  return <input ref={input} type="search" class="cx-search" value={draft ?? text} placeholder={words.search} aria-label={words.search} onInput={({ currentTarget }) => setDraft(currentTarget.value)} />;
}
