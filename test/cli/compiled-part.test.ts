import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CompiledPart } from '../../src/cli/compiled-part.js';
import { tempFolder } from '../temp-folder.js';
import { BUILT_CLI } from './built-cli.js';

interface Io {
  readonly said: string[];
}

const PART = `
const words = { sum: (a, b) => a + b };
exports.run = async (argv, io) => { io.said.push(argv.join('+') + '=' + argv.map(Number).reduce(words.sum, 0)); return Number(argv[0]); };
`;

/** A folder with a part that adds up, and gives the first number as its exit code. */
function partFolder(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'sums.cjs'), `const exports = module.exports;${PART}`);
  return folder;
}

async function add(folder: string, numbers: readonly string[], purpose?: string): Promise<string> {
  const io: Io = { said: [] };
  const code = await new CompiledPart<Io>(folder, 'sums.cjs', purpose).run(numbers, io);
  return `${io.said.join()}, ${code}`;
}

function kept(folder: string): readonly string[] {
  const compiled = join(folder, 'compiled');
  return existsSync(compiled) ? readdirSync(compiled) : [];
}

describe('a part of the program', () => {
  test('runs, and keeps what was compiled of it for each purpose', async () => {
    const folder = partFolder();
    expect(await add(folder, ['1', '2'])).toBe('1+2=3, 1');
    const [name = ''] = kept(folder);
    expect(name).toBe(`sums.cjs-${process.version}-${process.arch}`);
    const first = readFileSync(join(folder, 'compiled', name));
    expect(await add(folder, ['0', '5'])).toBe('0+5=5, 0');
    expect(readFileSync(join(folder, 'compiled', name))).toEqual(first);
    await add(folder, ['1'], 'lint');
    expect(kept(folder)).toEqual([name, `${name}-lint`]);
  });

  test('keeps nothing of a run that could not run', async () => {
    const folder = partFolder();
    expect(await add(folder, ['2', '2'])).toBe('2+2=4, 2');
    expect(kept(folder)).toEqual([]);
  });

  test('does not believe what is damaged, and keeps it anew', async () => {
    const folder = partFolder();
    await add(folder, ['1']);
    const file = join(folder, 'compiled', kept(folder)[0] ?? '');
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 97) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0x5a, at);
      writeFileSync(file, damaged);
      expect(await add(folder, ['3', '4'])).toBe('3+4=7, 3');
      expect(readFileSync(file).equals(damaged)).toBe(false);
    }
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(3), Buffer.alloc(whole.length), whole.subarray(0, -1)]) {
      writeFileSync(file, bytes);
      expect(await add(folder, ['3', '4'])).toBe('3+4=7, 3');
      expect(readFileSync(file).length).toBe(whole.length);
    }
  });

  test('runs where nothing can be kept', async () => {
    const folder = partFolder();
    writeFileSync(join(folder, 'compiled'), 'no folder');
    expect(await add(folder, ['1', '2'])).toBe('1+2=3, 1');
    expect(readdirSync(folder).sort()).toEqual(['compiled', 'sums.cjs']);
  });

  test('which is no part is told', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'sums.cjs'), 'module.exports = 1;');
    await expect(add(folder, [])).rejects.toThrow('sums.cjs" is no part of this program.');
  });
});

test('a program without its parts says so, and does not end as with findings', () => {
  const program = join(tempFolder(), 'cli.mjs');
  copyFileSync(BUILT_CLI, program);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'lint', '.'], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^CX Playbook is not whole: ENOENT[^\n]*'\. Install it anew, or build it with "npm run build"\.\n$/);
});
