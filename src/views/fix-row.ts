/** Mends what a row stands for: one finding, or all of its group. Does nothing where there is nothing to mend. */
import type { FindingRow } from './findings-model.js';
import type { FindingFixes } from './FindingsList.js';
import { WORDS } from './words/words.js';

export function fixRow(row: FindingRow, fixes: FindingFixes): void {
  if (row.kind === 'group') {
    if (row.fixable === 0) return;
    const isNote = row.key.startsWith('note:');
    fixes.all(row.findings, isNote ? WORDS.findings.fixNoteTitle(row.title) : WORDS.findings.fixRuleTitle(row.title));
  } else if (row.finding.fix !== undefined) fixes.one(row.finding);
}
