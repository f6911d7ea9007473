/** "Who stands where": executives on the ladder of the five levels; those not assessed apart from it. */
import { useMemo, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { ExecutiveRow } from './ExecutiveRow.js';
import { filterLadder, type LevelGroup, type Overview } from './overview-model.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** A level shows so many at first: the page is for what to do next, the map and the table show everybody. */
const SHOWN_AT_FIRST = 5;
/** With fewer people, looking is quicker than typing. */
const FILTER_FROM = 25;

interface PeopleProps {
  readonly overview: Overview;
  readonly today: CalendarDate;
  readonly host: ViewHost;
}

export function People({ overview, today, host }: PeopleProps): VNode {
  const words = WORDS.overview;
  const [text, setText] = useState('');
  const { ladder, home, thresholds, defaultThresholds } = overview;
  const executives = home.standings.length;
  const shown = useMemo(() => filterLadder(ladder, text), [ladder, text]);
  const nobody = shown.every(({ standings }) => standings.length === 0);
  return (
    <section class="cx-people">
      <div class="cx-head">
        <h3>{words.people}</h3>
        {executives > 0 && <button type="button" class="cx-link cx-go" onClick={() => host.run('open-commitment-map')}>{words.openMap}</button>}
      </div>
      {executives === 0 && (
        <div>
          <p class="cx-muted">{words.noExecutives}</p>
          <button type="button" onClick={() => host.run('new-executive')}>{words.newExecutive}</button>
        </div>
      )}
      {executives > FILTER_FROM && (
        <input type="search" class="cx-search" value={text} placeholder={words.find} aria-label={words.find} onInput={(event) => setText(event.currentTarget.value)} />
      )}
      <div role="status">{executives > 0 && nobody && <p class="cx-muted">{words.foundNobody}</p>}</div>
      {executives > 0 && !nobody && shown.map((group) => <Level key={group.level ?? 'unknown'} group={group} overview={overview} today={today} host={host} />)}
      {executives > 0 && (
        <p class="cx-note">
          {words.legend(thresholds.evidenceDays, thresholds.assessedDays, defaultThresholds)} {words.care}
        </p>
      )}
    </section>
  );
}

function Level({ group: { level, standings }, overview, today, host }: { readonly group: LevelGroup } & PeopleProps): VNode {
  const words = WORDS.overview;
  const [all, setAll] = useState(false);
  const visible = all ? standings : standings.slice(0, SHOWN_AT_FIRST);
  return (
    <div class={`cx-level cx-level-${level ?? 'unknown'} ${standings.length === 0 ? 'is-empty' : ''}`}>
      <h4>
        <span class="cx-dot" aria-hidden="true" />
        <span class="cx-capital">{level === undefined ? words.notAssessed : overview.words(level)}</span>
        {standings.length > 0 && <span class="cx-count">{standings.length}</span>}
        {standings.length === 0 && <span class="cx-muted">{words.nobody}</span>}
      </h4>
      {level === undefined && <p class="cx-note">{words.notAssessedHint}</p>}
      {visible.length > 0 && (
        <ul>
          {visible.map((standing) => (
            <ExecutiveRow key={standing.executive.path} standing={standing} levelName={overview.words} assessedDays={overview.thresholds.assessedDays} today={today} host={host} />
          ))}
        </ul>
      )}
      {visible.length < standings.length && (
        <button type="button" class="cx-link cx-more" onClick={() => setAll(true)}>{words.showAll(standings.length)}</button>
      )}
    </div>
  );
}
