/**
 * The record of commitment as a document: each executive, who moves whom, where to start, results to quote. Every
 * judgement stands with its reasons and with the lines that it rests on.
 *
 * @example formatDocumentText(commitmentSections(report, { words, lineOf }))
 */
import { DEFAULT_THRESHOLDS } from '../lint/rule.js';
import { adviceSentences, mistakeSentences, statedMoveInWords, type AdviceSentence } from '../playbook/advice-words.js';
import { COALITION_LABEL, moveInOneLine, obstacleInWords } from '../playbook/coalition-words.js';
import type { CoalitionOutcome } from '../playbook/coalition.js';
import type { CommitmentReport, ReportedExecutive } from '../playbook/commitment-report.js';
import { countOf } from '../playbook/count-of.js';
import { startingReasons } from '../playbook/start-here.js';
import { listed, names, shortName, type LevelWords } from '../playbook/step-words.js';
import { changeInWords, evidencedInWords, evidenceInWords, runsInWords, saidDoneInWords, standingInWords } from './commitment-words.js';
import { listBlock, paragraph, type DocumentBlock, type DocumentItem, type DocumentSection } from './text-document.js';

export interface CommitmentWording {
  /** What levels are called on screen and paper. */
  readonly words: LevelWords;
  /** The line of an offset in an executive's note, from 1; undefined where it is not known. */
  readonly lineOf: (path: string, offset: number) => number | undefined;
}

export const NO_EXECUTIVES = 'No executive is recorded in this vault. Add a note with "type: executive" for each leader, the CEO first.';

/** What the lines are, above all sections, and what of it no source states. */
export function commitmentHead({ today, options: { evidenceDays } }: CommitmentReport): string {
  const days = evidenceDays === DEFAULT_THRESHOLDS.evidenceDays ? 'a default of ours' : 'as set for this vault';
  return `Recorded in this vault on ${today}. What was said and done counts for ${countOf(evidenceDays, 'day')}, ${days}. Which evidence reaches which level is a default of ours: no source states it.`;
}

export function commitmentSections(report: CommitmentReport, wording: CommitmentWording): readonly DocumentSection[] {
  return [
    { heading: 'Each executive', blocks: [], sections: report.people.map((person) => executiveSection(person, report, wording)) },
    coalitionSection(report, wording.words),
    { heading: 'Start here', blocks: startBlocks(report, wording.words) },
    { heading: 'Results to quote', blocks: resultBlocks(report, wording.words) },
  ];
}

function executiveSection({ row, history, advice }: ReportedExecutive, { options }: CommitmentReport, { words, lineOf }: CommitmentWording): DocumentSection {
  const { executive, saidDone, isCeo, isHead } = row;
  const { title, path, role, unit } = executive;
  const placeOf = (offset: number): string => {
    const line = lineOf(path, offset);
    return line === undefined ? path : `${path}:${line}`;
  };
  const parts = [role, isHead && !isCeo ? `head of ${unit}` : unit].filter((part) => part !== undefined && part !== '');
  const lines = [...saidDone.said, ...saidDone.did].map((evidence): DocumentItem => ({ text: evidenceInWords(evidence), place: placeOf(evidence.from) }));
  const changes = history.changes.map((change): DocumentItem => ({ text: changeInWords(change, words), place: change.line === undefined ? path : placeOf(change.line.from) }));
  const mistakes = mistakeSentences(advice, words);
  return {
    heading: parts.length === 0 ? title : `${title}: ${parts.join(', ')}`,
    blocks: [
      paragraph(standingInWords(row, options.assessedDays, words)),
      paragraph(saidDoneInWords(row, options.evidenceDays, words)),
      ...listBlock(lines),
      paragraph(evidencedInWords(row, words)),
      ...(history.runs.length === 0 ? [] : [paragraph(`Levels: ${runsInWords(history.runs, words)}.`)]),
      ...listBlock(changes),
      paragraph(`What moves: ${statedMoveInWords(advice, words)}`),
      ...listBlock(adviceSentences(advice, words).map(sentenceItem)),
      ...(mistakes.length === 0 ? [] : [paragraph('What would be a mistake:')]),
      ...listBlock(mistakes.map(sentenceItem)),
      ...(advice.plays.length === 0 ? [] : [paragraph(`Plays that fit: ${names(advice.plays)}.`)]),
    ],
  };
}

function sentenceItem({ text, source }: AdviceSentence): DocumentItem {
  return { text: `${text} (${source})` };
}

function coalitionSection(report: CommitmentReport, words: LevelWords): DocumentSection {
  const { rounds, still, sensitivity, options } = report;
  const supposed = suppositions(report, words);
  const { coalitionPercent } = options;
  const origin = coalitionPercent === DEFAULT_THRESHOLDS.coalitionPercent ? 'a default of ours' : 'as set for this vault or this run';
  const nobody = rounds.length === 0 ? [paragraph('By the stated rules nobody moves.')] : [];
  const table: DocumentBlock = {
    kind: 'table',
    head: ['Percent', 'Moves', 'Rounds', 'Supporting'],
    rows: sensitivity.map(({ percent, moves, rounds: count, supporting }) => [percent, moves, count, supporting].map(String)),
  };
  return {
    heading: 'Who moves whom',
    blocks: [
      paragraph(`${COALITION_LABEL} ${coalitionPercent} percent of the peers count as strong support, ${origin}: the source names no number (S1).`),
      ...(supposed.length === 0 ? [] : [paragraph(`What if: ${listed(supposed, supposed.length)}.`)]),
      ...(report.recorded === undefined ? [] : [paragraph(`As recorded: ${outcomeInWords(report.recorded, words)}.`)]),
      ...(options.units === undefined || options.units.length === 0 ? [] : [paragraph('All executives count as peers; shown are those of the chosen units.')]),
      ...nobody,
      ...rounds.flatMap(({ round, moves }) => [paragraph(`Round ${round}:`), ...listBlock(moves.map((move) => ({ text: moveInOneLine(move, words), place: move.executive.path })))]),
      ...(still.length === 0 ? [] : [paragraph(`Who stays below ${words('supporter')}, and why:`)]),
      ...listBlock(still.map(({ executive, level, obstacle }) => ({ text: `${shortName(executive)}: ${words(level)} (${obstacleInWords(obstacle, words)})`, place: executive.path }))),
      paragraph(`With other thresholds; supporting are those at ${words('supporter')} or above after the last round, of all executives:`),
      table,
    ],
  };
}

/** "Ana as supporter", "Ben with a business case". */
function suppositions({ supposed: { levels, withCase } }: CommitmentReport, words: LevelWords): readonly string[] {
  return [
    ...levels.map(({ executive, level }) => `${shortName(executive)} as ${words(level)}`),
    ...withCase.map((executive) => `${shortName(executive)} with a business case`),
  ];
}

function outcomeInWords({ moves, rounds, supporting }: CoalitionOutcome, words: LevelWords): string {
  return `${countOf(moves, 'move')} in ${countOf(rounds, 'round')}, then ${supporting} at ${words('supporter')} or above`;
}

function startBlocks({ startingPoints }: CommitmentReport, words: LevelWords): readonly DocumentBlock[] {
  if (startingPoints.length === 0) return [paragraph(`No head of a unit is recorded at ${words('supporter')} or above.`)];
  const items = startingPoints.map((point) => ({ text: `${point.unit}, led by ${shortName(point.leader)}: ${startingReasons(point, words).join('; ')}.`, place: point.leader.path }));
  return [paragraph('Units led by somebody committed, the best first (S1). What ranks before what is a default of ours.'), ...listBlock(items, 'numbered')];
}

function resultBlocks({ results }: CommitmentReport, words: LevelWords): readonly DocumentBlock[] {
  if (results.length === 0) return [paragraph(`No result is recorded that somebody at ${words('supporter')} or above could quote.`)];
  return listBlock(results.map(({ result, by, to }) => ({
    text: `${shortName(by)} can quote ${shortName(result)}${to.length === 0 ? `; nobody recorded below ${words('supporter')} names them as a peer` : ` to ${names(to)}`}.`,
    place: result.path,
  })));
}
