/** All that is recorded about the item that is selected, in words; of several, what can be done with them. */
import { useState } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { fromEpochDay, type CalendarDate } from '../playbook/calendar-date.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCY_LABEL } from '../playbook/competency.js';
import type { RemarksByNote } from '../playbook/open-remarks.js';
import { DEFAULT_AMBITION_RULE } from '../playbook/readiness.js';
import { capitalised } from '../roadmap/capitalised.js';
import { cleanText } from '../roadmap/clean-text.js';
import type { RoadmapEntry, RoadmapGap, RoadmapItem, RoadmapLayout, UnscheduledItem } from '../roadmap/roadmap-layout.js';
import { datesInWords, gapInWords, reasonInWords } from '../roadmap/roadmap-words.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { MenuEntry } from './roadmap-actions.js';
import type { ItemEdits } from './roadmap-item-edits.js';
import { itemsOf, nameOf, phaseName, roadmapIndex } from './roadmap-index.js';
import { OpenRemarks, RemarkCount } from './OpenRemarks.js';
import { RoadmapPanel } from './RoadmapPanel.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface RoadmapDetailsProps {
  readonly host: ViewHost;
  readonly layout: RoadmapLayout;
  readonly selection: ReadonlySet<string>;
  /** Recorded today. */
  readonly levelOf: (path: string) => CommitmentLevel | undefined;
  /** What annotations leave open, by note. */
  readonly remarks: RemarksByNote;
  readonly today: CalendarDate;
  readonly onReveal: (id: string) => void;
  /** Entries of the items' menu; those that suit become buttons. */
  readonly menuOf: (ids: readonly string[]) => readonly MenuEntry[];
  readonly onMenu: ((ids: readonly string[], at: HTMLElement) => void) | undefined;
  /** Undefined in a view to look at. */
  readonly edits: ItemEdits | undefined;
  readonly onClose: () => void;
}

export function RoadmapDetails(props: RoadmapDetailsProps): VNode {
  const { host, layout, selection, onClose } = props;
  const words = WORDS.roadmap;
  const items = itemsOf(layout, selection);
  const [item] = items;
  return (
    <RoadmapPanel host={host} title={words.details} onClose={onClose}>
      {item === undefined && <p class="cx-note">{words.nothingSelected}</p>}
      {item !== undefined && items.length === 1 && <OneItem key={item.id} {...props} item={item} />}
      {items.length > 1 && <SeveralItems {...props} items={items} />}
    </RoadmapPanel>
  );
}

/** OURS: names of a large selection are counted, not listed. */
const NAMES_SHOWN = 12;

function SeveralItems({ items, menuOf, onReveal }: RoadmapDetailsProps & { readonly items: readonly RoadmapItem[] }): VNode {
  const words = WORDS.roadmap;
  return (
    <>
      <p>{words.selected(formatCount(items.length))}</p>
      <ItemList items={items.slice(0, NAMES_SHOWN)} onReveal={onReveal} />
      {items.length > NAMES_SHOWN && <p class="cx-note">{words.moreNames(formatCount(items.length - NAMES_SHOWN))}</p>}
      <div class="cx-entry-buttons">
        {menuOf(items.map(({ id }) => id)).map((entry) => <button key={entry.title} type="button" class="cx-small" disabled={entry.isDisabled === true} onClick={() => entry.run()}>{entry.title}</button>)}
      </div>
    </>
  );
}

function OneItem({ host, layout, item, levelOf, remarks, today, onReveal, edits, onMenu }: RoadmapDetailsProps & { readonly item: RoadmapEntry | UnscheduledItem }): VNode {
  const words = WORDS.roadmap;
  const names = words.facts;
  const labels = layout.levelLabels;
  const problems = layout.problems.filter(({ path, related }) => path === item.id || related.includes(item.id));
  const gaps = 'gaps' in item ? item.gaps : [];
  return (
    <div class="cx-item-details">
      <h4><NoteLink host={host} path={item.id} className="cx-name">{nameOf(item)}</NoteLink></h4>
      <p class="cx-entry-buttons">
        {edits !== undefined && <button type="button" class="cx-small" onClick={() => edits.edit(item)}><Icon host={host} name="pencil" />{words.edit}</button>}
        <button type="button" class="cx-small" onClick={() => host.open(item.id)}><Icon host={host} name="file-text" />{words.openNote}</button>
        {onMenu !== undefined && <button type="button" class="cx-small" aria-haspopup="menu" onClick={({ currentTarget }) => onMenu([item.id], currentTarget)}><Icon host={host} name="more-horizontal" />{words.more}</button>}
      </p>
      {problems.length > 0 && <ul class="cx-item-problems" aria-label={words.whatIsWrong}>{problems.map(({ message }) => <li key={message}><Icon host={host} name="triangle-alert" />{cleanText(message)}</li>)}</ul>}
      {'reason' in item && problems.length === 0 && <p class="cx-note">{reasonInWords(item)}</p>}
      {'inferred' in item && item.inferred && <p class="cx-note">{words.inferred}</p>}
      <dl class="cx-item-facts">
        <Fact name={names.kind}>{words.kinds[item.kind]}</Fact>
        <Fact name={names.dates}><bdi>{datesInWords(item)}</bdi></Fact>
        <Fact name={names.status}>{item.status === undefined ? undefined : capitalised(item.status)}</Fact>
        <Fact name={names.progress}>{item.progress === undefined ? undefined : words.progress(item.progress)}</Fact>
        <Fact name={names.phase}>{item.phase === undefined ? undefined : phaseName(layout, item.phase)}</Fact>
        <Fact name={names.competencies}>{item.competencies.map((competency) => COMPETENCY_LABEL[competency]).join(', ') || undefined}</Fact>
        <Fact name={names.units}>{item.units.map(cleanText).join(', ') || undefined}</Fact>
        <Fact name={names.sponsor}>
          {item.sponsors.length === 0 ? words.noSponsor() : item.sponsors.map(({ path, name }) => {
            const level = levelOf(path);
            return <div key={path}><NoteLink host={host} path={path}>{cleanText(name)}</NoteLink> <RemarkCount remarks={remarks.get(path)} /> <span class="cx-muted">{words.recordedAs(level === undefined ? words.notAssessed() : labels[level])}</span></div>;
          })}
        </Fact>
        <Fact name={names.ambition}>{item.ambition === undefined ? undefined : <>{capitalised(item.ambition)}: <span class="cx-muted">{needInWords(item.ambition, labels)}</span></>}</Fact>
      </dl>
      <Gaps title={words.short} gaps={gaps.filter(({ state }) => state === 'short')} layout={layout} className="cx-gap-words" />
      <Gaps title={words.unknown} gaps={gaps.filter(({ state }) => state === 'unknown')} layout={layout} className="cx-muted" />
      {'gaps' in item && gaps.length > 0 && (
        <p class="cx-fit">
          {item.earliestFit === undefined ? words.noFit : words.fits(fromEpochDay(item.earliestFit))}
          {item.earliestFit !== undefined && edits?.fit !== undefined && <button type="button" class="cx-small" onClick={() => edits.fit?.(item.id)}>{words.fitButton(fromEpochDay(item.earliestFit))}</button>}
        </p>
      )}
      <OpenRemarks host={host} remarks={remarks.get(item.id)} today={today} />
      <Links host={host} layout={layout} item={item} onReveal={onReveal} edits={edits} />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode | null {
  return children === undefined ? null : <><dt>{name}</dt><dd>{children}</dd></>;
}

function Gaps({ title, gaps, layout, className }: { readonly title: string; readonly gaps: readonly RoadmapGap[]; readonly layout: RoadmapLayout; readonly className: string }): VNode | null {
  if (gaps.length === 0) return null;
  const days = gaps.reduce((sum, { fromDay, toDay }) => sum + toDay - fromDay + 1, 0);
  return (
    <div class="cx-gaps">
      <h4 class={className}>{title}: {WORDS.roadmap.gapDays(formatCount(days))}</h4>
      <ul>{gaps.map((gap) => <li key={gap.fromDay}><bdi>{gapInWords(gap, layout.levelLabels)}</bdi></li>)}</ul>
    </div>
  );
}

function Links({ layout, item, onReveal, edits, host }: Pick<RoadmapDetailsProps, 'host' | 'layout' | 'onReveal' | 'edits'> & { readonly item: RoadmapItem }): VNode {
  const words = WORDS.roadmap;
  const { items, successors } = roadmapIndex(layout);
  const remark = (from: string, to: string): string | undefined => {
    const arrow = layout.arrows.find((one) => one.from === from && one.to === to);
    return arrow?.inCycle === true ? words.circleLink() : arrow?.conflict === true ? words.lateLink() : undefined;
  };
  const predecessors = item.dependsOn.flatMap((id) => items.get(id) ?? []);
  const followers = successors.get(item.id) ?? [];
  return (
    <>
      {predecessors.length > 0 && <h4>{words.waitsFor}</h4>}
      <ItemList items={predecessors} onReveal={onReveal} remarkOf={(id) => remark(id, item.id)} removal={edits === undefined ? undefined : { host, remove: (id) => edits.unlink(id, item.id) }} />
      {followers.length > 0 && <h4>{words.waiting}</h4>}
      <ItemList items={followers} onReveal={onReveal} remarkOf={(id) => remark(item.id, id)} removal={edits === undefined ? undefined : { host, remove: (id) => edits.unlink(item.id, id) }} />
      {edits !== undefined && <LinkFinder layout={layout} item={item} onLink={(from) => edits.link(from, item.id)} />}
    </>
  );
}

function ItemList({ items, onReveal, remarkOf, removal }: {
  readonly items: readonly RoadmapItem[];
  readonly onReveal: (id: string) => void;
  readonly remarkOf?: (id: string) => string | undefined;
  readonly removal?: { readonly host: ViewHost; readonly remove: (id: string) => void } | undefined;
}): VNode | null {
  if (items.length === 0) return null;
  return (
    <ul class="cx-item-list">
      {items.map((item) => ({ id: item.id, name: nameOf(item) })).map(({ id, name }) => (
        <li key={id}>
          <button type="button" class="cx-link" onClick={() => onReveal(id)}><bdi>{name}</bdi></button>
          {remarkOf?.(id) !== undefined && <span class="cx-gap-words">{remarkOf(id)}</span>}
          {removal !== undefined && (
            <button type="button" class="clickable-icon" aria-label={WORDS.roadmap.removeLink(name)} onClick={() => removal.remove(id)}><Icon host={removal.host} name="x" /></button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** OURS: enough to tell that more must be typed. */
const MATCHES_SHOWN = 6;

/** Links without dragging: the title of the item that this one waits for. */
function LinkFinder({ layout, item, onLink }: { readonly layout: RoadmapLayout; readonly item: RoadmapItem; readonly onLink: (from: string) => string | undefined }): VNode {
  const words = WORDS.roadmap;
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const type = (typed: string): void => {
    setText(typed);
    setRefusal(undefined);
  };
  const choose = (from: string): void => {
    setText('');
    setRefusal(onLink(from));
  };
  const sought = text.trim().toLowerCase();
  const matches: RoadmapItem[] = [];
  if (sought !== '') {
    for (const other of roadmapIndex(layout).items.values()) {
      if (matches.length === MATCHES_SHOWN) break;
      if (other.id !== item.id && !item.dependsOn.includes(other.id) && other.title.toLowerCase().includes(sought)) matches.push(other);
    }
  }
  return (
    <div class="cx-link-finder">
      <input type="search" value={text} placeholder={words.linkAdd} aria-label={words.linkAdd} onInput={({ currentTarget }) => type(currentTarget.value)} />
      {refusal !== undefined && <p class="cx-field-problem" role="alert">{cleanText(refusal)}</p>}
      {sought !== '' && matches.length === 0 && <p class="cx-note" role="status">{words.linkNone}</p>}
      {matches.length > 0 && (
        <ul class="cx-item-list">
          {matches.map((match) => (
            <li key={match.id}><button type="button" class="cx-row" title={match.id} onClick={() => choose(match.id)}><span class="cx-row-text"><bdi>{nameOf(match)}</bdi></span></button></li>
          ))}
        </ul>
      )}
    </div>
  );
}

function needInWords(ambition: NonNullable<RoadmapItem['ambition']>, labels: Readonly<Record<CommitmentLevel, string>>): string {
  const needs = WORDS.roadmap.ambitionNeeds;
  const rule = DEFAULT_AMBITION_RULE;
  switch (ambition) {
    case 'local': return needs.local(labels[rule.localHead]);
    case 'unit': return needs.unit(labels[rule.unitHead]);
    case 'cross-unit': return needs.crossUnit(labels[rule.crossUnitSponsor], labels[rule.crossUnitHead]);
    case 'enterprise': return needs.enterprise(labels[rule.enterpriseCeo], labels[rule.enterpriseHead]);
  }
}
