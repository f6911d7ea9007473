/** What the dialogs of the roadmap ask for, as typed, and what is wrong with it. Pure. */
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import { AMBITIONS, PHASES, WORK_STATUSES, type Phase } from '../playbook/note.js';
import { readDates, usableTiming } from '../roadmap/item-dates.js';
import { formatDaySpan } from '../roadmap/move-words.js';
import { PHASE_LABEL } from '../roadmap/lanes.js';
import type { RoadmapItem } from '../roadmap/roadmap-layout.js';
import { WORDS } from './words/words.js';

/** One of several to choose from; an empty value stands for none. */
export interface FormChoice {
  readonly value: string;
  readonly label: string;
}

export interface DateFields {
  readonly start: string;
  readonly end: string;
}

export interface ItemFields extends DateFields {
  readonly status: string;
  readonly ambition: string;
  readonly phase: string;
  readonly progress: string;
  /** Label of one of the executives. */
  readonly sponsor: string;
}

export type FieldProblems<Fields> = Readonly<Partial<Record<keyof Fields, string>>>;

const words = WORDS.roadmapEdits;
const NONE: FormChoice = { value: '', label: words.none };

export const STATUS_CHOICES: readonly FormChoice[] = [NONE, ...WORK_STATUSES.map(asChoice)];
export const AMBITION_CHOICES: readonly FormChoice[] = [NONE, ...AMBITIONS.map(asChoice)];

/** By the names that the journey gives its phases. */
export function phaseChoices(names: ReadonlyMap<Phase, string>): readonly FormChoice[] {
  return [NONE, ...PHASES.map((phase) => ({ value: phase, label: names.get(phase) ?? PHASE_LABEL[phase] }))];
}

function asChoice(value: string): FormChoice {
  return { value, label: value.slice(0, 1).toUpperCase() + value.slice(1) };
}

/** Executives by label; those of one name with their folder behind it. */
export function sponsorChoices(executives: readonly { readonly path: string; readonly title: string }[]): readonly FormChoice[] {
  const counts = new Map<string, number>();
  for (const { title } of executives) counts.set(key(title), (counts.get(key(title)) ?? 0) + 1);
  return executives.map(({ path, title }) => ({ value: path, label: counts.get(key(title)) === 1 ? title : `${title} (${path.replace(/\.md$/i, '')})` }));
}

/** The path that a label stands for, in any case; undefined for a text that is none. */
export function sponsorOf(text: string, sponsors: readonly FormChoice[]): string | undefined {
  return (sponsors.find(({ label }) => label === text.trim()) ?? sponsors.find(({ label }) => key(label) === key(text)))?.value;
}

export function sponsorProblem(text: string, sponsors: readonly FormChoice[]): string | undefined {
  return text.trim() === '' || sponsorOf(text, sponsors) !== undefined ? undefined : words.sponsorBad(text.trim());
}

function key(text: string): string {
  return text.trim().toLowerCase();
}

export function dateProblems(kind: RoadmapItem['kind'], { start, end }: DateFields): FieldProblems<DateFields> {
  const bad = (text: string): string | undefined => (text.trim() === '' || parseFuzzyDate(text.trim()) !== undefined ? undefined : words.dateBad(text.trim()));
  const problems = { start: kind === 'milestone' ? undefined : bad(start), end: bad(end) };
  if (problems.start === undefined && problems.end === undefined && kind !== 'milestone' && !isEmpty(start) && !isEmpty(end) && usableTiming(readFields(kind, { start, end })) === undefined) return { end: words.endFirst };
  return withoutEmpty(problems);
}

/** Which days the dates cover; undefined while they cannot be read. */
export function coverage(kind: RoadmapItem['kind'], fields: DateFields): string | undefined {
  if (Object.keys(dateProblems(kind, fields)).length > 0) return undefined;
  const timing = usableTiming(readFields(kind, fields));
  if (timing === undefined) return words.noDates;
  const { firstDay, lastDay } = timing.span;
  if (kind === 'milestone') return words.covers(formatDaySpan(lastDay, lastDay));
  const days = formatDaySpan(firstDay, lastDay);
  return isEmpty(fields.start) || isEmpty(fields.end) ? words.coversFrom(days) : words.covers(days);
}

function readFields(kind: RoadmapItem['kind'], { start, end }: DateFields): ReturnType<typeof readDates> {
  return readDates({ kind, start: kind === 'milestone' ? undefined : written(start), end: written(end) });
}

/** Undefined for none. */
export function written(text: string): string | undefined {
  return isEmpty(text) ? undefined : text.trim();
}

function isEmpty(text: string): boolean {
  return text.trim() === '';
}

export function itemProblems(kind: RoadmapItem['kind'], fields: ItemFields, sponsors: readonly FormChoice[]): FieldProblems<ItemFields> {
  const { progress, sponsor } = fields;
  const percent = Number(progress);
  const hasProgress = progress.trim() === '' || (Number.isFinite(percent) && percent >= 0 && percent <= 100);
  return withoutEmpty({
    ...dateProblems(kind, fields),
    progress: kind === 'milestone' || hasProgress ? undefined : words.progressBad(progress.trim()),
    sponsor: sponsorProblem(sponsor, sponsors),
  });
}

function withoutEmpty<Key extends string>(problems: Readonly<Partial<Record<Key, string | undefined>>>): Readonly<Partial<Record<Key, string>>> {
  const found: Partial<Record<Key, string>> = {};
  for (const name in problems) {
    const message = problems[name];
    if (message !== undefined) found[name] = message;
  }
  return found;
}
