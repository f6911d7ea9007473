import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConflicts, textOfSide } from '../../src/markdown/conflict-markers.js';

const TWO = 'a\n<<<<<<< HEAD\nb\n=======\nc\nd\n>>>>>>> other branch\ne\n';
const THREE = '<<<<<<< ours\nb\n||||||| 1234567\nx\n=======\n>>>>>>> theirs\n';

describe('conflicts of a text', () => {
  test('have both sides, their labels and their place', () => {
    const [conflict] = readConflicts(TWO).conflicts;
    expect(conflict).toMatchObject({ from: 2, oursLabel: 'HEAD', theirsLabel: 'other branch', base: undefined });
    expect(TWO.slice(conflict?.ours.from, conflict?.ours.to)).toBe('b\n');
    expect(TWO.slice(conflict?.theirs.from, conflict?.theirs.to)).toBe('c\nd\n');
    expect(TWO.slice(conflict?.to)).toBe('e\n');
  });

  test('give the whole text of each side', () => {
    const { conflicts } = readConflicts(TWO);
    expect(textOfSide(TWO, conflicts, 'ours')).toBe('a\nb\ne\n');
    expect(textOfSide(TWO, conflicts, 'theirs')).toBe('a\nc\nd\ne\n');
    expect(textOfSide(TWO, conflicts, 'base')).toBeUndefined();
  });

  test('show the ancestor where git wrote it', () => {
    const { conflicts } = readConflicts(THREE);
    expect([textOfSide(THREE, conflicts, 'ours'), textOfSide(THREE, conflicts, 'base'), textOfSide(THREE, conflicts, 'theirs')]).toEqual(['b\n', 'x\n', '']);
  });

  test.each(['Title\n=======\nText\n', '||||||| a\n', '<<<<<<<x\n', 'a <<<<<<< b\n', '>>>>>>>>> quoted\n', '<<<<<<\n'])('are not seen in %j', (text) => {
    expect(readConflicts(text)).toEqual({ conflicts: [], strays: [] });
  });

  test.each([
    ['<<<<<<< HEAD\na\n', '<<<<<<< HEAD'],
    ['<<<<<<< HEAD\na\n>>>>>>> b\n', '<<<<<<< HEAD,>>>>>>> b'],
    ['a\n>>>>>>> b\n', '>>>>>>> b'],
    ['<<<<<<< 1\n<<<<<<< 2\n=======\n>>>>>>> 2\n', '<<<<<<< 1'],
  ])('that are not whole leave strays: %j', (text, strays) => {
    expect(readConflicts(text).strays.map(({ from, to }) => text.slice(from, to)).join()).toBe(strays);
  });

  test('are found in texts with CRLF, a byte-order mark, and no last line ending', () => {
    const text = '\uFEFF<<<<<<< a\r\n1\r\n=======\r\n2\r\n>>>>>>> b';
    const { conflicts } = readConflicts(text);
    expect([textOfSide(text, conflicts, 'ours'), textOfSide(text, conflicts, 'theirs')]).toEqual(['\uFEFF1\r\n', '\uFEFF2\r\n']);
  });

  test('never throw, and lie in order', () => {
    const line = fc.constantFrom('a\n', '<<<<<<< a\n', '=======\n', '||||||| b\n', '>>>>>>> c\n', '\r', '');
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('');
      let at = 0;
      for (const { from, ours, theirs, to } of readConflicts(text).conflicts) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect([from, ours.from, ours.to, theirs.from, theirs.to, to].every((place, index, all) => index === 0 || place >= (all[index - 1] ?? 0))).toBe(true);
        at = to;
      }
    }));
  });
});
