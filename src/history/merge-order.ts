/**
 * The order of names that two sides added to, removed from and moved: that of the side that moved some, else of ours, with
 * the other side's own names behind those that they stood behind.
 *
 * @example mergeOrder(['a', 'b'], ['a', 'x', 'b'], ['a', 'b', 'y']) // ['a', 'x', 'b', 'y']
 */
export function mergeOrder(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const isOurs = !keepsOrder(base, theirs) && keepsOrder(base, ours);
  const [first, second] = isOurs ? [theirs, ours] : [ours, theirs];
  const [known, others] = [new Set(first), new Set(second)];
  const order = [...first];
  for (const [index, name] of second.entries()) {
    if (known.has(name)) continue;
    let at = index === 0 ? 0 : order.indexOf(second[index - 1] ?? '') + 1;
    // Behind what the first side added at the same place.
    for (let next = order[at]; next !== undefined && known.has(next) && !others.has(next); next = order[at]) at++;
    order.splice(at, 0, name);
  }
  return order;
}

/** Whether the names that are in both stand in the same order. */
function keepsOrder(base: readonly string[], side: readonly string[]): boolean {
  const [before, after] = [new Set(base), new Set(side)];
  const kept = side.filter((name) => before.has(name));
  return base.filter((name) => after.has(name)).every((name, index) => kept[index] === name);
}
