/** A plan as people read it before they say yes: what is done to which file, with the lines that come and go. */
import { printable } from '../export/printable.js';
import { describeStep } from './git-setup-apply.js';
import type { SetupPlan, SetupStep } from './git-setup-plan.js';
import { unifiedDiff } from './patch.js';

/** Each line with its end; empty for a plan that does and says nothing. */
export async function formatPlan({ steps, advice }: SetupPlan): Promise<string> {
  const parts: string[] = [];
  for (const step of steps) parts.push(`Will ${printable(describeStep(step))}${purposeOf(step)}:\n${await shownLines(step)}\n`);
  return parts.join('') + advice.map((line) => `Note: ${printable(line)}\n`).join('');
}

/** What a step is for, to be read after it; empty for one that takes something away. */
function purposeOf(step: SetupStep): string {
  switch (step.kind) {
    case 'untrack': return '';
    case 'setting': return step.after === undefined ? '' : ', the program that merges notes in this clone';
    case 'file': return step.after === undefined ? '' : (PURPOSES.find(([end]) => step.shown.endsWith(end))?.[1] ?? '');
  }
}

const PURPOSES: readonly (readonly [end: string, purpose: string])[] = [
  ['.gitattributes', ', so that git merges notes property by property'],
  ['.gitignore', ', so that nothing of one device, and nothing private, is committed'],
  ['pre-commit', ', which checks changed notes before each commit in this clone'],
  ['.yml', ', so that a service lints what is pushed'],
];

async function shownLines(step: SetupStep): Promise<string> {
  switch (step.kind) {
    case 'file': return indented(withoutHeader(await unifiedDiff('file', step.before ?? '', step.after ?? '')));
    case 'setting': return indented([...signed('-', step.before), ...signed('+', step.after)]);
    case 'untrack': return indented([...step.paths.slice(0, MOST_PATHS), ...more(step.paths.length - MOST_PATHS), 'The files stay where they are.']);
  }
}

const MOST_PATHS = 20;

function more(count: number): readonly string[] {
  return count > 0 ? [`and ${count} more`] : [];
}

/** The two lines that name the files: the step names it. */
function withoutHeader(patch: string): readonly string[] {
  return patch.replace(/\n$/, '').split('\n').slice(2);
}

function signed(sign: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`${sign}${text}`];
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${printable(line)}\n`).join('');
}
