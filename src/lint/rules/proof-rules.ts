/** Proof that reaches somebody: pilots with a sponsor and a case, and results that executives hear of. */
import type { Initiative } from '../../playbook/note.js';
import { hasBegun, lacksCase } from '../../playbook/pilot-cases.js';
import { shortName } from '../../playbook/step-words.js';
import { findUntoldPilots } from '../../playbook/told-results.js';
import { NOTE_START, type PlaybookFinding, type Rule } from '../rule.js';

const PROVEN = '---\ntype: pilot\nstatus: done\nmetric: NPS\nbaseline: -22\nresult: 17\n---\n';
const ANA = '---\ntype: executive\n---\n';

export const untoldProof: Rule = {
  id: 'untold-proof',
  severity: 'warning',
  summary: 'A pilot has a result, and no executive, message, customer room or session speaks of it.',
  why: 'Results win over those who do not believe yet, and local efforts become the case for more only when somebody tells them. Told counts as: a link to the pilot, or to a case that names it, in the note of an executive, a message, a room or a session; or a dated line under "Told to" in the pilot, up to today. Nothing is told in a vault that has none of these notes.',
  source: 'S4',
  examples: [
    { title: 'A message links to it', notes: { 'Purse.md': PROVEN, 'Letter.md': '---\ntype: comms\n---\nSee [[Purse]].\n' } },
    { title: 'Told to nobody', notes: { 'Purse.md': PROVEN.replace('---', '‹---›'), 'Ana.md': ANA } },
    { title: 'Told by its case', notes: { 'Purse.md': PROVEN, 'Case.md': '---\ntype: case\npilots: ["[[Purse]]"]\n---\n', 'Ana.md': '---\ntype: executive\ncases: ["[[Case]]"]\n---\n' } },
    { title: 'A dated line says who heard it', notes: { 'Purse.md': `${PROVEN}## Told to\n- 2026-03-10 leadership call, four minutes\n`, 'Ana.md': ANA } },
    { title: 'A day to come is a plan', notes: { 'Purse.md': `${PROVEN.replace('---', '‹---›')}## Told to\n- 2026-12-10 leadership call\n`, 'Ana.md': ANA } },
    { title: 'No result yet', notes: { 'Purse.md': '---\ntype: pilot\nstatus: active\nmetric: NPS\nbaseline: -22\n---\n', 'Ana.md': ANA } },
    { title: 'Nobody to tell it to', notes: { 'Purse.md': PROVEN } },
  ],
  checkPlaybook: (playbook, { today }): readonly PlaybookFinding[] =>
    findUntoldPilots(playbook, today).map((pilot) => ({
      path: pilot.path,
      ...NOTE_START,
      wholeNote: true,
      message: `A result is recorded in this vault, and no executive, message, room or session links to "${shortName(pilot)}" or to a case that names it. Decide who hears it first, and add a dated line under "Told to".`,
    })),
};

const ACTIVE = '---\ntype: pilot\nstatus: active\n';

export const siloedPilot: Rule = {
  id: 'siloed-pilot',
  severity: 'warning',
  summary: 'A pilot that has begun, without a sponsor or without a business case.',
  why: 'Local efforts that nobody answers for and that lead to no case stay local. Name a sponsor, and link the case that the pilot is to prove: together such efforts make the case to the CEO. A missing sponsor is told only where the vault has executives; a missing case is a hint while the vault has none at all. Where none of three pilots or more has one, that is told once, at the journey.',
  source: 'S4',
  examples: [
    { title: 'With both', notes: { 'Ana.md': ANA, 'Case.md': '---\ntype: case\n---\n', 'Purse.md': `${ACTIVE}sponsor: ["[[Ana]]"]\ncases: ["[[Case]]"]\n---\n` } },
    { title: 'Without either', notes: { 'Ana.md': ANA, 'Case.md': '---\ntype: case\n---\n', 'Purse.md': `${ACTIVE.replace('---', '‹---›')}---\n` } },
    { title: 'The case names the pilot', notes: { 'Ana.md': ANA, 'Case.md': '---\ntype: case\npilots: ["[[Purse]]"]\n---\n', 'Purse.md': `${ACTIVE}sponsor: ["[[Ana]]"]\n---\n` } },
    { title: 'Planned: there is still time', notes: { 'Ana.md': ANA, 'Purse.md': `${ACTIVE.replace('active', 'planned')}---\n` } },
    { title: 'A vault without executives and cases', notes: { 'Purse.md': `${ACTIVE}---\n` } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    const hasExecutives = playbook.executives.length > 0;
    const hasCases = playbook.ofKind('case').length > 0;
    if (!hasExecutives && !hasCases) return [];
    const pilots = playbook.ofKind('pilot').filter(hasBegun);
    const isForAll = pilots.length >= NONE_RECORDED;
    const noneHasCase = isForAll && !hasCases && pilots.every((pilot) => lacksCase(pilot, playbook));
    const noneHasSponsor = isForAll && hasExecutives && pilots.every(({ sponsor }) => sponsor.length === 0);
    const findings = pilots.flatMap((pilot): readonly PlaybookFinding[] => {
      const isWithoutSponsor = hasExecutives && !noneHasSponsor && pilot.sponsor.length === 0;
      const isWithoutCase = !noneHasCase && lacksCase(pilot, playbook);
      return isWithoutSponsor || isWithoutCase ? [tellSilo(pilot, isWithoutSponsor, isWithoutCase, hasCases)] : [];
    });
    const [first] = pilots;
    if (first === undefined || !(noneHasSponsor || noneHasCase)) return findings;
    return [tellAllSilos((playbook.journey ?? first).path, noneHasSponsor, noneHasCase), ...findings];
  },
};

/** From so many pilots on, of which none records it, one finding speaks for all. OURS. */
const NONE_RECORDED = 3;

function tellSilo({ path, status }: Initiative, noSponsor: boolean, noCase: boolean, hasCases: boolean): PlaybookFinding {
  return {
    path,
    ...NOTE_START,
    wholeNote: true,
    ...(noSponsor || hasCases ? {} : { severity: 'info' }),
    message: `No ${lackingOf(noSponsor, noCase)} is recorded for this pilot, which ${status === undefined ? 'has a result' : `is ${status}`}. ${noSponsor ? 'Name who answers for it' : 'Link the case that it proves'}${noSponsor && noCase ? ', and link the case that it proves' : ''}.`,
  };
}

/** A vault that does not record it yet hears of it once. */
function tellAllSilos(path: string, noSponsor: boolean, noCase: boolean): PlaybookFinding {
  return {
    path,
    ...NOTE_START,
    wholeNote: true,
    ...(noSponsor ? {} : { severity: 'info' }),
    message: `No ${lackingOf(noSponsor, noCase)} is recorded for any pilot of this vault that has begun. ${noSponsor ? 'Name who answers for each' : 'Link the case that each proves'}${noSponsor && noCase ? ', and link the case that it proves' : ''}.`,
  };
}

function lackingOf(sponsor: boolean, businessCase: boolean): string {
  return [...(sponsor ? ['sponsor'] : []), ...(businessCase ? ['business case'] : [])].join(' and no ');
}
