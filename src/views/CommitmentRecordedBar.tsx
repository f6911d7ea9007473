/** Chooses the day whose recording the map shows: days on which a level changed in git, and today. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { dayIndex } from './commitment-recorded.js';
import type { HistorySource, HistoryState } from './history-source.js';
import { HistoryReadingLine } from './HistoryReadingLine.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentRecordedBarProps {
  readonly host: ViewHost;
  readonly source: HistorySource;
  readonly state: HistoryState;
  /** The oldest first. */
  readonly days: readonly CalendarDate[];
  /** Undefined: today, as the notes have it. */
  readonly day: CalendarDate | undefined;
  readonly onDay: (day: CalendarDate | undefined) => void;
}

/** Ids of elements have to be their own where several views are open. */
let bars = 0;

export function CommitmentRecordedBar({ host, source, state, days, day, onDay }: CommitmentRecordedBarProps): VNode {
  const words = WORDS.history;
  const [id] = useState(() => `cx-recorded-day-${++bars}`);
  const at = day === undefined ? days.length : dayIndex(days, day);
  const go = (index: number): void => onDay(days[index]);
  return (
    <section class="cx-history-bar" aria-label={words.bar}>
      {days.length > 0 && (
        <div class="cx-history-days">
          <label for={id}>{words.asOf}</label>
          <span class="cx-history-step">
            <button type="button" class="clickable-icon" aria-label={words.earlier} disabled={at <= 0} onClick={() => go(at - 1)}><Icon host={host} name="chevron-left" /></button>
            <select id={id} class="dropdown" value={day ?? ''} onChange={({ currentTarget }) => onDay(days.find((each) => each === currentTarget.value))}>
              {days.map((each) => <option key={each} value={each}>{each}</option>)}
              <option value="">{words.now}</option>
            </select>
            <button type="button" class="clickable-icon" aria-label={words.later} disabled={at >= days.length} onClick={() => go(at + 1)}><Icon host={host} name="chevron-right" /></button>
          </span>
          <input
            type="range"
            class="cx-history-slider"
            min={0}
            max={days.length}
            step={1}
            value={at}
            aria-label={words.asOf}
            aria-valuetext={day === undefined ? words.now : words.day(day, at + 1, days.length)}
            onInput={({ currentTarget }) => go(Number(currentTarget.value))}
          />
        </div>
      )}
      {state.history !== undefined && days.length === 0 && <span class="cx-muted">{words.noDays}</span>}
      <HistoryReadingLine host={host} source={source} state={state} />
    </section>
  );
}

/** Over a map that is not of today. */
export function RecordedBanner({ day, moved, gone, onBack }: { readonly day: CalendarDate; readonly moved: number; readonly gone: readonly string[]; readonly onBack: () => void }): VNode {
  const words = WORDS.history;
  return (
    <div class="cx-what-if cx-recorded-banner">
      <span role="status"><strong>{words.banner(day)}</strong> {words.moved(moved)}. {gone.length === 0 ? '' : words.gone(gone.join(', '))}</span>
      <button type="button" class="cx-small" onClick={onBack}>{words.back}</button>
    </div>
  );
}
