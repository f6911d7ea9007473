/**
 * The steps about executives: where to start, whom the plan approaches with the wrong lever, who stands below the level
 * recorded as needed, and whose level nobody has looked at for long. Each undefined when there is nothing to say.
 */
import { countOf } from './count-of.js';
import { commitmentRank } from './commitment.js';
import { currentCommitment } from './commitment-timeline.js';
import type { NextStep, StepContext } from './next-step.js';
import type { Executive, Initiative } from './note.js';
import { pathsOf } from './paths-of.js';
import { isCeo, type CommitmentRecord } from './readiness.js';
import { roiReason } from './short-work-step.js';
import { byInfluence, isOpen } from './short-work.js';
import { dueForAssessment, type Standing } from './standing.js';
import type { StartingPoint } from './start-here.js';
import { listedLongOf, listedOf, moveInWords, names, peersOf, recordedAs, shortName, type LevelWords } from './step-words.js';

/** So many people get a sentence of their own. */
const MAX_PEOPLE = 4;

/**
 * The best place to start: "find a committed unit leader and start there" (S1). Committed is an advocate, or a supporter
 * whose recorded evidence reaches that level (OURS).
 */
export function startHereStep(starts: readonly StartingPoint[], { record, words }: StepContext): NextStep | undefined {
  const [start, ...others] = starts.filter(({ level, isEvidenced }) => level === 'advocate' || isEvidenced);
  if (start === undefined) return undefined;
  const { leader, level, isEvidenced, results, work } = start;
  const unit = shortName({ title: start.unit });
  const toWin = peersOf(leader, record).others;
  const same = others.filter((other) => other.level === level).map((other) => other.leader);
  return {
    kind: 'start-here',
    title: `Start here: ${unit}, with ${shortName(leader)}`,
    reasons: [
      `Recorded in this vault: ${recordedAs(leader, record, words)}, head of ${unit}${isEvidenced ? '; the evidence reaches that level' : ''}.`,
      ...(results.length === 0 ? [] : [`${results.length === 1 ? 'A result' : 'Results'} to show: ${names(results)}.`]),
      work.length === 0 ? `No roadmap item names the unit ${unit} yet.` : `Work in ${unit}: ${listedOf(work, workInWords)}.`,
      ...(same.length === 0 ? [] : [`Recorded as ${words(level)} too: ${names(same)}.`]),
    ],
    actions: [
      'Find a committed unit leader and start there; success recruits others (S1).',
      toWin.length === 0 ? 'Tell the results to the peers who head other units.' : `Peers named in the note who are not at ${words('supporter')} yet: ${names(toWin)}.`,
    ],
    people: [leader, ...toWin],
    work,
    paths: pathsOf([leader, ...results, ...work, ...toWin]),
    source: 'S1',
  };
}

/** ROI aimed at opposers, in the order given. */
export function roiStep(opposers: readonly Executive[], context: StepContext): NextStep | undefined {
  if (opposers.length === 0) return undefined;
  const { record, words } = context;
  const peers = [...new Set(opposers.flatMap((executive) => peersOf(executive, record).supporting))];
  return {
    kind: 'roi-for-opposer',
    title: `Put peers in the place of ROI for ${names(opposers)}`,
    reasons: opposers.slice(0, MAX_PEOPLE).map((executive) => roiReason(executive, context)),
    actions: opposers.slice(0, MAX_PEOPLE).map((executive) => `${shortName(executive)}: ${moveInWords(executive, [], record, words)}`),
    people: [...opposers, ...peers],
    work: [],
    paths: pathsOf([...opposers, ...peers]),
    source: 'S1',
  };
}

/** Executives below the level recorded as needed, without those named already: the CEO first, then the widest gap. */
export function belowNeededStep(named: ReadonlySet<Executive>, { record, openWork, words }: StepContext): NextStep | undefined {
  const gapOf = (executive: Executive): number => {
    const level = currentCommitment(executive, record.today);
    const { neededCommitment: needed } = executive;
    return level === undefined || needed === undefined ? 0 : commitmentRank(needed) - commitmentRank(level);
  };
  const below = record.playbook.executives
    .filter((executive) => !named.has(executive))
    .map((executive) => ({ executive, gap: gapOf(executive), isCeo: isCeo(executive) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => Number(b.isCeo) - Number(a.isCeo) || b.gap - a.gap || byInfluence(a.executive, b.executive))
    .map(({ executive }) => executive);
  const [first] = below;
  if (first === undefined) return undefined;
  const shortWork = new Map(openWork.short.map(({ executive, items }) => [executive, items]));
  const workOf = (executive: Executive): readonly Initiative[] => (shortWork.get(executive) ?? []).map(({ initiative }) => initiative);
  const work = [...new Set(below.flatMap(workOf))];
  const shown = below.slice(0, MAX_PEOPLE);
  return {
    kind: 'below-needed',
    title: below.length === 1 ? `Bring ${shortName(first)} to the level recorded as needed` : `Bring ${countOf(below.length, 'executive')} to the level recorded as needed`,
    reasons: [
      `Recorded in this vault: ${listedLongOf(below, (executive) => neededInWords(executive, record, words), MAX_PEOPLE)}.`,
      ...(work.length === 0 ? [] : [`Roadmap items that are short of commitment with them: ${names(work)}.`]),
      ...(isCeo(first) && below.length > 1 ? ['The CEO comes first; the team then champions it down (S4).'] : []),
    ],
    actions: [
      ...shown.map((executive) => `${shortName(executive)}: ${moveInWords(executive, workOf(executive), record, words)}`),
      'Or cut the ambition or the number of units until a lower level is enough, and lower the needed level in the note.',
    ],
    people: below,
    work,
    paths: pathsOf([...below, ...work]),
    source: 'S1, S4',
  };
}

/** Levels that nobody recorded, that carry no day, or whose day is long ago: missing first, then the oldest. */
export function assessStep(standings: readonly Standing[], { record, openWork, staleDays }: StepContext): NextStep | undefined {
  const due = dueForAssessment(standings);
  const [first] = due;
  if (first === undefined) return undefined;
  const people = due.map(({ executive }) => executive);
  const isDue = new Set(people);
  const work = [...new Set(openWork.unjudged.flatMap(({ executive, items }) => (isDue.has(executive) ? items.map(({ initiative }) => initiative) : [])))];
  const sentenceOf = ({ executive, level, assessedOn, assessedDaysAgo }: Standing): string => {
    if (level === undefined) return `${shortName(executive)} is not assessed`;
    if (assessedOn === undefined) return `${shortName(executive)} has a level without a day`;
    return `${shortName(executive)} was last assessed on ${assessedOn}, ${countOf(assessedDaysAgo ?? 0, 'day')} before ${record.today}`;
  };
  return {
    kind: 'assess',
    title: due.length === 1 ? `Assess ${shortName(first.executive)}${first.stale ? ' again' : ''}` : `Assess ${countOf(due.length, 'executive')}`,
    reasons: [
      `Recorded in this vault: ${listedLongOf(due, sentenceOf, MAX_PEOPLE)}.`,
      ...(work.length === 0 ? [] : [`Until then nobody can say whether the recorded commitment carries ${names(work)}.`]),
    ],
    actions: [`Look at the evidence and record the level with its day. A level older than ${countOf(staleDays, 'day')} counts as stale (OURS).`],
    people,
    work,
    paths: pathsOf([...people, ...work]),
    source: 'S3; the number of days is OURS',
  };
}

function neededInWords(executive: Executive, record: CommitmentRecord, words: LevelWords): string {
  const { neededCommitment: needed } = executive;
  return `${recordedAs(executive, record, words)}${needed === undefined ? '' : `, ${words(needed)} is needed`}`;
}

/** "Freight arrival promise (active, 55 % done)". */
function workInWords(work: Initiative): string {
  const progress = work.progress === undefined || !isOpen(work) ? undefined : `${work.progress} % done`;
  const facts = [work.status, progress].filter((fact) => fact !== undefined);
  return facts.length === 0 ? shortName(work) : `${shortName(work)} (${facts.join(', ')})`;
}
