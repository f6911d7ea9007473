import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { formatDiagnosticsJunit } from '../../src/export/diagnostics-junit.js';
import { printable } from '../../src/export/printable.js';
import { junitBreaches } from './junit-format.js';
import { finding, hostileFinding, HOSTILE_TEXTS, onLine, RAW_CONTROLS, resultOf } from './diagnostic-builders.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The root of a document that a strict parser takes; throws at the first breach of XML 1.0. */
function parseXml(xml: string): Element {
  const parser = new SaxesParser();
  const document: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const root = document.children[0];
  if (root === undefined) throw new Error('No root element.');
  return root;
}

describe('junit', () => {
  test('holds a suite for each note and a case for each finding', () => {
    const result = resultOf(
      finding({ path: 'A.md', severity: 'error', rule: 'require-why', message: 'Say why.', url: 'https://example.org/require-why', range: onLine(4, 3) }),
      finding({ path: 'A.md', severity: 'info', message: 'A hint.' }),
      finding({ path: 'B.md', message: 'M.' }),
      finding({ path: 'B.md', message: 'N.' }),
    );
    expect(formatDiagnosticsJunit(result)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="CX Playbook" tests="4" failures="3" errors="0">
  <testsuite name="A.md" tests="2" failures="1" errors="0" skipped="1" file="A.md">
    <testcase classname="A" name="require-why">
      <failure type="error" message="Say why.">A.md:4:3 error Say why. https://example.org/require-why</failure>
    </testcase>
    <testcase classname="A" name="require-model">
      <skipped message="info: A hint."/>
    </testcase>
  </testsuite>
  <testsuite name="B.md" tests="2" failures="2" errors="0" skipped="0" file="B.md">
    <testcase classname="B" name="require-model">
      <failure type="warning" message="M.">B.md:1:1 warning M.</failure>
    </testcase>
    <testcase classname="B" name="require-model (2)">
      <failure type="warning" message="N.">B.md:1:1 warning N.</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test.each([
    ['error', '1', '2'],
    ['warning', '2', '1'],
    ['info', '3', '0'],
  ] as const)('fails from %s on', (failOn, failures, skipped) => {
    const result = resultOf(finding({ severity: 'error' }), finding(), finding({ severity: 'info' }));
    const root = parseXml(formatDiagnosticsJunit(result, { failOn }));
    expect(root.attributes).toMatchObject({ tests: '3', failures });
    expect(root.children[0]?.attributes).toMatchObject({ tests: '3', failures, skipped });
    expect(junitBreaches(root)).toEqual([]);
  });

  test('holds one passed case without findings', () => {
    const root = parseXml(formatDiagnosticsJunit(resultOf()));
    expect(root.attributes).toEqual({ name: 'CX Playbook', tests: '1', failures: '0', errors: '0' });
    expect(junitBreaches(root)).toEqual([]);
    const testCase = root.children[0]?.children[0];
    expect(testCase?.attributes).toEqual({ classname: 'CX Playbook', name: 'lint' });
    expect(testCase?.children.map(({ name, text }) => [name, text])).toEqual([
      ['system-out', 'No findings in 33 notes (31 in the playbook)'],
    ]);
  });

  test('is held against a form that rejects a wrong report', () => {
    const xml = formatDiagnosticsJunit(resultOf(finding(), finding({ severity: 'info' })));
    expect(junitBreaches(parseXml(xml))).toEqual([]);
    expect(junitBreaches(parseXml(xml.replace('<testcase classname', '<testcase file="A.md" classname')))).toEqual(['<testcase> has file.']);
    expect(junitBreaches(parseXml(xml.replaceAll('failures="1"', 'failures="2"')))).toHaveLength(2);
    expect(junitBreaches(parseXml(xml.replaceAll('failure', 'fault')))).not.toEqual([]);
  });

  test('gives paths from the repository', () => {
    const root = parseXml(formatDiagnosticsJunit(resultOf(finding({ path: 'A.md' })), { vaultFolder: 'docs' }));
    expect(root.children[0]?.attributes).toMatchObject({ name: 'docs/A.md', file: 'docs/A.md' });
    expect(root.children[0]?.children[0]?.attributes).toMatchObject({ classname: 'docs/A' });
  });

  test.each(HOSTILE_TEXTS)('is XML that gives back the text with its controls shown: %s', (_, text) => {
    const xml = formatDiagnosticsJunit(resultOf(hostileFinding(text)));
    expect(xml).not.toMatch(RAW_CONTROLS);
    const root = parseXml(xml);
    expect(junitBreaches(root)).toEqual([]);
    const suite = root.children[0];
    expect(suite?.attributes['name']).toBe(`Notes/${printable(text)}.md`);
    const testCase = suite?.children[0];
    expect(testCase?.attributes['name']).toBe(printable(text));
    expect(testCase?.children[0]?.attributes['message']).toBe(printable(text));
    expect(testCase?.children[0]?.text).toBe(`Notes/${printable(text)}.md:1:1 warning ${printable(text)}`);
  });
});
