import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules/index.js';
import { COMMAND_NAMES, loadCommands } from '../../src/cli/commands.js';
import { tempFolder } from '../temp-folder.js';
import { runCli } from './run-cli.js';
import manifest from '../../manifest.json' with { type: 'json' };

const COMMANDS = await loadCommands();

describe('help', () => {
  test('commands are called what they are found by', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual(COMMAND_NAMES);
  });

  test.each(['--help', '-h', 'help'])('%s lists every command', async (word) => {
    const run = await runCli([word], { cwd: tempFolder() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const { name, usage, summary } of COMMANDS) expect(run.stdout).toMatch(new RegExp(`^ {2}${escape(`${name} ${usage}`)} +${escape(summary)}$`, 'm'));
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))('%s --help names each of its options, and needs no arguments', async (name, command) => {
    for (const word of ['--help', '-h']) {
      const run = await runCli([name, word], { cwd: tempFolder() });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout.split('\n')[0]).toBe(`cx-playbook ${name} ${command.usage}`);
      for (const option of command.options) {
        expect(run.stdout).toMatch(new RegExp(`^ {2}(-\\w, )?--${option.name}[ \\n]`, 'm'));
        expect(run.stdout).toContain(option.description);
      }
    }
  });

  test('--version gives the version of the plugin', async () => {
    expect(await runCli(['--version'], { cwd: tempFolder() })).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });
});

describe('could not run', () => {
  test.each([
    [[], 'No command was given. Name one of init, lint, explain, tag, commitment, roadmap, report, annotations, history, diff, portfolio, install-git, doctor, merge-driver, resolve, or see "cx-playbook --help".'],
    [['linz'], 'There is no command "linz". Did you mean "lint"?'],
    [['raodmap', '.'], 'There is no command "raodmap". Did you mean "roadmap"?'],
    [['frobnicate'], 'There is no command "frobnicate". See "cx-playbook --help".'],
    [['--verbose'], 'There is no command "--verbose". See "cx-playbook --help".'],
    [['init'], 'Usage: cx-playbook init DIR. See "cx-playbook init --help".'],
    [['init', 'a', 'b'], 'Usage: cx-playbook init DIR. See "cx-playbook init --help".'],
    [['init', 'a', '--merg'], 'Unknown option \'--merg\'. Did you mean "--merge"?'],
    [['init', 'a', '--today', 'soon'], 'Option --today takes a day written yyyy-mm-dd, not "soon".'],
    [['roadmap', '.', '--format', 'pdf'], 'Option --format takes one of svg, html, png, json, mermaid, ics, canvas, csv, md, not "pdf".'],
    [['roadmap', '.', '--group', 'colour'], 'Option --group takes competency, leader, unit, status, phase or property:NAME, not "colour".'],
    [['roadmap', '.', '--group', 'property:'], 'Option --group takes competency, leader, unit, status, phase or property:NAME, not "property:".'],
    [['roadmap', '.', '--theme', 'darc'], 'Option --theme takes one of auto, light, dark, not "darc". Did you mean "dark"?'],
    [['roadmap', '.', '--format', 'png'], 'Format png is a picture: name a file with -o FILE.png.'],
    [['roadmap', 'nowhere'], 'Cannot open the vault "nowhere": it does not exist. Name a folder of notes that exists.'],
    [['report', 'nowhere'], 'Cannot open the vault "nowhere": it does not exist. Name a folder of notes that exists.'],
    [['report', '.', '--today', '26-1-1'], 'Option --today takes a day written yyyy-mm-dd, not "26-1-1".'],
    [['explain'], 'Usage: cx-playbook explain RULE. See "cx-playbook explain --help".'],
    [['explain', 'require-wy'], 'Rule "require-wy" does not exist. Did you mean "require-why"?'],
    [['explain', 'constructor'], `Rule "constructor" does not exist. Known: ${RULES.map(({ id }) => id).join(', ')}.`],
    [['lin\u001b[31mt\n'], 'There is no command "lin\\u001b[31mt\\n". See "cx-playbook --help".'],
    [['lint', '.', '--\u001b[31m'], 'Unknown option \'--\\u001b[31m\'. See "cx-playbook lint --help".'],
  ])('%j', async (args, message) => {
    expect(await runCli(args, { cwd: tempFolder() })).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
  });
});

describe('explain', () => {
  test.each(RULES.map((rule) => [rule.id, rule] as const))('%s: what, why, how to set it', async (id, rule) => {
    const run = await runCli(['explain', id], { cwd: tempFolder() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.split('\n').slice(0, 5)).toEqual([`# ${id}`, '', rule.summary, '', rule.why]);
    for (const { title } of rule.examples) expect(run.stdout).toContain(`### ${title}\n`);
    expect(run.stdout).toContain(`rules:\n  ${id}: `);
    expect(run.stdout).toContain(`cx-lint-disable ${id} -- `);
  });
});

describe('pipes', () => {
  test('a reader that closes the pipe early is no failure', async () => {
    const { spawn } = await import('node:child_process');
    const { BUILT_CLI } = await import('./built-cli.js');
    const child = spawn(process.execPath, [BUILT_CLI, 'roadmap', 'test/sample-vault', '--format', 'html'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const stderr: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdout.once('readable', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, stderr: Buffer.concat(stderr).toString().includes('EPIPE') }).toEqual({ code: 0, stderr: false });
  });
});

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
