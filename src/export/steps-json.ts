/** "Where to act next" for other programs. `schema` is 1; a change that breaks readers raises it. */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { NextStep } from '../playbook/next-steps.js';
import { formatJson } from './printable.js';

/** Indented by two spaces, with a line end. */
export function formatStepsJson(steps: readonly NextStep[], today: CalendarDate): string {
  const data = steps.map(({ kind, title, reasons, actions, paths, source }) => ({ kind, title, reasons, actions, paths, source }));
  return `${formatJson({ schema: 1, today, steps: data }, 2)}\n`;
}
