/** The cards under the next steps: what each rests on, in short lists that open notes. What has nothing to act on is one line. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { OURS_IN_WORDS } from '../playbook/home-cards.js';
import type { HomeCard, HomeCardId, HomeRow } from '../playbook/home-card.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { Overview } from './overview-model.js';
import { TrendBars } from './TrendBars.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

const SHOWN_AT_FIRST = 5;
/** More than this nobody reads in a card; the lists of the app and the command line have them all. */
const SHOWN_AT_MOST = 200;
/** The view that a card is a summary of: its command, and what the link says. */
const LEADS_TO: Readonly<Partial<Record<HomeCardId, { readonly command: string; readonly words: string }>>> = {
  gaps: { command: 'open-roadmap', words: WORDS.overview.openRoadmap },
  remarks: { command: 'open-annotations', words: WORDS.overview.openAnnotations },
};

interface HomeCardsProps {
  readonly overview: Overview;
  readonly host: ViewHost;
}

export function HomeCards({ overview, host }: HomeCardsProps): VNode {
  const { people, work } = overview.cards;
  const hasMore = (card: HomeCard): boolean => card.rows.count > 0 || (card.id === 'trend' && overview.home.trend.points.length > 0);
  const settled = [...people, ...work].filter((card) => !hasMore(card));
  return (
    <div class="cx-cards">
      {[people, work].map((group, index) => (
        <div key={index} class="cx-card-group">
          {group.filter(hasMore).map((card) => <Card key={card.id} card={card} overview={overview} host={host} />)}
          {index === 1 && <Settled cards={settled} />}
        </div>
      ))}
    </div>
  );
}

function Card({ card: { id, heading, lead, rows, source }, overview, host }: { readonly card: HomeCard } & HomeCardsProps): VNode {
  const words = WORDS.overview;
  const [all, setAll] = useState(false);
  const shown = rows.take(all ? SHOWN_AT_MOST : SHOWN_AT_FIRST);
  const goesTo = LEADS_TO[id];
  return (
    <section class={`cx-card cx-card-${id}`}>
      <div class="cx-head">
        <h3>{heading}</h3>
        {goesTo !== undefined && <button type="button" class="cx-link cx-go" onClick={() => host.run(goesTo.command)}>{goesTo.words}</button>}
      </div>
      {lead !== undefined && <p>{lead}</p>}
      {id === 'trend' && <TrendBars trend={overview.home.trend} levelName={overview.words} />}
      {shown.length > 0 && <ul class="cx-facts-list">{shown.map((row) => <Row key={`${row.path ?? ''} ${row.name} ${row.offset ?? ''} ${row.text}`} row={row} host={host} />)}</ul>}
      {rows.count > SHOWN_AT_FIRST && (
        <button type="button" class="cx-link cx-more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? words.showFewer : words.showAll(rows.count)}</button>
      )}
      {all && rows.count > SHOWN_AT_MOST && <p class="cx-muted">{words.moreNotes(rows.count - SHOWN_AT_MOST)}</p>}
      <p class="cx-note">{words.sourceOfCard(source)}</p>
    </section>
  );
}

function Row({ row: { name, path, offset, text, isLate = false, notes }, host }: { readonly row: HomeRow; readonly host: ViewHost }): VNode {
  const facts = <span class={isLate ? 'cx-fact cx-stale' : 'cx-fact'}>{text}</span>;
  if (notes !== undefined && notes.length > 0) return <li><Group name={name} notes={notes} host={host}>{facts}</Group></li>;
  return (
    <li>
      {path === undefined ? <bdi class="cx-name">{name}</bdi> : <NoteLink host={host} path={path} offset={offset} className="cx-name">{name}</NoteLink>}
      {facts}
    </li>
  );
}

function Group({ name, notes, host, children }: { readonly name: string; readonly notes: NonNullable<HomeRow['notes']>; readonly host: ViewHost; readonly children: VNode }): VNode {
  const words = WORDS.overview;
  // What is folded away is not drawn: a competency may have hundreds of notes.
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="cx-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="cx-summary-line"><Icon host={host} name="chevron-right" className="cx-turns" /><span class="cx-name">{name}</span></span>
        {children}
      </summary>
      {isOpen && (
        <ul class="cx-note-list">
          {notes.slice(0, SHOWN_AT_MOST).map(({ path, title }) => <li key={path}><NoteLink host={host} path={path}>{title}</NoteLink></li>)}
          {notes.length > SHOWN_AT_MOST && <li class="cx-muted">{words.moreNotes(notes.length - SHOWN_AT_MOST)}</li>}
        </ul>
      )}
    </details>
  );
}

/** One line each. */
function Settled({ cards }: { readonly cards: readonly HomeCard[] }): VNode {
  return (
    <section class="cx-settled">
      {cards.length > 0 && <h3>{WORDS.overview.settled}</h3>}
      {cards.length > 0 && <ul class="cx-facts-list">{cards.map(({ id, heading, nothing }) => <li key={id}><span class="cx-name">{heading}</span><span class="cx-fact">{nothing}</span></li>)}</ul>}
      <p class="cx-note">{OURS_IN_WORDS}</p>
    </section>
  );
}
