/** How far the work reaches, beside the commitment that is recorded. */
import type { PlaybookSettings } from '../../notes/playbook-settings.js';
import { countOf } from '../../playbook/count-of.js';
import type { Ambition, Executive, Initiative } from '../../playbook/note.js';
import { DEFAULT_AMBITION_RULE, worstFirst, type CommitmentRecord, type Parties, type ReadinessSpan, type Shortfall } from '../../playbook/readiness.js';
import { assessDaysLeft, findSmallerScope, isOpen } from '../../playbook/short-work.js';
import { fromEpochDay, type CalendarDate } from '../../playbook/calendar-date.js';
import { levelWords, listed, listedLong, shortName, type LevelWords } from '../../playbook/step-words.js';
import { levelLine } from '../level-place.js';
import { commitmentRecordOf } from '../../playbook/commitment-record-of.js';
import { NOTE_START, type FindingPlace, type PlaybookFinding, type Rule } from '../rule.js';

/** So many people are named and pointed at. */
const MAX_PEOPLE = 4;
const ACROSS_UNITS: readonly Ambition[] = ['cross-unit', 'enterprise'];

const executive = (level: string, more = ''): string => `---\ntype: executive\ncommitment: ${level}\nassessed: 2026-01-10\n${more}---\n`;

export const ambitionGap: Rule = {
  id: 'ambition-gap',
  severity: 'warning',
  summary: 'Open work that sets out to do more than the recorded commitment carries.',
  why: 'Ambition must match commitment; work stalls where it crosses units, and not everyone should transform. There are two ways out, and both are valid: raise the commitment, or cut the ambition or the number of units. A hint for work within one unit and for ideas. Which ambition needs which level is ours: local, the unit’s head a toe-dipper; unit, a supporter; cross-unit, the sponsor a supporter and no head below toe-dipper; enterprise, the CEO an advocate and half of the heads supporters. Where a level is not assessed nothing is told.',
  source: 'S1; the minimums are OURS',
  examples: [
    { title: 'Carried', notes: { 'Ana.md': executive('toe-dipper', 'unit: Freight\n'), 'Board.md': '---\ntype: initiative\nstart: 2026-05\nambition: local\nunits: [Freight]\n---\n' } },
    { title: 'Across units, with a sponsor who dips a toe', notes: { 'Ana.md': executive('toe-dipper'), 'Record.md': '‹---›\ntype: initiative\nstart: 2026-05\nambition: cross-unit\nsponsor: ["[[Ana]]"]\n---\n' } },
    { title: 'Within one unit', notes: { 'Ana.md': executive('toe-dipper', 'unit: Freight\n'), 'Record.md': '‹---›\ntype: initiative\nstart: 2026-05\nambition: unit\nunits: [Freight]\n---\n' } },
    { title: 'Not assessed', notes: { 'Ana.md': '---\ntype: executive\n---\n', 'Record.md': '---\ntype: initiative\nstart: 2026-05\nambition: cross-unit\nsponsor: ["[[Ana]]"]\n---\n' } },
    { title: 'Done', notes: { 'Ana.md': executive('passive'), 'Record.md': '---\ntype: initiative\nstatus: done\nstart: 2026-01\nend: 2026-03\nambition: cross-unit\nsponsor: ["[[Ana]]"]\n---\n' } },
  ],
  checkPlaybook(playbook, { today, notes }): readonly PlaybookFinding[] {
    const record = commitmentRecordOf(playbook, today);
    const { levelLabels } = notes.settings;
    const findings: PlaybookFinding[] = [];
    for (const work of playbook.initiatives) {
      if (work.ambition === undefined || !isOpen(work)) continue;
      const finding = findGap(work, work.ambition, record, levelLabels);
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  },
};

type LevelLabels = PlaybookSettings['levelLabels'];

/** What was found of an item, and all that it rests on beside the item itself: notes are replaced, never changed. */
interface KnownGap extends Parties {
  /** Of enterprise work only. */
  readonly ceo: Executive | undefined;
  readonly today: CalendarDate;
  readonly levelLabels: LevelLabels;
  readonly finding: PlaybookFinding | undefined;
}

/** A change of one note leaves what was found of nearly all work as it is. */
const KNOWN_GAPS = new WeakMap<Initiative, KnownGap>();

function findGap(work: Initiative, ambition: Ambition, record: CommitmentRecord, levelLabels: LevelLabels): PlaybookFinding | undefined {
  const { today } = record;
  // Nobody else asks for the CEO, and no smaller scope does.
  const ceo = ambition === 'enterprise' ? record.ceo : undefined;
  const { sponsors, heads } = record.parties(work);
  const known = KNOWN_GAPS.get(work);
  // Enterprise work that names no head rests on all heads of the vault.
  const restsOnOthers = ambition === 'enterprise' && heads.every((head) => head === undefined);
  if (known?.ceo === ceo && known?.today === today && known.levelLabels === levelLabels && !restsOnOthers && isSame(known.sponsors, sponsors) && isSame(known.heads, heads)) return known.finding;
  const spans = assessDaysLeft(work, record, DEFAULT_AMBITION_RULE);
  const short = spans.find(({ state }) => state === 'short');
  const finding = short === undefined ? undefined : ambitionFinding(work, ambition, { short, isLater: short !== spans[0] }, record, levelWords(levelLabels));
  KNOWN_GAPS.set(work, { sponsors, heads, ceo, today, levelLabels, finding });
  return finding;
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** Days on which the work is short; later than the first of those that are left, when it is not short on those before. */
interface ShortDays {
  readonly short: ReadinessSpan;
  readonly isLater: boolean;
}

function ambitionFinding(work: Initiative, ambition: Ambition, { short: { fromDay, shortfalls }, isLater }: ShortDays, record: CommitmentRecord, words: LevelWords): PlaybookFinding {
  const known = worstFirst(shortfalls.filter(({ level }) => level !== undefined));
  const from = isLater ? ` from ${fromEpochDay(fromDay)} on` : '';
  const who = listedLong(known.map((shortfall) => shortfallInWords(shortfall, ambition, words)), MAX_PEOPLE);
  const isLight = work.status === 'idea' || !ACROSS_UNITS.includes(ambition);
  return {
    path: work.path,
    ...NOTE_START,
    wholeNote: true,
    ...(isLight ? { severity: 'info' } : {}),
    message: `Ambition "${ambition}" asks for more commitment than is recorded in this vault${from}: ${who}. Raise the commitment, or cut the ambition or the number of units${scopeInWords(work, record)}.`,
    related: known.slice(0, MAX_PEOPLE).map(({ executive: person, level }): FindingPlace => ({
      path: person.path,
      ...levelLine(person, record.today),
      message: `${shortName(person)}: ${level === undefined ? 'not assessed' : words(level)}.`,
    })),
  };
}

const PART: Readonly<Record<Shortfall['part'], string>> = { ceo: 'CEO', head: 'head of a unit', sponsor: 'sponsor' };

function shortfallInWords({ executive: person, part, level, minimum }: Shortfall, ambition: Ambition, words: LevelWords): string {
  const asked = ambition === 'enterprise' && part === 'head' ? `half of the heads are needed at ${words(minimum)}` : `as ${PART[part]}, ${words(minimum)} is needed`;
  return `${shortName(person)} is at ${level === undefined ? 'no level' : words(level)} (${asked})`;
}

/** What the work could shrink to, as the end of a sentence; empty when nothing smaller is carried. */
function scopeInWords(work: Initiative, record: CommitmentRecord): string {
  const scope = findSmallerScope(work, record, DEFAULT_AMBITION_RULE);
  if (scope === undefined) return '';
  const without = scope.withoutUnits.length === 0 ? '' : ` without ${listed(scope.withoutUnits.map((title) => shortName({ title })))}`;
  return `: as things stand, "${scope.ambition}"${without} would be carried`;
}

/** Fewer items of open work say nothing about a plan. OURS. */
const PLAN_SIZE = 3;

const local = (more = ''): string => `---\ntype: initiative\nstatus: active\nambition: local\n${more}---\n`;

export const onlyIncremental: Rule = {
  id: 'only-incremental',
  severity: 'info',
  summary: 'All open work is local: improvements, and no change of how business is done.',
  why: 'Incremental improvement is fine, but it does not change how the organisation does business. A hint only, told of a plan of three items or more that all say how far they reach; that number is ours. Where commitment is low, small may be right.',
  source: 'S3; the number of items is OURS',
  examples: [
    { title: 'One item reaches further', notes: { 'J.md': '---\ntype: journey\n---\n', 'A.md': local(), 'B.md': local(), 'C.md': '---\ntype: initiative\nambition: cross-unit\n---\n' } },
    { title: 'All local', notes: { 'J.md': '‹---›\ntype: journey\n---\n', 'A.md': local(), 'B.md': local(), 'C.md': local() } },
    { title: 'Too few to say', notes: { 'J.md': '---\ntype: journey\n---\n', 'A.md': local(), 'B.md': local() } },
    { title: 'Larger work is done', notes: { 'J.md': '---\ntype: journey\n---\n', 'A.md': local(), 'B.md': local(), 'C.md': local(), 'D.md': '---\ntype: initiative\nstatus: done\nambition: enterprise\n---\n' } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    const { journey } = playbook;
    if (journey === undefined) return [];
    let open = 0;
    for (const { kind, ambition, status } of playbook.initiatives) {
      if (kind === 'milestone' || status === 'dropped') continue;
      if (ambition !== 'local') return [];
      if (status !== 'done') open++;
    }
    if (open < PLAN_SIZE) return [];
    return [{ path: journey.path, ...NOTE_START, wholeNote: true, message: `All open work of this vault is local: ${countOf(open, 'item')}. Incremental improvement is fine; if the journey is to change how business is done, plan one step that reaches further.` }];
  },
};
