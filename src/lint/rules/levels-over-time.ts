/** How recorded levels change from one day to the next. */
import { countOf } from '../../playbook/count-of.js';
import { readCommitmentHistory } from '../../playbook/commitment-history.js';
import { levelWords } from '../../playbook/step-words.js';
import { NO_FINDINGS, type Finding, type Rule } from '../rule.js';

/** An executive who was passive in January, and of whom this was recorded since. */
function passiveSince(later: string): string {
  return `---\ntype: executive\n---\n## Assessments\n- 2026-01-10 passive\n${later}`;
}

export const unexplainedJump: Rule = {
  id: 'unexplained-jump',
  severity: 'info',
  summary: 'A change of more than one level between two assessments, without a remark and without evidence.',
  why: 'The sources state single steps up, and none down. A larger step may well be right: one sentence behind the level, or what was done in between, lets others see it too.',
  source: 'OURS',
  examples: [
    { title: 'One step', notes: { 'Ana.md': passiveSince('- 2026-03-10 toe-dipper\n') } },
    { title: 'Two steps, and nothing says why', notes: { 'Ana.md': passiveSince('- ‹2026-03-10 supporter›\n') } },
    { title: 'Who assessed is not why', notes: { 'Ana.md': passiveSince('- ‹2026-03-10 supporter — by M. Devereux›\n') } },
    { title: 'A remark says why', notes: { 'Ana.md': passiveSince('- 2026-03-10 supporter — by M. Devereux — puts her own budget in\n') } },
    { title: 'Something was done in between', notes: { 'Ana.md': passiveSince('- 2026-03-10 supporter\n## Evidence\n### Did\n- 2026-02-20 Moved 40,000 to storm texts #money\n') } },
  ],
  kinds: ['executive'],
  checkNote({ parsed: { note } }, { today, notes }): readonly Finding[] {
    if (note?.kind !== 'executive' || note.assessments.length < 2) return NO_FINDINGS;
    const words = levelWords(notes.settings.levelLabels);
    return readCommitmentHistory(note, today).changes.flatMap(({ from, to, steps, line, isUnexplainedJump }): readonly Finding[] => {
      if (!isUnexplainedJump || line === undefined) return [];
      const step = `${countOf(Math.abs(steps), 'level')} ${steps > 0 ? 'up' : 'down'}`;
      return [{ from: line.from, to: line.to, message: `Recorded in this vault: from ${words(from)} to ${words(to)}, ${step}, without a remark and without evidence in between. Say why behind the level.` }];
    });
  },
};
