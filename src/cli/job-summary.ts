/** The summary of a job on GitHub: Markdown that a step appends to the file which GITHUB_STEP_SUMMARY names. */
import { appendFileSync, statSync } from 'node:fs';
import { formatDiagnosticsMarkdown } from '../export/diagnostics-markdown.js';
import type { LintResult } from '../lint/diagnostic.js';
import type { CommandIo } from './command.js';
import { reasonOf } from './error-reason.js';

/** GitHub shows nothing of a step's summary that is larger. */
export const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Findings listed at first; halved until the summary fits. */
const FIRST_LIMIT = 1000;

/** Appends the findings, as many as fit beside what the step wrote before; does nothing where no file is named. That it cannot be written is told and fails no run. */
export function writeJobSummary(result: LintResult, io: Pick<CommandIo, 'env' | 'err'>): void {
  const file = io.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (file === '') return;
  try {
    const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const between = used === 0 ? '' : '\n';
    const text = summaryOf(result, MAX_SUMMARY_BYTES - used - between.length);
    if (text === undefined) io.err('The job summary of this step is full. The log has all findings.\n');
    else appendFileSync(file, between + text);
  } catch (error) {
    io.err(`Cannot write the job summary: ${reasonOf(error)}. The log has all findings.\n`);
  }
}

/** Undefined when not even the counts fit. */
function summaryOf(result: LintResult, bytes: number): string | undefined {
  for (let limit = FIRST_LIMIT; ; limit = Math.floor(limit / 2)) {
    const text = formatDiagnosticsMarkdown(result, { limit });
    if (Buffer.byteLength(text) <= bytes) return text;
    if (limit === 0) return undefined;
  }
}
