/** A note of the sample vault as a merge left it: two coaches wrote into it in the same week. */
const CONFLICTED = '10 Executives/Tobias Rhee (CFO).md';

const between = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> origin/main\n`;

/** What git puts between markers, by the lines that it replaces in the note. */
const CHANGES: readonly (readonly [written: string, merged: string])[] = [
  ['commitment: supporter\nneeded_commitment: supporter\nassessed: 2026-10-06\n', between('commitment: toe-dipper\nneeded_commitment: supporter\nassessed: 2026-11-04\n', 'commitment: supporter\nneeded_commitment: advocate\nassessed: 2026-11-18\n')],
  ['  - purposeful-leadership\n  - customer-connectedness\n', `  - purposeful-leadership\n${between('  - employee-engagement\n', '  - customer-connectedness\n')}`],
  [
    'The quarterly finance review carries one page on broken promises and their price since Q2. Units see their own line. He has offered to add it to the bonus paper for 2027, not decided.\n',
    between(
      'The quarterly finance review carries one page on broken promises and their price since Q2. Units see their own line. He has offered to add it to the bonus paper for 2027, not decided.\n',
      'The monthly finance review carries one page on broken promises and their price. Units see their own line. It is in the bonus paper for 2027, decided on 12 November.\n',
    ),
  ],
  [
    '- 2026-10-06 supporter — by M. Devereux — after the budget round; nobody has seen him win over a colleague yet\n',
    `- 2026-10-06 supporter — by M. Devereux — after the budget round; nobody has seen him win over a colleague yet\n${between('- 2026-11-04 toe-dipper — by M. Devereux — asked for the case again before he would speak\n', '- 2026-11-18 supporter — by H. Quist — put the purse into the 2027 budget himself\n')}`,
  ],
];

/** Throws when the note no longer says what was merged. */
export function conflictedNote(files: Readonly<Record<string, string>>): { readonly path: string; readonly text: string } {
  let text = files[CONFLICTED] ?? '';
  for (const [written, merged] of CHANGES) {
    if (!text.includes(written)) throw new Error(`"${CONFLICTED}" does not hold: ${written}`);
    text = text.replace(written, () => merged);
  }
  return { path: CONFLICTED, text };
}
