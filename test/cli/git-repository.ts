import { spawnSync } from 'node:child_process';

/** Runs git in a folder of a test, with settings of its own; throws when git does. */
export function git(folder: string, ...args: string[]): string {
  const settings = ['user.name=Test', 'user.email=test@example.org', 'init.defaultBranch=main', 'core.autocrlf=false', 'commit.gpgSign=false', 'core.safecrlf=false'];
  const result = spawnSync('git', ['-C', folder, ...settings.flatMap((setting) => ['-c', setting]), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  });
  if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`);
  return result.stdout;
}

/** Makes a repository of all that the folder holds, in one commit. */
export function commitAll(folder: string, message = 'All'): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}
