/** Properties that a program writes whenever a note is opened or saved. */
import { bareName, saysWhenTouched } from '../../notes/touched-properties.js';
import { layersOf } from '../repository.js';
import { attributeOf, MERGE_DRIVER } from '../repository-files.js';
import { NO_FINDINGS, type Finding, type LintedNote, type Rule, type RuleContext } from '../rule.js';

/** When it was looked at, and how often: no merge can tell what is right. */
const OPENED = new Set(['lastopened', 'lastviewed', 'lastvisited', 'lastaccessed', 'lastread', 'openedat', 'viewedat', 'views', 'viewcount', 'viewscount', 'opens', 'opencount', 'visits', 'visitcount', 'editcount', 'wordcount', 'words', 'readingtime']);

export const volatileField: Rule = {
  id: 'team/volatile-field',
  severity: 'warning',
  summary: 'In a shared vault a note should have no property that is written with every save or look.',
  why: 'Two people who open or save a note write two values into one line: each merge conflicts, though neither changed what the note says. Git knows when a note was changed, and by whom. Dates of the last change are not reported where .gitattributes gives notes the merge driver, which takes the later one.',
  source: 'OURS',
  examples: [
    { title: 'A date that somebody wrote', notes: { 'Case.md': '---\ntype: case\nreviewed: 2026-03-01\n---\n' }, repository: {} },
    { title: 'A counter', notes: { 'Case.md': '---\ntype: case\n‹views›: 12\n---\n' }, repository: {} },
    { title: 'The last change', notes: { 'Case.md': '---\ntype: case\n‹updated›: 2026-03-01T10:00\n---\n' }, repository: {} },
    { title: 'The last change, with the merge driver', notes: { 'Case.md': '---\ntype: case\nupdated: 2026-03-01T10:00\n---\n' }, repository: { attributes: '*.md merge=cx-playbook\n' } },
    { title: 'A vault that nobody else has', notes: { 'Case.md': '---\ntype: case\nviews: 12\n---\n' }, repository: { isShared: false } },
  ],
  checkNote({ source }: LintedNote, { repository }: RuleContext): readonly Finding[] {
    if (source === undefined || repository?.isShared !== true) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const { name, keyFrom, keyTo } of source.frontmatter.properties) {
      // The merge driver takes the later of two days of the last change.
      if (!OPENED.has(bareName(name)) && (!saysWhenTouched(name) || attributeOf('Note.md', 'merge', layersOf(repository.attributes)).value === MERGE_DRIVER)) continue;
      findings.push({ from: keyFrom, to: keyTo, message: `Property "${name}" is written again with every save or look: two people who do so get a conflict. Remove it; git knows when the note was changed.` });
    }
    return findings.length === 0 ? NO_FINDINGS : findings;
  },
};
