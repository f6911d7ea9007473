/** Every key and gesture of the chart in the order in which help and docs list them. */
import { WORDS } from './words/words.js';

export interface KeyRow {
  /** Keys of one line: "Alt + ←/→". */
  readonly keys: string;
  readonly does: string;
}

const { keys } = WORDS.roadmapKeys;

export const KEYS: readonly KeyRow[] = [
  { keys: '← → ↑ ↓', does: keys.arrows },
  { keys: 'Home / End', does: keys.ends },
  { keys: 'Ctrl + Home / End', does: keys.chartEnds },
  { keys: 'Page up / Page down', does: keys.lanes },
  { keys: 'Enter', does: keys.open },
  { keys: 'Ctrl + Enter', does: keys.openTab },
  { keys: 'Space', does: keys.select },
  { keys: 'Shift + arrows', does: keys.extend },
  { keys: 'Ctrl + A', does: keys.all },
  { keys: 'Esc', does: keys.escape },
  { keys: 'Alt + ← / →', does: keys.move },
  { keys: 'Alt + Shift + ← / →', does: keys.end },
  { keys: 'Ctrl + Alt + ← / →', does: keys.start },
  { keys: 'D', does: keys.shift },
  { keys: 'L', does: keys.link },
  { keys: 'E', does: keys.edit },
  { keys: 'N', does: keys.create },
  { keys: 'Shift + F10 / Menu key', does: keys.menu },
  { keys: 'C', does: keys.close },
  { keys: '+ / −', does: keys.zoom },
  { keys: '0', does: keys.fit },
  { keys: 'T', does: keys.today },
  { keys: '[ / ]', does: keys.phase },
  { keys: 'G', does: keys.group },
  { keys: 'Ctrl + Z', does: keys.undo },
  { keys: 'Ctrl + Shift + Z', does: keys.redo },
  { keys: '?', does: keys.help },
];

export const POINTER_KEYS: readonly KeyRow[] = [
  { keys: 'Click', does: keys.click },
  { keys: 'Ctrl + click', does: keys.clickMore },
  { keys: 'Shift + click', does: keys.clickRange },
  { keys: 'Double click', does: keys.doubleClick },
  { keys: 'Drag a bar', does: keys.dragBar },
  { keys: 'Alt + drag', does: keys.dragFree },
  { keys: 'Drag its edge', does: keys.dragEdge },
  { keys: 'Drag its dot', does: keys.dragGrip },
  { keys: 'Drag on empty room', does: keys.dragEmpty },
  { keys: 'Shift + drag on empty room', does: keys.drawNew },
  { keys: 'Hold, then drag (touch)', does: keys.touch },
  { keys: 'Hold, then let go (touch)', does: keys.touchMenu },
];
