/** What pilots and cases are measured by, and tell. */
import { readListItems } from '../../markdown/list-items.js';
import type { TextRange } from '../../markdown/text-range.js';
import { isCostMetric } from '../../notes/cost-words.js';
import { findSections } from '../../notes/named-section.js';
import type { NoteContext } from '../../notes/playbook-settings.js';
import type { NoteText } from '../../notes/read-note.js';
import { isProven, isUnstarted, lacksOfCase } from '../../playbook/proof.js';
import { NO_FINDINGS, NOTE_START, type Finding, type Rule } from '../rule.js';

export const twoMetrics: Rule = {
  id: 'two-metrics',
  severity: 'info',
  summary: 'A pilot with a result records only one of customers and employees.',
  why: 'Results on loyalty and on engagement together ease support; employee commitment is what delivers. Record both on a pilot, also where the second one did not move.',
  source: 'S3, S4',
  examples: [
    { title: 'Both', notes: { 'Purse.md': '---\ntype: pilot\nmetric: NPS\nresult: 17\nemployee_metric: I can put it right, %\nemployee_result: 71\n---\n' } },
    { title: 'Customers only', notes: { 'Purse.md': '---\ntype: pilot\nmetric: NPS\nresult: ‹17›\n---\n' } },
    { title: 'Employees only', notes: { 'Purse.md': '---\ntype: pilot\nemployee_metric: I can put it right, %\nemployee_result: ‹71›\n---\n' } },
    { title: 'No result yet', notes: { 'Purse.md': '---\ntype: pilot\nmetric: NPS\n---\n' } },
  ],
  kinds: ['pilot'],
  checkNote({ parsed: { note }, source }): readonly Finding[] {
    if (note?.kind !== 'pilot' || note.proof === undefined || source === undefined || !isProven(note.proof)) return NO_FINDINGS;
    const { result, employeeResult } = note.proof;
    if (result !== undefined && employeeResult !== undefined) return NO_FINDINGS;
    const isOfCustomers = result !== undefined;
    const message = isOfCustomers
      ? 'A result is recorded for customers and none for employees. Add "employee_metric" and "employee_result".'
      : 'A result is recorded for employees and none for customers. Add "metric", "baseline" and "result".';
    return [{ ...placeOf(source, isOfCustomers ? 'result' : 'employee_result'), wholeNote: true, message }];
  },
};

export const numberAndStory: Rule = {
  id: 'number-and-story',
  severity: 'info',
  summary: 'A business case lacks a number or a story.',
  why: 'A case with numbers and anecdotes keeps believers on course: the number for the budget, the story for everybody who was not in the room. A number is one of "baseline", "result" and "employee_result", or any figure in the text; a story is a section of that name, or somebody’s own words. A case that is still blank is left alone.',
  source: 'S1',
  examples: [
    { title: 'Both', notes: { 'Case.md': '---\ntype: case\nbaseline: 9.2\n---\n## The story\nKirsi missed an appointment that took weeks to come back.\n' } },
    { title: 'No story', notes: { 'Case.md': '‹---›\ntype: case\nbaseline: 9.2\n---\nCustomers lost after a cancellation.\n' } },
    { title: 'No number', notes: { 'Case.md': '‹---›\ntype: case\n---\n## The story\nKirsi missed an appointment.\n' } },
    { title: 'Still blank', notes: { 'Case.md': '---\ntype: case\n---\n## The number\n\n## The story\n' } },
    { title: 'The number stands in the text', notes: { 'Case.md': '---\ntype: case\n---\nA missed sailing costs 53,700.\n## The story\nKirsi missed an appointment.\n' } },
  ],
  kinds: ['case'],
  checkNote({ parsed: { note } }): readonly Finding[] {
    if (note?.kind !== 'case' || isUnstarted(note)) return NO_FINDINGS;
    const lacking = lacksOfCase(note);
    if (lacking.length === 0) return NO_FINDINGS;
    return [{ ...NOTE_START, wholeNote: true, message: `No ${lacking.join(' and no ')} is recorded in this case. Give it both: a figure, and one customer whom people remember, under "The story".` }];
  },
};

export const costOnlyInitiative: Rule = {
  id: 'cost-only-initiative',
  severity: 'warning',
  summary: 'An initiative or pilot whose only metric is cost.',
  why: 'Customer experience as a veneer on cost cutting is seen through by customers and by employees. Say what customers and employees get out of it, too. A pilot is judged by "metric" and "employee_metric"; an initiative by the list under a heading such as "Metrics" or "How we measure". The words that speak of cost are ours; cx-playbook.yml adds more with "cost_words".',
  source: 'S1; the words are OURS',
  examples: [
    { title: 'Measured by what customers say', notes: { 'Purse.md': '---\ntype: pilot\nmetric: NPS of disrupted guests\n---\n' } },
    { title: 'Cost alone', notes: { 'Purse.md': '---\ntype: pilot\nmetric: ‹"Cost per contact, EUR"›\n---\n' } },
    { title: 'Cost, and employees', notes: { 'Purse.md': '---\ntype: pilot\nmetric: Cost per contact\nemployee_metric: Would work the storm shift again, %\n---\n' } },
    { title: 'What bad service costs', notes: { 'Purse.md': '---\ntype: pilot\nmetric: Cost of complaints\n---\n' } },
    { title: 'An initiative that counts savings only', notes: { 'Bots.md': '---\ntype: initiative\n---\n## ‹How we measure›\n- Headcount on the phones\n- Savings per month\n' } },
    { title: 'A word of the vault', notes: { 'Quay.md': '---\ntype: pilot\nmetric: ‹Berth fees›\n---\n' }, config: 'cost_words: [berth fees]\n' },
  ],
  kinds: ['initiative', 'pilot'],
  checkNote({ parsed: { note }, source }, { notes }): readonly Finding[] {
    if (source === undefined) return NO_FINDINGS;
    const { costWords } = notes.settings;
    if (note?.kind === 'initiative') return costOnlySections(source, notes);
    if (note?.kind !== 'pilot' || note.proof?.metric === undefined || note.proof.employeeMetric !== undefined || !isCostMetric(note.proof.metric, costWords)) return NO_FINDINGS;
    return [{ ...placeOf(source, 'metric'), wholeNote: true, message: 'The only metric recorded here speaks of cost. Add what customers or employees get out of it: another "metric", or an "employee_metric".' }];
  },
};

const METRICS: ReadonlySet<string> = new Set(['metrics', 'metric', 'measures', 'measurement', 'kpis', 'kpi', 'how we measure', 'how we measure it', 'how we will know', 'kennzahlen', 'messgroßen', 'mesures', 'indicateurs', 'metricas', 'indicadores']);

/** Sections that name metrics, each in a list, and every one of them cost. */
function costOnlySections({ text, outline }: NoteText, { headings, settings: { costWords } }: NoteContext): readonly Finding[] {
  const found = findSections(text, outline, METRICS, headings);
  if (found.length === 0) return NO_FINDINGS;
  const itemsOf = found.map(({ section }) => readListItems(text, { from: section.contentFrom, to: section.contentTo }).map(({ textFrom, textTo }) => text.slice(textFrom, textTo)));
  if (itemsOf.some((items) => items.length === 0 || items.some((item) => !isCostMetric(item, costWords)))) return NO_FINDINGS;
  return found.slice(0, 1).map(({ section: { heading } }) => ({
    from: heading.textFrom,
    to: heading.textTo,
    wholeNote: true,
    message: 'All metrics under this heading speak of cost. Add what customers or employees get out of it.',
  }));
}

/** The value of a property; the start of the note where it does not stand there. */
export function placeOf({ frontmatter }: NoteText, name: string): TextRange {
  const property = frontmatter.get(name);
  return property === undefined ? NOTE_START : { from: property.valueFrom, to: property.valueTo };
}
