import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDraft } from '../../src/markdown/text-draft.js';
import { applyEdits } from '../../src/markdown/text-edit.js';

test('later edits speak of the text that earlier ones made', () => {
  const draft = new TextDraft('a: 1\nb: 2\n');
  draft.apply([{ from: 3, to: 4, insert: 'one' }, { from: 10, to: 10, insert: 'c: 3\n' }]);
  draft.apply([{ from: 17, to: 17, insert: 'd: 4\n' }, { from: 6, to: 6, insert: 's' }]);
  expect(draft.text).toBe('a: ones\nb: 2\nc: 3\nd: 4\n');
  expect(draft.edits()).toEqual([{ from: 3, to: 4, insert: 'ones' }, { from: 10, to: 10, insert: 'c: 3\nd: 4\n' }]);
});

test('what was changed and changed back is no edit', () => {
  const draft = new TextDraft('level: passive');
  draft.apply([{ from: 7, to: 14, insert: 'supporter' }]);
  draft.apply([{ from: 7, to: 16, insert: 'passive' }]);
  expect(draft.edits()).toEqual([]);
});

test('the edits of any steps make the last text of the first', () => {
  const step = fc.tuple(fc.nat(30), fc.nat(10), fc.string({ maxLength: 5 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(step, { maxLength: 8 }), (text, steps) => {
      const draft = new TextDraft(text);
      for (const [at, length, insert] of steps) {
        const from = Math.min(at, draft.text.length);
        draft.apply([{ from, to: Math.min(from + length, draft.text.length), insert }]);
      }
      expect(applyEdits(text, draft.edits())).toBe(draft.text);
    }),
  );
});
