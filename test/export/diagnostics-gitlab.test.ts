import { describe, expect, test } from 'vitest';
import { formatDiagnosticsGitlab } from '../../src/export/diagnostics-gitlab.js';
import { printable } from '../../src/export/printable.js';
import { finding, hostileFinding, HOSTILE_TEXTS, manyFindings, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

interface Entry {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function readEntries(text: string): readonly Entry[] {
  const entries: readonly Entry[] = JSON.parse(text);
  return entries;
}

describe('gitlab', () => {
  test('writes what Code Quality reads', () => {
    const output = formatDiagnosticsGitlab(resultOf(finding({ range: onLine(3, 2, 8) })), { vaultFolder: 'docs' });
    expect(readEntries(output)).toEqual([
      {
        description: 'Section "Model" is missing. Add it.',
        check_name: 'require-model',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: 'minor',
        location: {
          path: 'docs/10 Executives/Ana Ruiz (CEO).md',
          lines: { begin: 3, end: 3 },
          positions: { begin: { line: 3, column: 2 }, end: { line: 3, column: 8 } },
        },
      },
    ]);
  });

  test.each([
    ['error', 'major'],
    ['warning', 'minor'],
    ['info', 'info'],
  ] as const)('calls %s %s', (severity, expected) => {
    expect(readEntries(formatDiagnosticsGitlab(resultOf(finding({ severity }))))[0]?.severity).toBe(expected);
  });

  test('is an empty list without findings', () => {
    expect(formatDiagnosticsGitlab(resultOf())).toBe('[]\n');
  });

  test('has no two equal fingerprints, also among equal findings', () => {
    const entries = readEntries(formatDiagnosticsGitlab(resultOf(...manyFindings(2000))));
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(2000);
  });

  test.each(HOSTILE_TEXTS)('keeps the path and shows controls of the message: %s', (_, text) => {
    const output = formatDiagnosticsGitlab(resultOf(hostileFinding(text)));
    expect(output).not.toMatch(RAW_CONTROLS);
    const [entry] = readEntries(output);
    expect(entry?.description).toBe(printable(text));
    expect(entry?.location.path).toBe(`Notes/${text}.md`);
  });
});
