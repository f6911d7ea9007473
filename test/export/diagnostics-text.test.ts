import { describe, expect, test } from 'vitest';
import { formatDiagnosticsText, formatSummary } from '../../src/export/diagnostics-text.js';
import { printable } from '../../src/export/printable.js';
import { finding, hostileFinding, HOSTILE_TEXTS, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

describe('text', () => {
  test('writes path, place, severity, message and rule, one finding a line', () => {
    const result = resultOf(finding(), finding({ path: 'B.md', severity: 'error', rule: 'known-level', message: 'No level.', range: onLine(12, 7) }));
    expect(formatDiagnosticsText(result)).toBe(
      '10 Executives/Ana Ruiz (CEO).md:1:1 warning Section "Model" is missing. Add it. require-model\n' +
        'B.md:12:7 error No level. known-level\n',
    );
  });

  test('is empty without findings', () => {
    expect(formatDiagnosticsText(resultOf())).toBe('');
  });

  test('colours severity and rule only when asked', () => {
    expect(formatDiagnosticsText(resultOf(finding({ path: 'A.md', message: 'M.' })), { colour: true })).toBe(
      'A.md:1:1 \u001b[33mwarning\u001b[0m M. \u001b[2mrequire-model\u001b[0m\n',
    );
  });

  test.each(HOSTILE_TEXTS)('keeps one line without controls: %s', (_, text) => {
    const output = formatDiagnosticsText(resultOf(hostileFinding(text)));
    expect(output).not.toMatch(RAW_CONTROLS);
    expect(output.split('\n')).toHaveLength(2);
  });
});

describe('summary', () => {
  test.each([
    [[], 'No findings in 33 notes (31 in the playbook)'],
    [['warning'], '1 warning in 33 notes (31 in the playbook)'],
    [['error', 'info', 'error', 'warning', 'error', 'warning'], '3 errors, 2 warnings, 1 hint in 33 notes (31 in the playbook)'],
    [['info', 'info'], '2 hints in 33 notes (31 in the playbook)'],
  ] as const)('of %j is %s', (severities, expected) => {
    expect(formatSummary(resultOf(...severities.map((severity) => finding({ severity }))))).toBe(expected);
  });

  test('counts one note as one', () => {
    expect(formatSummary({ notes: 1, playbookNotes: 0, diagnostics: [] })).toBe('No findings in 1 note (0 in the playbook)');
  });
});

describe('printable', () => {
  test.each([
    ['a\u001b[31m', 'a\\u001b[31m'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u202eb\u2069', '\\u202eb\\u2069'],
    ['\u009b', '\\u009b'],
    ['a\ud800b', 'a\\ud800b'],
    ['\udc00\ud800', '\\udc00\\ud800'],
  ])('shows controls of %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test.each(['', 'Zoë – 客户体验', '👩‍👧 🎉', 'C:\\notes\\a.md', '𝒳'])('leaves %s alone', (text) => {
    expect(printable(text)).toBe(text);
  });
});
