import { resolve } from 'node:path';
import { CommandFailure, type CommandArguments, type CommandIo } from './command.js';
import { reasonOf } from './error-reason.js';
import { writeFileWhole } from './write-file.js';

/** Gives data out: to the file of `--output`, whole or not at all, else to standard output. */
export function giveOutput(data: string | Uint8Array, args: CommandArguments, io: CommandIo): void {
  const file = args.text('output');
  if (file === undefined) {
    io.out(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));
    return;
  }
  writeOutput(file, data, io);
}

/** Writes data to a file named from where the command runs, whole or not at all. Throws {@link CommandFailure} when that fails. */
export function writeOutput(file: string, data: string | Uint8Array, io: CommandIo): void {
  try {
    writeFileWhole(resolve(io.cwd, file), data);
  } catch (error) {
    throw new CommandFailure(`Cannot write "${file}": ${reasonOf(error)}. Name a file in a folder that exists.`);
  }
}
