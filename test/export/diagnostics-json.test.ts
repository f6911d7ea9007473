import { describe, expect, test } from 'vitest';
import { formatDiagnosticsJson, formatDiagnosticsJsonLines } from '../../src/export/diagnostics-json.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { finding, hostileFinding, HOSTILE_TEXTS, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

/** Keys in another order than the contract's, and more of them. */
function shuffled(): Diagnostic {
  const source = {
    fix: { edits: [{ insert: 'x', to: 3, from: 0, stray: 1 }], title: 'Add it' },
    url: 'https://example.org/require-model',
    related: [{ message: 'Here.', range: onLine(2), path: 'B.md' }],
    range: { end: { offset: 3, column: 4, line: 1 }, start: { offset: 0, column: 1, line: 1 } },
    message: 'M.',
    severity: 'error' as const,
    rule: 'require-model',
    path: 'A.md',
    stray: true,
  };
  return source;
}

describe('json', () => {
  test('has the keys of the contract in their order', () => {
    expect(formatDiagnosticsJson(resultOf(shuffled()))).toBe(`{
  "schema": 1,
  "notes": 33,
  "playbookNotes": 31,
  "diagnostics": [
    {
      "path": "A.md",
      "rule": "require-model",
      "severity": "error",
      "message": "M.",
      "range": {
        "start": {
          "line": 1,
          "column": 1,
          "offset": 0
        },
        "end": {
          "line": 1,
          "column": 4,
          "offset": 3
        }
      },
      "related": [
        {
          "path": "B.md",
          "range": {
            "start": {
              "line": 2,
              "column": 1,
              "offset": 100
            },
            "end": {
              "line": 2,
              "column": 1,
              "offset": 100
            }
          },
          "message": "Here."
        }
      ],
      "url": "https://example.org/require-model",
      "fix": {
        "title": "Add it",
        "edits": [
          {
            "from": 0,
            "to": 3,
            "insert": "x"
          }
        ]
      }
    }
  ],
  "summary": {
    "error": 1,
    "warning": 0,
    "info": 0
  }
}
`);
  });

  test('leaves out what a finding does not have', () => {
    const parsed: unknown = JSON.parse(formatDiagnosticsJson(resultOf(finding())));
    expect(parsed).toEqual({ schema: 1, notes: 33, playbookNotes: 31, diagnostics: [finding()], summary: { error: 0, warning: 1, info: 0 } });
    expect(formatDiagnosticsJson(resultOf(finding()))).not.toMatch(/"(related|url|fix)"/);
  });

  test('is whole without findings', () => {
    expect(JSON.parse(formatDiagnosticsJson(resultOf()))).toEqual({
      schema: 1, notes: 33, playbookNotes: 31, diagnostics: [], summary: { error: 0, warning: 0, info: 0 },
    });
  });

  test.each(HOSTILE_TEXTS)('gives back the same text and writes no control raw: %s', (_, text) => {
    const output = formatDiagnosticsJson(resultOf(hostileFinding(text)));
    expect(output).not.toMatch(RAW_CONTROLS);
    expect(JSON.parse(output)).toMatchObject({ diagnostics: [hostileFinding(text)] });
  });
});

describe('jsonl', () => {
  test('writes one finding a line and nothing else', () => {
    const output = formatDiagnosticsJsonLines(resultOf(shuffled(), finding()));
    expect(output.endsWith('\n')).toBe(true);
    const lines = output.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\{"path":"A\.md","rule":"require-model","severity":"error","message":"M\.","range":/);
    expect(JSON.parse(lines[1] ?? '')).toEqual(finding());
  });

  test('is empty without findings', () => {
    expect(formatDiagnosticsJsonLines(resultOf())).toBe('');
  });

  test.each(HOSTILE_TEXTS)('keeps one line a finding: %s', (_, text) => {
    const output = formatDiagnosticsJsonLines(resultOf(hostileFinding(text)));
    expect(output).not.toMatch(RAW_CONTROLS);
    expect(output.split('\n')).toHaveLength(2);
    expect(JSON.parse(output)).toEqual(hostileFinding(text));
  });
});
