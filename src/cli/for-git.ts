/**
 * The part of the command line that git starts by itself, once for each file or commit: the merge driver and the check
 * before a commit. It is a program of its own, for Node needs longer to load the whole command line than to do the work.
 */
import { join } from 'node:path';
import { runForGit } from './for-git-commands.js';
import { CompiledPart, PARTS } from './compiled-part.js';
import type { ForGitIo } from './for-git-io.js';

/** The file names of the parts, as they were built. */
declare const BUILT_PARTS: { readonly merge: string; readonly check: string };

const load = (name: string): CompiledPart<ForGitIo> => new CompiledPart(join(import.meta.dirname, PARTS), name);

process.exitCode = await runForGit(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
  { merge: () => load(BUILT_PARTS.merge), check: () => load(BUILT_PARTS.check) },
);
