/**
 * Tells whether a text holds certain words, as whole words of any script and in any case.
 *
 * @example buildWordTest(/errors?/u)('Two errors, one day') // true
 * @example buildWordTest(/errors?/u)('terrors') // false
 */

/**
 * Of a pattern for the words alone. No look-behind: iOS before 16.4 does not load a plugin with one. What is found thus
 * begins with the sign before the word, so that only whether it is found leaves this file.
 */
export function buildWordTest(words: Pick<RegExp, 'source'>): (text: string) => boolean {
  // Made when first asked: most runs meet no note that asks.
  let pattern: RegExp | undefined;
  return (text) => (pattern ??= new RegExp(String.raw`(?:^|[^\p{L}\p{N}])(?:${words.source})(?![\p{L}\p{N}])`, 'iu')).test(text);
}
