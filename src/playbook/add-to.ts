/**
 * Adds to the list of a key; the first makes the list.
 *
 * @example const heads = new Map<string, Executive[]>(); addTo(heads, 'freight', ana) // Map { 'freight' → [ana] }
 */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
