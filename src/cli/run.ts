/** The command line: finds the command, runs it, and turns what went wrong into one line and exit code 2. */
import { nearestName } from '../notes/nearest-name.js';
import { printable } from '../export/printable.js';
import { CommandFailure, formatCommandHelp, parseCommandArguments, type CommandIo } from './command.js';
import { COMMAND_NAMES, loadCommand, loadCommands } from './commands.js';
import { VERSION } from './version.js';

/** Exit code: 0 clean, 1 findings, 2 could not run. Never throws. */
export async function runCli(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const [name, ...rest] = argv;
    if (name === undefined) throw new CommandFailure(`No command was given. Name one of ${COMMAND_NAMES.join(', ')}, or see "cx-playbook --help".`);
    if (name === '--help' || name === '-h' || name === 'help') {
      io.out(await formatHelp());
      return 0;
    }
    if (name === '--version') {
      io.out(`${VERSION}\n`);
      return 0;
    }
    const command = await loadCommand(name);
    if (command === undefined) throw new CommandFailure(unknownCommand(name));
    if (command.runPlain !== undefined && !(rest.length === 1 && /^(?:--help|-h)$/.test(rest[0] ?? ''))) return await command.runPlain(rest, io);
    const args = parseCommandArguments(command, rest);
    if (args.flag('help')) {
      io.out(formatCommandHelp(command));
      return 0;
    }
    return await command.run(args, io);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const tip = error instanceof CommandFailure ? '' : ' This is a defect of the program: please report it with the command you ran.';
    io.err(`${printable(message)}${tip}\n`);
    return 2;
  }
}

function unknownCommand(name: string): string {
  const nearest = nearestName(name, COMMAND_NAMES);
  return `There is no command "${name}". ${nearest === undefined ? 'See "cx-playbook --help".' : `Did you mean "${nearest}"?`}`;
}

async function formatHelp(): Promise<string> {
  const commands = await loadCommands();
  const width = Math.max(...commands.map(({ name, usage }) => name.length + usage.length + 1));
  const rows = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`);
  return ['cx-playbook COMMAND', '', ...rows, '', 'Each command explains itself with --help. Exit code: 0 clean, 1 findings, 2 could not run.', ''].join('\n');
}
