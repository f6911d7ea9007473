/** Levels that git recorded and no note dates: stripes over the colour of the level. Drawings without them stay as they are. */
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { px } from './svg-element.js';

export function hasRecordedLevels({ lanes }: RoadmapLayout): boolean {
  return lanes.some(({ track }) => track?.some(({ recorded }) => recorded === true) === true);
}

export function recordedPattern(idPrefix: string): string {
  return `<defs><pattern id="${idPrefix}-recorded" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="cx-recorded-line" x1="1" y1="0" x2="1" y2="7"/></pattern></defs>`;
}

export function recordedStripes(x: number, y: number, width: number, height: number, idPrefix: string): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="3" fill="url(#${idPrefix}-recorded)"/>`;
}
