/** Proof that reaches somebody: pilots with a sponsor and a case, and results that executives hear of. */
import { daysBetween, type CalendarDate } from '../../playbook/calendar-date.js';
import type { Initiative, NoteLink, PlaybookNote } from '../../playbook/note.js';
import type { Playbook } from '../../playbook/playbook.js';
import { isProven, type Case } from '../../playbook/proof.js';
import { shortName } from '../../playbook/step-words.js';
import { PlaybookMemo } from '../playbook-memo.js';
import { NOTE_START, type PlaybookFinding, type Rule } from '../rule.js';

/** The cases that name each pilot, by the pilot's path. */
const CASES_BY_PILOT = new PlaybookMemo((playbook): ReadonlyMap<string, readonly Case[]> => {
  const found = new Map<string, Case[]>();
  for (const businessCase of playbook.ofKind('case')) {
    for (const link of businessCase.pilots) {
      const path = playbook.resolvePath(link, businessCase.path);
      const known = path === undefined ? undefined : found.get(path);
      if (known !== undefined) known.push(businessCase);
      else if (path !== undefined) found.set(path, [businessCase]);
    }
  }
  return found;
});

const PROVEN = '---\ntype: pilot\nstatus: done\nmetric: NPS\nbaseline: -22\nresult: 17\n---\n';
const ANA = '---\ntype: executive\n---\n';

export const untoldProof: Rule = {
  id: 'untold-proof',
  severity: 'warning',
  summary: 'A pilot has a result, and no executive, message, customer room or session speaks of it.',
  why: 'Results win over those who do not believe yet, and local efforts become the case for more only when somebody tells them. Told counts as: a link to the pilot, or to a case that names it, in the note of an executive, a message, a room or a session; or a dated line under "Told to" in the pilot. Nothing is told in a vault that has none of these notes.',
  source: 'S4',
  examples: [
    { title: 'A message links to it', notes: { 'Purse.md': PROVEN, 'Letter.md': '---\ntype: comms\n---\nSee [[Purse]].\n' } },
    { title: 'Told to nobody', notes: { 'Purse.md': PROVEN.replace('---', '‹---›'), 'Ana.md': ANA } },
    { title: 'Told by its case', notes: { 'Purse.md': PROVEN, 'Case.md': '---\ntype: case\npilots: ["[[Purse]]"]\n---\n', 'Ana.md': '---\ntype: executive\ncases: ["[[Case]]"]\n---\n' } },
    { title: 'A dated line says who heard it', notes: { 'Purse.md': `${PROVEN}## Told to\n- 2026-03-10 leadership call, four minutes\n`, 'Ana.md': ANA } },
    { title: 'No result yet', notes: { 'Purse.md': '---\ntype: pilot\nstatus: active\nmetric: NPS\nbaseline: -22\n---\n', 'Ana.md': ANA } },
    { title: 'Nobody to tell it to', notes: { 'Purse.md': PROVEN } },
  ],
  checkPlaybook(playbook, { today }): readonly PlaybookFinding[] {
    const untold = new Map<string, Initiative>();
    for (const pilot of playbook.ofKind('pilot')) {
      if (pilot.proof !== undefined && isProven(pilot.proof) && pilot.status !== 'dropped' && !wasTold(pilot, today)) untold.set(pilot.path, pilot);
    }
    if (untold.size === 0) return [];
    const tellers = [...playbook.executives, ...playbook.ofKind('comms'), ...playbook.ofKind('room'), ...playbook.ofKind('session')];
    if (tellers.length === 0) return [];
    dropTold(untold, tellers, playbook);
    return [...untold.values()].map((pilot) => ({
      path: pilot.path,
      ...NOTE_START,
      wholeNote: true,
      message: `A result is recorded in this vault, and no executive, message, room or session links to "${shortName(pilot)}" or to a case that names it. Decide who hears it first, and add a dated line under "Told to".`,
    }));
  },
};

function wasTold({ toldOn }: Initiative, today: CalendarDate): boolean {
  return toldOn.some((day) => daysBetween(day, today) >= 0);
}

/** Removes what the notes link to, themselves or by a case. */
function dropTold(untold: Map<string, Initiative>, tellers: readonly Extract<PlaybookNote, { readonly mentions: readonly NoteLink[] }>[], playbook: Playbook): void {
  const pilotsByCase = new Map<string, string[]>();
  for (const [pilot, cases] of CASES_BY_PILOT.of(playbook)) {
    if (untold.has(pilot)) for (const { path } of cases) pilotsByCase.set(path, [...(pilotsByCase.get(path) ?? []), pilot]);
  }
  const tell = (links: readonly NoteLink[], fromPath: string): void => {
    for (const link of links) {
      const path = playbook.resolvePath(link, fromPath);
      if (path === undefined) continue;
      untold.delete(path);
      for (const pilot of pilotsByCase.get(path) ?? []) untold.delete(pilot);
    }
  };
  for (const teller of tellers) {
    tell(teller.mentions, teller.path);
    if (teller.kind === 'executive') tell(teller.cases, teller.path);
    if (untold.size === 0) return;
  }
}

const ACTIVE = '---\ntype: pilot\nstatus: active\n';

export const siloedPilot: Rule = {
  id: 'siloed-pilot',
  severity: 'warning',
  summary: 'A pilot that runs or is done without a sponsor, or without a business case.',
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
    const pilots = playbook.ofKind('pilot').filter(({ status }) => status === 'active' || status === 'done');
    const noneHasCase = !hasCases && pilots.length >= NONE_RECORDED && pilots.every(({ cases }) => cases.length === 0);
    const noneHasSponsor = hasExecutives && pilots.length >= NONE_RECORDED && pilots.every(({ sponsor }) => sponsor.length === 0);
    const findings = pilots.flatMap((pilot): readonly PlaybookFinding[] => {
      const lacksSponsor = hasExecutives && !noneHasSponsor && pilot.sponsor.length === 0;
      const lacksCase = !noneHasCase && pilot.cases.length === 0 && !CASES_BY_PILOT.of(playbook).has(pilot.path);
      return lacksSponsor || lacksCase ? [tellSilo(pilot, lacksSponsor, lacksCase, hasCases)] : [];
    });
    const [first] = pilots;
    if (first === undefined || !(noneHasSponsor || noneHasCase)) return findings;
    return [tellAllSilos((playbook.journey ?? first).path, noneHasSponsor, noneHasCase), ...findings];
  },
};

/** From so many pilots on, of which none records it, one finding speaks for all. OURS. */
const NONE_RECORDED = 3;

function tellSilo({ path, status }: Initiative, lacksSponsor: boolean, lacksCase: boolean, hasCases: boolean): PlaybookFinding {
  return {
    path,
    ...NOTE_START,
    wholeNote: true,
    ...(lacksSponsor || hasCases ? {} : { severity: 'info' }),
    message: `No ${lackingOf(lacksSponsor, lacksCase)} is recorded for this pilot, which is ${String(status)}. ${lacksSponsor ? 'Name who answers for it' : 'Link the case that it proves'}${lacksSponsor && lacksCase ? ', and link the case that it proves' : ''}.`,
  };
}

/** A vault that does not record it yet hears of it once. */
function tellAllSilos(path: string, noSponsor: boolean, noCase: boolean): PlaybookFinding {
  return {
    path,
    ...NOTE_START,
    wholeNote: true,
    ...(noSponsor ? {} : { severity: 'info' }),
    message: `No ${lackingOf(noSponsor, noCase)} is recorded for any pilot of this vault that is active or done. ${noSponsor ? 'Name who answers for each' : 'Link the case that each proves'}${noSponsor && noCase ? ', and link the case that it proves' : ''}.`,
  };
}

function lackingOf(sponsor: boolean, businessCase: boolean): string {
  return [...(sponsor ? ['sponsor'] : []), ...(businessCase ? ['business case'] : [])].join(' and no ');
}
