/** What git's index holds for unmerged, below a folder: up to three versions of each file. */
import type { NodeGit } from './node-git.js';

/** Blob ids by stage; undefined where the side has no such file. */
export interface UnmergedFile {
  /** From the folder, with `/`. Undefined when the name is no UTF-8. */
  readonly path: string | undefined;
  readonly shownPath: string;
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** Of the versions: `160000` for a submodule, `120000` for a symbolic link. */
  readonly modes: readonly string[];
}

export function readUnmerged(git: NodeGit): readonly UnmergedFile[] {
  const answer = git.bytes(['ls-files', '-u', '-z', '--', '.']);
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const files = new Map<string, { path: string | undefined; shownPath: string; modes: string[]; stages: Map<string, string> }>();
  let at = 0;
  for (let end = answer.indexOf(0, at); end !== -1; at = end + 1, end = answer.indexOf(0, at)) {
    const tab = answer.indexOf(9, at);
    const [mode = '', id = '', stage = ''] = answer.toString('latin1', at, tab).split(' ');
    const name = answer.subarray(tab + 1, end);
    const file = files.get(name.toString('latin1')) ?? { path: decode(utf8, name), shownPath: name.toString('utf8'), modes: [], stages: new Map<string, string>() };
    file.modes.push(mode);
    file.stages.set(stage, id);
    files.set(name.toString('latin1'), file);
  }
  return [...files.values()].map(({ stages, ...file }) => ({ ...file, base: stages.get('1'), ours: stages.get('2'), theirs: stages.get('3') }));
}

function decode(utf8: InstanceType<typeof TextDecoder>, bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
