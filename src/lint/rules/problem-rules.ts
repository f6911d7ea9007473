/** Rules over what the readers already found: one rule per code of problem. */
import type { ProblemCode } from '../../notes/note-problem.js';
import type { Rule } from '../rule.js';

type Meta = Omit<Rule, 'id' | 'problems' | 'checkNote' | 'checkLinks' | 'checkPlaybook'>;

function problemRule(id: ProblemCode, meta: Meta): Rule {
  return { id, problems: id, ...meta };
}

export const validFrontmatter = problemRule('valid-frontmatter', {
  severity: 'error',
  summary: 'Frontmatter must be readable YAML.',
  why: 'What cannot be read is not in the playbook: the note drops out of the roadmap and of every count. Frontmatter that would run as code (`---js`) is refused and never run. Invalid YAML and a property that stands twice, as merges leave them, are told here too: there are no rules of teams for them.',
  source: 'OURS',
  examples: [
    { title: 'Properties, one a line', notes: { 'Ana.md': '---\ntype: executive\ncommitment: supporter\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n' } },
    { title: 'The same property twice', notes: { 'Ana.md': '---\ntype: executive\nrole: CEO\n‹role›: CFO\n---\n## Why\nx\n## Model\nx\n## Reinforce\nx\n' } },
    { title: 'A block that would run as code', notes: { 'Ana.md': '‹---js›\n{ type: "executive" }\n---\n' } },
  ],
});

export const knownKind = problemRule('known-kind', {
  severity: 'warning',
  summary: 'A note’s kind must be one the playbook knows.',
  why: 'A note of an unknown kind is not read. Only kinds that look like a slip of the keyboard, or that stand in a mapped folder, are reported: other values are your own business.',
  source: 'OURS',
  examples: [
    { title: 'A kind of the playbook', notes: { 'What a missed sailing costs.md': '---\ntype: case\n---\n' } },
    { title: 'A slip', notes: { 'Ana.md': '---\ntype: ‹excutive›\n---\n' }, after: { 'Ana.md': '---\ntype: executive\n---\n' } },
    { title: 'A kind of another plugin', notes: { 'Dune.md': '---\ntype: book\n---\n' } },
  ],
});

export const knownProperty = problemRule('known-property', {
  severity: 'warning',
  summary: 'A property that is nearly a known one is reported.',
  why: 'A misspelt property is silently ignored by everything that reads the note. Properties of your own are left alone.',
  source: 'OURS',
  examples: [
    { title: 'Own properties are fine', notes: { 'Pilot.md': '---\ntype: pilot\nbudget_code: 4711\n---\n' } },
    { title: 'A slip', notes: { 'Pilot.md': '---\ntype: pilot\n‹sponsers›: []\n---\n' }, after: { 'Pilot.md': '---\ntype: pilot\nsponsor: []\n---\n' } },
    { title: 'A property of another kind', notes: { 'Pilot.md': '---\ntype: pilot\n‹influence›: 3\n---\n' } },
  ],
});

export const knownValue = problemRule('known-value', {
  severity: 'warning',
  summary: 'A property’s value must be of its type and, where there is a list, on it.',
  why: 'A value that cannot be read counts as absent.',
  source: 'OURS',
  examples: [
    { title: 'Dates as people plan', notes: { 'Pilot.md': '---\ntype: pilot\nstart: 2027-Q1\nend: 2027\nstatus: planned\n---\n' } },
    { title: 'A status that is not on the list', notes: { 'Pilot.md': '---\ntype: pilot\nstatus: ‹actve›\n---\n' }, after: { 'Pilot.md': '---\ntype: pilot\nstatus: active\n---\n' } },
    { title: 'A day that does not exist', notes: { 'Pilot.md': '---\ntype: pilot\nstart: ‹2026-02-30›\n---\n' } },
    { title: 'Percent above 100', notes: { 'Pilot.md': '---\ntype: pilot\nprogress: ‹140›\n---\n' } },
    { title: 'A link without brackets', notes: { 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - ‹Ana Ruiz›\n---\n' }, after: { 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - "[[Ana Ruiz]]"\n---\n' } },
  ],
});

export const knownCommitment = problemRule('known-commitment', {
  severity: 'error',
  summary: 'A level of commitment must be one of the five.',
  why: 'The five levels are opposer, passive, toe-dipper, supporter and advocate. Any case, plural, space or underscore is understood; an empty value means not assessed.',
  source: 'S1',
  examples: [
    { title: 'Any spelling of a level', notes: { 'Ana.md': '---\ntype: executive\ncommitment: Toe Dipper\n---\n' } },
    { title: 'Not assessed', notes: { 'Ana.md': '---\ntype: executive\ncommitment:\n---\n' } },
    { title: 'A slip', notes: { 'Ana.md': '---\ntype: executive\ncommitment: ‹suporter›\n---\n' }, after: { 'Ana.md': '---\ntype: executive\ncommitment: supporter\n---\n' } },
    { title: 'No level', notes: { 'Ana.md': '---\ntype: executive\nneeded_commitment: ‹enthusiastic›\n---\n' } },
  ],
});

export const knownCompetency = problemRule('known-competency', {
  severity: 'warning',
  summary: 'A competency must be one of the four.',
  why: 'The four competencies are purposeful leadership, compelling brand values, employee engagement and customer connectedness. The roadmap’s lanes and the coverage of competencies count by them.',
  source: 'S1',
  examples: [
    { title: 'One of the four', notes: { 'Pilot.md': '---\ntype: pilot\ncompetencies: [employee-engagement]\n---\n' } },
    { title: 'A slip', notes: { 'Pilot.md': '---\ntype: pilot\ncompetencies: [‹employee-engagment›]\n---\n' }, after: { 'Pilot.md': '---\ntype: pilot\ncompetencies: [employee-engagement]\n---\n' } },
  ],
});

export const datedItem = problemRule('dated-item', {
  severity: 'warning',
  summary: 'Items of dated lists must start with a day, and say what their list is about.',
  why: 'Commitment shows over time. An assessment without a day or level is missing from the commitment track; evidence without a day cannot be counted, and what was done without a category cannot be told from what was said. A promise of a customer room is followed up by its day, and a result counts as told from the day on which it was told.',
  source: 'S1, S4',
  examples: [
    {
      title: 'Dated items',
      notes: {
        'Ana.md': '---\ntype: executive\n---\n## Evidence\n### Did\n- 2026-02-11 Moved 40,000 to storm texts #money\n## Assessments\n- 2026-03-04 toe-dipper — funds pilots only when asked\n',
      },
    },
    {
      title: 'Items that lack something',
      notes: {
        'Ana.md': '---\ntype: executive\n---\n## Evidence\n### Did\n- ‹In spring, moved 40,000 to storm texts #money›\n- ‹2026-02-11 Spent a day at the terminal›\n## Assessments\n- ‹2026-03-04 enthusiastic›\n',
      },
    },
    {
      title: 'A promise without a day',
      notes: { 'Room.md': '---\ntype: room\n---\n## Commitments made\n| Who | What | By | Kept |\n| --- | --- | --- | --- |\n| Ana | release the money | ‹end of May› | |\n| Ben | a day at the desk | 2026-07-01 | yes |\n' },
    },
  ],
});
