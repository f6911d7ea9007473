/**
 * The step about one executive on whom open roadmap items hang: what each item asks, what the sources say moves the
 * level up, and the other way out: less ambition or fewer units.
 */
import { countOf } from './count-of.js';
import { currentCommitment } from './commitment-timeline.js';
import type { NextStep, StepContext } from './next-step.js';
import type { Executive, Initiative } from './note.js';
import { pathsOf } from './paths-of.js';
import type { Play } from './play.js';
import type { CommitmentRecord } from './readiness.js';
import { findSmallerScope, type SmallerScope, type WorkOfExecutive } from './short-work.js';
import { casesOf, listed, listedLong, listedLongOf, moveInWords, names, peersOf, recordedAs, shortName } from './step-words.js';

/** So many items are named with what they need, and with what they could shrink to. */
const MAX_ITEMS = 4;
/** So many items are asked what they could shrink to: on one person hundreds may hang, and four are named. */
const MAX_SCOPES = 24;

export function shortWorkStep({ executive, items }: WorkOfExecutive, context: StepContext): NextStep {
  const { record, words } = context;
  const work = items.map(({ initiative }) => initiative);
  const level = currentCommitment(executive, record.today);
  const demands = listedLongOf(items, ({ initiative, minimum }) => `${shortName(initiative)} (${scopeInWords(initiative)}) needs ${words(minimum)}`, MAX_ITEMS);
  const involved = level === 'toe-dipper' ? casesOf(work, record) : level === 'opposer' || level === 'passive' ? peersOf(executive, record).supporting : [];
  return {
    kind: 'short-work',
    title: `Close the commitment gap under ${countOf(items.length, 'roadmap item')} that hang${items.length === 1 ? 's' : ''} on ${shortName(executive)}`,
    reasons: [
      `Recorded in this vault: ${recordedAs(executive, record, words)}. ${demands}.`,
      ...(isRoiForOpposer(executive, record) ? [roiReason(executive, context)] : []),
    ],
    actions: [
      `Raise the commitment: ${moveInWords(executive, work, record, words)}`,
      `Or cut the ambition or the number of units: ${cutsInWords(work, context)}.`,
    ],
    people: [executive, ...involved.flatMap((note) => peopleAmong(note.path, record))],
    work,
    paths: pathsOf([executive, ...work, ...involved]),
    source: 'S1; which ambition needs which level is OURS',
  };
}

/** ROI data does not move an opposer (S1): a recorded lever `roi` on one is a mistake of the plan. */
export function isRoiForOpposer(executive: Executive, record: CommitmentRecord): boolean {
  return currentCommitment(executive, record.today) === 'opposer' && namesRoi(executive.lever);
}

/** Whether one of the levers is ROI, in any case. */
export function namesRoi(levers: readonly string[]): boolean {
  return levers.some((lever) => lever.trim().toLowerCase() === 'roi');
}

/** ROI without the peers who move an opposer or passive. */
export function reliesOnRoi({ lever }: Play): boolean {
  return namesRoi(lever) && !lever.some((name) => name.trim().toLowerCase() === 'peers');
}

/** A play that relies on ROI and is for opposers, or for everybody it names. */
export function isRoiPlayForOpposers(play: Play): boolean {
  return reliesOnRoi(play) && (play.moves.length === 0 || play.moves.some(({ from }) => from === 'opposer'));
}

export function roiReason(executive: Executive, { words }: StepContext): string {
  return `The lever recorded in this vault for ${shortName(executive)} is "roi". ROI data does not move an executive recorded as ${words('opposer')} (S1).`;
}

/** What each item could shrink to, those without a way last. */
function cutsInWords(work: readonly Initiative[], { record, rule }: StepContext): string {
  const scopes = work.slice(0, MAX_SCOPES).map((initiative) => ({ initiative, scope: findSmallerScope(initiative, record, rule) }));
  const cuts = scopes.flatMap(({ initiative, scope }) => (scope === undefined ? [] : [cutInWords(initiative, scope)]));
  const fixed = scopes.filter(({ scope }) => scope === undefined).map(({ initiative }) => initiative);
  const none = fixed.length === 0 ? [] : [`no smaller scope of ${names(fixed)} is carried by the recorded levels`];
  const left = work.length <= MAX_SCOPES ? [] : [`${work.length - MAX_SCOPES} further items are not looked at here`];
  return [...(cuts.length === 0 ? [] : [listedLong(cuts, MAX_ITEMS)]), ...none, ...left].join('; ');
}

function cutInWords(initiative: Initiative, { ambition, withoutUnits }: SmallerScope): string {
  const smaller = ambition === initiative.ambition ? '' : ` as ${ambition} work`;
  const without = withoutUnits.length === 0 ? '' : ` without ${listed(withoutUnits.map((title) => shortName({ title })))}`;
  return `${shortName(initiative)} would be carried${smaller}${without}`;
}

function scopeInWords({ ambition, units }: Initiative): string {
  return units.length < 2 ? (ambition ?? 'no ambition') : `${ambition ?? 'no ambition'}, ${countOf(units.length, 'unit')}`;
}

function peopleAmong(path: string, { playbook }: CommitmentRecord): readonly Executive[] {
  const note = playbook.note(path);
  return note?.kind === 'executive' ? [note] : [];
}
