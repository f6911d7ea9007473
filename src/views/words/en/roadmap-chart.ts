/** What the chart of the roadmap says: names, descriptions, live messages. */
import { formatCount } from '../../format-count.js';

function count(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
}

export const ROADMAP_CHART_WORDS = {
  today: 'Today',
  phases: 'Phases',
  selected: (name: string) => `${name}, selected`,
  /** The level on a leader's track; undefined where none is recorded. */
  level: (label: string | undefined) => label ?? 'not assessed',
  expected: (level: string) => `${level}, expected`,
  recorded: (level: string) => `${level}, recorded in git`,
  items: (items: number) => count(items, 'item'),
  gaps: (gaps: number) => count(gaps, 'gap'),
  /** Many small bars drawn as one. */
  run: (items: number, from: string, to: string, gaps: number) =>
    `${count(items, 'item')}${gaps === 0 ? '' : `, ${gaps} with gaps`}, ${from === to ? from : `${from} to ${to}`}. Enter zooms in`,
  /** What stands in a lane that is closed. */
  closed: (items: number, gaps: number) => `${count(items, 'item')}${gaps === 0 ? '' : `, ${count(gaps, 'gap')}`}`,
} as const;
