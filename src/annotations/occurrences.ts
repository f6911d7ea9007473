/**
 * All places where a pattern stands in a text, overlapping ones too, in time that grows with the sum of both lengths
 * whatever they hold (Knuth, Morris and Pratt).
 *
 * @example occurrences('aXaXa', 'aXa') // [0, 2]
 */
export function occurrences(text: string, pattern: string): readonly number[] {
  const found: number[] = [];
  if (pattern === '') return found;
  const borders = borderLengths(pattern);
  for (let at = 0, matched = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== pattern.charCodeAt(matched)) matched = borders[matched - 1] ?? 0;
    if (unit === pattern.charCodeAt(matched)) matched++;
    if (matched < pattern.length) continue;
    found.push(at + 1 - matched);
    matched = borders[matched - 1] ?? 0;
  }
  return found;
}

/** For each start of the pattern, how long the longest shorter start is that it ends with. */
function borderLengths(pattern: string): Int32Array {
  const borders = new Int32Array(pattern.length);
  for (let at = 1, matched = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    while (matched > 0 && unit !== pattern.charCodeAt(matched)) matched = borders[matched - 1] ?? 0;
    if (unit === pattern.charCodeAt(matched)) matched++;
    borders[at] = matched;
  }
  return borders;
}
