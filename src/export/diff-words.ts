/**
 * A comparison of two states of a playbook as lines: what is spoken of, and what changed of it, in the words of the
 * playbook. Texts are plain, as notes say them; each form makes them safe in its own way.
 *
 * @example diffSections(view)[0]?.lines[0] // { mark: '▲', subject: 'Ana Ruiz (CFO)', facts: ['toe-dipper → supporter (+1)'], … }
 */
import type { FindingsComparison } from '../lint/compare-findings.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import { countOf } from '../playbook/count-of.js';
import { titleOfPath } from '../playbook/link-index.js';
import { isSameMeaning, type AnnotationDifference, type ComparedRevision, type EvidenceItem, type ExecutiveDifference, type NamedNote, type NoteDifference, type PlaybookDifference, type PracticeDifference, type PropertyDifference, type SettingDifference, type ValueChange, type WorkDifference } from '../playbook/playbook-difference.js';
import { listed, shortened, type LevelWords } from '../playbook/step-words.js';

export interface DiffView {
  readonly base: ComparedRevision;
  readonly head: ComparedRevision;
  readonly difference: PlaybookDifference;
  readonly findings: FindingsComparison;
  readonly words: LevelWords;
}

export interface DiffLine {
  /** `▲`, `▼`, `+`, `−` or nothing. */
  readonly mark: string;
  readonly subject: string;
  /** At least one. */
  readonly facts: readonly string[];
  /** What belongs below it, such as new lines of evidence. */
  readonly details: readonly string[];
  readonly path: string | undefined;
}

export interface DiffSection {
  readonly label: string;
  readonly lines: readonly DiffLine[];
}

const MINUS = '−';
/** Longer values are cut; a list names so many. */
const VALUE_LENGTH = 60;
const LISTED = 4;

/** The sections that have lines, in the order of a review; findings are not among them. */
export function diffSections({ difference, words }: DiffView): readonly DiffSection[] {
  const { executives, work, others, annotations, settings, renamed } = difference;
  const told = new Set([...executives, ...work, ...others].map(({ path }) => path));
  return [
    { label: 'Commitment', lines: executives.map((one) => executiveLine(one, words)) },
    { label: 'Roadmap', lines: work.map(workLine) },
    { label: 'Notes', lines: others.map(noteLine) },
    { label: 'Annotations', lines: annotations.map(annotationLine) },
    { label: 'Settings', lines: settings.map(settingLine) },
    { label: 'Renamed', lines: renamed.filter(({ path }) => !told.has(path)).map(renamedLine) },
  ].filter(({ lines }) => lines.length > 0);
}

/** Whether anything is to be told but words that changed. */
export function saysNothingNew({ difference, findings }: DiffView): boolean {
  return isSameMeaning(difference) && findings.introduced.length + findings.fixed.length === 0;
}

/** "No semantic change" with how many notes say it in other words. */
export function nothingNewInWords({ difference: { reworded } }: DiffView): string {
  return reworded.length === 0 ? 'No semantic change.' : `No semantic change; ${rewordedInWords(reworded)}.`;
}

/** "2 notes reworded: Ana and Ben" */
export function rewordedInWords(reworded: readonly NamedNote[]): string {
  return `${countOf(reworded.length, 'note')} reworded: ${listed(reworded.map(({ title }) => shortened(title, VALUE_LENGTH)), LISTED)}`;
}

/** "main (1a2b3c4d5e, 2026-10-01)", or the files as they are. */
export function revisionInWords({ name, commit, day }: ComparedRevision): string {
  if (name === undefined || commit === undefined) return 'the files as they are';
  const short = commit.slice(0, 10);
  const facts = [name === commit || name === short ? '' : short, day ?? ''].filter((fact) => fact !== '');
  return `${name === commit ? short : name}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

/** "require-model: Tom Lee, Ana Ruiz and 2 more; known-kind: Purse": the rules with most findings first. */
export function findingsInWords(findings: readonly Diagnostic[], maxRules = 3): string {
  const byRule = new Map<string, Diagnostic[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const rules = [...byRule].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  const shown = rules.slice(0, maxRules).map(([rule, ofRule]) => `${rule}: ${listed([...new Set(ofRule.map(({ path }) => shortened(titleOfPath(path), VALUE_LENGTH)))], 2)}`);
  return [...shown, ...(rules.length > maxRules ? [countOf(rules.length - maxRules, 'more rule')] : [])].join('; ');
}

function executiveLine(one: ExecutiveDifference, words: LevelWords): DiffLine {
  const { title, role, steps, level, needed, evidenceAdded, evidenceRemoved, evidenceReworded, presence } = one;
  const isBoth = presence === 'kept';
  const nameOf = (value: typeof level): string => {
    const named = (slug: NonNullable<typeof level>['from']): string => (slug === undefined ? 'not assessed' : words(slug));
    if (value === undefined) return '';
    return isBoth ? `${named(value.from)} → ${named(value.to)}${steps === undefined || value !== level ? '' : ` (${signed(steps)})`}` : named(value.to ?? value.from);
  };
  const facts = [
    ...presenceFacts(one),
    isBoth || level === undefined ? nameOf(level) : `recorded as ${nameOf(level)}`,
    needed === undefined ? '' : `needed ${nameOf(needed)}`,
    evidenceAdded.length === 0 ? '' : `${evidenceAdded.length} ${isBoth ? 'new ' : ''}${pieces(evidenceAdded.length)} of evidence`,
    evidenceRemoved.length === 0 ? '' : `${evidenceRemoved.length} ${pieces(evidenceRemoved.length)} of evidence${isBoth ? ' removed' : ''}`,
    evidenceReworded === 0 ? '' : `${evidenceReworded} ${pieces(evidenceReworded)} of evidence reworded`,
    ...commonFacts(one),
  ];
  const mark = steps === undefined ? markOf(one) : steps > 0 ? '▲' : '▼';
  const subject = role === undefined || title.toLowerCase().includes(role.toLowerCase()) ? title : `${title} (${role})`;
  const details = isBoth ? [...evidenceAdded.map((item) => `+ ${evidenceInWords(item)}`), ...evidenceRemoved.map((item) => `${MINUS} ${evidenceInWords(item)}`)] : [];
  return lineOf(one, facts, { mark, subject, details });
}

function pieces(count: number): string {
  return count === 1 ? 'piece' : 'pieces';
}

function evidenceInWords({ date, form, category, text }: EvidenceItem): string {
  return `${date} ${form}${category === undefined ? '' : ` (${category})`}: ${shortened(text, 160)}`;
}

function workLine(one: WorkDifference): DiffLine {
  const { start, end, startDays, endDays, status, presence } = one;
  if (presence !== 'kept') {
    const dates = [start?.to ?? start?.from, end?.to ?? end?.from].filter((date) => date !== undefined).join(' to ');
    return lineOf(one, [...presenceFacts(one), dates, status?.to ?? status?.from ?? '']);
  }
  return lineOf(one, [dateFact('start', start, startDays), dateFact('end', end, endDays), status === undefined ? '' : changeFact('status', status), ...commonFacts(one)]);
}

function dateFact(name: string, change: ValueChange<string> | undefined, days: number | undefined): string {
  return change === undefined ? '' : `${changeFact(name, change)}${days === undefined || days === 0 ? '' : ` (${signed(days)} d)`}`;
}

function noteLine(one: NoteDifference): DiffLine {
  return lineOf(one, [...presenceFacts(one), ...commonFacts(one)]);
}

function lineOf(one: NoteDifference, facts: readonly string[], more: Partial<DiffLine> = {}): DiffLine {
  return { mark: markOf(one), subject: one.title, facts: facts.filter((fact) => fact !== ''), details: [], path: one.path, ...more };
}

function markOf({ presence }: NoteDifference): string {
  if (presence === 'kept') return '';
  return presence === 'added' || presence === 'joined' ? '+' : MINUS;
}

function presenceFacts({ presence, kind }: NoteDifference): readonly string[] {
  switch (presence) {
    case 'added': return [`new ${kind}`];
    case 'removed': return [`${kind} removed`];
    case 'joined': return [`now read as ${kind}`];
    case 'left': return [`no longer read as ${kind}`];
    case 'kept': return [];
  }
}

/** Of a note that stands on both sides. */
function commonFacts({ properties, practices, formerPath, title }: NoteDifference): readonly string[] {
  return [...practices.map(practiceFact), ...properties.map(propertyFact), ...(formerPath === undefined ? [] : [renameFact(formerPath, title)])];
}

function practiceFact({ practice, from, to }: PracticeDifference): string {
  if (from === 'absent') return to === 'written' ? `${practice} added` : `${practice} added without words`;
  if (to === 'absent') return `${practice} removed`;
  return to === 'written' ? `${practice} filled in` : `${practice} emptied`;
}

function propertyFact(property: PropertyDifference): string {
  const name = property.name.replaceAll('_', ' ');
  if (property.form === 'value') return changeFact(name, property);
  const signs = (sign: string, items: readonly string[]): string => (items.length === 0 ? '' : ` ${sign}${listed(items.map((item) => shortened(item, VALUE_LENGTH)), LISTED)}`);
  return `${name}${signs('+', property.added)}${signs(MINUS, property.removed)}`;
}

function changeFact(name: string, { from, to }: ValueChange<string>): string {
  if (to === undefined) return `${name} ${shortened(from ?? '', VALUE_LENGTH)} removed`;
  return from === undefined ? `${name} set to ${shortened(to, VALUE_LENGTH)}` : `${name} ${shortened(from, VALUE_LENGTH)} → ${shortened(to, VALUE_LENGTH)}`;
}

function renamedLine({ path, title, formerPath }: NamedNote): DiffLine {
  return { mark: '', subject: title, facts: [renameFact(formerPath ?? path, title)], details: [], path };
}

function renameFact(formerPath: string, title: string): string {
  const former = titleOfPath(formerPath);
  return former === title ? `moved from ${folderOf(formerPath)}` : `was “${shortened(former, VALUE_LENGTH)}”`;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? 'the top folder' : `“${path.slice(0, end)}”`;
}

function annotationLine({ annotation, target, change, author, replies, path }: AnnotationDifference): DiffLine {
  const by = author === '' ? '' : ` by ${author}`;
  const answers = replies === 0 ? [] : [`${replies} new ${replies === 1 ? 'comment' : 'comments'}`];
  const mark = change === 'opened' ? '+' : change === 'removed' ? MINUS : '';
  return { mark, subject: `${annotation} about ${target ?? 'a note that is not there'}`, facts: [change === 'answered' && replies > 0 ? `${answers[0] ?? ''}${by}` : `${change}${by}`, ...(change === 'answered' ? [] : answers)], details: [], path };
}

function settingLine({ name, from, to }: SettingDifference): DiffLine {
  return { mark: '', subject: name, facts: [changeFact('', { from, to }).trim()], details: [], path: undefined };
}

function signed(number: number): string {
  return number < 0 ? `${MINUS}${-number}` : `+${number}`;
}
