/** "Where to act next" for a terminal: each step with what the vault records, what helps, and the notes to open. */
import type { NextStep } from '../playbook/next-steps.js';
import { printable } from './printable.js';

export function formatStepsText(steps: readonly NextStep[]): string {
  if (steps.length === 0) return 'No next step follows from what is recorded in this vault. That is no proof that all is well.\n';
  return `${steps.map(formatStep).join('\n\n')}\n`;
}

function formatStep({ title, reasons, actions, paths, source }: NextStep, index: number): string {
  const lines = [
    `${index + 1}. ${title}`,
    ...reasons.map((reason) => `   Why: ${reason}`),
    ...actions.map((action) => `   What helps: ${action}`),
    ...paths.map((path) => `   Note: ${path}`),
    `   Source: ${source}`,
  ];
  return lines.map(printable).join('\n');
}
