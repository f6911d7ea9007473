/** An arrow's line and head as SVG path data, for the drawn view and the exports alike. */
import type { Point, SceneArrow } from './arrow-routes.js';

const RADIUS_PX = 5;
const HEAD_PX = 6;

export interface ArrowPaths {
  readonly line: string;
  /** A filled triangle. */
  readonly head: string;
  /** Its tasks overlap in time, or wait for one another in a circle. */
  readonly isRed: boolean;
}

/** Undefined for an arrow without a length. Coordinates count from `origin`, the corner of what the paths are drawn in. */
export function arrowPaths({ arrow, points }: SceneArrow, origin?: Point): ArrowPaths | undefined {
  const moved = origin === undefined ? points : points.map(({ x, y }) => ({ x: x - origin.x, y: y - origin.y }));
  const tip = moved.at(-1);
  const before = moved.at(-2);
  if (tip === undefined || before === undefined) return undefined;
  const dx = Math.sign(tip.x - before.x);
  const dy = dx === 0 ? Math.sign(tip.y - before.y) : 0;
  const length = Math.min(HEAD_PX, Math.abs(tip.x - before.x) + Math.abs(tip.y - before.y));
  const base = { x: tip.x - dx * length, y: tip.y - dy * length };
  const half = HEAD_PX / 2;
  return {
    line: roundedPath([...moved.slice(0, -1), base], RADIUS_PX),
    head:
      `M${px(tip.x)} ${px(tip.y)}` +
      `L${px(base.x - dy * half)} ${px(base.y + dx * half)}L${px(base.x + dy * half)} ${px(base.y - dx * half)}Z`,
    isRed: arrow.conflict || arrow.inCycle,
  };
}

/** A length with one decimal at most: a tenth of a pixel is below what can be seen, and keeps the file small. */
export function px(length: number): string {
  return String(Math.round(length * 10) / 10);
}

/** A line through the points with its corners rounded as far as the shorter side allows. */
function roundedPath(points: readonly Point[], radius: number): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  let path = `M${px(start.x)} ${px(start.y)}`;
  rest.forEach((point, index) => {
    const before = index === 0 ? start : rest[index - 1];
    const after = rest[index + 1];
    if (after === undefined || before === undefined) {
      path += `L${px(point.x)} ${px(point.y)}`;
      return;
    }
    const into = towards(point, before, radius);
    const out = towards(point, after, radius);
    path += `L${px(into.x)} ${px(into.y)}Q${px(point.x)} ${px(point.y)} ${px(out.x)} ${px(out.y)}`;
  });
  return path;
}

/** The point `distance` from one point on the way to another, at most half of the way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
