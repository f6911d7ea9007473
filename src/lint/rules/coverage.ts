/** What nobody covers: competencies without a leader or work, and units that are not told what is in it for them. */
import { COMPETENCY_LABEL, type Competency } from '../../playbook/competency.js';
import { assessCompetencyCoverage, carriesCompetencies, findUncovered } from '../../playbook/competency-coverage.js';
import type { Initiative } from '../../playbook/note.js';
import { unitKey } from '../../playbook/readiness.js';
import { isOpen } from '../../playbook/short-work.js';
import { listed, shortName } from '../../playbook/step-words.js';
import { NOTE_START, type PlaybookFinding, type Rule } from '../rule.js';

/** Fewer leaders and items of work cover little, which says nothing yet. OURS. */
const ENOUGH_NOTES = 3;

const leader = (...competencies: readonly Competency[]): string => `---\ntype: executive\ncompetencies: [${competencies.join(', ')}]\n---\n`;
const LEADERS = { 'Ana.md': leader('purposeful-leadership'), 'Ben.md': leader('compelling-brand-values', 'customer-connectedness'), 'Chi.md': leader() };

export const competencyCoverage: Rule = {
  id: 'competency-coverage',
  severity: 'info',
  summary: 'A competency that no executive and no open initiative or pilot carries.',
  why: 'A customer-centred organisation masters four competencies, and its executives are to learn all four: purposeful leadership, compelling brand values, employee engagement, customer connectedness. Told once, at the journey, from three executives or three items of open work on (that number is ours), and only in a vault that records competencies at all.',
  source: 'S1; the number of notes is OURS',
  examples: [
    { title: 'All four', notes: { 'Journey.md': '---\ntype: journey\n---\n', ...LEADERS, 'Circles.md': '---\ntype: initiative\nstatus: active\ncompetencies: [employee-engagement]\n---\n' } },
    { title: 'One is missing', notes: { 'Journey.md': '‹---›\ntype: journey\n---\n', ...LEADERS } },
    { title: 'Work that is done carries it no more', notes: { 'Journey.md': '‹---›\ntype: journey\n---\n', ...LEADERS, 'Circles.md': '---\ntype: initiative\nstatus: done\ncompetencies: [employee-engagement]\n---\n' } },
    { title: 'Too few notes to say', notes: { 'Journey.md': '---\ntype: journey\n---\n', 'Ana.md': leader('purposeful-leadership') } },
    { title: 'A vault that records none', notes: { 'Journey.md': '---\ntype: journey\n---\n', 'Ana.md': leader(), 'Ben.md': leader(), 'Chi.md': leader() } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    const { journey, executives } = playbook;
    if (journey === undefined) return [];
    if (executives.length < ENOUGH_NOTES && playbook.initiatives.filter(carriesCompetencies).length < ENOUGH_NOTES) return [];
    const missing = findUncovered(assessCompetencyCoverage(playbook));
    if (missing.length === 0) return [];
    const names = listed(missing.map((competency) => `"${COMPETENCY_LABEL[competency]}"`), missing.length);
    return [{ path: journey.path, ...NOTE_START, wholeNote: true, message: `No executive and no open initiative or pilot of this vault carries ${names}. Decide who is to learn and show it, and add it to "competencies" there.` }];
  },
};

const ACROSS = 'type: initiative\nstatus: active\nphase: broaden\nunits: [Crossings, Freight]\n';

export const unitBenefit: Rule = {
  id: 'unit-benefit',
  severity: 'info',
  summary: 'Work across units does not say what is in it for each of them.',
  why: 'Improvements cross silos, and nobody can force a unit: people cooperate when they see their own benefit. Say it per unit, under "What’s in it". Asked of initiatives and pilots of the phases prove-value and broaden that take part in two units or more and are planned or under way. Where none of three or more says it, that is told once, at the journey.',
  source: 'S3',
  examples: [
    { title: 'Each unit has a line', notes: { 'Record.md': `---\n${ACROSS}---\n## What’s in it\n- Crossings: no story is told twice\n- Freight: hauliers are known by name\n` } },
    { title: 'No unit has one', notes: { 'Record.md': `‹---›\n${ACROSS}---\n` } },
    { title: 'One is left out', notes: { 'Record.md': `‹---›\n${ACROSS}---\n## What’s in it\n- Crossings: no story is told twice\n` } },
    { title: 'A line for a part of a unit', notes: { 'Record.md': `---\n${ACROSS}---\n## What’s in it\n- Crossings, night boat: no story is told twice\n- Freight desk: hauliers are known by name\n` } },
    { title: 'One unit alone', notes: { 'Record.md': '---\ntype: initiative\nstatus: active\nphase: broaden\nunits: [Freight]\n---\n' } },
    { title: 'A milestone is a day', notes: { 'Record.md': `---\n${ACROSS.replace('initiative', 'milestone')}---\n` } },
    { title: 'Still an idea', notes: { 'Record.md': `---\n${ACROSS.replace('active', 'idea')}---\n` } },
    { title: 'No work says it', notes: { 'Journey.md': '‹---›\ntype: journey\n---\n', 'A.md': `---\n${ACROSS}---\n`, 'B.md': `---\n${ACROSS}---\n`, 'C.md': `---\n${ACROSS}---\n` } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    const work = playbook.initiatives.filter(isJudged);
    if (playbook.journey !== undefined && work.length >= ENOUGH_NOTES && work.every(({ benefits }) => benefits.length === 0)) {
      return [{ path: playbook.journey.path, ...NOTE_START, wholeNote: true, message: 'No work of this vault across units says what is in it for any of them. Add a line per unit under "What’s in it", beginning with the work that needs them most.' }];
    }
    return work.flatMap(tellUntold);
  },
};

function tellUntold({ path, benefits, units }: Initiative): readonly PlaybookFinding[] {
  const told = new Set(benefits.flatMap((unit) => beginningsOf(unitKey(unit))));
  const named = new Map(units.map((unit) => [unitKey(unit), unit]));
  const untold = [...named].filter(([key]) => !told.has(key)).map(([, title]) => shortName({ title }));
  if (named.size < 2 || untold.length === 0) return [];
  const who = untold.length === named.size ? 'any of its units' : listed(untold);
  return [{ path, ...NOTE_START, wholeNote: true, message: `This work does not say what is in it for ${who}. Add a line per unit under "What’s in it".` }];
}

/** So many words of a label are compared with a unit's name. */
const LONGEST_NAME_WORDS = 6;

/** "freight", "freight desk": a line for a part of a unit speaks to the unit. */
function beginningsOf(label: string): readonly string[] {
  const words = label.split(/[\s,;]+/u).slice(0, LONGEST_NAME_WORDS);
  return [label, ...words.map((_, index) => words.slice(0, index + 1).join(' '))];
}

function isJudged(item: Initiative): boolean {
  return item.kind !== 'milestone' && new Set(item.units.map(unitKey)).size > 1 && (item.phase === 'prove-value' || item.phase === 'broaden') && item.status !== 'idea' && isOpen(item);
}
