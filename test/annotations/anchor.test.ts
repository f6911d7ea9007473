import { describe as group, expect, test } from 'vitest';
import { anchorAll } from '../../src/annotations/anchor.js';
import { blobIdOf } from '../../src/annotations/blob-id.js';
import { describe } from '../../src/annotations/describe.js';
import type { AnnotationPlace, QuoteSelector } from '../../src/playbook/annotation.js';

/** The text without its brackets, and the passage that they mark. */
function marked(text: string): { readonly text: string; readonly from: number; readonly to: number } {
  const from = text.indexOf('⟦');
  return { text: text.replace(/[⟦⟧]/g, ''), from, to: text.indexOf('⟧') - 1 };
}

/** The text of today with brackets around what was found; the state where nothing is anchored. */
function found(text: string, place: AnnotationPlace | undefined): string | undefined {
  return place?.state === 'anchored' ? `${text.slice(0, place.from)}⟦${text.slice(place.from, place.to)}⟧${text.slice(place.to)}` : place?.state;
}

const VIEW = '# View\n\nAna runs finance and asks for proof each month.\n\n';
const FEAR = 'She said that ⟦we will cut the programme in the third quarter⟧ unless numbers turn.\n';

const BOTH_WAYS: readonly (readonly [string, string, string])[] = [
  ['follows a passage that moved down', VIEW + FEAR, `# View\n\nNew: the board met twice in May.\n\nAna runs finance and asks for proof each month.\n\n${FEAR}`],
  ['follows a passage that moved under another heading', `${VIEW}${FEAR}\n# Plan\n\nNothing yet.\n`, `${VIEW}# Plan\n\nNothing yet.\n\n${FEAR}`],
  ['holds on to a passage with another word', VIEW + FEAR, `${VIEW}She said that ⟦we will cut the budget in the third quarter⟧ unless numbers turn.\n`],
  ['holds on where the heading changed', VIEW + FEAR, `${VIEW.replace('View', 'How she sees it')}${FEAR}`],
  ['holds on where the paragraph was split', VIEW + FEAR, `${VIEW}She said that\n\n⟦we will cut the programme in the third quarter⟧ unless numbers turn.\n`],
  ['tells equal quotes apart by what stands around them', 'Mail is slow.\n\n- Owner: ⟦Tom Lee⟧, since May\n- Owner: Tom Lee, since June\n', 'Chat is new.\n\nMail is slow.\n\n- Owner: ⟦Tom Lee⟧, since May\n- Owner: Tom Lee, since June\n'],
  ['reads other line endings as the same text', VIEW + FEAR, (VIEW + FEAR).replaceAll('\n', '\r\n')],
  ['reads decomposed accents as the same text', 'The café in ⟦Zürich is where they meet⟧ again.\n', 'The café in ⟦Zürich is where they meet⟧ again.\n'.normalize('NFD')],
  ['finds right-to-left text and emoji', 'לפני ⟦שלום לכולם 👩‍👩‍👧 היום⟧ אחרי\n', 'חדש\n\nלפני ⟦שלום לכולם 👩‍👩‍👧 היום⟧ אחרי\n'],
  ['finds a property', '---\nowner: ⟦Ana Ruiz of finance⟧\n---\nText\n', '---\nrole: CFO\nowner: ⟦Ana Ruiz of finance⟧\n---\nText\n'],
  ['says that a deleted passage is gone', VIEW + FEAR, `${VIEW}orphan`],
];

group('anchorAll', () => {
  test.each(BOTH_WAYS)('%s', (_name, before, after) => {
    const old = marked(before);
    const gone = after.endsWith('orphan');
    const now = gone ? after.replace('orphan', '') : marked(after).text;
    const selector = describe(old.text, old);
    const [withBase, without] = anchorAll(now, [{ selector, base: old.text }, { selector }]);
    expect([found(now, withBase), found(now, without)]).toEqual(gone ? ['orphan', 'orphan'] : [after, after]);
  });

  test('asks where two places are as good as each other', () => {
    const old = marked('- Owner: ⟦Tom Lee⟧\n');
    const now = '- Owner: Tom Lee\n\n- Owner: Tom Lee\n';
    const [place] = anchorAll(now, [{ selector: { ...describe(old.text, old), prefix: '- Owner: ', suffix: '\n', start: undefined } }]);
    expect(place?.state === 'confirm' && place.candidates.map(({ from, to }) => now.slice(from, to))).toEqual(['Tom Lee', 'Tom Lee']);
  });

  test('does not take a copy that was there before for the passage that was deleted', () => {
    const before = '# Mail\n\nOwner is Tom Lee of retail.\n\n# Chat\n\nOwner is Tom Lee of retail.\n';
    const from = before.lastIndexOf('Tom Lee of retail');
    const selector = describe(before, { from, to: from + 17 });
    expect(anchorAll('# Mail\n\nOwner is Tom Lee of retail.\n\n# Chat\n\n', [{ selector, base: before }])).toEqual([{ state: 'orphan', missing: 'quote' }]);
  });

  test('takes the very words that moved before those that are like them at their place', () => {
    const old = marked('Lists:\n\n- ⟦https://example.com/handbook/mail/OWNERS of the mail⟧\n- https://example.com/handbook/chat/OWNERS of the chat\n');
    const now = 'Lists:\n\n- https://example.com/handbook/post/OWNERS of the post\n- https://example.com/handbook/chat/OWNERS of the chat\n\nMoved:\n\n- https://example.com/handbook/mail/OWNERS of the mail\n';
    const [place] = anchorAll(now, [{ selector: describe(old.text, old), base: old.text }]);
    expect(found(now, place)).toContain('Moved:\n\n- ⟦https://example.com/handbook/mail/OWNERS of the mail⟧\n');
  });

  test.each([
    ['a quote with another letter, though all around it is new', '⟦we will cut the programme in the third quarter unless the numbers of the shops in the north turn by the end of May⟧', 'Budget talks: we will cut the program in the third quarter unless the numbers of the shops in the north turn by the end of May, they say.\n', 'anchored'],
    ['a quote with other words, where all around it is new', '⟦we will cut the programme in the third quarter⟧', 'Budget talks: we will cut this whole programme in the third quarter, they say.\n', 'confirm'],
    ['a word that stands in another sentence', 'Ask ⟦Tom⟧ first.', 'Tomorrow we meet with Tom and Ana.\n', 'confirm'],
    ['a word that stands nowhere', 'Ask ⟦Tom⟧ first.', 'We meet with Ana in May.\n', 'orphan'],
  ])('weighs %s', (_name, before, after, state) => {
    const old = marked(`# View\n\n${before}\n`);
    expect(anchorAll(after, [{ selector: describe(old.text, old) }])[0]?.state).toBe(state);
  });

  test('takes an annotation without a quote to be about the whole note', () => {
    expect(anchorAll('', [{ selector: describe('', { from: 0, to: 0 }) }])).toEqual([{ state: 'anchored', from: 0, to: 0 }]);
  });

  const LONG = Array.from({ length: 1500 }, (_, index) => `word${(index * 7919) % 1009}`).join(' ').slice(0, 10_000);
  test.each<[string, string, Partial<QuoteSelector>, AnnotationPlace['state']]>([
    ['an empty note', '', { quote: 'Tom Lee' }, 'orphan'],
    ['a quote of 10,000 characters with a word changed', `New here.\n\nThis is the list of all words: ${LONG.replace(' word855 ', ' none ')}. That was the whole list of words.\n`, { quote: LONG, prefix: 'This is the list of all words: ', suffix: '. That was the whole list of words.\n' }, 'anchored'],
    ['a megabyte of one letter', 'a'.repeat(1_000_000), { quote: 'a'.repeat(10_000) }, 'anchored'],
    ['a quote that is almost there everywhere', 'a'.repeat(1_000_000), { quote: `${'a'.repeat(5000)}b` }, 'orphan'],
    ['a hint outside the text', 'We met Tom Lee of retail in May.', { quote: 'Tom Lee of retail in May', start: 1e12, suffix: '.' }, 'anchored'],
  ])('stands up to %s', (_name, text, selector, state) => {
    const [place] = anchorAll(text, [{ selector: { quote: '', prefix: '', suffix: '', heading: [], start: undefined, blob: undefined, ...selector } }]);
    expect(place?.state).toBe(state);
  });
});

group('describe', () => {
  test('keeps the quote with its surroundings, in text with LF', () => {
    const old = marked('\ufeff# View\r\n\r\n## **Why**\r\n\r\nShe said ⟦no\r\nway⟧.\r\n');
    expect(describe(old.text, old)).toEqual({
      quote: 'no\nway',
      prefix: '# View\n\n## **Why**\n\nShe said ',
      suffix: '.\n',
      heading: ['View', 'Why'],
      start: 30,
      blob: blobIdOf(old.text),
    });
  });

  test('keeps 64 characters of context and cuts no surrogate pair', () => {
    const { prefix, suffix } = describe(`${'🚢'.repeat(40)}xQUOTEx${'🚢'.repeat(40)}`, { from: 81, to: 86 });
    expect([prefix, suffix]).toEqual([`${'🚢'.repeat(31)}x`, `x${'🚢'.repeat(31)}`]);
  });
});

test('blobIdOf says what git says', () => {
  expect([blobIdOf(''), blobIdOf('hello\n'), blobIdOf('hello\r\n')]).toEqual(['e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', 'ce013625030ba8dba906f756967f9e9ca394464a', 'ce013625030ba8dba906f756967f9e9ca394464a']);
});
