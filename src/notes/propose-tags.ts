/**
 * What a note could be tagged with, each proposal with the lines, sentences and work that it rests on. Nothing is
 * changed here, and nothing lower than the record is proposed: levels go up by evidence or follow a dated assessment,
 * competencies are only added, and where the vault records nothing the answer is "nothing recorded", never a guess.
 *
 * @example proposeTags(await readNote(path, text, notes), buildTagContext({ playbook, notes, today, evidenceDays: 180 }))
 */
import { plainHeadingText } from '../markdown/heading-text.js';
import { findSentences } from '../markdown/sentences.js';
import type { TextRange } from '../markdown/text-range.js';
import { daysBetween, type CalendarDate } from '../playbook/calendar-date.js';
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import { commitmentRank, reachesLevel, type CommitmentLevel } from '../playbook/commitment.js';
import { COMPETENCIES, parseCompetency, type Competency } from '../playbook/competency.js';
import { newestFirst, recentEvidence } from '../playbook/evidence.js';
import { assessEvidencedLevel, type EvidencedLevel } from '../playbook/evidenced-level.js';
import { proposeNeededLevels, type NeededLevel } from '../playbook/needed-level.js';
import type { Assessment, Executive, NoteKind } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import { DEFAULT_AMBITION_RULE, type AmbitionRule } from '../playbook/readiness.js';
import { buildCompetencyMatcher, type CompetencyMatcher } from './competency-words.js';
import type { NoteContext } from './playbook-settings.js';
import { readCompetencies, type CompetencyReading } from './propose-competencies.js';
import { ASSESSMENTS } from './read-dated-items.js';
import type { NoteReading, NoteText } from './read-note.js';
import { PROPERTIES } from './schema.js';
import type { Reason, Verdict } from './tag-reason.js';
import { signsOf } from './vault-signs.js';

export interface TagProposal {
  readonly path: string;
  readonly title: string;
  readonly kind: NoteKind;
  /** Executives only. */
  readonly commitment?: Verdict<CommitmentLevel | undefined>;
  readonly needed?: Verdict<CommitmentLevel | undefined>;
  /** What the recorded evidence reaches, whatever is proposed. */
  readonly evidenced?: EvidencedLevel;
  /** The kinds that carry competencies. `to` holds those of `from` too. */
  readonly competencies?: Verdict<readonly Competency[]>;
  /** Every competency that a sentence mentions, enough or not. */
  readonly readings: readonly CompetencyReading[];
}

export interface TagOptions {
  readonly playbook: Playbook;
  readonly notes: NoteContext;
  readonly today: CalendarDate;
  readonly evidenceDays: number;
  readonly rule?: AmbitionRule;
}

/** Made once for many notes, for as long as the playbook does not change. */
export interface TagContext extends Omit<TagOptions, 'rule'> {
  readonly matcher: CompetencyMatcher;
  /** By the executive's path. */
  readonly neededLevels: ReadonlyMap<string, NeededLevel>;
  readonly signCount: number;
}

export function buildTagContext({ rule = DEFAULT_AMBITION_RULE, ...options }: TagOptions): TagContext {
  const { settings } = options.notes;
  return {
    ...options,
    matcher: buildCompetencyMatcher(settings.competencyWords),
    neededLevels: proposeNeededLevels(commitmentRecordOf(options.playbook, options.today), rule),
    signCount: signsOf(settings).length,
  };
}

/** Executives whose property `commitment` says nothing, ordered by path. */
export function untaggedExecutives(playbook: Playbook): readonly Executive[] {
  return playbook.executives.filter(({ commitment }) => commitment === undefined);
}

const COMPETENCY_KINDS: readonly NoteKind[] = PROPERTIES.competencies.kinds;

/** Undefined for a note that is not the playbook's, and for kinds without tags of this sort. */
export function proposeTags({ parsed: { note }, source }: NoteReading, context: TagContext): TagProposal | undefined {
  if (note === undefined || source === undefined || !COMPETENCY_KINDS.includes(note.kind)) return undefined;
  const { path, title, kind } = note;
  const readings = readCompetencies(sentencesOf(source, context.notes), context.matcher);
  const competencies = judgeCompetencies(path, recordedCompetencies(source), readings);
  if (note.kind !== 'executive') return { path, title, kind, competencies, readings };
  const evidenced = assessEvidencedLevel(note, context.today, context);
  return {
    path,
    title,
    kind,
    commitment: judgeCommitment(note, source, evidenced, context),
    needed: judgeNeeded(note, context.neededLevels.get(path)),
    evidenced,
    competencies,
    readings,
  };
}

function judgeCommitment(executive: Executive, source: NoteText, evidenced: EvidencedLevel, context: TagContext): Verdict<CommitmentLevel | undefined> {
  const { today } = context;
  const { commitment: from } = executive;
  const line = newestLine(executive, today);
  const lineReasons = line === undefined ? [] : [assessmentReason(executive, source, line)];
  const reasons = [...evidenceReasons(executive, source, evidenced, context), ...lineReasons];
  const { level: reached, next } = evidenced;
  const lacks = next?.lacks ?? [];
  if (line !== undefined && line.level !== from && !isOlderThanProperty(line, executive)) return { kind: 'proposed', from, to: line.level, reasons: lineReasons };
  if (reached !== undefined && (from === undefined || (commitmentRank(reached) > commitmentRank(from) && !isOfDay(executive, line, today)))) return { kind: 'proposed', from, to: reached, reasons };
  if (from === undefined) {
    const counted = executive.evidence.filter(({ date }) => daysBetween(date, today) >= 0);
    return counted.length === 0 ? { kind: 'nothing-recorded' } : { kind: 'not-enough', lacks, reasons: counted.map((item) => evidenceReason(executive, item)) };
  }
  const isBelow = reachesLevel(from, 'toe-dipper') && (reached === undefined || !reachesLevel(reached, from));
  return isBelow ? { kind: 'evidence-below', reaches: reached, lacks, reasons } : { kind: 'as-recorded', reasons };
}

/** The newest dated line that is not to come; of one day the last in the note, as on the timeline. */
function newestLine({ assessments }: Executive, today: CalendarDate): Assessment | undefined {
  let newest: Assessment | undefined;
  for (const line of assessments) {
    if (daysBetween(line.date, today) >= 0 && (newest === undefined || daysBetween(newest.date, line.date) >= 0)) newest = line;
  }
  return newest;
}

/** A level that somebody recorded on the day itself stands: the evidence was at hand. */
function isOfDay({ assessed }: Executive, line: Assessment | undefined, today: CalendarDate): boolean {
  return assessed === today || line?.date === today;
}

/** A level that was set after the line was written is the record; the line is its history. */
function isOlderThanProperty({ date }: Assessment, { commitment, assessed }: Executive): boolean {
  return commitment !== undefined && assessed !== undefined && daysBetween(date, assessed) > 0;
}

function judgeNeeded({ neededCommitment: from }: Executive, asked: NeededLevel | undefined): Verdict<CommitmentLevel | undefined> {
  if (asked === undefined) return { kind: 'nothing-recorded' };
  const reasons = asked.because.map(({ initiative: { path, title }, minimum, part }): Reason => ({ kind: 'initiative', path, range: undefined, text: title, minimum, part }));
  if (from === undefined || commitmentRank(asked.level) > commitmentRank(from)) return { kind: 'proposed', from, to: asked.level, reasons };
  return asked.level === from ? { kind: 'as-recorded', reasons } : { kind: 'work-below', asks: asked.level, reasons };
}

function judgeCompetencies(path: string, from: readonly Competency[], readings: readonly CompetencyReading[]): Verdict<readonly Competency[]> {
  const reasonsOf = (wanted: (reading: CompetencyReading) => boolean): readonly Reason[] =>
    readings.filter(wanted).flatMap(({ competency, sentences }) =>
      sentences.map(({ sentence, words }): Reason => ({ kind: 'sentence', path, range: { from: sentence.from, to: sentence.to }, text: sentence.text, competency, sentence, words })),
    );
  const isNew = ({ competency, isEnough }: CompetencyReading): boolean => isEnough && !from.includes(competency);
  const added = readings.filter(isNew).map(({ competency }) => competency);
  if (added.length > 0) return { kind: 'proposed', from, to: [...from, ...added], reasons: reasonsOf(isNew) };
  if (from.length > 0) return { kind: 'as-recorded', reasons: reasonsOf(({ competency }) => from.includes(competency)) };
  return readings.length === 0 ? { kind: 'nothing-recorded' } : { kind: 'not-enough', lacks: [], reasons: reasonsOf(() => true) };
}

/** As the property says, each once; plays carry it too, whose notes have no value of their own in the domain. */
export function recordedCompetencies({ frontmatter }: NoteText): readonly Competency[] {
  const value: unknown = frontmatter.get('competencies')?.value;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const recorded = new Set(items.map((item) => (typeof item === 'string' ? parseCompetency(item) : undefined)));
  return COMPETENCIES.filter((competency) => recorded.has(competency));
}

/** Names of practices and what assessors remark say nothing about what the note is about. */
function sentencesOf({ text, outline }: NoteText, { headings }: NoteContext): ReturnType<typeof findSentences> {
  return findSentences(text, outline).filter(({ kind, section }) => {
    const heading = section === undefined ? undefined : headings.of(text, section.heading);
    if (heading === undefined) return true;
    return kind === 'heading' ? heading.practice === undefined : !ASSESSMENTS.has(heading.name);
  });
}

function assessmentReason({ path }: Executive, { text }: NoteText, assessment: Assessment): Reason {
  const { from, to } = assessment;
  return { kind: 'assessment', path, range: { from, to }, text: plainHeadingText(text.slice(from, to)), assessment };
}

function evidenceReasons(executive: Executive, { frontmatter }: NoteText, { items, signs }: EvidencedLevel, { today, evidenceDays }: TagContext): readonly Reason[] {
  const property = frontmatter.get('signs');
  const place = property === undefined ? undefined : { from: property.valueFrom, to: property.valueTo };
  const lineOf = (sign: string): TextRange | undefined => {
    const line = newestFirst(recentEvidence(executive, today, evidenceDays)).find((item) => item.sign === sign);
    return line && { from: line.from, to: line.to };
  };
  return [
    ...items.map((item) => evidenceReason(executive, item)),
    ...signs.map((sign): Reason => ({ kind: 'sign', path: executive.path, range: executive.signs.includes(sign) ? place : lineOf(sign), text: sign, sign })),
  ];
}

function evidenceReason({ path }: Executive, evidence: Executive['evidence'][number]): Reason {
  const { from, to, text } = evidence;
  return { kind: 'evidence', path, range: { from, to }, text: plainHeadingText(text), evidence };
}
