import Ajv from 'ajv';
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

/**
 * What GitLab documents of a Code Quality report, and its reader demands: it passes over everything behind the first entry
 * that lacks one of these, and drops the second of two equal fingerprints. Paths are relative and never begin with `./`.
 */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^(\\./|/)' } },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } } },
          positions: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'object', required: ['line', 'column'], properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } } } },
          },
        },
      },
    },
  },
});

/** The entries, after the whole report was held against the schema. */
function readEntries(text: string): readonly Entry[] {
  const entries: readonly Entry[] = JSON.parse(text);
  expect(validate(entries), JSON.stringify(validate.errors)).toBe(true);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  return entries;
}

describe('gitlab', () => {
  test('is held against a schema that rejects a wrong report', () => {
    const text = formatDiagnosticsGitlab(resultOf(finding()));
    expect(validate(JSON.parse(text))).toBe(true);
    for (const [right, wrong] of [['"minor"', '"warning"'], ['"begin": 1', '"begin": "1"'], ['"fingerprint"', '"id"'], ['"10 Exec', '"./10 Exec']] as const) {
      expect(validate(JSON.parse(text.replace(right, wrong)))).toBe(false);
    }
  });

  test('tells equal findings under two headings apart, whichever is gone', () => {
    const [first, second] = [finding({ range: onLine(3) }), finding({ range: onLine(9) })];
    const sectionOf = ({ range }: { readonly range: { readonly start: { readonly line: number } } }) => (range.start.line < 5 ? 'Why' : 'Model');
    const [, both] = readEntries(formatDiagnosticsGitlab(resultOf(first, second), { sectionOf }));
    const [alone] = readEntries(formatDiagnosticsGitlab(resultOf(second), { sectionOf }));
    expect(alone?.fingerprint).toBe(both?.fingerprint);
  });

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
