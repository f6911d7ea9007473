/** Registers the plugin's commands with the app's command line. Whatever goes wrong is answered as text. */
import { printable } from '../export/printable.js';
import { CLI_COMMANDS, type CliCommand, type CliHost } from './cli-commands.js';
import { WORDS } from '../views/words/words.js';
import { CliRefusal, flagSyntax, FlagValues } from './cli-flags.js';
import { reasonOf } from './error-reason.js';
import { openView } from './open-view.js';
import type { PluginContext } from './plugin-context.js';
import { whenRead } from './when-read.js';

export function registerCliHandlers(context: PluginContext): void {
  const host = cliHost(context);
  for (const command of CLI_COMMANDS) {
    const flags = command.flags.map((flag) => [flag.name, { value: flagSyntax(flag), description: flag.description }] as const);
    context.plugin.registerCliHandler(command.id, command.description, flags.length === 0 ? null : Object.fromEntries(flags), (params) => answer(command, params, host));
  }
}

async function answer(command: CliCommand, params: Readonly<Record<string, string>>, host: CliHost): Promise<string> {
  try {
    return await command.run(new FlagValues(command.flags, params), host);
  } catch (error) {
    const message = error instanceof CliRefusal ? error.message : printable(WORDS.cli.failed(reasonOf(error)));
    return `${WORDS.cli.error(message)}\n`;
  }
}

function cliHost(context: PluginContext): CliHost {
  const { app, plugin, playbook } = context;
  return {
    version: plugin.manifest.version,
    read: async () => {
      // What it could not be read for is told when it happens.
      const store = await whenRead(context).catch(() => undefined);
      if (store === undefined) throw new CliRefusal(WORDS.cli.notRead);
      return { store, result: playbook.result };
    },
    exists: (path) => app.vault.getAbstractFileByPath(path) !== null,
    open: async (view) => {
      await openView(app, view);
    },
  };
}
