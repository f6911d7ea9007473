/** Which annotations are shown: of the note or of the vault, by words, and by what the filters say. */
import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { ANNOTATION_KINDS, ANNOTATION_VISIBILITIES } from '../playbook/annotation.js';
import { Icon } from './Icon.js';
import { clearFilters, countFilters, THREAD_AGES, THREAD_ORDERS, type ThreadsChoice } from './thread-choice.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface ThreadToolbarProps {
  readonly host: ViewHost;
  readonly choice: ThreadsChoice;
  readonly onChoice: (choice: ThreadsChoice) => void;
  /** Whom to choose from. */
  readonly authors: readonly string[];
}

export function ThreadToolbar({ host, choice, onChoice, authors }: ThreadToolbarProps): VNode {
  const words = WORDS.annotations;
  const id = useId();
  const set = (change: Partial<ThreadsChoice>): void => onChoice({ ...choice, ...change });
  const filters = countFilters(choice);
  const [isOpen, setOpen] = useState(filters > 0);
  const label = filters === 0 ? words.filters : words.filtersSet(String(filters));
  return (
    <div class="cx-toolbar cx-thread-toolbar">
      <div class="cx-segments" role="group" aria-label={words.scope}>
        {(['note', 'vault'] as const).map((scope) => (
          <button key={scope} type="button" aria-pressed={choice.scope === scope} onClick={() => set({ scope })}>
            {scope === 'note' ? words.thisNote : words.vault}
          </button>
        ))}
      </div>
      <button type="button" class={`clickable-icon cx-thread-filter ${filters > 0 ? 'is-active' : ''}`} aria-expanded={isOpen} aria-controls={`${id}-filters`} aria-label={label} onClick={() => setOpen(!isOpen)}>
        <Icon host={host} name="filter" />
        {filters > 0 && <span aria-hidden="true">{filters}</span>}
      </button>
      <input type="search" class="cx-search" value={choice.text} placeholder={words.search} aria-label={words.search} onInput={({ currentTarget }) => set({ text: currentTarget.value })} />
      <div id={`${id}-filters`} class="cx-thread-filters" role="group" aria-label={words.filters} hidden={!isOpen}>
        <Filter label={words.kind} all={words.anyKind} value={choice.kind} values={ANNOTATION_KINDS} nameOf={(kind) => words.kinds[kind]} onValue={(kind) => set({ kind })} />
        <Filter label={words.author} all={words.anyAuthor} value={choice.author} values={authors} nameOf={(author) => author} onValue={(author) => set({ author })} />
        <Filter label={words.age} all={words.anyAge} value={choice.age} values={THREAD_AGES} nameOf={(age) => words.ages[age]} onValue={(age) => set({ age })} />
        <Filter label={words.visibility} all={words.anyVisibility} value={choice.visibility} values={ANNOTATION_VISIBILITIES} nameOf={(visibility) => words.visibilities[visibility]} onValue={(visibility) => set({ visibility })} />
        {choice.scope === 'vault' && <Filter label={words.order} value={choice.order} values={THREAD_ORDERS} nameOf={(order) => words.orders[order]} onValue={(order) => order !== undefined && set({ order })} />}
        {filters > 0 && <button type="button" onClick={() => onChoice({ ...clearFilters(choice), text: choice.text })}>{words.clearFilters}</button>}
      </div>
    </div>
  );
}

interface FilterProps<T extends string> {
  readonly label: string;
  /** Stands for no filter; without it one of the values is always chosen. */
  readonly all?: string;
  readonly value: T | undefined;
  readonly values: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onValue: (value: T | undefined) => void;
}

function Filter<T extends string>({ label, all, value, values, nameOf, onValue }: FilterProps<T>): VNode {
  const id = useId();
  return (
    <div class="cx-thread-filter-field">
      <label for={id}>{label}</label>
      <select id={id} class="dropdown" value={value ?? ''} onChange={({ currentTarget }) => onValue(values.find((one) => one === currentTarget.value))}>
        {all !== undefined && <option value="">{all}</option>}
        {values.map((one) => <option key={one} value={one}>{nameOf(one)}</option>)}
      </select>
    </div>
  );
}
