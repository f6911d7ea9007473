/** Cards of the home view about work and proof: gaps of the roadmap, untold results, chains of proof, competencies, enablement, what has stopped. */
import { COMPETENCY_LABEL } from './competency.js';
import { findUncovered } from './competency-coverage.js';
import { countOf } from './count-of.js';
import { currentCommitment } from './commitment-timeline.js';
import type { CommitmentRecord } from './commitment-record.js';
import { REWARD_FORM_WORDS } from './enablement.js';
import { REVIEW_NEAR_DAYS, type RewardParity } from './enablement-review.js';
import type { Home, HomeThresholds } from './home.js';
import { allRows, daysFromToday, HOME_CARD_HEADING, type HomeCard, type HomeRow, NO_ROWS, rowsOf } from './home-card.js';
import { titleOfPath } from './link-index.js';
import { countRemarks, remarkInWords, type OpenRemark } from './open-remarks.js';
import { BROKEN_LINK_WORDS, resultInWords } from './proof-steps.js';
import type { BrokenLink } from './proof-chain.js';
import type { ItemGap } from './roadmap-gaps.js';
import type { StalledWork } from './stalled-work.js';
import { listed, listedLongOf, listedOf, names, shortName, type LevelWords } from './step-words.js';

/** So many people are named in a row. */
const MAX_PEOPLE = 3;
/** So many units are named in a row. */
const MAX_UNITS = 8;

export function gapsCard({ gaps: { short, unjudged }, openItems }: Home, record: CommitmentRecord, words: LevelWords): HomeCard {
  const row = ({ item, people }: ItemGap): HomeRow => ({
    name: shortName(item),
    path: item.path,
    text: listedLongOf(
      people,
      ({ executive, minimum }) => {
        const level = currentCommitment(executive, record.today);
        return `${shortName(executive)} ${level === undefined ? 'is not assessed' : `as ${words(level)}`}, ${words(minimum)} is needed`;
      },
      MAX_PEOPLE,
    ),
  });
  const left = unjudged.length === 0 ? '' : `; ${unjudged.length} more cannot be judged, for a level is missing`;
  return {
    id: 'gaps',
    heading: HOME_CARD_HEADING.gaps,
    lead: short.length + unjudged.length === 0 ? undefined : `${short.length} of ${countOf(openItems, 'open item')}${left}.`,
    rows: allRows(rowsOf(short, row), rowsOf(unjudged, row)),
    nothing: openItems === 0 ? 'No open work is recorded.' : 'No open item with dates and an ambition is short of the recorded commitment.',
    source: 'S1. Which ambition needs which level is OURS.',
  };
}

export function remarksCard({ remarks }: Home, { playbook, today }: CommitmentRecord): HomeCard {
  const row = (remark: OpenRemark): HomeRow => {
    const { targetPath, annotation, offset } = remark;
    const path = targetPath ?? annotation.path;
    const title = playbook.note(path)?.title ?? titleOfPath(path);
    return { name: shortName({ title }), path, ...(targetPath === undefined ? {} : { offset }), text: remarkInWords(remark, today) };
  };
  return {
    id: 'remarks',
    heading: HOME_CARD_HEADING.remarks,
    lead: remarks.length === 0 ? undefined : `${countRemarks(remarks)} that annotations leave open.`,
    rows: rowsOf(remarks, row),
    nothing: 'No annotation leaves a question or a risk open.',
    source: 'OURS.',
  };
}

export function untoldCard({ untold }: Home): HomeCard {
  return {
    id: 'untold',
    heading: HOME_CARD_HEADING.untold,
    lead: untold.length === 0 ? undefined : `${countOf(untold.length, 'result')} that no note shows as told to anybody.`,
    rows: rowsOf(untold, (pilot) => ({ name: shortName(pilot), path: pilot.path, text: resultInWords(pilot) })),
    nothing: 'No pilot has a recorded result that nobody was told, as far as notes of executives, messages, rooms and sessions show.',
    source: 'S1, S4. What counts as told is OURS.',
  };
}

export function chainsCard({ chains: { complete, broken } }: Home): HomeCard {
  const holding = complete.length === 0 ? 'No chain holds' : complete.length === 1 ? `1 chain holds (${names(complete.map(({ pilot }) => pilot))})` : `${complete.length} chains hold (${names(complete.map(({ pilot }) => pilot))})`;
  return {
    id: 'chains',
    heading: HOME_CARD_HEADING.chains,
    lead: complete.length + broken.length === 0 ? undefined : `${holding} from pilot and case to somebody who was told; ${countOf(broken.length, 'break')} in others.`,
    rows: rowsOf(broken, (link) => ({ name: shortName(link.note), path: link.note.path, text: brokenLinkInWords(link) })),
    nothing: complete.length === 0 ? 'No insight, pilot or case is recorded that could break off.' : `${holding}, and none breaks off.`,
    source: 'S1, S3, S4. Which links count is OURS.',
  };
}

export function brokenLinkInWords(link: BrokenLink): string {
  return link.kind === 'incomplete-case' ? `a case without a ${listed(link.lacks, 2).replace(' and ', ' and a ')}` : BROKEN_LINK_WORDS[link.kind];
}

export function coverageCard({ coverage, standings, openItems }: Home): HomeCard {
  const uncovered = findUncovered(coverage);
  const isRecorded = coverage.some(({ executives, work }) => executives.length + work.length > 0);
  const isEmpty = standings.length + openItems === 0;
  return {
    id: 'coverage',
    heading: HOME_CARD_HEADING.coverage,
    lead: !isRecorded ? 'No executive and no open work names a competency yet.' : uncovered.length === 0 ? 'Each is named by an executive or by open work.' : `Named by no executive and no open work: ${listed(uncovered.map((competency) => COMPETENCY_LABEL[competency]))}.`,
    rows: isEmpty
      ? NO_ROWS
      : rowsOf(coverage, ({ competency, executives, work }) => ({
          name: COMPETENCY_LABEL[competency],
          path: undefined,
          text: `${countOf(executives.length, 'executive')}, ${countOf(work.length, 'open item')}`,
          isLate: uncovered.includes(competency),
          notes: [...executives, ...work],
        })),
    nothing: 'No executive and no open work is recorded.',
    source: 'S1.',
  };
}

export function enablementCard({ enablement: { empowerments, due, withoutReview, parity, unitsWithoutRecognition } }: Home): HomeCard {
  const behind = parity.filter(({ lacks }) => lacks === undefined || lacks.length > 0);
  const rows = allRows(
    rowsOf(due, ({ empowerment, on, days }) => ({ name: shortName(empowerment), path: empowerment.path, text: `review on ${on}, ${daysFromToday(days)}`, isLate: days < 0 })),
    rowsOf(withoutReview, (empowerment) => ({ name: shortName(empowerment), path: empowerment.path, text: 'no day of review' })),
    rowsOf(behind, (each) => ({ name: shortName(each.recognition), path: each.recognition.path, text: parityInWords(each) })),
    rowsOf(unitsWithoutRecognition.length === 0 ? [] : [unitsWithoutRecognition], (units) => ({ name: countOf(units.length, 'unit'), path: undefined, text: `without a recorded recognition: ${listedOf(units, (title) => shortName({ title }), MAX_UNITS)}` })),
  );
  const onPar = parity.length - behind.length;
  return {
    id: 'enablement',
    heading: HOME_CARD_HEADING.enablement,
    lead: rows.count === 0 ? undefined : `${countOf(empowerments, 'empowerment')}; ${onPar} of ${countOf(parity.length, 'recognition')} on par with sales in its forms.`,
    rows,
    nothing: empowerments + parity.length === 0 ? 'No empowerment and no recognition is recorded yet.' : `No review is due within ${REVIEW_NEAR_DAYS} days, and recognition is on par with sales in its forms.`,
    source: `S0, S2. ${REVIEW_NEAR_DAYS} days ahead are OURS.`,
  };
}

function parityInWords({ lacks }: RewardParity): string {
  return lacks === undefined ? 'sets nothing beside what sales gets' : `sales gets, and work for customers does not: ${listed(lacks.map((form) => REWARD_FORM_WORDS[form]), lacks.length)}`;
}

export function stoppedCard({ stalled, quiet: { newest, isQuiet } }: Home, { stalledDays, quietDays }: HomeThresholds): HomeCard {
  const quiet = newest === undefined || !isQuiet ? [] : [newest];
  const last = newest === undefined ? 'Nothing dated is recorded yet.' : `Something dated was last recorded ${daysFromToday(-newest.days)}${newest.note === undefined ? '' : ` (${shortName(newest.note)})`}.`;
  return {
    id: 'stopped',
    heading: HOME_CARD_HEADING.stopped,
    lead: isQuiet ? `Nothing dated was recorded for more than ${countOf(quietDays, 'day')}.` : last,
    rows: allRows(
      rowsOf(quiet, ({ on, note, days }) => ({ name: note === undefined ? 'A note of a coach' : shortName(note), path: note?.path, text: `the newest dated record, ${on}, ${daysFromToday(-days)}`, isLate: true })),
      rowsOf(stalled, (each) => ({ name: shortName(each.work), path: each.work.path, text: stalledInWords(each), isLate: each.kind === 'past-end' || each.kind === 'no-progress' })),
    ),
    nothing: `No work is recorded as stalled or paused, is more than ${countOf(stalledDays, 'day')} past its end, or under way as long without progress. ${last}`,
    source: `S1, S3. ${stalledDays} days past an end or a start and ${quietDays} without a record are OURS.`,
  };
}

function stalledInWords({ kind, days }: StalledWork): string {
  const since = days === undefined ? '' : countOf(days, 'day');
  switch (kind) {
    case 'past-end': return `${since} past its end`;
    case 'no-progress': return `a progress of 0, ${since} after its start`;
    case 'stalled':
    case 'paused': return `recorded as ${kind}${since === '' ? '' : `, ${since} past its end`}`;
  }
}
