/** The people: one CEO, and mirror tags that agree with the recorded level. */
import { parseCommitmentLevel } from '../../playbook/commitment.js';
import { isCeo } from '../../playbook/readiness.js';
import { NO_FINDINGS, NOTE_START, type Finding, type PlaybookFinding, type Rule } from '../rule.js';

export const oneCeo: Rule = {
  id: 'one-ceo',
  severity: 'warning',
  summary: 'A playbook with executives must have exactly one CEO.',
  why: 'Commitment starts with the CEO, and the team then champions it down. An enterprise ambition is measured against the CEO’s level.',
  source: 'S4',
  examples: [
    { title: 'One CEO', notes: { 'Ana.md': '---\ntype: executive\nrole: CEO\n---\n', 'Ben.md': '---\ntype: executive\nrole: Chief of staff to the CEO\n---\n' } },
    { title: 'Two', notes: { 'Ana.md': '---\ntype: executive\nrole: CEO\n---\n', 'Ben.md': '‹---›\ntype: executive\nrole: Chief Executive Officer\n---\n' } },
    { title: 'None', notes: { 'Ben.md': '‹---›\ntype: executive\nrole: COO\n---\n' } },
  ],
  *checkPlaybook(playbook): Iterable<PlaybookFinding> {
    const [first] = playbook.executives;
    if (first === undefined) return;
    const [ceo, ...others] = playbook.executives.filter(isCeo);
    if (ceo === undefined) {
      yield { path: first.path, ...NOTE_START, severity: 'info', wholeNote: true, message: 'No executive has the role CEO. Add the CEO’s note, or write "CEO" in the role.' };
    }
    for (const other of others) {
      yield {
        path: other.path,
        ...NOTE_START,
        wholeNote: true,
        message: `"${other.title}" has the role CEO, and so has "${ceo?.title ?? ''}". Keep one, or correct the role.`,
        ...(ceo === undefined ? {} : { related: [{ path: ceo.path, ...NOTE_START, message: 'The other CEO.' }] }),
      };
    }
  },
};

export const tagAgrees: Rule = {
  id: 'tag-agrees',
  severity: 'warning',
  summary: 'A mirror tag must say the same level as the property.',
  why: 'Two places that disagree leave the reader to guess. The property is the record; the tag mirrors it for search and graph.',
  source: 'OURS',
  examples: [
    { title: 'The same level', notes: { 'Ana.md': '---\ntype: executive\ncommitment: supporter\ntags: [cx/supporter, board]\n---\n' } },
    { title: 'Another level', notes: { 'Ana.md': '---\ntype: executive\ncommitment: toe-dipper\ntags: [‹cx/passive›]\n---\n' }, after: { 'Ana.md': '---\ntype: executive\ncommitment: toe-dipper\ntags: [cx/toe-dipper]\n---\n' } },
  ],
  kinds: ['executive'],
  checkNote({ parsed, source }, { notes }): readonly Finding[] {
    const { note } = parsed;
    const tags = source?.frontmatter.get('tags');
    if (note?.kind !== 'executive' || tags === undefined) return NO_FINDINGS;
    const findings: Finding[] = [];
    const prefix = `${notes.settings.tagPrefix}/`;
    const items: readonly unknown[] = Array.isArray(tags.value) ? tags.value : [tags.value];
    for (const [index, item] of items.entries()) {
      if (typeof item !== 'string' || !item.replace(/^#/, '').startsWith(prefix)) continue;
      const level = parseCommitmentLevel(item.replace(/^#/, '').slice(prefix.length));
      if (level === undefined || level === note.commitment) continue;
      const range = tags.items[index] ?? { from: tags.valueFrom, to: tags.valueTo };
      const recorded = note.commitment === undefined ? 'no level is recorded' : `the recorded level is "${note.commitment}"`;
      findings.push({
        from: range.from,
        to: range.to,
        message: `Tag "${item}" says "${level}", but ${recorded}. Change the tag or the property.`,
        ...(note.commitment === undefined || item.includes(',') ? {} : { fix: { title: `Change the tag to "${prefix}${note.commitment}"`, edits: [{ from: range.from, to: range.to, insert: `${prefix}${note.commitment}` }] } }),
      });
    }
    return findings;
  },
};
