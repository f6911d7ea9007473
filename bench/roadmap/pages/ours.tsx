/** Our chart in a pane as the app makes one, with everything on: tracks, gap rails, arrows, keys and dragging. */
import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fromEpochDay } from '../../../src/playbook/calendar-date.js';
import type { Playbook } from '../../../src/playbook/playbook.js';
import { DEFAULT_CHOICE, type RoadmapChoice } from '../../../src/roadmap/roadmap-choice.js';
import { layoutRoadmap } from '../../../src/roadmap/layout.js';
import type { RoadmapLayout } from '../../../src/roadmap/roadmap-layout.js';
import type { RoadmapActions } from '../../../src/views/roadmap-actions.js';
import { RoadmapChart } from '../../../src/views/RoadmapChart.js';
import type { ViewHost } from '../../../src/views/view-host.js';
import { executive, initiative, journey, playbookOf } from '../../../test/builders.js';
import { runs } from '../in-page.mjs';
import { FIRST_DAY, isoOf, LAST_DAY, PX_PER_DAY, TODAY_DAY, type Scene } from '../scene.mjs';

const HOST: ViewHost = { open: () => undefined, icon: () => undefined, run: () => undefined };
const NOTHING = (): void => undefined;
const ACTIONS: RoadmapActions = { change: () => Promise.resolve(false), edit: NOTHING, create: NOTHING, undo: NOTHING, redo: NOTHING };
const NO_ENTRIES = (): readonly never[] => [];

let playbook: Playbook;

runs({
  prepare(scene) {
    playbook = playbookFrom(scene);
  },
  draw(pane) {
    const layout = layoutRoadmap(playbook, { today: fromEpochDay(TODAY_DAY), groupBy: 'leader' });
    render(<Shell layout={layout} />, pane);
  },
  isDrawn: () => document.querySelector('[data-id]') !== null,
  barSelector: '[data-id]',
  pan: (px) => scroller().scrollBy(px, 0),
  scroll: (px) => scroller().scrollBy(0, px),
  scrollRoom: () => scroller().scrollHeight - scroller().clientHeight,
  toStart: () => scroller().scrollTo(0, 0),
});

/** What the chart stands in keeps the choice and the selection, as the view does. */
function Shell({ layout }: { readonly layout: RoadmapLayout }) {
  const [choice, setChoice] = useState<RoadmapChoice>({ ...DEFAULT_CHOICE, groupBy: 'leader', zoom: PX_PER_DAY });
  const [selection, setSelection] = useState<ReadonlySet<string>>(useMemo(() => new Set<string>(), []));
  return (
    <RoadmapChart
      layout={layout} host={HOST} choice={choice} onChoice={setChoice} selection={selection} onSelect={setSelection} actions={ACTIONS}
      showMenu={NOTHING} menuOf={NO_ENTRIES} onHelp={NOTHING} onGroupNext={NOTHING}
    />
  );
}

let found: Element | undefined;

/** What scrolls within the chart. */
function scroller(): Element {
  found ??= [...document.querySelectorAll('#pane *')].find((element) => /auto|scroll/.test(getComputedStyle(element).overflowX));
  if (found === undefined) throw new Error('The chart has nothing that scrolls.');
  return found;
}

/** The scene as notes: leaders are executives with dated levels, sponsors of the items of their lane. */
function playbookFrom({ items, lanes }: Scene): Playbook {
  const leaders = lanes.map(({ name, role, unit, levels }) => executive({ title: name, role, unit, levels: Object.fromEntries(levels.map(({ day, level }) => [isoOf(day), level])) }));
  const nameOf = new Map(items.map(({ id, title }) => [id, `${title} ${id}`]));
  const notes = items.map(({ id, title, kind, lane, startDay, endDay, progress, status, ambition, dependsOn }) => ({
    ...initiative({
      path: `Initiatives/${nameOf.get(id) ?? id}.md`,
      start: isoOf(startDay),
      end: isoOf(endDay),
      progress,
      status,
      ambition,
      units: [lanes[lane]?.unit ?? ''],
      competencies: [(['purposeful-leadership', 'compelling-brand-values', 'employee-engagement', 'customer-connectedness'] as const)[lane % 4] ?? 'employee-engagement'],
      sponsor: [lanes[lane]?.name ?? ''],
      dependsOn: dependsOn.map((before) => nameOf.get(before) ?? before),
    }),
    title,
    kind,
  }));
  return playbookOf(journey({ start: isoOf(FIRST_DAY), end: isoOf(LAST_DAY) }), ...leaders, ...notes);
}
