/** The three rules at the heart: a leader's note, an initiative and a play say why, model the change and reinforce it. */
import { practiceSkeletonEdit } from '../../notes/practice-skeleton.js';
import { PRACTICES, type Practice } from '../../playbook/practice.js';
import { KINDS } from '../../notes/schema.js';
import { NOTE_KINDS } from '../../playbook/note.js';
import { NO_FINDINGS, NOTE_START, type Finding, type Rule } from '../rule.js';

const PRACTICE_KINDS = NOTE_KINDS.filter((kind) => KINDS[kind].practices);

const SECTION: Readonly<Record<Practice, string>> = { why: 'Why', model: 'Model', reinforce: 'Reinforce' };

const ADVICE: Readonly<Record<Practice, string>> = {
  why: 'Say why the change matters to customers, employees and the organisation.',
  model: 'Say which behaviour leaders will show themselves.',
  reinforce: 'Say which cadence, recognition or measure keeps the change alive.',
};

const WHY: Readonly<Record<Practice, string>> = {
  why: 'People follow a change that they understand. Leaders who transform organisations communicate why, again and again, before what and how.',
  model: 'What leaders do is believed before what they say. Without behaviour of their own, a leader asks for a change that nobody sees.',
  reinforce: 'Organisations fall back to what they did before. Leaders reinforce the change continuously, against inertia.',
};

function practiceNote(parts: Readonly<Record<Practice, string | undefined>>, head = 'type: initiative'): string {
  const body = PRACTICES.flatMap((practice) => (parts[practice] === undefined ? [] : [`## ${SECTION[practice]}\n${parts[practice]}\n`]));
  return `---\n${head}\n---\n${body.join('\n')}`;
}

function requirePractice(practice: Practice): Rule {
  const full = { why: 'Stranded guests wait 40 minutes.', model: 'The COO rebooks ten guests a month.', reinforce: 'Waiting time is on the weekly board.' };
  const lacking = { ...full, [practice]: undefined };
  return {
    id: `require-${practice}`,
    severity: 'warning',
    summary: `Executives, initiatives and plays need a section "${SECTION[practice]}".`,
    why: `${WHY[practice]} Headings in other words and languages are understood; cx-playbook.yml can add more.`,
    source: 'S1',
    examples: [
      { title: 'All three sections', notes: { 'Rebooking.md': practiceNote(full) } },
      { title: `No section "${SECTION[practice]}"`, notes: { 'Rebooking.md': practiceNote(lacking).replace('---', '‹---›') } },
      { title: 'Kinds that need no sections', notes: { 'Case.md': practiceNote({ why: undefined, model: undefined, reinforce: undefined }, 'type: case') } },
    ],
    kinds: PRACTICE_KINDS,
    checkNote({ source }, { notes }): readonly Finding[] {
      const practices = source?.practices;
      if (source === undefined || practices === undefined || practices.sections.some((section) => section.practice === practice)) return NO_FINDINGS;
      const skeleton = practiceSkeletonEdit(source.text, source.outline, practices, practice, notes.headings);
      return [{
        ...NOTE_START,
        wholeNote: true,
        message: `Section "${SECTION[practice]}" is missing. ${ADVICE[practice]}`,
        ...(skeleton === undefined ? {} : { fix: { title: `Add a section "${SECTION[practice]}"`, edits: [skeleton] } }),
      }];
    },
  };
}

export const requireWhy = requirePractice('why');
export const requireModel = requirePractice('model');
export const requireReinforce = requirePractice('reinforce');

export const noEmptyPractice: Rule = {
  id: 'no-empty-practice',
  severity: 'warning',
  summary: 'A section for why, model or reinforce must say something.',
  why: 'A heading with nothing under it looks done and is not. Comments, placeholders, empty bullets, coach callouts and sub-headings alone do not count.',
  source: 'S1',
  examples: [
    { title: 'A section that says something', notes: { 'Rebooking.md': practiceNote({ why: 'x', model: 'x', reinforce: 'x' }) } },
    { title: 'Only a comment', notes: { 'Rebooking.md': practiceNote({ why: 'x', model: 'x', reinforce: '%% later %%' }).replace('## Reinforce', '‹## Reinforce›') } },
    { title: 'Text under a sub-heading counts', notes: { 'Rebooking.md': practiceNote({ why: '### For guests\nx', model: 'x', reinforce: 'x' }) } },
  ],
  kinds: PRACTICE_KINDS,
  checkNote({ source }): readonly Finding[] {
    const sections = source?.practices?.sections;
    if (source === undefined || sections === undefined || sections.every(({ hasContent }) => hasContent)) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const { practice, hasContent, heading } of sections) {
      if (hasContent || sections.some((other) => other.practice === practice && other.hasContent)) continue;
      const name = source.text.slice(heading.textFrom, heading.textTo);
      findings.push({ from: heading.from, to: heading.to, message: `Section "${name}" is empty. ${ADVICE[practice]}` });
    }
    return findings;
  },
};

const NEAR_MISS_ADVICE = {
  'other-words': (name: string) => `It is read as something else. If it is meant so, name it "${name}" or add the name to cx-playbook.yml.`,
  depth: () => 'Only headings of level 2 to 4 count. Change its level.',
  'in-container': () => 'Headings in quotes, callouts and lists do not count. Move it out.',
  'no-space': () => 'A heading needs a space after its #. Add one.',
  indented: () => 'A line indented by four spaces is code. Remove the indentation.',
  'multi-line': () => 'An underlined heading must be one line. Put it on one line.',
} as const;

export const nearMissHeading: Rule = {
  id: 'near-miss-heading',
  severity: 'info',
  summary: 'A heading that may be meant for why, model or reinforce, but is not read so.',
  why: '"Operating model" and "Why not" are other things, so names must match. This hint appears only while the section is missing.',
  source: 'OURS',
  examples: [
    { title: 'Other words', notes: { 'Rebooking.md': practiceNote({ why: 'x', model: 'x', reinforce: 'x' }).replace('## Model', '‹## Operating model›') } },
    { title: 'No space after the #', notes: { 'Rebooking.md': practiceNote({ why: 'x', model: 'x', reinforce: 'x' }).replace('## Why', '‹##Why›') } },
    { title: 'Nothing is missing', notes: { 'Rebooking.md': `${practiceNote({ why: 'x', model: 'x', reinforce: 'x' })}\n## Operating model\nx\n` } },
  ],
  kinds: PRACTICE_KINDS,
  checkNote({ source }): readonly Finding[] {
    const nearMisses = source?.practices?.nearMisses;
    if (nearMisses === undefined || nearMisses.length === 0) return NO_FINDINGS;
    return nearMisses.map(({ practice, heading, reason, from, to }) => {
      const name = SECTION[practice];
      return { from, to, message: `Heading "${heading}" is not read as "${name}". ${NEAR_MISS_ADVICE[reason](name)}` };
    });
  },
};
