import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandIo } from '../../src/cli/command.js';
import { runCli } from '../../src/cli/run.js';
import { folderOf } from '../temp-folder.js';

const NO_MODEL = '---\ntype: initiative\n---\n## Why\nx\n\n## Reinforce\nx\n';

/** Runs in this process, where a terminal can be stood in for. */
async function onTerminal(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const io: CommandIo = {
    cwd,
    env,
    out: (text) => (written.stdout += text),
    err: (text) => (written.stderr += text),
    readStdin: () => Promise.resolve(''),
    outIsTerminal: true,
    errIsTerminal: true,
    today: '2026-11-22',
  };
  const code = await runCli(args, io);
  return { code, ...written };
}

describe('on a terminal', () => {
  test('findings have colours, and other formats have none', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    expect((await onTerminal(cwd, ['lint', '.'])).stdout).toContain('\u001b[33mwarning\u001b[0m');
    for (const format of ['json', 'sarif', 'github', 'markdown']) expect((await onTerminal(cwd, ['lint', '.', '--format', format])).stdout).not.toContain('\u001b');
  });

  test('NO_COLOR and -o take them away; an empty NO_COLOR does not', async () => {
    const cwd = folderOf({ 'A.md': NO_MODEL });
    expect((await onTerminal(cwd, ['lint', '.'], { NO_COLOR: '1' })).stdout).not.toContain('\u001b');
    expect((await onTerminal(cwd, ['lint', '.'], { NO_COLOR: '' })).stdout).toContain('\u001b[33m');
    expect((await onTerminal(cwd, ['lint', '.', '-o', join(cwd, 'out.txt')])).stdout).toBe('');
  });

  test('a short run shows no progress', async () => {
    expect((await onTerminal(folderOf({ 'A.md': NO_MODEL }), ['lint', '.'])).stderr).toBe('1 warning in 1 note (1 in the playbook)\n');
  });
});
