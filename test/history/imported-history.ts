import { spawnSync } from 'node:child_process';
import { git } from '../cli/git-repository.js';
import { tempFolder } from '../temp-folder.js';

/** A commit with all files that it has. */
export interface ImportedCommit {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly subject?: string;
  /** Days of the committer, `yyyy-mm-dd`; by default one after the other from 2026-01-01. */
  readonly day?: string;
  /** Places of its parents in the list; by default the one before. */
  readonly parents?: readonly number[];
}

/** A repository with these commits on `main`, in one call of git. Nothing is checked out. */
export function importHistory(commits: readonly ImportedCommit[], options: { readonly bare?: boolean; readonly sha256?: boolean } = {}): string {
  const folder = tempFolder();
  git(folder, 'init', '--quiet', ...(options.bare === true ? ['--bare'] : []), ...(options.sha256 === true ? ['--object-format=sha256'] : []));
  const stream = Buffer.concat(commits.flatMap((commit, index) => commitLines(commit, index)));
  const { status, stderr } = spawnSync('git', ['-C', folder, 'fast-import', '--quiet', '--force'], { input: stream });
  if (status !== 0) throw new Error(stderr.toString());
  return folder;
}

function commitLines({ files, subject = 'A commit', day, parents }: ImportedCommit, index: number): Buffer[] {
  const seconds = Date.parse(`${day ?? dayAt(index)}T12:00:00Z`) / 1000;
  const [from, ...merged] = parents ?? (index === 0 ? [] : [index - 1]);
  const head = [
    'commit refs/heads/main',
    `mark :${index + 1}`,
    `committer Test <test@example.org> ${seconds} +0000`,
    `data ${Buffer.byteLength(subject)}`,
    subject,
    ...(from === undefined ? [] : [`from :${from + 1}`]),
    ...merged.map((parent) => `merge :${parent + 1}`),
    'deleteall',
  ];
  return [Buffer.from(`${head.join('\n')}\n`), ...Object.entries(files).flatMap(([path, text]) => fileLines(path, text)), Buffer.from('\n')];
}

function fileLines(path: string, text: string | Uint8Array): Buffer[] {
  const quoted = [...Buffer.from(path)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return [Buffer.from(`M 100644 inline "${quoted}"\ndata ${Buffer.byteLength(text)}\n`), Buffer.from(text), Buffer.from('\n')];
}

/** 2026-01-01 and the days after it. */
export function dayAt(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}

/** An executive's note that git does not take for anybody else's. */
export function executiveNote(name: string, level: string | undefined, more = ''): string {
  const body = Array.from({ length: 12 }, (_, line) => `${name} speaks about matter ${line} of ${name}.`).join('\n');
  return `---\ntype: executive\n${level === undefined ? '' : `commitment: ${level}\n`}---\n# ${name}\n\n${body}\n${more}`;
}
