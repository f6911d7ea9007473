/** A command of the command line as data: its options make the parser, `--help` and the docs. */
import { parseArgs } from 'node:util';
import { nearestName, oneOfNot } from '../notes/nearest-name.js';

export interface CommandOption {
  readonly name: string;
  readonly short?: string;
  /** The word for the value in help; absent for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** It may be given several times; see {@link CommandArguments.texts}. */
  readonly repeatable?: boolean;
  readonly description: string;
}

/** What a command may touch besides files. */
export interface CommandIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  readStdin(): Promise<string>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** The machine's day, `yyyy-mm-dd`. */
  readonly today: string;
  /** File of the program that git starts by itself; undefined when it is not there. */
  readonly forGit?: string | undefined;
  /** Asks the person at the terminal, and gives the line that they typed; absent where nobody sits at one. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Lines of help below the options. */
  readonly details?: readonly string[];
  readonly options: readonly CommandOption[];
  readonly minArguments: number;
  readonly maxArguments: number;
  /** Gives the exit code: 0 clean, 1 findings. Throws {@link CommandFailure} when it could not run. */
  readonly run: (args: CommandArguments, io: CommandIo) => Promise<number>;
  /** For arguments that are file names whatever they look like: run instead, unless help alone is asked for. */
  readonly runPlain?: (argv: readonly string[], io: CommandIo) => Promise<number>;
}

/** The command could not run: what, why and what to do, in one line. Exit code 2. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

export class CommandArguments {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(
    readonly positionals: readonly string[],
    values: Readonly<Record<string, unknown>>,
  ) {
    this.#values = values;
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** Every value of a repeatable option, in the order given; empty when it was not given. */
  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
  }

  /** The option's value as one of its choices; the fallback when it was not given. */
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    return choices.find((choice) => choice === this.text(name)) ?? fallback;
  }
}

const HELP: CommandOption = { name: 'help', short: 'h', description: 'Show this help.' };

export const TODAY_OPTION: CommandOption = { name: 'today', value: 'YYYY-MM-DD', description: 'The day that counts as today. Default: the machine’s day.' };
export const PRIVATE_OPTION: CommandOption = { name: 'private', description: 'Take private notes in too: for the coach’s own eyes.' };
export const OUTPUT_OPTION: CommandOption = { name: 'output', short: 'o', value: 'FILE', description: 'Write to the file instead of standard output.' };

/** Reads the arguments of a command. Throws {@link CommandFailure} when they do not fit it. */
export function parseCommandArguments(command: Command, argv: readonly string[]): CommandArguments {
  const options = [...command.options, HELP];
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        options.map(({ name, short, value, repeatable = false }) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: repeatable, ...(short === undefined ? {} : { short }) }]),
      ),
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?\s*\n|\. |\.$/);
    const wrong = /^Unknown option '--?([^']+)'/.exec(reason)?.[1];
    const nearest = wrong === undefined ? undefined : nearestName(wrong, options.map(({ name }) => name));
    throw new CommandFailure(`${reason}. ${nearest === undefined ? `See "cx-playbook ${command.name} --help".` : `Did you mean "--${nearest}"?`}`);
  }
  const { values, positionals } = parsed;
  if (values['help'] === true) return new CommandArguments(positionals, values);
  for (const { name, choices } of options) {
    const value = values[name];
    if (choices === undefined || typeof value !== 'string' || choices.includes(value)) continue;
    throw new CommandFailure(`Option --${name} takes ${oneOfNot(choices, value)}`);
  }
  if (positionals.length < command.minArguments || positionals.length > command.maxArguments) {
    throw new CommandFailure(`Usage: cx-playbook ${command.name} ${command.usage}. See "cx-playbook ${command.name} --help".`);
  }
  return new CommandArguments(positionals, values);
}

export function formatCommandHelp(command: Command): string {
  const rows = [...command.options, HELP].map((option) => [optionSyntax(option), option.description] as const);
  const width = Math.max(...rows.map(([syntax]) => syntax.length));
  const options = rows.map(([syntax, description]) => `  ${syntax.padEnd(width)}  ${description}`);
  return [
    `cx-playbook ${command.name} ${command.usage}`,
    '',
    command.summary,
    '',
    ...options,
    ...(command.details === undefined ? [] : ['', ...command.details]),
    '',
  ].join('\n');
}

export function optionSyntax({ name, short, value, choices }: CommandOption): string {
  const word = choices === undefined ? value : choices.join('|');
  return `${short === undefined ? '' : `-${short}, `}--${name}${word === undefined ? '' : ` ${word}`}`;
}
