/** The plugin's way to git, driven against real git in real repositories: Node's own `require` stands for the app's. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askText, GitAbsent, GitFailure, GitStopped, joinBytes } from '../../src/history/git-port.js';
import { DesktopGit, gitEnvironment } from '../../src/obsidian/desktop-git.js';
import { desktopOf, repositoryFolder, type Desktop, type Program } from '../../src/obsidian/desktop-node.js';
import { commitAll, git } from '../cli/git-repository.js';
import { folderOf, tempFolder, writeFiles } from '../temp-folder.js';

const require = createRequire(import.meta.url);

function desktop(folder: string): Desktop {
  const reached = desktopOf(require, folder);
  if (reached === undefined) throw new Error('Node gives no desktop.');
  return reached;
}

/** Every program that was started, beside the way to git that starts them. */
function watched(folder: string): { readonly asked: DesktopGit; readonly programs: Program[] } {
  const programs: Program[] = [];
  const real = desktop(folder);
  const spawn: Desktop['spawn'] = (file, args, options) => {
    const program = real.spawn(file, args, options);
    programs.push(program);
    return program;
  };
  return { asked: new DesktopGit({ ...real, spawn }), programs };
}

function ended(program: Program | undefined): Promise<number | null> {
  return new Promise((resolve) => program?.on('close', resolve));
}

function repository(files: Readonly<Record<string, string>> = { 'Ana.md': 'commitment: supporter\n' }): string {
  const folder = folderOf(files);
  commitAll(folder);
  return folder;
}

describe('DesktopGit', () => {
  test('answers from the repository of the vault\'s folder, and of a folder in it', async () => {
    const folder = repository({ 'Vault/Ana.md': 'a' });
    const commit = git(folder, 'rev-parse', 'HEAD');
    expect(await askText(new DesktopGit(desktop(folder)), { args: ['rev-parse', 'HEAD'] })).toBe(commit);
    expect(await askText(new DesktopGit(desktop(join(folder, 'Vault'))), { args: ['rev-parse', '--show-prefix'] })).toBe('Vault/\n');
  });

  test('writes names as they are', async () => {
    const folder = repository({ 'Zoë "Z".md': 'a' });
    expect(await askText(new DesktopGit(desktop(folder)), { args: ['ls-files', '-z'] })).toBe('Zoë "Z".md\0');
  });

  test('gives a large answer whole and in pieces, to input that is larger than a pipe', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line ${index} of a note that git has to give back`).join('\n');
    const folder = repository({ 'Ana.md': lines });
    const id = git(folder, 'rev-parse', 'HEAD:Ana.md').trim();
    async function* ids(): AsyncIterable<string> {
      for (let at = 0; at < 2000; at++) {
        if (at % 500 === 0) await Promise.resolve();
        yield `${id}\n`;
      }
    }
    const pieces: Uint8Array[] = [];
    for await (const piece of new DesktopGit(desktop(folder)).ask({ args: ['cat-file', '--batch'], input: ids() })) pieces.push(piece);
    const size = new TextEncoder().encode(lines).length;
    expect(joinBytes(pieces)).toHaveLength(2000 * (`${id} blob ${size}\n`.length + size + 1));
    expect(pieces.length).toBeGreaterThan(100);
  });

  test('keeps a byte order mark, and gives U+FFFD for bytes that are no UTF-8', () => {
    const reader = new DesktopGit(desktop(tempFolder()));
    expect(reader.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff]))).toBe('\ufeffa\ufffd');
  });

  test('stops git when it is asked to, and says so', async () => {
    const { asked, programs } = watched(repository());
    const stop = new AbortController();
    // Without input "cat-file --batch" waits for ever.
    const input = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<IteratorResult<string>>(() => undefined) }) };
    const answer = askText(asked, { args: ['cat-file', '--batch'], input, signal: stop.signal });
    const over = ended(programs[0]);
    stop.abort();
    await expect(answer).rejects.toThrow(GitStopped);
    expect(await over).toBeNull();
  });

  test('starts nothing when it was stopped before', async () => {
    const { asked, programs } = watched(repository());
    await expect(askText(asked, { args: ['rev-parse', 'HEAD'], signal: AbortSignal.abort() })).rejects.toThrow(GitStopped);
    expect(programs).toEqual([]);
  });

  test('stops git when the reader has enough', async () => {
    const lines = 'x'.repeat(2_000_000);
    const folder = repository({ 'Ana.md': lines });
    const { asked, programs } = watched(folder);
    const over: Promise<number | null>[] = [];
    for await (const piece of asked.ask({ args: ['cat-file', 'blob', 'HEAD:Ana.md'] })) {
      over.push(ended(programs[0]));
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(await Promise.all(over)).toHaveLength(1);
  });

  test('passes on what the input throws', async () => {
    const { asked } = watched(repository());
    function* input(): Iterable<string> {
      yield 'HEAD\n';
      throw new RangeError('no more ids');
    }
    await expect(askText(asked, { args: ['cat-file', '--batch-check'], input: input() })).rejects.toThrow(new RangeError('no more ids'));
  });

  test('says plainly that the vault is in no repository', async () => {
    await expect(askText(new DesktopGit(desktop(tempFolder())), { args: ['rev-parse', 'HEAD'] })).rejects.toThrow(
      new GitFailure('The vault is in no git repository. Make one, or open the vault from its clone.', 128),
    );
  });

  test('says plainly that there is no git', async () => {
    const folder = repository();
    const real = desktop(folder);
    const bare = new DesktopGit({ ...real, environment: { PATH: tempFolder() } });
    await expect(askText(bare, { args: ['rev-parse', 'HEAD'] })).rejects.toThrow(GitAbsent);
    await expect(askText(bare, { args: ['rev-parse', 'HEAD'] })).rejects.toThrow('Git is not installed, or cannot be started. Install it, and start the app again.');
    await expect(askText(new DesktopGit(real), { args: ['rev-parse', 'a\0b'] })).rejects.toThrow(GitFailure);
  });

  test('shows of a reason the line that tells it, behind warnings, marks that hide text by number', async () => {
    const folder = repository();
    await expect(askText(new DesktopGit(desktop(folder)), { args: ['rev-parse', '--verify', '--end-of-options', '--upload-pack=\u001b[31mx'] })).rejects.toThrow(
      'Git could not answer: Needed a single revision. Run "git status" in the vault\'s folder to see more.',
    );
    await expect(askText(new DesktopGit(desktop(folder)), { args: ['cat-file', 'blob', '--end-of-options', 'HEAD:\u202ea'] })).rejects.toThrow('\\u202ea');
  });

  test('starts no program that the repository names, and takes no repository that the environment names', async () => {
    const folder = repository();
    const started = join(tempFolder(), 'started');
    const script = join(tempFolder(), 'program.sh');
    writeFileSync(script, `#!/bin/sh\ntouch '${started}'\n`);
    chmodSync(script, 0o755);
    for (const name of ['core.fsmonitor', 'core.pager', 'diff.external', 'gpg.program', 'core.sshCommand', 'core.askPass']) git(folder, 'config', name, script);
    git(folder, 'config', 'log.showSignature', 'true');
    writeFiles(folder, { 'Ana.md': 'changed' });
    const other = repository({ 'Other.md': 'o' });
    const asked = new DesktopGit({ ...desktop(folder), environment: { ...process.env, GIT_DIR: join(other, '.git'), GIT_EXTERNAL_DIFF: script, GIT_PAGER: script } });
    expect(await askText(asked, { args: ['log', '--raw', '--format=%s'] })).toContain('Ana.md');
    await askText(asked, { args: ['status', '--porcelain'] });
    expect(desktop(folder).files.existsSync(started)).toBe(false);
  });
});

describe('the environment of git', () => {
  test('keeps where its settings are and the way to it, and nothing else that is git\'s', () => {
    expect(gitEnvironment({ PATH: '/bin', HOME: '/disk/ana', GIT_DIR: '/x', git_work_tree: '/y', GIT_CONFIG_COUNT: '1', GIT_CONFIG_GLOBAL: '/g', LC_ALL: 'de_DE' })).toEqual({
      PATH: '/bin',
      HOME: '/disk/ana',
      GIT_CONFIG_GLOBAL: '/g',
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_FLUSH: '0',
    });
  });
});

describe('the repository of a vault', () => {
  test('is found at the folder or above it, also where a file names it', () => {
    const folder = repository({ 'Clients/Vault/Ana.md': 'a' });
    expect(repositoryFolder(desktop(join(folder, 'Clients', 'Vault')))).toBe(folder);
    const linked = join(folder, 'Linked');
    mkdirSync(linked);
    writeFileSync(join(linked, '.git'), 'gitdir: ../.git\n');
    expect(repositoryFolder(desktop(linked))).toBe(linked);
    expect(repositoryFolder(desktop(tempFolder()))).toBeUndefined();
  });

  test('is none where the app gives no Node', () => {
    expect(desktopOf(() => undefined, '/')).toBeUndefined();
    expect(desktopOf(() => ({}), '/')).toBeUndefined();
  });
});
