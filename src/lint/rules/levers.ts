/** What a plan relies on to move a person, beside what the sources say moves somebody of that level. */
import { currentCommitment } from '../../playbook/commitment-timeline.js';
import type { CalendarDate } from '../../playbook/calendar-date.js';
import { withoutLinkedCase } from '../../playbook/linked-cases.js';
import type { Executive } from '../../playbook/note.js';
import type { Playbook } from '../../playbook/playbook.js';
import { namesRoi, reliesOnRoi } from '../../playbook/short-work-step.js';
import { levelWords, shortName } from '../../playbook/step-words.js';
import { levelLine } from '../level-place.js';
import { commitmentRecordOf } from '../../playbook/commitment-record-of.js';
import { NO_FINDINGS, NOTE_START, type Finding, type LintedNote, type PlaybookFinding, type Rule, type RuleContext } from '../rule.js';

const OPPOSER = '---\ntype: executive\ncommitment: opposer\nlever: [peers]\n---\n';

export const leverMismatch: Rule = {
  id: 'lever-mismatch',
  severity: 'warning',
  summary: 'ROI aimed at an opposer, and a toe-dipper who is shown no business case.',
  why: 'ROI data does not move an opposer: strong support from their peers does, and the same goes for the passive. What moves a toe-dipper up is a strong business opportunity, so link a case to their note or to work of theirs. A play may use ROI beside peers. Of a toe-dipper the rule speaks only in a vault that holds a case.',
  source: 'S1',
  examples: [
    { title: 'Peers for an opposer', notes: { 'Leo.md': OPPOSER, 'Dinner.md': '---\ntype: play\nlever: [peers]\nmoves: [opposer -> passive]\n---\nFor [[Leo]].\n' } },
    { title: 'ROI for an opposer', notes: { 'Leo.md': '---\ntype: executive\ncommitment: opposer\nlever: [‹roi›, vision]\n---\n' } },
    { title: 'A play with ROI, written for an opposer', notes: { 'Leo.md': OPPOSER, 'Payback brief.md': '‹---›\ntype: play\nlever: [roi]\n---\nFor [[Leo]], third edition.\n' } },
    { title: 'A play with ROI, meant to move opposers and the passive', notes: { 'Payback brief.md': '---\ntype: play\nlever: [‹roi›]\nmoves: [opposer -> passive]\n---\n', 'Second brief.md': '---\ntype: play\nlever: [‹roi›]\nmoves: [passive -> toe-dipper]\n---\n' } },
    { title: 'A play for others that only mentions an opposer', notes: { 'Leo.md': OPPOSER, 'Payback brief.md': '---\ntype: play\nlever: [roi]\nmoves: [toe-dipper -> supporter]\n---\nNot for [[Leo]].\n' } },
    {
      title: 'A toe-dipper without a case, and two with one',
      notes: {
        'Ana.md': '‹---›\ntype: executive\ncommitment: toe-dipper\n---\n',
        'Ben.md': '---\ntype: executive\ncommitment: toe-dipper\ncases: ["[[Missed calls]]"]\n---\n',
        'Chi.md': '---\ntype: executive\ncommitment: toe-dipper\n---\n',
        'Missed calls.md': '---\ntype: case\n---\n',
        'Rebooking.md': '---\ntype: initiative\nsponsor: ["[[Chi]]"]\ncases: ["[[Missed calls]]"]\n---\n',
      },
    },
  ],
  kinds: ['executive', 'play'],
  checkNote(linted, { today, notes }): readonly Finding[] {
    const { note } = linted.parsed;
    if (note?.kind === 'executive' && namesRoi(note.lever) && currentCommitment(note, today) === 'opposer') {
      const opposer = levelWords(notes.settings.levelLabels)('opposer');
      return [{ ...roiPlace(linted), message: `The lever recorded in this vault is "roi", and the level is ${opposer}. ROI data does not move them; strong support from their peers does: name peers, and use the lever "peers".` }];
    }
    if (note?.kind !== 'play' || !reliesOnRoi(note)) return NO_FINDINGS;
    const from = note.moves.map((move) => move.from);
    if (from.includes('opposer')) {
      return [{ ...roiPlace(linted), message: 'This play is to move opposers by ROI. ROI data does not move them; strong support from their peers does: add the lever "peers", or change the move.' }];
    }
    if (!from.includes('passive')) return NO_FINDINGS;
    return [{ ...roiPlace(linted), severity: 'info', message: 'This play is to move the passive by ROI. By the sources strong support from their peers moves them: add the lever "peers", or change the move.' }];
  },
  checkPlaybook: (playbook, context) => [...playsForOpposers(playbook, context), ...toeDippersWithoutCase(playbook, context)],
};

/** The lever among the property's values. */
function roiPlace({ source }: LintedNote): { readonly from: number; readonly to: number } {
  const property = source?.frontmatter.get('lever');
  if (property === undefined) return NOTE_START;
  const values: readonly unknown[] = Array.isArray(property.value) ? property.value : [];
  const { from, to } = property.items[values.findIndex((value) => typeof value === 'string' && value.trim().toLowerCase() === 'roi')] ?? { from: property.valueFrom, to: property.valueTo };
  return { from, to };
}

/** Plays that say no move of their own, and link to an opposer. */
function playsForOpposers(playbook: Playbook, { today, notes }: RuleContext): readonly PlaybookFinding[] {
  return playbook.ofKind('play').flatMap((play): readonly PlaybookFinding[] => {
    if (play.moves.length > 0 || !reliesOnRoi(play)) return [];
    const opposer = playbook.resolveExecutives(play.mentions, play.path).find((executive) => currentCommitment(executive, today) === 'opposer');
    if (opposer === undefined) return [];
    const level = levelWords(notes.settings.levelLabels)('opposer');
    return [{
      path: play.path,
      ...NOTE_START,
      wholeNote: true,
      message: `This play relies on ROI and names "${shortName(opposer)}", recorded in this vault as ${level}. ROI data does not move them; strong support from their peers does: use the lever "peers", or say in "moves" for whom it is.`,
      related: [levelOf(opposer, today, level)],
    }];
  });
}

function levelOf(executive: Executive, today: CalendarDate, level: string): { readonly path: string; readonly from: number; readonly to: number; readonly message: string } {
  return { path: executive.path, ...levelLine(executive, today), message: `Recorded as ${level}.` };
}

function toeDippersWithoutCase(playbook: Playbook, { today, notes }: RuleContext): readonly PlaybookFinding[] {
  if (playbook.ofKind('case').length === 0) return [];
  const toeDippers = playbook.executives.filter((executive) => currentCommitment(executive, today) === 'toe-dipper');
  if (toeDippers.length === 0) return [];
  const level = levelWords(notes.settings.levelLabels)('toe-dipper');
  return withoutLinkedCase(toeDippers, commitmentRecordOf(playbook, today))
    .map(({ path }) => ({ path, ...NOTE_START, wholeNote: true, severity: 'info', message: `Recorded in this vault: ${level}, and no business case is linked here or from open work of theirs. What moves them up is a strong business opportunity: link a case, with a number and a story, in "cases".` }));
}
