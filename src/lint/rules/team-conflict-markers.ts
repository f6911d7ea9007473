/** A merge that nobody finished. The reader finds the markers (notes/read-conflicts.ts), so notes without a kind are looked at too. */
import type { Rule } from '../rule.js';

export const conflictMarkers: Rule = {
  id: 'team/conflict-markers',
  severity: 'error',
  summary: 'A note must not hold the markers that a merge leaves between two versions.',
  why: 'Whoever reads the note reads both versions, and properties between markers cannot be read at all: the note drops out of the roadmap and of every count. What valid-frontmatter would say of such properties is left out, as it goes with the markers. A whole conflict counts wherever it stands, since git writes it anywhere; a single marker is text in a code block. Threads of annotations are read from both sides: annotation-format tells of theirs.',
  source: 'OURS',
  examples: [
    { title: 'A marker in a code block is text', notes: { 'Git.md': 'What git leaves:\n\n```\n<<<<<<< ours\n```\n' } },
    { title: 'A rule under a heading', notes: { 'Ana.md': 'Ana\n=======\n' } },
    { title: 'In the text', notes: { 'Ana.md': 'Said:\n‹<<<<<<< HEAD›\nIn March.\n=======\nIn May.\n>>>>>>> side\n' } },
    { title: 'In the properties', notes: { 'Ana.md': '---\ntype: executive\n‹<<<<<<< HEAD›\ncommitment: supporter\n=======\ncommitment: advocate\n>>>>>>> side\n---\n' } },
    { title: 'A whole conflict in a code block', notes: { 'Git.md': '```\n‹<<<<<<< HEAD›\na\n=======\nb\n>>>>>>> side\n```\n' } },
    { title: 'A marker that was left over', notes: { 'Ana.md': 'In March.\n=======\nIn May.\n‹>>>>>>> side›\n' } },
  ],
  problems: 'team/conflict-markers',
};
