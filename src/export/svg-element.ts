/** Small pieces of SVG markup: rounded numbers, text that is safe and reads in its own direction, paths. */
import { escapeXml } from './escape.js';
import { px } from '../roadmap/arrow-paths.js';
import { isRightToLeft } from '../roadmap/text-width.js';

export { px };

/** Text whose left edge is at x, whichever way it reads. */
export function svgText(text: string, x: number, y: number, classes: string): string {
  if (text === '') return '';
  const direction = isRightToLeft(text) ? ' direction="rtl" text-anchor="end"' : '';
  return `<text class="${classes}" x="${px(x)}" y="${px(y)}"${direction}>${escapeXml(text)}</text>`;
}

export function svgRect(classes: string, x: number, y: number, width: number, height: number, radius = 0): string {
  const rounded = radius === 0 ? '' : ` rx="${px(radius)}"`;
  return `<rect class="${classes}" x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(height)}"${rounded}/>`;
}

export function svgLine(classes: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${classes}" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"/>`;
}

/** A rectangle with a radius of its own for the left and the right corners. */
export function sidedRectPath(x: number, y: number, width: number, height: number, leftRadius: number, rightRadius: number): string {
  const left = Math.min(leftRadius, width / 2, height / 2);
  const right = Math.min(rightRadius, width / 2, height / 2);
  const corner = (radius: number, dx: number, dy: number): string =>
    radius === 0 ? '' : `a${px(radius)} ${px(radius)} 0 0 1 ${px(dx * radius)} ${px(dy * radius)}`;
  return (
    `M${px(x + left)} ${px(y)}H${px(x + width - right)}${corner(right, 1, 1)}V${px(y + height - right)}${corner(right, -1, 1)}` +
    `H${px(x + left)}${corner(left, -1, -1)}V${px(y + left)}${corner(left, 1, -1)}Z`
  );
}
