/**
 * A note with conflict markers as choices in the words of the playbook. What a plain rule makes certain is chosen before;
 * what is left open, or is to be done by hand, keeps its markers.
 */
import { useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ConflictReading } from '../history/conflict-choices.js';
import type { ConflictResult } from '../history/conflict-result.js';
import { ConflictCard, type ChosenWay } from './ConflictCard.js';
import { sideNames } from './conflict-sides.js';
import { Icon } from './Icon.js';
import type { LevelLabels } from './tag-labels.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export interface ConflictResolverProps {
  readonly title: string;
  readonly reading: ConflictReading;
  /** By the key of a choice. */
  readonly chosen: ReadonlyMap<string, ChosenWay>;
  /** What the choices come to. */
  readonly result: ConflictResult;
  readonly labels: LevelLabels;
  readonly host: ViewHost;
  readonly onChoose: (chosen: ReadonlyMap<string, ChosenWay>) => void;
  /** Shows the result and, when the person says so, writes it. */
  readonly onWrite: () => void;
  readonly onOpen: (offset: number | undefined) => void;
  readonly onShowList: () => void;
}

export function ConflictResolver(props: ConflictResolverProps): VNode {
  const { title, reading, chosen, result, labels, host, onChoose, onWrite, onOpen } = props;
  const words = WORDS.conflicts;
  const root = useRef<HTMLDivElement>(null);
  const { choices, strays } = reading;
  const [first] = choices;
  const names = first === undefined ? undefined : sideNames(first);
  const decided = choices.filter(({ key }) => chosen.has(key)).length;
  const canWrite = result.text !== reading.text && result.parses;

  /** Enter goes on to the next choice that is open, or to the end when none is. */
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element) || !event.target.matches('input')) return;
    event.preventDefault();
    const all = [...(root.current?.querySelectorAll('.cx-conflict') ?? [])];
    const at = all.findIndex((card) => card.contains(document.activeElement));
    const next = [...all.slice(at + 1), ...all.slice(0, at)].find((card) => card.classList.contains('is-open'));
    (next?.querySelector<HTMLElement>('input') ?? root.current?.querySelector<HTMLElement>('.mod-cta'))?.focus();
  };
  const takeAll = (side: 'ours' | 'theirs'): void => onChoose(new Map(choices.map(({ key }) => [key, side])));

  return (
    <div class="cx-conflicts" ref={root} onKeyDown={press}>
      <div class="cx-conflict-scroll">
        <div class="cx-conflict-head">
          <h2><bdi>{title}</bdi></h2>
          <button type="button" class="cx-small" onClick={() => onOpen(undefined)}>{words.openNote}</button>
          <button type="button" class="cx-small" onClick={props.onShowList}>{words.showList}</button>
        </div>
        {names !== undefined && (
          <>
            <p class="cx-muted">{words.intro} {names.isApplied && words.applied}</p>
            <div class="cx-conflict-all">
              {(['ours', 'theirs'] as const).map((side) => (
                <div key={side}>
                  <bdi>{names[side]}</bdi>
                  <button type="button" aria-label={words.takeAllOf(names[side])} onClick={() => takeAll(side)}>{words.takeAll}</button>
                </div>
              ))}
            </div>
          </>
        )}
        {choices.map((choice) => (
          <ConflictCard
            key={choice.key}
            choice={choice}
            chosen={chosen.get(choice.key)}
            noteTitle={title}
            labels={labels}
            onChoose={(way) => onChoose(new Map(chosen).set(choice.key, way))}
            onOpen={() => onOpen(choice.from)}
          />
        ))}
        {strays.length > 0 && (
          <section class="cx-conflict-strays">
            <h3><Icon host={host} name="alert-triangle" /> {words.strays(strays.length)}</h3>
            <p class="cx-muted">{words.straysText}</p>
            <ul>
              {strays.map(({ from, line, text }) => (
                <li key={from}>
                  <button type="button" class="cx-link" onClick={() => onOpen(from)}>{words.strayLine(line)}</button> <code>{text}</code>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {choices.length > 0 && (
        <div class="cx-conflict-foot">
          <div role="status">
            <strong>{words.chosenOf(decided, choices.length)}</strong>
            {decided > 0 && result.open > 0 && <span class="cx-muted">{words.stayOpen(result.open)}</span>}
            {!result.parses && <p class="cx-conflict-wrong">{words.notReadable}</p>}
          </div>
          <button type="button" class="mod-cta" disabled={!canWrite} onClick={onWrite}>{words.preview}</button>
        </div>
      )}
    </div>
  );
}
