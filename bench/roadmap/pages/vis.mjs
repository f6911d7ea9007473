/** vis-timeline: groups are lanes, items stack within them; what is out of sight is not drawn by it. Dependencies are not either. */
import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { runs } from '../in-page.mjs';
import { dateOf, FIRST_DAY, LAST_DAY, PX_PER_DAY } from '../scene.mjs';

const DAY_MS = 86_400_000;
const GUTTER_PX = 196;
let items, groups, timeline;
let isDrawn = false;
const scroller = () => globalThis.document.querySelector('.vis-left.vis-vertical-scroll');

runs({
  prepare({ items: all, lanes }) {
    items = all.map(({ id, title, kind, lane, startDay, endDay }) => ({
      id, content: title, group: lane, start: dateOf(startDay),
      ...(kind === 'milestone' ? { type: 'point' } : { type: 'range', end: dateOf(endDay + 1) }),
    }));
    groups = lanes.map(({ name }, id) => ({ id, content: name, order: id }));
  },
  draw(pane) {
    const start = dateOf(FIRST_DAY);
    timeline = new Timeline(pane, items, groups, {
      start, end: new Date(start.getTime() + ((1400 - GUTTER_PX) / PX_PER_DAY) * DAY_MS),
      min: start, max: dateOf(LAST_DAY + 1),
      height: '900px', orientation: 'top', verticalScroll: true, zoomKey: 'ctrlKey',
      groupOrder: 'order', stack: true, margin: { axis: 5, item: { horizontal: 0, vertical: 10 } },
      editable: { updateTime: true }, itemsAlwaysDraggable: { item: true }, snap: null,
      showTooltips: false, xss: { disabled: true },
      onInitialDrawComplete: () => { isDrawn = true; },
    });
    // Without it the chart stays hidden until its timer looks for a new size, a second later.
    const show = () => {
      timeline.off('rangechanged', show);
      timeline.redraw();
    };
    timeline.on('rangechanged', show);
  },
  isDrawn: () => isDrawn && globalThis.document.querySelector('.vis-item') !== null,
  barSelector: '.vis-item.vis-range',
  pan(px) {
    const { start, end } = timeline.getWindow();
    const shift = (px / PX_PER_DAY) * DAY_MS;
    timeline.setWindow(start.getTime() + shift, end.getTime() + shift, { animation: false });
  },
  // By the wheel's event, for a scrolled element is set back by the redraw that follows.
  scroll(px) { globalThis.document.querySelector('.vis-panel.vis-center').dispatchEvent(new globalThis.WheelEvent('wheel', { deltaY: px, bubbles: true, cancelable: true })); },
  scrollRoom: () => scroller().scrollHeight - scroller().clientHeight,
  toStart() {
    const { start, end } = timeline.getWindow();
    const first = dateOf(FIRST_DAY).getTime();
    timeline.setWindow(first, first + end.getTime() - start.getTime(), { animation: false });
    scroller().scrollTop = 0;
  },
});
