import { describe, expect, test } from 'vitest';
import { formatDiagnosticsGithub } from '../../src/export/diagnostics-github.js';
import { printable } from '../../src/export/printable.js';
import { finding, hostileFinding, HOSTILE_TEXTS, manyFindings, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a log line as GitHub's runner does; throws when the line is no command. */
function readCommand(line: string): Command {
  const match = /^::([a-z]+) ([^\n]*?)::([^\n]*)$/.exec(line);
  if (match === null) throw new Error(`No command: ${line}`);
  const [, name = '', list = '', message = ''] = match;
  const properties = list.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescapeData(pair.slice(at + 1).replaceAll('%3A', ':').replaceAll('%2C', ','))];
  });
  return { name, properties: Object.fromEntries(properties), message: unescapeData(message) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** The lines that the runner takes for commands: of either form, by a comparison that passes over ignorable characters. */
function commandLines(output: string): string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => {
    const bare = line.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    return bare.trimStart().startsWith('::') || bare.includes('##[');
  });
}

function readCommands(output: string): Command[] {
  return commandLines(output).map(readCommand);
}

describe('github', () => {
  test('writes a command with place, rule and message', () => {
    expect(formatDiagnosticsGithub(resultOf(finding({ path: 'A, B: 100%.md', message: '50%: a, b' })))).toBe(
      'A, B: 100%.md:1:1 warning 50%: a, b require-model\n' +
        '::warning file=A%2C B%3A 100%25.md,line=1,endLine=1,col=1,endColumn=4,title=require-model::50%25: a, b\n',
    );
  });

  test('is empty without findings', () => {
    expect(formatDiagnosticsGithub(resultOf())).toBe('');
  });

  test('puts the gravest first and names hints notices', () => {
    const result = resultOf(finding({ severity: 'info' }), finding(), finding({ severity: 'error' }));
    expect(readCommands(formatDiagnosticsGithub(result)).map(({ name }) => name)).toEqual(['error', 'warning', 'notice']);
  });

  test('gives no columns over several lines, and does not reach into a line it does not touch', () => {
    const range = { start: onLine(3, 5).start, end: onLine(6, 1).start };
    const [command] = readCommands(formatDiagnosticsGithub(resultOf(finding({ path: 'A.md', range }))));
    expect(command?.properties).toEqual({ file: 'A.md', line: '3', endLine: '5', title: 'require-model' });
  });

  test('gives paths from the repository', () => {
    const [command] = readCommands(formatDiagnosticsGithub(resultOf(finding({ path: 'A.md' })), { vaultFolder: 'docs/cx' }));
    expect(command?.properties['file']).toBe('docs/cx/A.md');
  });

  test('writes every finding as text, in the order of the notes', () => {
    const result = resultOf(...manyFindings(30, { severity: 'info' }), finding({ path: 'Z.md', severity: 'error' }));
    const text = formatDiagnosticsGithub(result).split('\n').filter((line) => !line.startsWith('::'));
    expect(text.slice(0, -1)).toEqual(result.diagnostics.map(({ path, severity, message, rule, range: { start } }) => `${path}:${start.line}:${start.column} ${severity} ${message} ${rule}`));
  });

  test.each([
    ['at the start of a path', { path: '::set-output name=a::b.md' }, './::set-output name=a::b.md:1:1 warning'],
    ['after spaces', { path: ' \u2003::add-mask::b.md' }, './ \u2003::add-mask::b.md:1:1 warning'],
    ['after a character that comparisons pass over', { path: '\u200b:\u00ad:error::b.md' }, './::error::b.md:1:1 warning'],
    ['of the old form in a message', { message: 'Say ##[set-output name=a]b.' }, 'Say ## [set-output name=a]b.'],
    ['of the old form, hidden', { message: 'Say #\u200d#\u2060[set-output name=a]b.' }, 'Say ## [set-output name=a]b.'],
  ])('a command %s stays text', (_, values, shown) => {
    const output = formatDiagnosticsGithub(resultOf(finding(values)));
    expect(commandLines(output)).toHaveLength(1);
    expect(output.split('\n')[0]).toContain(shown);
  });

  test('shows all of ten a level without a roll-up', () => {
    const result = resultOf(...manyFindings(10, { severity: 'info' }), ...manyFindings(10), ...manyFindings(10, { severity: 'error' }));
    expect(readCommands(formatDiagnosticsGithub(result)).map(({ properties }) => properties['title'])).toEqual(Array(30).fill('require-model'));
  });

  test('tells in a last notice how many more there are, and where', () => {
    const result = resultOf(...manyFindings(25, { severity: 'error' }), ...manyFindings(11), ...manyFindings(10, { severity: 'info' }));
    const commands = readCommands(formatDiagnosticsGithub(result));
    const countOfLevel = (level: string) => commands.filter(({ name }) => name === level).length;
    expect([countOfLevel('error'), countOfLevel('warning'), countOfLevel('notice')]).toEqual([10, 10, 10]);
    expect(commands.at(-1)).toEqual({
      name: 'notice',
      properties: { title: 'CX Playbook' },
      message:
        '15 errors, 1 warning, 1 hint more than GitHub shows here, in ' +
        'Notes/00001.md (11), Notes/00002.md (5), Notes/00000.md (1). The step’s log has all of them.',
    });
  });

  test('names ten notes at most', () => {
    const commands = readCommands(formatDiagnosticsGithub(resultOf(...manyFindings(140))));
    expect(commands.at(-1)?.message).toMatch(/Notes\/00010\.md \(10\), 3 further notes\. The/);
  });

  test.each(HOSTILE_TEXTS)('is one command that gives back the text with its controls shown: %s', (_, text) => {
    const output = formatDiagnosticsGithub(resultOf(hostileFinding(text)));
    expect(output).not.toMatch(RAW_CONTROLS);
    const commands = readCommands(output);
    const shown = text.replace(/[^\r\n]+/g, printable);
    expect(commands).toEqual([
      {
        name: 'warning',
        properties: { file: `Notes/${shown}.md`, line: '1', endLine: '1', col: '1', endColumn: '4', title: shown },
        message: shown,
      },
    ]);
  });

  test.each(HOSTILE_TEXTS)('rolls up without harm: %s', (_, text) => {
    const output = formatDiagnosticsGithub(resultOf(...Array.from({ length: 11 }, () => hostileFinding(text))));
    expect(output).not.toMatch(RAW_CONTROLS);
    expect(readCommands(output)).toHaveLength(11);
  });
});
