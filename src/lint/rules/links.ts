/** Links in properties lead somewhere, and to a note of the right kind. */
import { ANNOTATION_PROPERTIES, propertyDefinition } from '../../notes/schema.js';
import { leadsOutOfVault } from '../../playbook/link-index.js';
import { NO_FINDINGS, type Finding, type Rule } from '../rule.js';

const ANA = '---\ntype: executive\naliases: [The boss]\n---\n';

export const resolvedLink: Rule = {
  id: 'resolved-link',
  severity: 'warning',
  summary: 'A link in a property must lead to a note of the vault.',
  why: 'A dangling sponsor or dependency is missing from the roadmap, and nobody sees that it is. Links resolve as in Obsidian: by path, by file name, by alias.',
  source: 'OURS',
  examples: [
    { title: 'By name, path and alias', notes: { 'People/Ana.md': ANA, 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - "[[ana]]"\n  - "[[People/Ana#Why|Ana]]"\n  - "[[The boss]]"\n---\n' } },
    { title: 'A note that is not there', notes: { 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - ‹"[[Ana Ruiz]]"›\n---\n' } },
    { title: 'Out of the vault', notes: { 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - ‹"[[../../etc/passwd]]"›\n---\n' } },
  ],
  checkLinks({ path }, links): readonly Finding[] {
    if (links.every(({ targetPath }) => targetPath !== undefined)) return NO_FINDINGS;
    return links.filter(({ property, targetPath }) => targetPath === undefined && !ANNOTATION_PROPERTIES.has(property)).map(({ property, target, from, to }) => {
      const message = leadsOutOfVault(target, path)
        ? `Link "${target}" in "${property}" leads out of the vault and is not followed. Link to a note of this vault.`
        : `Link "${target}" in "${property}" leads to no note. Create the note, or correct the link.`;
      return { from, to, message };
    });
  },
};

export const linkKind: Rule = {
  id: 'link-kind',
  severity: 'warning',
  summary: 'A link in a property must lead to a note of the kind that the property is for.',
  why: 'A sponsor who is not an executive has no commitment to show, and work that depends on a person has no date to wait for.',
  source: 'OURS',
  examples: [
    { title: 'A sponsor who is an executive', notes: { 'Ana.md': ANA, 'Pilot.md': '---\ntype: pilot\nsponsor: ["[[Ana]]"]\n---\n' } },
    { title: 'A sponsor who is not', notes: { 'Steering group.md': 'Text', 'Pilot.md': '---\ntype: pilot\nsponsor: [‹"[[Steering group]]"›]\n---\n' } },
  ],
  checkLinks(_note, links): readonly Finding[] {
    const findings: Finding[] = [];
    for (const link of links) {
      const kinds = propertyDefinition(link.property)?.linkKinds;
      if (kinds === undefined || link.targetPath === undefined) continue;
      const note = link.targetNote;
      if (note !== undefined && kinds.includes(note.kind)) continue;
      const found = note === undefined ? 'a note without a kind' : `a note of kind "${note.kind}"`;
      findings.push({ from: link.from, to: link.to, message: `Link "${link.target}" in "${link.property}" leads to ${found}. Link to: ${kinds.join(', ')}.` });
    }
    return findings;
  },
};
