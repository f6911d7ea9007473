import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildStarterPlaybook } from '../notes/starter-playbook.js';
import { CommandFailure, TODAY_OPTION, type Command } from './command.js';
import { reasonOf } from './error-reason.js';
import { todayOf } from './open-store.js';
import { writeNewFile } from './write-file.js';

export const initCommand: Command = {
  name: 'init',
  usage: 'DIR',
  summary: 'Writes a starter playbook: journey, foundation, examples, ten plays and a guide.',
  options: [
    { name: 'merge', description: 'Write into a folder that holds files; existing files are never touched.' },
    TODAY_OPTION,
  ],
  details: ['Without --merge the folder must be empty or new.'],
  minArguments: 1,
  maxArguments: 1,
  run: (args, io) => {
    const name = args.positionals[0] ?? '';
    const folder = resolve(io.cwd, name);
    const today = todayOf(args, io);
    if (!args.flag('merge') && !isEmptyOrNew(folder, name)) {
      throw new CommandFailure(`"${name}" is not empty, so nothing was written. Name a new folder, or add --merge: it never overwrites a file.`);
    }
    const kept: string[] = [];
    let written = 0;
    for (const { path, text } of buildStarterPlaybook(today)) {
      const file = join(folder, path);
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeNewFile(file, text);
        written++;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST' && existsSync(file))) {
          throw new CommandFailure(`Cannot write "${path}": ${reasonOf(error)}. ${written} files were written; run again with --merge.`);
        }
        kept.push(path);
      }
    }
    for (const path of kept) io.err(`Kept "${path}", which exists.\n`);
    io.err(`Wrote ${written} files. Open "${name}" in Obsidian and start with Guide.md, or run: cx-playbook lint ${JSON.stringify(name)}\n`);
    return Promise.resolve(0);
  },
};

/** Hidden files such as `.git` and `.obsidian` do not count. */
function isEmptyOrNew(folder: string, name: string): boolean {
  try {
    return readdirSync(folder).every((entry) => entry.startsWith('.'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw new CommandFailure(`Cannot open "${name}": ${reasonOf(error)}. Name a folder.`);
  }
}
