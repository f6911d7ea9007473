/** Does the steps of a plan, each whole or not at all, and says which were done when one of them fails. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandFailure } from './command.js';
import { reasonOf } from './error-reason.js';
import type { SetupStep } from './git-setup-plan.js';
import { readFile } from './git-setup-state.js';
import type { NodeGit } from './node-git.js';
import { writeFileWhole } from './write-file.js';

/** `onDone` is told of each step that was done. Throws {@link CommandFailure} at the first that fails; those after it are not begun. */
export function applySteps(steps: readonly SetupStep[], git: NodeGit, onDone: (step: SetupStep) => void): void {
  for (const [index, step] of steps.entries()) {
    try {
      apply(step, git);
    } catch (error) {
      const reason = error instanceof CommandFailure ? error.message.replace(/\.$/, '') : reasonOf(error);
      throw new CommandFailure(`Cannot ${describeStep(step)}: ${reason}. Of ${steps.length} steps ${index} were done, and stay; run this again when the cause is gone.`);
    }
    onDone(step);
  }
}

/** A step as what it does, after "Cannot". */
export function describeStep(step: SetupStep): string {
  switch (step.kind) {
    case 'file': return `${step.after === undefined ? 'remove' : step.before === undefined ? 'write' : 'change'} "${step.shown}"`;
    case 'setting': return `${step.after === undefined ? 'take out' : 'set'} "${step.name}" in this repository’s settings`;
    case 'untrack': return `take ${step.paths.length === 1 ? `"${step.paths[0] ?? ''}"` : `${step.paths.length} files`} out of git’s index`;
  }
}

function apply(step: SetupStep, git: NodeGit): void {
  switch (step.kind) {
    case 'file':
      applyFile(step);
      return;
    case 'setting':
      git.text(step.after === undefined ? ['config', '--local', '--unset-all', step.name] : ['config', '--local', '--replace-all', step.name, step.after]);
      return;
    case 'untrack':
      git.text(['update-index', '-z', '--force-remove', '--stdin'], step.paths.map((path) => `${path}\0`).join(''));
      return;
  }
}

/** Nobody agreed to what was written into the file since the plan was shown. */
function applyFile({ file, shown, before, after, executable }: Extract<SetupStep, { readonly kind: 'file' }>): void {
  const { text, obstacle } = readFile(file, shown);
  if (text !== before || obstacle !== undefined) throw new CommandFailure('it was changed since the plan was made.');
  if (after === undefined) {
    rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileWhole(file, after);
  if (executable) chmodSync(file, 0o755);
}
