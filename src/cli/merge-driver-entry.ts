import type { Command } from './command.js';
import { runMergeDriver } from './merge-driver-command.js';
import { CONFLICTS } from './merge-driver-line.js';

const run: NonNullable<Command['runPlain']> = async (argv, io) => {
  const code = await runMergeDriver(argv, io);
  return code === CONFLICTS ? 1 : code;
};

/** The merge driver by the name of the whole program, for settings that are written by hand: slower to start than `for-git.js`. */
export const mergeDriverCommand: Command = {
  name: 'merge-driver',
  usage: '%O %A %B %L %P',
  summary: 'Merges three versions of a note property by property; git starts it.',
  options: [],
  details: [
    'In settings of git:  git config merge.cx-playbook.driver "cx-playbook merge-driver %O %A %B %L %P"',
    'and in .gitattributes:  *.md merge=cx-playbook',
    '"cx-playbook install-git" writes both, with a faster program and a way out where that program is gone.',
    'The files: what both sides started from, ours, theirs; then the length of markers, and the note’s path for messages. The result',
    'takes the place of the second. What the sides do not agree on stands in it between markers.',
    'Exit code: 0 merged, 1 conflicts are left, 129 nothing could be written: then git stops the merge.',
  ],
  minArguments: 0,
  maxArguments: Number.POSITIVE_INFINITY,
  run: (args, io) => run(args.positionals, io),
  runPlain: run,
};
