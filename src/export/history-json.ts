/**
 * Recorded levels for other programs. `schema` is 1; a change that breaks readers raises it. Levels are stored slugs; what
 * is not recorded is `null`. Commits have their full ids, days are those of commits.
 */
import type { RecordedHistory } from '../playbook/recorded-history.js';
import { executivesIn, type HistoryPeriod, type RecordedStep } from './history-words.js';
import { formatJson } from './printable.js';

/** Indented by two spaces, with a line end. */
export function formatHistoryJson(history: RecordedHistory, period: HistoryPeriod): string {
  const { revision, commits, firstDay, lastDay, shallow } = history;
  const data = {
    schema: 1,
    revision: revision ?? null,
    commits,
    firstDay: firstDay ?? null,
    lastDay: lastDay ?? null,
    shallow,
    since: period.since ?? null,
    until: period.until ?? null,
    executives: executivesIn(history, period).map(({ executive: { path, title, present, formerPaths }, steps }) => ({ path, title, present, formerPaths, stretches: steps.map(stretchData) })),
  };
  return `${formatJson(data, 2)}\n`;
}

function stretchData({ stretch, steps }: RecordedStep) {
  const { kind, recordedOn, lastRecordedOn, commit } = stretch;
  if (stretch.kind === 'gap') return { kind, reason: stretch.reason, recordedOn, lastRecordedOn, commit };
  const { level, assessed, author, subject } = stretch;
  return { kind, level: level ?? null, steps: steps ?? null, recordedOn, lastRecordedOn, assessed: assessed ?? null, commit, author, subject };
}
