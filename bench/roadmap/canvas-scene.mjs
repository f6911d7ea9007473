/**
 * The yardstick of panning: the scene on one canvas, by hand and with nothing else. Bars are packed into rows as ours,
 * and a frame draws grid, bars with their labels, gap rails and arrows in sight. It has no names for assistive technology.
 */
import { FIRST_DAY, LAST_DAY, PX_PER_DAY } from './scene.mjs';

const GUTTER_PX = 196;
const HEADER_PX = 48;
const ROW_PX = 34;
const BAR_PX = 24;
const LANE_PAD_PX = 30;
const MIN_LABEL_PX = 30;
const COLOURS = ['#7852ee', '#ec7500', '#086ddd', '#08b94e'];

/** @param {import('./scene.mjs').Scene} scene */
export function drawCanvas(canvas, { items, lanes }) {
  const context = canvas.getContext('2d', { alpha: false });
  context.font = '12px sans-serif';
  const { rows, tops, places } = pack(items, lanes.length);
  const labels = new Map();
  const view = { x: 0, y: 0 };

  const labelOf = (item, roomPx) => {
    const known = labels.get(item.id);
    if (known !== undefined) return known;
    let text = item.title;
    while (text.length > 1 && context.measureText(text).width > roomPx) text = `${text.slice(0, -2)}…`;
    labels.set(item.id, text);
    return text;
  };

  const paint = () => {
    const { width, height } = canvas;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    const firstDay = FIRST_DAY + view.x / PX_PER_DAY;
    const lastDay = firstDay + (width - GUTTER_PX) / PX_PER_DAY;
    const xOf = (day) => GUTTER_PX + (day - FIRST_DAY) * PX_PER_DAY - view.x;
    context.strokeStyle = '#eee';
    context.beginPath();
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 30.44) {
      if (day < firstDay || day > lastDay) continue;
      const x = Math.round(xOf(day)) + 0.5;
      context.moveTo(x, HEADER_PX);
      context.lineTo(x, height);
    }
    context.stroke();
    const seen = [];
    for (const row of rows) {
      const y = HEADER_PX + row.y - view.y;
      if (y < HEADER_PX - ROW_PX || y > height) continue;
      for (const item of row.items) {
        if (item.startDay > lastDay || item.endDay + 1 < firstDay) continue;
        const [x, right] = [xOf(item.startDay), xOf(item.endDay + 1)];
        seen.push(item);
        const colour = COLOURS[item.lane % 4];
        if (item.kind === 'milestone') {
          context.fillStyle = colour;
          context.beginPath();
          context.moveTo(x - 7, y + 12);
          context.lineTo(x, y + 5);
          context.lineTo(x + 7, y + 12);
          context.lineTo(x, y + 19);
          context.fill();
          context.fillStyle = '#5c5c5c';
          context.fillText(item.title, x + 11, y + 16);
          continue;
        }
        context.globalAlpha = 0.18;
        context.fillStyle = colour;
        context.beginPath();
        context.roundRect(x, y, right - x, BAR_PX, 4);
        context.fill();
        context.globalAlpha = 0.35;
        context.fillRect(x, y, ((right - x) * item.progress) / 100, BAR_PX);
        context.globalAlpha = 0.5;
        context.strokeStyle = colour;
        context.stroke();
        context.globalAlpha = 1;
        context.fillStyle = '#e93147';
        context.fillRect(x, y + BAR_PX - 4, (right - x) / 2, 4);
        if (right - x < MIN_LABEL_PX) continue;
        context.fillStyle = '#222';
        context.fillText(labelOf(item, right - x - 12), Math.max(x, GUTTER_PX) + 6, y + 16);
      }
    }
    context.strokeStyle = '#5c5c5c';
    context.beginPath();
    for (const item of seen) {
      for (const before of item.dependsOn) {
        const [from, to] = [places.get(before), places.get(item.id)];
        const [x1, y1, x2, y2] = [xOf(from.item.endDay + 1), HEADER_PX + from.y - view.y + 12, xOf(item.startDay), HEADER_PX + to.y - view.y + 12];
        context.moveTo(x1, y1);
        context.lineTo(x1 + 6, y1);
        context.lineTo(x1 + 6, y2 - 17);
        context.lineTo(x2 - 6, y2 - 17);
        context.lineTo(x2 - 6, y2);
        context.lineTo(x2, y2);
      }
    }
    context.stroke();
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, HEADER_PX);
    context.fillRect(0, HEADER_PX, GUTTER_PX, height);
    context.fillStyle = '#222';
    lanes.forEach(({ name }, lane) => context.fillText(name, 12, HEADER_PX + tops[lane] + 20 - view.y));
    for (let month = 0; month < 36; month++) context.fillText(String((month % 12) + 1), xOf(FIRST_DAY + month * 30.44) + 4, 40);
  };
  paint();
  return { move(x, y) { view.x += x; view.y += y; paint(); }, toStart() { view.x = view.y = 0; paint(); } };
}

/** Each item into the first row of its lane that is free. */
function pack(items, laneCount) {
  const rows = [];
  const tops = [];
  const places = new Map();
  let y = 0;
  for (let lane = 0; lane < laneCount; lane++) {
    tops.push(y);
    y += LANE_PAD_PX;
    const own = [];
    for (const item of items.filter((one) => one.lane === lane)) {
      const free = own.find((row) => row.end < item.startDay) ?? own[own.push({ end: 0, y: y + own.length * ROW_PX, items: [] }) - 1];
      free.end = item.kind === 'milestone' ? item.endDay + 60 : item.endDay;
      free.items.push(item);
      places.set(item.id, { item, y: free.y });
    }
    rows.push(...own);
    y += own.length * ROW_PX;
  }
  return { rows, tops, places };
}
