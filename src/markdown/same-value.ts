/** Whether two values of plain data are equal: lists item by item, groups name by name, numbers as written (-0 is not 0). */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  const others = new Map(Object.entries(b));
  const entries = Object.entries(a);
  return entries.length === others.size && entries.every(([name, value]) => others.has(name) && sameValue(value, others.get(name)));
}
