/** Items that the chart cannot draw, why, and what to do: to be dragged onto it, or given dates by a press. */
import type { VNode } from 'preact';
import type { RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';
import { reasonInWords } from '../roadmap/roadmap-words.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { onContextMenu, type ItemMenuAt } from './press-handlers.js';
import { nameOf } from './roadmap-index.js';
import { RoadmapPages, usePages } from './RoadmapPages.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface UnscheduledActions {
  /** Asks for dates; opens the note where nothing can be changed. */
  readonly onEdit: (item: UnscheduledItem) => void;
  /** Shows the days of an item outside those shown. */
  readonly onShow: (item: UnscheduledItem) => void;
  readonly onMenu: ItemMenuAt | undefined;
}

interface RoadmapTrayProps extends UnscheduledActions {
  readonly host: ViewHost;
  readonly layout: RoadmapLayout;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly canDrag: boolean;
}

/** OURS: two or three lines of a wide pane. */
const CHIPS_PER_PAGE = 12;

export function RoadmapTray({ host, layout: { unscheduled }, isOpen, onToggle, canDrag, ...actions }: RoadmapTrayProps): VNode {
  const words = WORDS.roadmap;
  const pages = usePages(unscheduled, CHIPS_PER_PAGE);
  return (
    <section class="cx-tray" aria-label={words.tray}>
      <button type="button" class="cx-row cx-tray-head" aria-expanded={isOpen} onClick={onToggle}>
        <Icon host={host} name="chevron-right" className={`cx-chevron${isOpen ? ' is-open' : ''}`} />
        <span>{words.tray}</span>
        <span class="cx-count">{formatCount(unscheduled.length)}</span>
        {isOpen && canDrag && <span class="cx-muted cx-tray-hint">{words.trayHint}</span>}
      </button>
      {isOpen && (
        <>
          <ul class="cx-tray-items">{pages.shown.map((item) => <TrayChip key={item.id} host={host} item={item} {...actions} />)}</ul>
          <RoadmapPages host={host} pages={pages} />
        </>
      )}
    </section>
  );
}

function TrayChip({ host, item, onEdit, onShow, onMenu }: UnscheduledActions & { readonly host: ViewHost; readonly item: UnscheduledItem }): VNode {
  const words = WORDS.roadmap;
  const title = nameOf(item);
  return (
    <li
      class="cx-tray-item"
      data-unscheduled={item.id}
      onContextMenu={onContextMenu(onMenu, item.id)}
    >
      <button type="button" class="cx-link" title={words.setDatesNamed(title)} onClick={() => onEdit(item)}>
        <span class={item.kind === 'milestone' ? 'cx-mark-diamond' : 'cx-mark-bar'} aria-hidden="true" />
        <bdi>{title}</bdi>{' '}
        <span class="cx-muted">{reasonInWords(item)}</span>
      </button>
      {item.reason === 'outside-horizon' && <button type="button" class="cx-small" aria-label={words.showOutsideNamed(title)} onClick={() => onShow(item)}>{words.showOutside}</button>}
      {onMenu !== undefined && (
        <button type="button" class="clickable-icon" aria-label={words.menuOf(title)} onClick={({ currentTarget }) => onMenu(item.id, currentTarget)}>
          <Icon host={host} name="more-vertical" />
        </button>
      )}
    </li>
  );
}
