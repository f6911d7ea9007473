import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { buildLineIndex } from '../../src/markdown/text-range.js';
import { placeFindings } from '../../src/obsidian/place-findings.js';

/** A finding about the words in a text. */
function about(words: string, text: string): Diagnostic {
  const lines = buildLineIndex(text);
  const from = text.indexOf(words);
  return { path: 'Ana.md', rule: 'one-ceo', severity: 'warning', message: 'Found.', range: { start: lines.position(from), end: lines.position(from + words.length) } };
}

function placed(words: string, saved: string, text: string): readonly string[] {
  return placeFindings([about(words, saved)], saved, text).map(({ from, to }) => text.slice(from, to));
}

describe('a finding of the saved text', () => {
  it.each([
    ['stays where nothing changed', 'one two three', 'one two three', ['two']],
    ['stays before what was typed', 'one two three', 'one two three four', ['two']],
    ['moves behind what was typed', 'one two three', 'zero one two three', ['two']],
    ['moves behind what was deleted', 'one two three', 'two three', ['two']],
    ['is gone when typed into', 'one two three', 'one twxo three', []],
    ['is gone when deleted', 'one two three', 'one three', []],
    ['is gone when something in and something around it was typed', 'one two three', 'One tw0 three!', []],
    ['finds its line behind Windows line endings', 'one\r\none\r\ntwo', 'zero\none\none\ntwo', ['two']],
    ['finds its column behind a byte-order mark that the editor does not show', '\ufeffone two', 'one two', ['two']],
    ['finds its line behind old line endings', 'one\rtwo', 'one\ntwo', ['two']],
  ])('%s', (_name, saved, text, expected) => {
    expect(placed('two', saved, text)).toEqual(expected);
  });

  it('stays within a text that was made shorter since it was found', () => {
    const found = about('two', 'one\none\none two');
    expect(placeFindings([found], 'one\n', 'one\n').filter(({ from, to }) => from > 4 || to > 4)).toEqual([]);
    expect(placeFindings([found], 'one\none\none', 'one\none\none').filter(({ to }) => to > 11)).toEqual([]);
  });
});
