/**
 * Recorded levels for other programs. `schema` is 1; a change that breaks readers raises it. Levels are stored slugs; what
 * is not recorded is `null`. Commits have their full ids, days are those of commits.
 */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { RecordedHistory } from '../playbook/recorded-history.js';
import { stepsOf, type RecordedStep } from './history-words.js';
import { formatJson } from './printable.js';

/** The part of a history that was asked for; open ends are undefined. */
interface ShownPeriod {
  readonly since: CalendarDate | undefined;
  readonly until: CalendarDate | undefined;
}

/** Indented by two spaces, with a line end. */
export function formatHistoryJson({ revision, commits, firstDay, lastDay, shallow, executives }: RecordedHistory, { since, until }: ShownPeriod): string {
  const data = {
    schema: 1,
    revision: revision ?? null,
    commits,
    firstDay: firstDay ?? null,
    lastDay: lastDay ?? null,
    shallow,
    since: since ?? null,
    until: until ?? null,
    executives: executives.map(({ path, title, present, formerPaths, stretches }) => ({ path, title, present, formerPaths, stretches: stepsOf(stretches).map(stretchData) })),
  };
  return `${formatJson(data, 2)}\n`;
}

function stretchData({ stretch, steps }: RecordedStep) {
  const { kind, recordedOn, lastRecordedOn, commit } = stretch;
  if (stretch.kind === 'gap') return { kind, reason: stretch.reason, recordedOn, lastRecordedOn, commit };
  const { level, assessed, author, subject } = stretch;
  return { kind, level: level ?? null, steps: steps ?? null, recordedOn, lastRecordedOn, assessed: assessed ?? null, commit, author, subject };
}
