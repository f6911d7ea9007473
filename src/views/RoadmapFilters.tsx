/** What of the roadmap is shown: values to press, and the days from which to which it is drawn. */
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import { NO_FILTER } from '../roadmap/roadmap-filter.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { formatCount } from './format-count.js';
import { onEscape } from './press-handlers.js';
import { countFilters, roadmapFacets, type Facet } from './roadmap-facets.js';
import { WORDS } from './words/words.js';

interface RoadmapFiltersProps {
  readonly id: string;
  /** Of all items, whatever the filter. */
  readonly layout: RoadmapLayout;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly onClose: () => void;
}

/** OURS: a line or two of units or names; the others are found by typing. */
const VALUES_SHOWN = 12;

export function RoadmapFilters({ id, layout, choice, onChoice, onClose }: RoadmapFiltersProps): VNode {
  const words = WORDS.roadmap;
  const { filter } = choice;
  const isActive = countFilters(filter) > 0 || choice.from !== undefined || choice.to !== undefined;
  return (
    <section id={id} class="cx-filters" aria-label={words.filters} onKeyDown={onEscape(onClose)}>
      {roadmapFacets(layout, filter).map((facet) => facet.values.length > 0 && <FacetRow key={facet.label} facet={facet} onToggle={(value) => onChoice({ ...choice, filter: value.toggled() })} />)}
      <div class="cx-facet">
        <span class="cx-muted" aria-hidden="true">{words.daysLabel}</span>
        <div class="cx-chips">
          <DateField label={words.from} value={choice.from} onChange={(from) => onChoice({ ...choice, from })} />
          <DateField label={words.to} value={choice.to} onChange={(to) => onChoice({ ...choice, to })} />
          <span class="cx-filters-end">
            <button type="button" class="cx-chip" aria-pressed={filter.gapsOnly} onClick={() => onChoice({ ...choice, filter: { ...filter, gapsOnly: !filter.gapsOnly } })}>{words.gapsOnly}</button>
            {isActive && <button type="button" class="cx-small" onClick={() => onChoice({ ...choice, filter: { ...NO_FILTER, text: filter.text }, from: undefined, to: undefined })}>{words.clearAll}</button>}
          </span>
        </div>
      </div>
    </section>
  );
}

function FacetRow({ facet: { label, values }, onToggle }: { readonly facet: Facet; readonly onToggle: (value: Facet['values'][number]) => void }): VNode {
  const words = WORDS.roadmap;
  const [sought, setSought] = useState('');
  const found = sought.trim() === '' ? values : values.filter((value) => value.label.toLowerCase().includes(sought.trim().toLowerCase()));
  const shown = values.length <= VALUES_SHOWN ? values : [...values.filter(({ isOn }) => isOn), ...found.filter(({ isOn }) => !isOn).slice(0, VALUES_SHOWN)];
  return (
    <div class="cx-facet" role="group" aria-label={label}>
      <span class="cx-muted" aria-hidden="true">{label}</span>
      <div class="cx-chips">
        {shown.map((value) => (
          <button key={value.label} type="button" class="cx-chip" aria-pressed={value.isOn} onClick={() => onToggle(value)}>
            <bdi>{value.label}</bdi>
            <span class="cx-chip-count">{formatCount(value.count)}</span>
          </button>
        ))}
        {values.length > VALUES_SHOWN && (
          <input type="search" class="cx-find-value" value={sought} placeholder={words.moreValues(formatCount(values.length - Math.min(VALUES_SHOWN, values.length)))} aria-label={words.findValue(label)} onInput={({ currentTarget }) => setSought(currentTarget.value)} />
        )}
      </div>
    </div>
  );
}

/** What is no date stays in the field, and is told there; nothing is drawn by it. */
function DateField({ label, value, onChange }: { readonly label: string; readonly value: string | undefined; readonly onChange: (value: string | undefined) => void }): VNode {
  const words = WORDS.roadmap;
  const [draft, setDraft] = useState<string>();
  const text = draft ?? value ?? '';
  const isBad = text.trim() !== '' && parseFuzzyDate(text.trim()) === undefined;
  const take = (): void => {
    if (draft === undefined || isBad) return;
    setDraft(undefined);
    const next = draft.trim() === '' ? undefined : draft.trim();
    if (next !== value) onChange(next);
  };
  return (
    <label class="cx-date-field" title={words.dateHint}>
      <span class="cx-muted">{label}</span>
      <input type="text" value={text} placeholder="2027-Q1" aria-invalid={isBad} onInput={({ currentTarget }) => setDraft(currentTarget.value)} onChange={take} onKeyDown={(event) => event.key === 'Enter' && take()} />
      {isBad && <span class="cx-field-problem" role="alert">{words.badDate(text.trim())}</span>}
    </label>
  );
}
