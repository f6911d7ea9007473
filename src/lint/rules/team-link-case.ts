/** Links that find their note only because large and small letters are taken for the same. */
import type { PropertyLink } from '../../notes/read-note.js';
import { NO_FINDINGS, type Finding, type ResolvedLink, type Rule } from '../rule.js';

const ANA = '---\ntype: executive\naliases: [The boss]\n---\n';

export const linkCaseMismatch: Rule = {
  id: 'team/link-case-mismatch',
  severity: 'warning',
  summary: 'In a vault in git, a link in a property must be written as the note that it leads to is called.',
  why: 'The app takes Ana and ana for the same. A website made of the vault, a link followed on a hosted repository and most programs on Linux do not: there the link leads nowhere. The fix writes the name as the file has it and leaves heading and shown text as they are.',
  source: 'OURS',
  examples: [
    { title: 'As the file is called, and by an alias', notes: { 'People/Ana.md': ANA, 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - "[[Ana]]"\n  - "[[People/Ana#Why]]"\n  - "[[the boss]]"\n---\n' }, repository: {} },
    {
      title: 'In small letters',
      notes: { 'People/Ana.md': ANA, 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - ‹"[[ana#Why|our ana]]"›\n---\n' },
      repository: {},
      after: { 'Pilot.md': '---\ntype: pilot\nsponsor:\n  - "[[Ana#Why|our ana]]"\n---\n' },
    },
    { title: 'A folder in small letters', notes: { 'People/Ana.md': ANA, 'Pilot.md': "---\ntype: pilot\nsponsor: ‹'[[people/Ana]]'›\n---\n" }, repository: {} },
    { title: 'A vault in no repository', notes: { 'People/Ana.md': ANA, 'Pilot.md': '---\ntype: pilot\nsponsor: "[[ana]]"\n---\n' } },
  ],
  checkLinks(note, links, { repository }): readonly Finding[] {
    if (repository === undefined) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const [index, link] of links.entries()) {
      const written = link.targetPath === undefined ? undefined : asTheFileIsCalled(link.target, link.targetPath);
      if (written === undefined) continue;
      const at = targetFrom(link, note.links[index]);
      const fix = at === undefined ? {} : { fix: { title: `Write it as "${written}"`, edits: [{ from: at, to: at + link.target.length, insert: written }] } };
      findings.push({ from: link.from, to: link.to, message: `Link "${link.target}" in "${link.property}" leads to "${written}" only where large and small letters are the same. Write it as the file is called.`, ...fix });
    }
    return findings.length === 0 ? NO_FINDINGS : findings;
  },
};

/** The target in the letters of the path; undefined where it is so already, or leads there by an alias or in another way. */
function asTheFileIsCalled(target: string, path: string): string | undefined {
  for (const whole of [path, path.replace(/\.md$/i, '')]) {
    if (whole === target || whole.endsWith(`/${target}`)) return undefined;
  }
  for (const whole of [path, path.replace(/\.md$/i, '')]) {
    const steps = target.split('/').length;
    const end = whole.split('/').slice(-steps).join('/');
    if (fold(end) === fold(target)) return end;
  }
  return undefined;
}

/** Where the target stands in a link that is written in quotes, or without; undefined when it is written in yet another way. */
function targetFrom(link: ResolvedLink, written: PropertyLink | undefined): number | undefined {
  if (written?.from !== link.from) return undefined;
  const inner = link.target.length + (written.subpath === undefined ? 0 : written.subpath.length + 1) + (written.label === undefined ? 0 : written.label.length + 1);
  const length = link.to - link.from;
  if (length === inner + '"[[]]"'.length) return link.from + '"[['.length;
  return length === inner + '[[]]'.length ? link.from + '[['.length : undefined;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
