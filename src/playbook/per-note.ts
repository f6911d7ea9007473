/**
 * Remembers what was worked out of one note: notes never change, a changed one is another object. After a change of the
 * playbook only the changed note is worked out again. `keyOf` tells apart what else the answer rests on; the last one
 * asked for is kept. Nothing is kept of notes that are gone.
 *
 * @example const timelineOf = perNote((executive: Executive, today: CalendarDate) => build(executive, today), (today) => today)
 */
export function perNote<N extends object, R extends readonly unknown[], A>(find: (note: N, ...rest: R) => A, keyOf: (...rest: R) => string): (note: N, ...rest: R) => A {
  const found = new WeakMap<N, { readonly key: string; readonly answer: A }>();
  return (note, ...rest) => {
    const key = keyOf(...rest);
    const known = found.get(note);
    if (known?.key === key) return known.answer;
    const answer = find(note, ...rest);
    found.set(note, { key, answer });
    return answer;
  };
}
