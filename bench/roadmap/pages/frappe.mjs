/** frappe-gantt: one SVG of everything, a row per item; zoom is a new width of its columns. */
import Gantt from 'frappe-gantt';
import '../peers/node_modules/frappe-gantt/dist/frappe-gantt.css';
import { runs } from '../in-page.mjs';
import { isoOf, PX_PER_DAY } from '../scene.mjs';

const MONTH_PX = 30 * PX_PER_DAY;
const ZOOM_STEP = 1.2;
let tasks, gantt, monthPx = MONTH_PX;
const scroller = () => globalThis.document.querySelector('.gantt-container');

runs({
  prepare({ items }) {
    tasks = [...items]
      .sort((a, b) => a.lane - b.lane || a.startDay - b.startDay)
      .map(({ id, title, startDay, endDay, progress, dependsOn }) => ({ id, name: title, start: isoOf(startDay), end: isoOf(endDay), progress, dependencies: dependsOn }));
  },
  draw(pane) {
    gantt = new Gantt(pane, tasks, {
      view_mode: 'Month', column_width: MONTH_PX, infinite_padding: false, scroll_to: 'start', container_height: 900,
      bar_height: 24, padding: 10, popup: false, move_dependencies: false, today_button: false,
    });
  },
  isDrawn: () => globalThis.document.querySelector('.bar-wrapper') !== null,
  barSelector: '.bar-wrapper',
  pan(px) { scroller().scrollLeft += px; },
  scroll(px) { scroller().scrollTop += px; },
  scrollRoom: () => scroller().scrollHeight - scroller().clientHeight,
  toStart() { scroller().scrollTo(0, 0); },
  zoom(direction) {
    monthPx *= direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
    gantt.update_options({ column_width: Math.round(monthPx) });
  },
});
