/**
 * Findings that a vault already had when it took up the linter: they stay quiet until someone adds one more. Counted by
 * note, rule and section, never by line, so that writing elsewhere in a note wakes nothing.
 *
 * @example
 * { "schema": 1, "entries": [{ "path": "10 Executives/Ana.md", "rule": "require-model", "section": "Practices", "count": 2 }] }
 * Two findings of the rule in that section are quiet; of three, the last in the note is told.
 */
import { byCodeUnits } from '../playbook/playbook.js';
import { compareDiagnostics, type Diagnostic } from './diagnostic.js';

export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  /** Text of the heading above the findings; absent above the first heading. */
  readonly section?: string;
  /** At least one. */
  readonly count: number;
}

export interface Baseline {
  readonly schema: typeof SCHEMA;
  /** One entry for each note, rule and section, sorted by them in UTF-16 units. */
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineResult {
  /** Findings to tell, in the order given. */
  readonly kept: readonly Diagnostic[];
  /** Findings that the baseline holds, in the order given. */
  readonly suppressed: readonly Diagnostic[];
  /** What the baseline holds and the vault no longer has; `count` is how many are gone. */
  readonly unused: readonly BaselineEntry[];
}

export type ParsedBaseline =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'problem'; readonly message: string };

/** Text of the heading that a finding stands under, `''` when none. */
export type SectionOf = (diagnostic: Diagnostic) => string;

const SCHEMA = 1;

/** A baseline in which each of the findings is quiet. */
export function buildBaseline(diagnostics: readonly Diagnostic[], sectionOf: SectionOf): Baseline {
  const entries = [...groupFindings(diagnostics, sectionOf).values()].map(({ entry, indices }) => ({
    ...entry,
    count: indices.length,
  }));
  return { schema: SCHEMA, entries: entries.sort(compareEntries) };
}

/** Splits findings into told and quiet. Beyond the count of an entry the findings last by position are told. */
export function applyBaseline(diagnostics: readonly Diagnostic[], baseline: Baseline, sectionOf: SectionOf): BaselineResult {
  const groups = groupFindings(diagnostics, sectionOf);
  const quiet = new Set<number>();
  const unused: BaselineEntry[] = [];
  for (const entry of baseline.entries) {
    const indices = groups.get(keyOf(entry))?.indices ?? [];
    for (const index of indices.slice(0, entry.count)) quiet.add(index);
    if (indices.length < entry.count) unused.push({ ...entry, count: entry.count - indices.length });
  }
  return {
    kept: diagnostics.filter((_, index) => !quiet.has(index)),
    suppressed: diagnostics.filter((_, index) => quiet.has(index)),
    unused,
  };
}

/** Lowers each count to what is still found and drops entries without any. Takes up nothing new: that is {@link buildBaseline}. */
export function updateBaseline(baseline: Baseline, diagnostics: readonly Diagnostic[], sectionOf: SectionOf): Baseline {
  return buildBaseline(applyBaseline(diagnostics, baseline, sectionOf).suppressed, sectionOf);
}

/** JSON with one entry a line, so that git shows and merges entries one by one. */
export function formatBaseline({ entries }: Baseline): string {
  const lines = [...entries].sort(compareEntries).map(({ path, rule, section, count }) => {
    return `    ${JSON.stringify({ path, rule, ...(section === undefined ? {} : { section }), count })}`;
  });
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "schema": ${SCHEMA},\n  "entries": ${list}\n}\n`;
}

/** Reads the text of a baseline file. Unknown keys are passed over. */
export function parseBaseline(text: string): ParsedBaseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return problem('The baseline is not valid JSON. Mend it, or write it anew.');
  }
  if (!isRecord(value)) return problem('The baseline is not a JSON object with "schema" and "entries". Write it anew.');
  const { schema, entries } = value;
  if (schema !== SCHEMA) {
    const found = typeof schema === 'number' ? `schema ${schema}` : 'no schema number';
    return problem(`The baseline has ${found}; this version reads schema ${SCHEMA}. Use the version that wrote it, or write it anew.`);
  }
  if (!Array.isArray(entries)) return problem('"entries" of the baseline is not a list. Mend it, or write it anew.');
  return readEntries(entries);
}

function readEntries(values: readonly unknown[]): ParsedBaseline {
  const entries: BaselineEntry[] = [];
  const keys = new Set<string>();
  for (const [index, value] of values.entries()) {
    const entry = readEntry(value);
    const name = `Entry ${index + 1} of the baseline`;
    if (typeof entry === 'string') return problem(`${name} ${entry} Mend it, or write the baseline anew.`);
    if (keys.has(keyOf(entry))) {
      return problem(`${name} repeats the note, rule and section of an earlier one. Remove one of them, or write the baseline anew.`);
    }
    keys.add(keyOf(entry));
    entries.push(entry);
  }
  return { kind: 'baseline', baseline: { schema: SCHEMA, entries: entries.sort(compareEntries) } };
}

/** The entry, or what is wrong with it. */
function readEntry(value: unknown): BaselineEntry | string {
  if (!isRecord(value)) return 'is not an object.';
  const { path, rule, section, count } = value;
  if (typeof path !== 'string' || path === '') return 'has no "path", the path of a note.';
  if (typeof rule !== 'string' || rule === '') return 'has no "rule", the id of a rule.';
  if (section !== undefined && typeof section !== 'string') return 'has a "section" that is not a text.';
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return 'has no "count", a whole number from 1.';
  return entryOf(path, rule, section ?? '', count);
}

interface FindingGroup {
  readonly entry: BaselineEntry;
  /** Places in the list of findings, ordered by position in the note. */
  readonly indices: readonly number[];
}

function groupFindings(diagnostics: readonly Diagnostic[], sectionOf: SectionOf): ReadonlyMap<string, FindingGroup> {
  const ordered = [...diagnostics.entries()].sort(([, a], [, b]) => compareDiagnostics(a, b));
  const groups = new Map<string, { entry: BaselineEntry; indices: number[] }>();
  for (const [index, diagnostic] of ordered) {
    const entry = entryOf(diagnostic.path, diagnostic.rule, sectionOf(diagnostic), 1);
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), { entry, indices: [index] });
    else group.indices.push(index);
  }
  return groups;
}

function entryOf(path: string, rule: string, section: string, count: number): BaselineEntry {
  return { path, rule, ...(section === '' ? {} : { section }), count };
}

function keyOf({ path, rule, section }: BaselineEntry): string {
  return JSON.stringify([path, rule, section ?? '']);
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return byCodeUnits(a.path, b.path) || byCodeUnits(a.rule, b.rule) || byCodeUnits(a.section ?? '', b.section ?? '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(message: string): ParsedBaseline {
  return { kind: 'problem', message };
}
