/** Whether a why gives a reason, a model a day, and a reinforce a rhythm, thanks or a measure. */
import { KINDS } from '../../notes/schema.js';
import type { NoteText } from '../../notes/read-note.js';
import type { PracticeSection } from '../../notes/read-practices.js';
import { NOTE_KINDS, type NoteKind } from '../../playbook/note.js';
import { PRACTICES, type Practice } from '../../playbook/practice.js';
import { NO_FINDINGS, type Finding, type Rule } from '../rule.js';
import { DEPTH_SIGNS, isKnownLanguage } from '../words/depth-words.js';
import { readWords } from '../words/words-of-text.js';

/** A shorter section is a note to oneself; a why of a dozen words may still be on its way to the reason. OURS. */
const FEWEST_WORDS: Readonly<Record<Practice, number>> = { why: 12, model: 4, reinforce: 4 };

const LACKS: Readonly<Record<Practice, string>> = {
  why: 'says what and how, and no reason that we can find. Say what happens to a customer, to colleagues or to the organisation if nothing changes.',
  model: 'names no day and no rhythm. Add one action of the leader’s own with its day, such as "2026-03-02 answered ten calls".',
  reinforce: 'names no rhythm, no thanks and no measure. Say what is looked at or celebrated, and how often.',
};

const NOTE = '---\ntype: initiative\n---\n';
const DEEP = {
  why: '## Why\nStranded guests wait 40 minutes, and one in ten does not come back.\n',
  model: '## Model\n- 2026-03-02 Ana answered ten calls herself.\n',
  reinforce: '## Reinforce\nThe waiting time is on the weekly board.\n',
};

export const practiceDepth: Rule = {
  id: 'practice-depth',
  severity: 'info',
  summary: 'A why should give a reason, a model a dated action, a reinforce a rhythm, thanks or a measure.',
  why: 'A why that only tells what and how persuades nobody; a model without a day is a wish; what nobody measures, thanks for or comes back to slides into what was before. The hint appears only where a section holds no sign at all of what it is for, and only in English, German, French and Spanish. A rhythm counts as a day ("every Thursday"). The model of a play is a pattern and needs none. The signs are OURS; docs/language-rules.md tells how often they are right.',
  source: 'S1; the signs are OURS',
  examples: [
    { title: 'All three are deep', notes: { 'Rebooking.md': NOTE + DEEP.why + DEEP.model + DEEP.reinforce } },
    { title: 'A why that only tells what and how', notes: { 'Rebooking.md': `${NOTE}‹## Why›\nWe will set up a portal in three steps. First it is configured, then the teams are trained, then the old one is switched off.\n${DEEP.model}${DEEP.reinforce}` } },
    { title: 'A model without a day', notes: { 'Rebooking.md': `${NOTE}${DEEP.why}‹## Model›\nLeaders are role models and listen to what the teams say.\n${DEEP.reinforce}` } },
    { title: 'A reinforce without rhythm, thanks or measure', notes: { 'Rebooking.md': `${NOTE}${DEEP.why}${DEEP.model}‹## Reinforce›\nWe stay on the ball and do not let go of it.\n` } },
    { title: 'The model of a play', notes: { 'Listen.md': '---\ntype: play\n---\n## Model\nLeaders sit beside an agent and listen to what the callers say.\n' } },
    { title: 'Other languages', notes: { 'Rebooking.md': `${NOTE}## Voorbeeldgedrag\nDe directie luistert en stelt goede vragen aan de ploeg.\n` } },
    { title: 'Switched off for a note', notes: { 'Rebooking.md': `${NOTE}%% cx-lint-disable practice-depth -- a sketch %%\n${DEEP.why}## Model\nLeaders are role models and listen to what the teams say.\n${DEEP.reinforce}` } },
  ],
  kinds: NOTE_KINDS.filter((kind) => KINDS[kind].practices),
  checkNote({ parsed, source }): readonly Finding[] {
    const sections = source?.practices?.sections;
    if (source === undefined || sections === undefined || parsed.note === undefined) return NO_FINDINGS;
    const shallow = PRACTICES.filter((practice) => isAsked(practice, parsed.note?.kind) && hasNoSign(practice, sections, source.text));
    return shallow.length === 0 ? NO_FINDINGS : tellShallow(shallow, sections, source);
  },
};

function isAsked(practice: Practice, kind: NoteKind | undefined): boolean {
  return practice !== 'model' || kind !== 'play';
}

/** Cheap: whether the practice has sections with text, and no sign anywhere in them. */
function hasNoSign(practice: Practice, sections: readonly PracticeSection[], text: string): boolean {
  let found = false;
  for (const section of sections) {
    if (section.practice !== practice || !section.hasContent) continue;
    const { marks, words } = DEPTH_SIGNS[practice];
    const content = text.slice(section.heading.to, section.sectionTo);
    if (marks.test(content) || words.test(content)) return false;
    found = true;
  }
  return found;
}

function tellShallow(shallow: readonly Practice[], sections: readonly PracticeSection[], { text }: NoteText): readonly Finding[] {
  return shallow.flatMap((practice): Finding[] => {
    const written = sections.filter((section) => section.practice === practice && section.hasContent);
    const [first] = written;
    // With the words of comments and links, which is near enough for counting.
    const words = written.flatMap(({ heading, sectionTo }) => readWords(text.slice(heading.to, sectionTo)));
    if (first === undefined || words.length < FEWEST_WORDS[practice] || !isKnownLanguage(words)) return [];
    const { from, to, textFrom, textTo } = first.heading;
    return [{ from, to, message: `Section "${text.slice(textFrom, textTo)}" ${LACKS[practice]}` }];
  });
}
