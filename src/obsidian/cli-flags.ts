/** The flags of a command of the app's command line, `name=value`: checked by their definitions, never guessed. */
import { printable } from '../export/printable.js';
import { nearestName, oneOfNot } from '../notes/nearest-name.js';
import { WORDS } from '../views/words/words.js';

export interface CliFlagDefinition {
  readonly name: string;
  readonly description: string;
  /** The word for the value in help, where it is not one of the choices. */
  readonly value?: string;
  readonly choices?: readonly string[];
}

/** Why a command gives no answer, in words for the person: what was given, and what is allowed. */
export class CliRefusal extends Error {
  override readonly name = 'CliRefusal';

  constructor(message: string) {
    super(printable(message));
  }
}

/** Help's word for the value: `text|json` or `<path>`. */
export function flagSyntax({ value, choices }: CliFlagDefinition): string {
  return choices === undefined ? `<${value ?? 'value'}>` : `<${choices.join('|')}>`;
}

export class FlagValues {
  readonly #values: Readonly<Record<string, string>>;

  /**
   * Throws {@link CliRefusal} for a value that is none of the choices and for a slip in a flag's name. Other names are left
   * alone: the app has flags of its own.
   */
  constructor(definitions: readonly CliFlagDefinition[], values: Readonly<Record<string, string>>) {
    const names = definitions.map(({ name }) => name);
    for (const name of Object.keys(values)) {
      const nearest = names.includes(name) ? undefined : nearestName(name, names);
      if (nearest !== undefined) throw new CliRefusal(WORDS.cli.unknownFlag(name, nearest));
    }
    for (const { name, choices } of definitions) {
      const value = values[name];
      if (choices !== undefined && value !== undefined && !choices.includes(value)) throw new CliRefusal(WORDS.cli.flagTakes(name, oneOfNot(choices, value)));
    }
    this.#values = values;
  }

  text(name: string): string | undefined {
    return this.#values[name];
  }

  /** The value as one of its choices; the fallback when it was not given. */
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    return choices.find((choice) => choice === this.#values[name]) ?? fallback;
  }
}
