/** Nothing that is shared may tell of a coach's private notes. */
import type { PlaybookFinding, Rule } from '../rule.js';

const PRIVATE = '---\ntype: session\nvisibility: coach\n---\nNot ready for the board.\n';
const thread = (visibility: string): string =>
  `---\ntype: annotation\nformat: 1\nid: 7k3m9q2x\ntarget: "[[Ana]]"\nkind: risk\nvisibility: ${visibility}\nauthor: hal.quist\ncreated: 2026-03-02T09:00:00Z\n---\n`;

export const privateLeak: Rule = {
  id: 'private-leak',
  severity: 'error',
  summary: 'A shared note must not link to or embed a private one, and a private thread must not lie in the shared folder.',
  why: 'Private are the files in the folder _coach, and notes with “visibility: coach”. A link tells everybody that such a note is there and how it is called; an embed puts its text into what is exported. A property is no access control: keep private notes in _coach, outside the repository that is shared.',
  source: 'OURS',
  examples: [
    { title: 'Private notes link to what they like', notes: { 'Ana.md': '---\ntype: executive\n---\n', '_coach/Plan.md': 'About [[Ana]] and [[Session]].\n', 'Session.md': PRIVATE } },
    { title: 'A link in the text', notes: { '_coach/Plan.md': 'x', 'Ana.md': '---\ntype: executive\n---\nSee ‹[[Plan|what comes next]]›.\n' } },
    { title: 'An embed, and a Markdown link', notes: { 'Session.md': PRIVATE, '_coach/My plan.md': 'x', 'Ana.md': 'Said: ‹![[Session#Notes]]› as in ‹[the plan](_coach/My%20plan.md)›.\n' } },
    { title: 'A property', notes: { 'Session.md': PRIVATE, 'Pilot.md': '---\ntype: pilot\nnotes: "‹[[Session]]›"\n---\n' } },
    { title: 'A private thread in the shared folder', notes: { 'Ana.md': 'x', '_annotations/ana--7k3m9q2x.md': thread('‹coach›') } },
    { title: 'A thread for the client in the private folder', notes: { 'Ana.md': 'x', '_coach/annotations/ana--7k3m9q2x.md': thread('‹client›') } },
  ],
  problems: 'private-leak',
  checkPlaybook({ privateLinks }): readonly PlaybookFinding[] {
    return privateLinks.map(({ path, from, to, embed }) => ({
      path,
      from,
      to,
      message: embed
        ? 'This note is shared, and embeds a private one: whoever exports it hands out the private text. Remove the embed, or move what may be shared into a note of its own.'
        : 'This note is shared, and links to a private one: the link tells that it is there, and its name. Remove the link, or make this note private too.',
    }));
  },
};
