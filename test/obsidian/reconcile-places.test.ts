import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LivePlace } from '../../src/obsidian/live-places.js';
import { reconcilePlaces } from '../../src/obsidian/reconcile-places.js';
import { shownRanges } from '../../src/obsidian/stored-ranges.js';
import type { AnnotationPlace, PlacedAnnotation } from '../../src/playbook/annotation.js';

function placed(quote: string, place: AnnotationPlace, start = 0): PlacedAnnotation {
  const selector = { quote, prefix: '', suffix: '', heading: [], start, blob: undefined };
  const annotation = { path: '_annotations/a.md', id: 'aaaaaaaa', target: 'Ana', kind: 'risk', visibility: 'client', author: 'raj', created: '', createdOn: undefined, lastOn: undefined, selector, status: 'open', events: [] } as const;
  return { annotation, targetPath: 'Ana.md', place };
}

function anchored(text: string, part: string): AnnotationPlace {
  const from = text.indexOf(part);
  return { state: 'anchored', from, to: from + part.length };
}

function live(quote: string, text: string, part: string, isSure = true): LivePlace {
  const from = text.indexOf(part);
  return { placed: placed(quote, anchored(text, part)), from, to: from + part.length, isSure };
}

/** The passage that is marked, or nothing. */
function shownPassage(each: PlacedAnnotation, known: readonly LivePlace[], texts: { stored: string; shown: string }): string | undefined {
  const [place] = reconcilePlaces([each], known, texts);
  return place === undefined ? undefined : texts.shown.slice(place.from, place.to);
}

const BOTH = (text: string) => ({ stored: text, shown: text });
const LOST: AnnotationPlace = { state: 'orphan', missing: 'quote' };

describe('places after the playbook looked again', () => {
  it('are its own where the editor knows none', () => {
    expect(shownPassage(placed('red door', anchored('a red door', 'red door')), [], BOTH('a red door'))).toBe('red door');
    expect(shownPassage(placed('red door', LOST), [], BOTH('a red door'))).toBeUndefined();
  });

  it('are the likeliest one where a person has to confirm', () => {
    const candidates = [{ from: 2, to: 7, score: 0.6 }, { from: 0, to: 1, score: 0.5 }];
    expect(shownPassage(placed('red door', { state: 'confirm', candidates }), [], BOTH('a green door'))).toBe('green');
  });

  it('stay where the editor followed the quote, though the playbook takes another that is alike', () => {
    const text = 'a red door, a red door';
    const second = { from: text.lastIndexOf('red'), to: text.length };
    const known: LivePlace = { placed: placed('red door', { state: 'anchored', ...second }), ...second, isSure: true };
    expect(reconcilePlaces([placed('red door', anchored(text, 'red door'))], [known], BOTH(text))).toMatchObject([second]);
  });

  it('stay where somebody edited the quote, though the playbook lost it', () => {
    const text = 'a red and blue door';
    expect(shownPassage(placed('red door', LOST), [live('red door', text, 'red and blue door')], BOTH(text))).toBe('red and blue door');
  });

  it('move to the quote word for word where little was left of it', () => {
    const text = 'a r; a red door';
    expect(shownPassage(placed('red door', anchored(text, 'red door')), [live('red door', text, 'r')], BOTH(text))).toBe('red door');
  });

  it('are the playbook’s where a program wrote into the passage', () => {
    const text = 'a blue cat and a big red door';
    expect(shownPassage(placed('red door', anchored(text, 'big red door')), [live('red door', text, 'blue cat', false)], BOTH(text))).toBe('big red door');
    expect(shownPassage(placed('red door', LOST), [live('red door', text, 'blue cat', false)], BOTH(text))).toBeUndefined();
  });

  it('are the playbook’s where the thread was given another passage', () => {
    const text = 'a red door and a cat';
    expect(shownPassage(placed('cat', anchored(text, 'cat'), 17), [live('red door', text, 'red door')], BOTH(text))).toBe('cat');
  });

  it('stay where unsaved typing touched the passage', () => {
    const texts = { stored: 'a red door', shown: 'a red big door' };
    expect(shownPassage(placed('red door', anchored(texts.stored, 'red door')), [live('red door', texts.shown, 'red big door', false)], texts)).toBe('red big door');
  });
});

describe('stored ranges in the text of an editor', () => {
  it('leave out line endings and mark that the editor does not have', () => {
    const stored = '\ufeffone\r\ntwo\rthree\r\n';
    const shown = 'one\ntwo\nthree\n';
    const toShown = shownRanges(stored, shown);
    for (const word of ['one', 'two', 'three']) {
      const from = stored.indexOf(word);
      const range = toShown({ from, to: from + word.length });
      expect(shown.slice(range?.from, range?.to)).toBe(word);
    }
  });

  it('stand behind what was typed before them, and are not there where something was typed inside', () => {
    expect(shownRanges('abc def', 'abXc def')({ from: 4, to: 7 })).toEqual({ from: 5, to: 8 });
    expect(shownRanges('abc def', 'abXc def')({ from: 1, to: 3 })).toBeUndefined();
    expect(shownRanges('abc', 'abc')({ from: 2, to: 9 })).toBeUndefined();
  });

  it('hold the same text, whatever was typed elsewhere', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é', '👍') });
    fc.assert(
      fc.property(text, text, text, text, fc.boolean(), (before, quote, behind, typed, isBefore) => {
        const stored = before + quote + behind;
        const shown = stored.replace(/\r\n?/g, '\n');
        const edited = isBefore ? typed.replace(/\r\n?/g, '\n') + shown : shown + typed.replace(/\r\n?/g, '\n');
        const range = shownRanges(stored, edited)({ from: before.length, to: before.length + quote.length });
        // Signs that end or start alike may be taken for the typed ones.
        if (range !== undefined) expect(edited.slice(range.from, range.to)).toBe(quote.replace(/\r\n?/g, '\n'));
      }),
    );
  });
});
