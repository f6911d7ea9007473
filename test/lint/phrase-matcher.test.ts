import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complianceWordsOf, COMPLIANCE_LANGUAGES } from '../../src/lint/words/compliance-words.js';
import { MESSAGE_WORDS } from '../../src/lint/words/message-words.js';
import { chooseWords } from '../../src/lint/words/own-words.js';
import { asWritten, PhraseMatcher } from '../../src/lint/words/phrase-matcher.js';
import { readWords } from '../../src/lint/words/words-of-text.js';

/** What the phrases find, as it stands in the text. */
function findIn(text: string, ...phrases: readonly string[]): readonly string[] {
  const words = readWords(text);
  return new PhraseMatcher(phrases).find(words).map((match) => asWritten(match, words));
}

describe('a phrase matches', () => {
  test.each([
    ['whole words in any case', 'The FINEST, but not the finesthour', ['finest'], ['finest']],
    ['with a plural ending on either side', 'Costs of a cost', ['cost', 'costs'], ['costs', 'costs', 'cost', 'cost']],
    ['over hyphens, apostrophes and line ends', 'Best-in-class, best\nin class, l’accueil', ['best in class', 'l accueil'], ['best in class', 'best in class', 'l accueil']],
    ['the start of a word before *', 'Regulator and regulation', ['regulat*'], ['regulator', 'regulation']],
    ['over up to three words for …', 'cut all our high costs, cut down all of our costs', ['cut … cost'], ['cut all our high costs']],
    ['over words for three dots too', 'cut our costs', ['cut ... costs'], ['cut our costs']],
    ['accents written in two ways', 'le cou\u0302t', ['coût'], ['coût']],
    ['anywhere in scripts without spaces', '全員が遵守すること', ['遵守'], ['全員が遵守すること']],
    ['nothing for signs alone', 'a … b', ['…', '--', ''], []],
  ])('%s', (_what, text, phrases, expected) => {
    expect(findIn(text, ...phrases)).toEqual(expected);
  });
});

describe('words of one’s own', () => {
  test.each([
    ['stand beside the built-in ones', ['deluxe'], ['premium … service', 'finest', 'five star', 'deluxe']],
    ['leave out what holds them', ['-premium'], ['finest', 'five star']],
    ['leave out by whole words only, hyphens aside', ['-star', '-fin', '-five-star'], ['premium … service', 'finest']],
    ['leave nothing out when they hold no word', ['-', '- …'], ['premium … service', 'finest', 'five star']],
  ])('%s', (_what, own, expected) => {
    expect(chooseWords(['premium … service', 'finest', 'five star'], own)).toEqual(expected);
  });
});

describe('a search', () => {
  const lists = [MESSAGE_WORDS.premium, MESSAGE_WORDS.cost, ...COMPLIANCE_LANGUAGES.map(complianceWordsOf), ['a b', 'é', 'да', 'no way', '遵守', 'ab*']];
  const matchers = lists.map((list) => new PhraseMatcher(list));

  test.each(lists.map((list, index) => [index, list] as const))('finds each phrase of list %i where it starts', (_index, list) => {
    for (const phrase of list) {
      const matcher = new PhraseMatcher([phrase]);
      const written = phrase.replaceAll('*', '').replaceAll('…', 'ett två');
      const capitals = written.includes('ß') ? written : written.toUpperCase();
      expect([phrase, matcher.search(`Bob. ${written} end`), matcher.search(`Bob. ${capitals.normalize('NFD')}`)]).toEqual([phrase, 5, 5]);
    }
  });

  test('says of any text what reading all of it says', () => {
    const pieces = lists.flat().flatMap((phrase) => phrase.replaceAll('*', 'x').split(/( )/));
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(' ', '\n\n', '-', '…', 'é', 'S', 'İ'), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(lists.length - 1), (written, index) => {
        const matcher = matchers[index] ?? new PhraseMatcher([]);
        const found = matcher.search(written) >= 0;
        if (matcher.find(readWords(written)).length > 0 !== found) throw new Error(`${String(found)}: ${JSON.stringify(written)}`);
      }),
      { numRuns: 400 },
    );
  });
});
