/** Commitment starts with the CEO, and the team champions it down. */
import { daysBetween } from '../../playbook/calendar-date.js';
import { reachesLevel, type CommitmentLevel } from '../../playbook/commitment.js';
import { currentCommitment } from '../../playbook/commitment-timeline.js';
import { countOf } from '../../playbook/count-of.js';
import type { Executive, Initiative } from '../../playbook/note.js';
import { supports } from '../../playbook/peers.js';
import type { Playbook } from '../../playbook/playbook.js';
import { levelWords, names, shortName } from '../../playbook/step-words.js';
import { levelLine } from '../level-place.js';
import { commitmentRecordOf } from '../../playbook/commitment-record-of.js';
import { NOTE_START, type FindingPlace, type PlaybookFinding, type Rule, type RuleContext } from '../rule.js';

/** So many notes are pointed at. */
const MAX_PLACES = 5;

const CEO = (level: string): string => `---\ntype: executive\nrole: CEO\n${level}---\n`;
const ACTIVE = '---\ntype: initiative\nstatus: active\nambition: enterprise\n---\n';

export const ceoFirst: Rule = {
  id: 'ceo-first',
  severity: 'warning',
  summary: 'Wide work is active while the CEO is recorded below supporter, or the CEO’s own team is left behind.',
  why: 'The CEO comes first, and the team then champions it down. A hint where the active work stays within units, since S1 advises to start with a committed unit leader; where the CEO is not assessed; and where people who report to the CEO are recorded below toe-dipper while no next contact and no play is planned for them. Nothing is told in a vault without a CEO: one-ceo does.',
  source: 'S4',
  examples: [
    { title: 'A CEO who supports', notes: { 'Ana.md': CEO('commitment: supporter\n'), 'Record.md': ACTIVE } },
    { title: 'A passive CEO under enterprise work', notes: { 'Ana.md': CEO('commitment: passive\n').replace('---', '‹---›'), 'Record.md': ACTIVE } },
    { title: 'Local work needs no CEO', notes: { 'Ana.md': CEO('commitment: passive\n'), 'Record.md': ACTIVE.replace('enterprise', 'local') } },
    { title: 'Not assessed', notes: { 'Ana.md': CEO('').replace('---', '‹---›'), 'Record.md': ACTIVE } },
    { title: 'A team left behind', notes: { 'Ana.md': CEO('commitment: advocate\n').replace('---', '‹---›'), 'Ben.md': '---\ntype: executive\ncommitment: passive\nreports_to: ["[[Ana]]"]\n---\n' } },
    { title: 'A conversation is planned', notes: { 'Ana.md': CEO('commitment: advocate\n'), 'Ben.md': '---\ntype: executive\ncommitment: passive\nreports_to: ["[[Ana]]"]\nnext_contact: 2026-04-20\n---\n' } },
  ],
  checkPlaybook(playbook, context): readonly PlaybookFinding[] {
    const { ceo } = commitmentRecordOf(playbook, context.today);
    if (ceo === undefined) return [];
    const level = currentCommitment(ceo, context.today);
    return level !== undefined && supports(level) ? teamLeftBehind(ceo, level, playbook, context) : workAhead(ceo, level, playbook, context);
  },
};

/** Active work beyond one unit's head while the CEO is not there yet. */
function workAhead(ceo: Executive, level: CommitmentLevel | undefined, playbook: Playbook, { today, notes }: RuleContext): readonly PlaybookFinding[] {
  const active = playbook.initiatives.filter(({ kind, status, ambition }) => kind !== 'milestone' && status === 'active' && ambition !== undefined && ambition !== 'local');
  if (active.length === 0) return [];
  const words = levelWords(notes.settings.levelLabels);
  const isAcross = active.some(({ ambition }) => ambition !== 'unit');
  const heads = commitmentRecordOf(playbook, today).heads.filter((head) => head !== ceo && supports(currentCommitment(head, today)));
  const recorded = level === undefined ? 'the CEO is not assessed' : `the CEO is at ${words(level)}`;
  const beside = heads.length === 0 ? '' : ` Heads of units at ${words('supporter')} or above: ${names(heads)}.`;
  return [{
    path: ceo.path,
    ...NOTE_START,
    wholeNote: true,
    ...(level === undefined || !isAcross ? { severity: 'info' } : {}),
    message: `Recorded in this vault: ${recorded}, while ${countOf(active.length, 'item')} of unit ambition or wider ${active.length === 1 ? 'is' : 'are'} active.${beside} The CEO comes first: ${level === undefined ? 'record the level' : 'win the CEO'}, or keep the work small until then.`,
    related: active.slice(0, MAX_PLACES).map((work): FindingPlace => ({ path: work.path, ...NOTE_START, message: `Active, ambition "${ambitionOf(work)}".` })),
  }];
}

function ambitionOf({ ambition }: Initiative): string {
  return ambition ?? '';
}

/** Direct reports below toe-dipper whom nothing that is recorded is going to reach. */
function teamLeftBehind(ceo: Executive, level: CommitmentLevel, playbook: Playbook, { today, notes }: RuleContext): readonly PlaybookFinding[] {
  const left = playbook.executives.filter((executive) => {
    if (executive === ceo || executive.reportsTo.length === 0) return false;
    if (executive.nextContact !== undefined && daysBetween(today, executive.nextContact) >= 0) return false;
    const own = currentCommitment(executive, today);
    return own !== undefined && !reachesLevel(own, 'toe-dipper') && playbook.resolveExecutives(executive.reportsTo, executive.path).includes(ceo);
  });
  if (left.length === 0) return [];
  const planned = new Set(playbook.ofKind('play').flatMap((play) => playbook.resolveExecutives(play.mentions, play.path)));
  const behind = left.filter((executive) => !planned.has(executive));
  if (behind.length === 0) return [];
  const words = levelWords(notes.settings.levelLabels);
  return [{
    path: ceo.path,
    ...NOTE_START,
    wholeNote: true,
    severity: 'info',
    message: `Recorded in this vault: the CEO is at ${words(level)}, and ${countOf(behind.length, 'direct report')} below ${words('toe-dipper')} without a next contact or a play: ${names(behind)}. The team champions it down: plan a conversation, or a play that names them.`,
    related: behind.slice(0, MAX_PLACES).map((executive): FindingPlace => ({ path: executive.path, ...levelLine(executive, today), message: `${shortName(executive)} reports to the CEO.` })),
  }];
}
