/** What differs between the facts of one note in two versions, thing by thing. */
import type { Evidence } from '../playbook/note.js';
import type { EvidenceItem, PracticeDifference, PracticeState, PropertyDifference } from '../playbook/playbook-difference.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { PRACTICES } from '../playbook/practice.js';
import type { Fact, FactItem, NoteFacts } from './note-facts.js';
import { plainWords } from './wording.js';

/** Where a file of before is now. */
export type PathNow = (path: string) => string;

/** In the order of names. */
export function compareValues(before: NoteFacts, after: NoteFacts, pathNow: PathNow): readonly PropertyDifference[] {
  const names = [...new Set([...before.values.keys(), ...after.values.keys()])].sort(byCodeUnits);
  const found = names.flatMap((name) => compareFact(name, before.values.get(name), after.values.get(name), pathNow) ?? []);
  const [from, to] = [before.note.kind, after.note.kind];
  return from === to ? found : [{ form: 'value', name: 'kind', from, to }, ...found];
}

function compareFact(name: string, before: Fact | undefined, after: Fact | undefined, pathNow: PathNow): PropertyDifference | undefined {
  if (before?.form !== 'list' && after?.form !== 'list') {
    return before?.key === after?.key ? undefined : { form: 'value', name, from: before?.text, to: after?.text };
  }
  // A value that became a list of one says the same.
  const { left, right } = withoutCommon(itemsOf(before), itemsOf(after), pathNow);
  return left.length + right.length === 0 ? undefined : { form: 'list', name, added: right.map(({ text }) => text), removed: left.map(({ text }) => text) };
}

function itemsOf(fact: Fact | undefined): readonly FactItem[] {
  if (fact === undefined) return [];
  return fact.form === 'list' ? fact.items : [fact];
}

/** By key first; then a link that leads nowhere is the one of the same name that leads somewhere. */
function withoutCommon(before: readonly FactItem[], after: readonly FactItem[], pathNow: PathNow): { readonly left: readonly FactItem[]; readonly right: readonly FactItem[] } {
  const byKey = takeCommon(before, after, ({ path, key }) => (path === undefined ? key : `at ${pathNow(path)}`), ({ key }) => key);
  const name = ({ key, path, text }: FactItem): string => (path === undefined ? key : `to ${text.toLowerCase()}`);
  return takeCommon(byKey.left, byKey.right, name, name);
}

/** The items of each side that have no partner on the other, in their order. */
function takeCommon<T>(before: readonly T[], after: readonly T[], keyBefore: (item: T) => string, keyAfter: (item: T) => string): { readonly left: readonly T[]; readonly right: readonly T[] } {
  const waiting = new Map<string, number>();
  for (const item of after) waiting.set(keyAfter(item), (waiting.get(keyAfter(item)) ?? 0) + 1);
  const common = new Map<string, number>();
  const left = before.filter((item) => {
    const key = keyBefore(item);
    const count = waiting.get(key) ?? 0;
    if (count === 0) return true;
    waiting.set(key, count - 1);
    common.set(key, (common.get(key) ?? 0) + 1);
    return false;
  });
  const right = after.filter((item) => {
    const key = keyAfter(item);
    const count = common.get(key) ?? 0;
    if (count > 0) common.set(key, count - 1);
    return count === 0;
  });
  return { left, right };
}

export function comparePractices(before: NoteFacts, after: NoteFacts): readonly PracticeDifference[] {
  return PRACTICES.flatMap((practice): readonly PracticeDifference[] => {
    const from: PracticeState = before.practices.get(practice) ?? 'absent';
    const to: PracticeState = after.practices.get(practice) ?? 'absent';
    return from === to ? [] : [{ practice, from, to }];
  });
}

export interface EvidenceComparison {
  readonly added: readonly EvidenceItem[];
  readonly removed: readonly EvidenceItem[];
  readonly reworded: number;
}

/** Lines of one day and sort are one line in other words, as many as there are on both sides. */
export function compareEvidence(before: readonly Evidence[], after: readonly Evidence[]): EvidenceComparison {
  const sort = ({ date, form, category }: Evidence): string => `${date} ${form} ${category ?? ''}`;
  const whole = (line: Evidence): string => `${sort(line)} ${line.sign ?? ''} ${plainWords(line.text)}`;
  const said = takeCommon(before, after, whole, whole);
  const { left, right } = takeCommon(said.left, said.right, sort, sort);
  return { added: byDay(right), removed: byDay(left), reworded: said.right.length - right.length };
}

function byDay(lines: readonly Evidence[]): readonly EvidenceItem[] {
  const items = lines.map(({ date, form, category, text }): EvidenceItem => ({ date, form, category, text: plainWords(text) }));
  return items.sort((a, b) => byCodeUnits(a.date, b.date) || byCodeUnits(a.text, b.text));
}
