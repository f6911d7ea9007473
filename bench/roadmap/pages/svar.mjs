/** SVAR Gantt (React): rows in sight are drawn, a row per item below one for its lane. Its table shows names alone: without it lanes have none. */
import { Gantt, Willow } from '@svar-ui/react-gantt';
import '@svar-ui/react-gantt/all.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { runs } from '../in-page.mjs';
import { dateOf, FIRST_DAY, LAST_DAY, PX_PER_DAY } from '../scene.mjs';

const SCALES = [{ unit: 'year', step: 1, format: '%Y' }, { unit: 'month', step: 1, format: '%M' }];
const COLUMNS = [{ id: 'text', header: '', width: 196 }];
let tasks, links;
const scroller = () => globalThis.document.querySelector('.wx-chart');
const vertical = () => globalThis.document.querySelector('.wx-gantt');

runs({
  prepare({ items, lanes }) {
    const inLanes = lanes.flatMap(({ name }, lane) => {
      const own = items.filter((item) => item.lane === lane);
      if (own.length === 0) return [];
      const summary = { id: `lane${lane}`, text: name, type: 'summary', open: true, start: dateOf(FIRST_DAY), end: dateOf(LAST_DAY + 1) };
      return [summary, ...own.map(({ id, title, kind, startDay, endDay, progress }) => ({
        id, text: title, parent: summary.id, progress, start: dateOf(startDay),
        ...(kind === 'milestone' ? { type: 'milestone' } : { type: 'task', end: dateOf(endDay + 1) }),
      }))];
    });
    tasks = inLanes;
    links = items.flatMap(({ id, dependsOn }) => dependsOn.map((source) => ({ id: `${source}-${id}`, source, target: id, type: 'e2s' })));
  },
  draw(pane) {
    const chart = createElement(Gantt, { tasks, links, scales: SCALES, start: dateOf(FIRST_DAY), end: dateOf(LAST_DAY + 1), columns: COLUMNS, cellWidth: 30 * PX_PER_DAY, cellHeight: 34, zoom: true });
    createRoot(pane).render(createElement(Willow, { fonts: false }, chart));
  },
  isDrawn: () => globalThis.document.querySelector('.wx-bar.wx-task') !== null,
  barSelector: '.wx-bar.wx-task',
  pan(px) { scroller().scrollLeft += px; },
  scroll(px) { vertical().scrollTop += px; },
  scrollRoom: () => vertical().scrollHeight - vertical().clientHeight,
  toStart() { scroller().scrollLeft = 0; vertical().scrollTop = 0; },
});
