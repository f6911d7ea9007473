/** `1,200`: a count with its thousands apart, in the language of the words round it. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}
