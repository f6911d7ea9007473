import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CORPUS_PARTS, countAgreement, parseCorpus, readCorpus } from '../../docs/language-corpus.js';
import { formatLanguagePage, measureLanguageRules, type MeasuredRule } from '../../docs/language-page.js';

let measured: readonly MeasuredRule[] = [];

beforeAll(async () => {
  measured = await measureLanguageRules();
});

/** What the documents claim at least. */
const FLOORS = [
  { rule: 'conflicting-message', precision: 0.95, recall: 0.7, texts: 300 },
  { rule: 'compliance-language', precision: 0.95, recall: 0.6, texts: 300 },
  { rule: 'practice-depth', precision: 0.95, recall: 0.85, texts: 100 },
] as const;

describe.each(FLOORS)('$rule on labelled prose', ({ rule, precision, recall, texts }) => {
  test.each(CORPUS_PARTS)('keeps what is claimed of %s', (part) => {
    const agreement = countAgreement(measured.find((one) => one.rule.id === rule)?.parts[part] ?? []);
    expect(agreement.precision).toBeGreaterThanOrEqual(precision);
    expect(agreement.recall).toBeGreaterThanOrEqual(recall);
  });

  test('is measured on enough texts of both labels and four languages, each once', () => {
    const all = CORPUS_PARTS.flatMap((part) => readCorpus(rule, part));
    expect(all.length).toBeGreaterThanOrEqual(texts);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(new Set(all.map(({ language, isTrouble }) => `${language} ${String(isTrouble)}`)).size).toBe(8);
    expect(all.filter(({ isTrouble }) => !isTrouble).length).toBeGreaterThan(all.length / 2);
  });
});

test('the page tells what was measured', () => {
  const page = readFileSync('docs/language-rules.md', 'utf8');
  expect(page.slice(page.indexOf('# Rules'))).toBe(formatLanguagePage(measured));
});

test('a line that is no labelled text stops the measurement', () => {
  expect(parseCorpus('# about\n\n+ en One. ⏎ Two.\n- de Drei.\n')).toEqual([
    { language: 'en', text: 'One.\nTwo.', isTrouble: true },
    { language: 'de', text: 'Drei.', isTrouble: false },
  ]);
  expect(() => parseCorpus('+ en One.\n* en Two.\n')).toThrow('Line 2 is no labelled text: * en Two.');
});
