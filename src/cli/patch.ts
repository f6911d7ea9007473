/** Changes of notes as patches that git applies. */
import { printable } from '../export/printable.js';
import type { PlannedChange } from '../vault/edit-plan.js';
import type { CommandArguments, CommandIo } from './command.js';
import { giveOutput } from './output.js';

/**
 * What a terminal must not get, beyond tabs, line ends of both kinds and the byte order mark at the start of a note: a
 * patch is text that must stay as it is, or it does not apply.
 */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)|\p{Surrogate}/u;

/** Whether a patch must go to a file, not to a terminal. */
export function holdsControls(patch: string): boolean {
  return CONTROLS.test(patch);
}

/** As git writes it: names with special characters are quoted, a tab ends a name with spaces. */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}

/** Gives the changes out as one patch; those that a terminal must not get go to a file, or are named. */
export async function givePatches(changes: readonly PlannedChange[], args: CommandArguments, io: CommandIo): Promise<void> {
  const patches: string[] = [];
  for (const { path, before, after } of changes) {
    const patch = await unifiedDiff(path, before, after);
    if (args.text('output') === undefined && holdsControls(patch)) io.err(`"${printable(path)}" holds control characters, so its changes are not shown here. Write them to a file with -o.\n`);
    else patches.push(patch);
  }
  giveOutput(patches.join(''), args, io);
}
