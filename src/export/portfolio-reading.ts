/**
 * Reads the JSON of a run, as another machine wrote it: of `portfolio`, of `lint`, of `commitment`. From the last two it
 * takes counts alone. The text is untrusted: a value that is not as the format demands makes the whole file unread, and
 * a rule that this version does not know is counted as "other", since its id could be any text.
 */
import { daysBetween, type CalendarDate } from '../playbook/calendar-date.js';
import { COMMITMENT_LEVELS, commitmentRank, type CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCIES } from '../playbook/competency.js';
import type { NextStepKind } from '../playbook/next-step.js';
import { UNREAD_REASON, type Client, type UnreadClient, type UnreadReason } from '../playbook/portfolio-clients.js';
import { byName, countLevels, countRules, FOUNDATION_KINDS, FOUNDATION_STATES, type FindingCounts, type MoveCounts, type RuleCount, type VaultSummary } from '../playbook/portfolio.js';
import { isPrivatePath } from '../playbook/privacy.js';
import { SEVERITIES } from '../lint/diagnostic.js';
import { PORTFOLIO_SCHEMA } from './portfolio-json.js';
import { NEXT_STEP_WORDS } from './portfolio-words.js';
import { countAt, Damaged, dayAt, flagAt, isObject, listAt, objectAt, orNull, part, textAt, wordAt, type JsonObject } from './portfolio-values.js';

/** What a file tells. */
export type RunResult =
  | { readonly kind: 'portfolio'; readonly clients: readonly Client[]; readonly unread: readonly UnreadClient[] }
  | { readonly kind: 'lint' | 'commitment'; readonly summary: VaultSummary }
  | { readonly kind: 'unread'; readonly reason: UnreadReason };

export interface ReadingContext {
  /** Days of movement that are counted from the dated levels of `commitment`. */
  readonly moveDays: number;
  readonly knownRules: ReadonlySet<string>;
}

/** The schema of `lint` and `commitment`. */
const RUN_SCHEMA = 1;
const OTHER_RULE = 'other';
const COVER_COUNTS = ['executives', 'work'] as const;
/** UTF-16 units; a longer name is none. */
const LONGEST_NAME = 200;

export function readResult(text: string, context: ReadingContext): RunResult {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { kind: 'unread', reason: 'no-json' };
  }
  if (!isObject(value)) return { kind: 'unread', reason: 'other-json' };
  try {
    return readKind(value, context);
  } catch (error) {
    if (error instanceof Damaged) return { kind: 'unread', reason: 'damaged' };
    throw error;
  }
}

function readKind(value: JsonObject, context: ReadingContext): RunResult {
  const kind = value['kind'] === 'portfolio' ? 'portfolio' : 'diagnostics' in value ? 'lint' : 'executives' in value && 'coalition' in value ? 'commitment' : undefined;
  if (kind === undefined) return { kind: 'unread', reason: 'other-json' };
  if (value['schema'] !== (kind === 'portfolio' ? PORTFOLIO_SCHEMA : RUN_SCHEMA)) return { kind: 'unread', reason: 'other-version' };
  switch (kind) {
    case 'portfolio': return { kind, clients: listAt(value['clients']).map((client) => readClient(client, context)), unread: listAt(value['unread']).map(readUnread) };
    case 'lint': return { kind, summary: readLint(value, context) };
    case 'commitment': return { kind, summary: readCommitment(value, context) };
  }
}

function readClient(value: unknown, { knownRules }: ReadingContext): Client {
  const client = objectAt(value);
  const summary: VaultSummary = {
    asOf: orNull(client['asOf'], dayAt),
    ...part(client, 'notes', (notes) => counts(notes, ['read', 'playbook'])),
    ...part(client, 'executives', (executives) => ({ levels: counts(objectAt(executives)['levels'], COMMITMENT_LEVELS), ...counts(executives, ['notAssessed', 'below', 'due']) })),
    ...part(client, 'moves', (moves) => counts(moves, ['days', 'up', 'down'])),
    ...part(client, 'work', (work) => counts(work, ['open', 'short', 'unjudged'])),
    ...part(client, 'findings', (findings) => ({ ...counts(findings, SEVERITIES), rules: listAt(objectAt(findings)['rules']).map((rule) => readRule(rule, knownRules)) })),
    ...part(client, 'foundations', (foundations) => byName(FOUNDATION_KINDS, (kind) => wordAt(objectAt(foundations)[kind], FOUNDATION_STATES))),
    ...part(client, 'competencies', (competencies) => byName(COMPETENCIES, (competency) => counts(objectAt(competencies)[competency], COVER_COUNTS))),
    ...part(client, 'remarks', (remarks) => ({ ...counts(remarks, ['risks', 'questions']), oldestDays: orNull(objectAt(remarks)['oldestDays'], countAt) })),
    ...part(client, 'record', (record) => ({ on: orNull(objectAt(record)['on'], dayAt), days: orNull(objectAt(record)['days'], countAt), isQuiet: flagAt(objectAt(record)['isQuiet']) })),
    ...part(client, 'next', (next) => listAt(next).map((kind) => textAt(kind)).filter(isStepKind)),
  };
  return { name: nameAt(client['name']), summary };
}

function readUnread(value: unknown): UnreadClient {
  const { name, reason } = objectAt(value);
  return { name: nameAt(name), reason: isReason(reason) ? reason : 'failed' };
}

function readRule(value: unknown, knownRules: ReadonlySet<string>): RuleCount {
  const rule = objectAt(value);
  const id = textAt(rule['rule']);
  return { rule: knownRules.has(id) ? id : OTHER_RULE, count: countAt(rule['count']) };
}

/** Findings of the private folder do not count, nor does that a shared note leads there. */
function readLint(value: JsonObject, { knownRules }: ReadingContext): VaultSummary {
  const found = listAt(value['diagnostics']).map((diagnostic) => {
    const { path, rule, severity } = objectAt(diagnostic);
    return { path: textAt(path), rule: textAt(rule), severity: wordAt(severity, SEVERITIES) };
  });
  const shared = found.filter(({ path, rule }) => !isPrivatePath(path) && rule !== 'private-leak');
  const findings: FindingCounts = {
    ...byName(SEVERITIES, (severity) => shared.filter((diagnostic) => diagnostic.severity === severity).length),
    rules: countRules(shared.map(({ rule }) => (knownRules.has(rule) ? rule : OTHER_RULE))),
  };
  return { asOf: undefined, notes: { read: countAt(value['notes']), playbook: countAt(value['playbookNotes']) }, findings };
}

function readCommitment(value: JsonObject, { moveDays }: ReadingContext): VaultSummary {
  const today = dayAt(value['today']);
  const executives = listAt(value['executives']).map((executive) => readExecutive(executive, today, moveDays));
  const steps = executives.flatMap(({ steps: moved }) => (moved === undefined ? [] : [moved]));
  const moves: MoveCounts = { days: moveDays, up: steps.filter((moved) => moved > 0).length, down: steps.filter((moved) => moved < 0).length };
  return {
    asOf: today,
    executives: {
      ...countLevels(executives.map(({ level }) => level)),
      below: executives.filter(({ isBelow }) => isBelow).length,
      due: executives.filter(({ isDue }) => isDue).length,
    },
    moves,
  };
}

interface ReadExecutive {
  readonly level: CommitmentLevel | undefined;
  readonly isBelow: boolean;
  readonly isDue: boolean;
  /** Levels up within the days, negative for down; undefined without a level on both. */
  readonly steps: number | undefined;
}

function readExecutive(value: unknown, today: CalendarDate, moveDays: number): ReadExecutive {
  const executive = objectAt(value);
  const levelAt = (level: unknown): CommitmentLevel => wordAt(level, COMMITMENT_LEVELS);
  const level = orNull(executive['level'], levelAt);
  const needed = orNull(executive['needed'], levelAt);
  const assessedOn = orNull(executive['assessedOn'], dayAt);
  const runs = listAt(executive['runs']).map((run) => ({ level: levelAt(objectAt(run)['level']), since: dayAt(objectAt(run)['since']) }));
  const before = runs.filter(({ since }) => daysBetween(since, today) >= moveDays).at(-1)?.level;
  return {
    level,
    isBelow: level !== undefined && needed !== undefined && commitmentRank(level) < commitmentRank(needed),
    isDue: level === undefined || assessedOn === undefined || flagAt(executive['stale']),
    steps: level === undefined || before === undefined ? undefined : commitmentRank(level) - commitmentRank(before),
  };
}

function counts<K extends string>(value: unknown, names: readonly K[]): Readonly<Record<K, number>> {
  const object = objectAt(value);
  return byName(names, (name) => countAt(object[name]));
}

function nameAt(value: unknown): string {
  const name = textAt(value);
  if (name.trim() === '' || name.length > LONGEST_NAME) throw new Damaged();
  return name;
}

function isStepKind(kind: string): kind is NextStepKind {
  return Object.hasOwn(NEXT_STEP_WORDS, kind);
}

function isReason(reason: unknown): reason is UnreadReason {
  return typeof reason === 'string' && Object.hasOwn(UNREAD_REASON, reason);
}
