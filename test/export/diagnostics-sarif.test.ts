import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import draft04 from 'ajv/lib/refs/json-schema-draft-04.json';
import { describe, expect, test } from 'vitest';
import { formatDiagnosticsSarif, MAX_SARIF_RESULTS, type DiagnosticsSarifContext } from '../../src/export/diagnostics-sarif.js';
import { finding, hostileFinding, HOSTILE_TEXTS, manyFindings, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

const context: DiagnosticsSarifContext = {
  version: '1.2.3',
  rules: [
    { id: 'require-why', summary: 'A practice says why.', why: 'Nobody follows an order.', severity: 'error' },
    { id: 'require-model', summary: 'A practice names a model.', why: 'People copy leaders.', severity: 'warning', url: 'https://example.org/require-model' },
  ],
};

// Formats such as uri-reference have no implementation in this version; the test of URIs is below.
const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore', allErrors: true, logger: false });
ajv.addMetaSchema(draft04);
const validate = ajv.compile(sarifSchema);

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly unknown[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
      readonly fixes?: readonly unknown[];
    }[];
  }[];
}

/** The only run, after the whole report was held against the schema. */
function readRun(text: string) {
  const sarif: Sarif = JSON.parse(text);
  expect(validate(sarif), JSON.stringify(validate.errors)).toBe(true);
  const run = sarif.runs[0];
  if (run === undefined) throw new Error('No run.');
  return run;
}

describe('sarif', () => {
  test('is held against a schema that rejects a wrong report', () => {
    const text = formatDiagnosticsSarif(resultOf(finding()), context);
    expect(validate(JSON.parse(text))).toBe(true);
    expect(validate(JSON.parse(text.replace('"startLine": 1', '"startLine": 0')))).toBe(false);
    expect(validate(JSON.parse(text.replace('"level": "warning"', '"level": "info"')))).toBe(false);
  });

  test('says what a rule demands, why, and where its page is', () => {
    const run = readRun(formatDiagnosticsSarif(resultOf(finding()), context));
    expect(run.tool.driver).toEqual({
      name: 'CX Playbook',
      version: '1.2.3',
      rules: [
        {
          id: 'require-why',
          shortDescription: { text: 'A practice says why.' },
          fullDescription: { text: 'Nobody follows an order.' },
          help: { text: 'Nobody follows an order.' },
          defaultConfiguration: { level: 'error' },
        },
        {
          id: 'require-model',
          shortDescription: { text: 'A practice names a model.' },
          fullDescription: { text: 'People copy leaders.' },
          help: { text: 'People copy leaders.' },
          helpUri: 'https://example.org/require-model',
          defaultConfiguration: { level: 'warning' },
        },
      ],
    });
  });

  test('gives place, related places and fix with lines, columns and offsets', () => {
    const diagnostic = finding({
      range: onLine(2, 3, 9),
      related: [{ path: 'B.md', range: onLine(4), message: 'Here.' }],
      fix: { title: 'Mend it', edits: [{ from: 102, to: 104, insert: 'x' }, { from: 108, to: 108, insert: 'y' }, { from: 200, to: 205, insert: '' }] },
    });
    const run = readRun(formatDiagnosticsSarif(resultOf(diagnostic), context));
    const uri = '10%20Executives/Ana%20Ruiz%20(CEO).md';
    expect(run.results).toEqual([
      {
        ruleId: 'require-model',
        ruleIndex: 1,
        level: 'warning',
        message: { text: 'Section "Model" is missing. Add it.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri },
              region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 9, charOffset: 102, charLength: 6 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: 'B.md' },
              region: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 1, charOffset: 300, charLength: 0 },
            },
            message: { text: 'Here.' },
          },
        ],
        partialFingerprints: { 'cxPlaybookFinding/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
        fixes: [
          {
            description: { text: 'Mend it' },
            artifactChanges: [
              {
                artifactLocation: { uri },
                replacements: [
                  { deletedRegion: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 5, charOffset: 102, charLength: 2 }, insertedContent: { text: 'x' } },
                  { deletedRegion: { startLine: 2, startColumn: 9, endLine: 2, endColumn: 9, charOffset: 108, charLength: 0 }, insertedContent: { text: 'y' } },
                  { deletedRegion: { charOffset: 200, charLength: 5 } },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('asks the host for the line of an edit elsewhere in the note', () => {
    const diagnostic = finding({ fix: { title: 'Mend it', edits: [{ from: 200, to: 205, insert: '' }] } });
    const positionAt = (path: string, offset: number) =>
      path === diagnostic.path ? { line: 3, column: offset - 199, offset } : undefined;
    const run = readRun(formatDiagnosticsSarif(resultOf(diagnostic), { ...context, positionAt }));
    expect(run.results[0]?.fixes).toMatchObject([
      { artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 6, charOffset: 200, charLength: 5 } }] }] },
    ]);
  });

  test('leaves out a fix that changes nothing', () => {
    const run = readRun(formatDiagnosticsSarif(resultOf(finding({ fix: { title: 'None', edits: [] } })), context));
    expect(run.results[0]).not.toHaveProperty('fixes');
  });

  test('puts the gravest first and lists rules that only findings name', () => {
    const result = resultOf(finding({ severity: 'info', rule: 'z' }), finding({ severity: 'error', rule: 'a' }), finding());
    const run = readRun(formatDiagnosticsSarif(result, context));
    expect(run.results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['require-why', 'require-model', 'a', 'z']);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('keeps the fingerprint when the finding moves', () => {
    const before = readRun(formatDiagnosticsSarif(resultOf(finding(), finding({ range: onLine(5) })), context));
    const after = readRun(formatDiagnosticsSarif(resultOf(finding({ range: onLine(9) }), finding({ range: onLine(11) })), context));
    const fingerprints = before.results.map(({ partialFingerprints }) => partialFingerprints);
    expect(after.results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(fingerprints);
    expect(fingerprints[0]).not.toEqual(fingerprints[1]);
  });

  test('cuts the lightest beyond the limit and says so', () => {
    const diagnostics = [...manyFindings(MAX_SARIF_RESULTS, { severity: 'info' }), ...manyFindings(2, { severity: 'error' })];
    const sarif: Sarif = JSON.parse(formatDiagnosticsSarif(resultOf(...diagnostics), context));
    const run = sarif.runs[0];
    expect(run?.results).toHaveLength(MAX_SARIF_RESULTS);
    expect(run?.results.filter(({ level }) => level === 'error')).toHaveLength(2);
    const text = '2 findings left out, the lightest: a run holds 25000. The text report has all.';
    expect(run?.invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text } }] },
    ]);
  });

  test.each([
    ['docs/playbook', 'docs/playbook/a%3Ab%20%23%3F%25.md'],
    ['./docs\\playbook/', 'docs/playbook/a%3Ab%20%23%3F%25.md'],
    ['.', 'a%3Ab%20%23%3F%25.md'],
    ['', 'a%3Ab%20%23%3F%25.md'],
  ])('gives paths of a vault in %j from the repository', (vaultFolder, uri) => {
    const run = readRun(formatDiagnosticsSarif(resultOf(finding({ path: 'a:b #?%.md' })), { ...context, vaultFolder }));
    expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test.each(HOSTILE_TEXTS)('stays valid, and messages hold no link, placeholder or control: %s', (_, text) => {
    const output = formatDiagnosticsSarif(resultOf(hostileFinding(text)), context);
    const run = readRun(output);
    expect(output).not.toMatch(RAW_CONTROLS);
    const result = run.results[0];
    expect(result?.message.text).not.toMatch(/(?<!\\)\]\(/);
    // A reader takes doubled braces first.
    expect(result?.message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/\{\d+\}/);
    expect(result?.message.text).not.toMatch(RAW_CONTROLS);
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^(?:[\w.\-~!*'()/]|%[0-9A-F]{2})+$/);
    expect(result?.fixes).toMatchObject(text === '' ? [{}] : [{ artifactChanges: [{ replacements: [{ insertedContent: { text } }] }] }]);
  });

  test('holds without findings and gives the same bytes twice', () => {
    const output = formatDiagnosticsSarif(resultOf(), context);
    expect(readRun(output).results).toEqual([]);
    expect(formatDiagnosticsSarif(resultOf(), context)).toBe(output);
  });
});
