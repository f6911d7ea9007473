import { readListItems } from '../markdown/list-items.js';
import type { Outline } from '../markdown/outline.js';
import { parseFuzzyDate } from '../playbook/fuzzy-date.js';
import { PHASES, type PhaseSpan } from '../playbook/note.js';
import type { HeadingReader } from './heading-reader.js';
import { findSections } from './named-section.js';
import type { NoteProblem } from './note-problem.js';

const PHASE_SECTION: ReadonlySet<string> = new Set(['phases', 'phase plan']);
const PHASE_ITEM = /^(\S+)\s*(?:–|—|-|to)\s*(\S+)\s+([a-z-]+)(?:\s*[—–:-]\s*(.*))?$/iu;

/**
 * The phases that a journey plans under `## Phases`, one list item each: start, end, phase, and the organisation's own
 * name for it. Items of another shape are reported and left out.
 *
 * @example `- 2026-01 – 2026-06 awareness — Awareness & proof`
 */
export function readPhases(text: string, outline: Outline, headings: HeadingReader): { readonly phases: readonly PhaseSpan[]; readonly problems: readonly NoteProblem[] } {
  const phases: PhaseSpan[] = [];
  const problems: NoteProblem[] = [];
  for (const { section } of findSections(text, outline, PHASE_SECTION, headings)) {
    for (const item of readListItems(text, { from: section.contentFrom, to: section.contentTo }, 0)) {
      if (item.textTo <= item.textFrom) continue;
      const match = PHASE_ITEM.exec(text.slice(item.textFrom, item.textTo).trim());
      const start = parseFuzzyDate(match?.[1] ?? '');
      const end = parseFuzzyDate(match?.[2] ?? '');
      const phase = PHASES.find((slug) => slug === match?.[3]?.toLowerCase());
      if (start !== undefined && end !== undefined && phase !== undefined && start.firstDay <= end.lastDay) {
        phases.push({ phase, name: match?.[4]?.trim() || phase, start, end });
        continue;
      }
      problems.push({
        code: 'dated-item',
        hint: true,
        from: item.textFrom,
        to: item.textTo,
        message: `Item under "Phases" cannot be read. Write start, end, one of ${PHASES.join(', ')} and a name, such as "2026-01 – 2026-06 awareness — Awareness and proof".`,
      });
    }
  }
  return { phases, problems };
}
