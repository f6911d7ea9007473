/** The resolver as a person works through it: by mouse, by keyboard, by fingers. */
import { beforeEach, describe, expect, test } from 'vitest';
import { readConflictChoices, type ConflictReading } from '../../src/history/conflict-choices.js';
import { resolveConflicts } from '../../src/history/conflict-result.js';
import type { ChosenWay } from '../../src/views/ConflictCard.js';
import { ConflictNotes } from '../../src/views/ConflictNotes.js';
import { ConflictResolver } from '../../src/views/ConflictResolver.js';
import { sideNames } from '../../src/views/conflict-sides.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, openPane, press, recordingHost, smallTargets, textOf } from './in-page.js';

const between = (ours: string, theirs: string, [mine, other] = ['HEAD', 'origin/main']): string => `<<<<<<< ${mine}\n${ours}=======\n${theirs}>>>>>>> ${other}\n`;

const ANA =
  `---\ntype: executive\n${between('commitment: toe-dipper\nassessed: 2026-03-01\nneeded_commitment: supporter\n', 'commitment: supporter\nassessed: 2026-04-02\nneeded_commitment: advocate\n')}` +
  `competencies:\n  - purposeful-leadership\n${between('  - employee-engagement\n', '  - customer-connectedness\n')}---\n# Ana Ruiz\n## Why\n${between('Trust pays.\n', 'Growth pays.\n')}` +
  `## Assessments\n${between('- 2026-03-01 toe-dipper\n', '- 2026-04-02 supporter\n')}`;

let written: string[];
let opened: (number | undefined)[];
let lists: number;

beforeEach(() => {
  written = [];
  opened = [];
  lists = 0;
});

interface Shown {
  readonly pane: HTMLElement;
  readonly reading: ConflictReading;
}

/** With nothing chosen, or with what is suggested. */
async function show(text: string, { pane = openPane(), isSuggested = false }: { readonly pane?: HTMLElement; readonly isSuggested?: boolean } = {}): Promise<Shown> {
  const reading = await readConflictChoices(text);
  const redraw = async (chosen: ReadonlyMap<string, ChosenWay>): Promise<void> => {
    const result = resolveConflicts(reading, new Map([...chosen].flatMap(([key, way]) => (way === 'hand' ? [] : [[key, way] as const]))));
    await draw(
      <ConflictResolver
        title="Ana Ruiz"
        reading={reading}
        chosen={chosen}
        result={result}
        labels={{ supporter: 'Backer' }}
        host={recordingHost()}
        onChoose={(next) => void redraw(next)}
        onWrite={() => written.push(result.text)}
        onOpen={(offset) => opened.push(offset)}
        onShowList={() => lists++}
      />,
      pane,
    );
  };
  await redraw(new Map(isSuggested ? reading.choices.flatMap(({ key, suggestion }) => (suggestion === undefined ? [] : [[key, suggestion.option] as const])) : []));
  return { pane, reading };
}

const cards = (pane: HTMLElement): readonly HTMLElement[] => [...pane.querySelectorAll<HTMLElement>('.cx-conflict')];
const titles = (pane: HTMLElement): readonly string[] => cards(pane).map((card) => textOf(card.querySelector('legend')));
const radio = (pane: HTMLElement, card: number, way: ChosenWay): HTMLInputElement => cards(pane)[card]!.querySelector<HTMLInputElement>(`input[value="${way}"]`)!;
const status = (pane: HTMLElement): string => textOf(pane.querySelector('[role="status"]'));
const writeButton = (pane: HTMLElement): HTMLButtonElement => pane.querySelector<HTMLButtonElement>('.mod-cta')!;
const sides = (pane: HTMLElement, card: number): readonly string[] => [...cards(pane)[card]!.querySelectorAll('.cx-conflict-side')].map(textOf);

describe('what is shown', () => {
  test('is one card per choice, in the words of the playbook', async () => {
    const { pane } = await show(ANA);
    expect(titles(pane)).toEqual(['Commitment level', 'Needed level', 'Competencies', 'Why', 'Assessments']);
    expect(sides(pane, 0)).toEqual(['Yours (HEAD)Toe-dipper assessed on 2026-03-01', 'Theirs (origin/main)Backer assessed on 2026-04-02']);
    expect(sides(pane, 1)).toEqual(['Yours (HEAD)Backer', 'Theirs (origin/main)Advocate']);
    expect(sides(pane, 2)[1]).toBe('Theirs (origin/main)Purposeful leadershipCustomer connectedness only here');
    expect([...cards(pane)[3]!.querySelectorAll('mark')].map(textOf)).toEqual(['Trust', 'Growth']);
  });

  test('says by which rule something is suggested', async () => {
    const { pane } = await show(ANA, { isSuggested: true });
    expect(textOf(cards(pane)[0]!.querySelector('.cx-note'))).toBe('Suggested: Theirs (origin/main), as its day is later.');
    expect(textOf(cards(pane)[4]!.querySelector('.cx-note'))).toBe('Suggested: Both, by day, as the lines are of different days, and none is lost.');
    expect([radio(pane, 0, 'theirs').checked, radio(pane, 4, 'both').checked, status(pane)]).toEqual([true, true, '2 of 5 chosen3 places keep their markers']);
  });

  test('says why a part cannot be compared', async () => {
    const { pane } = await show(`---\n${between('role: "CFO\n', 'role: MD\n')}---\n`);
    expect(titles(pane)).toEqual(['Properties that cannot be compared']);
    expect(textOf(cards(pane)[0]!.querySelector('.cx-note'))).toMatch(/^This part cannot be read as properties\. Choose a side whole, or edit it by hand\. Yours \(HEAD\): ./);
  });

  test('shows what was there before, where the markers do', async () => {
    const { pane } = await show('---\ntype: pilot\n<<<<<<< HEAD\nunits: [Rail]\n||||||| 1a2b3c4\nunits: [Sea]\n=======\nunits: [Sea, Yard]\n>>>>>>> main\n---\n');
    expect([sides(pane, 0)[0], textOf(pane.querySelector('.cx-conflict-before'))]).toEqual(['Yours (HEAD)Rail addedSea removed', 'Before: Sea']);
  });

  test('leads to lines that look like leftover markers', async () => {
    const { pane } = await show(`<<<<<<< HEAD\n# A\n${between('a\n', 'b\n')}`);
    expect(textOf(pane.querySelector('.cx-conflict-strays h3'))).toBe('One line looks like a leftover marker');
    await click(button(pane, 'Line 1'));
    expect(opened).toEqual([0]);
  });

  test('shows text of notes as text', async () => {
    const { pane } = await show(between('<img src=x onerror="alert(1)">\n', 'b\n'));
    expect([pane.querySelector('img'), sides(pane, 0)[0]]).toEqual([null, 'Yours (HEAD)<img src=x onerror="alert(1)">']);
  });

  test.each([
    ['a merge', 'HEAD', 'origin/main', 'Yours (HEAD)', 'Theirs (origin/main)', false],
    ['a pulled commit', 'HEAD', '0123456789abcdef0123456789abcdef01234567', 'Yours (HEAD)', 'Theirs (commit 01234567)', false],
    ['a rebase', 'HEAD', '1a2b3c4 (Set level of Ana)', 'Already there (HEAD)', 'Being applied (1a2b3c4 (Set level of Ana))', true],
    ['a rebase of an older git', 'HEAD', '1a2b3c4... Set level', 'Already there (HEAD)', 'Being applied (1a2b3c4... Set level)', true],
    ['a stash', 'Updated upstream', 'Stashed changes', 'In the branch (Updated upstream)', 'Put aside (Stashed changes)', false],
    ['anything else', 'ours', '', 'First version (ours)', 'Second version', false],
  ])('names the sides of %s by what the markers say', (_what, oursLabel, theirsLabel, ours, theirs, isApplied) => {
    expect(sideNames({ oursLabel, theirsLabel })).toEqual({ ours, theirs, isApplied });
  });

  test('says in a rebase which side is which', async () => {
    const { pane } = await show(between('a\n', 'b\n', ['HEAD', '1a2b3c4 (Set level)']));
    expect(textOf(pane.querySelector('p'))).toContain('the first side is what was there before it');
  });
});

describe('choosing', () => {
  test('counts what is chosen, and writes the bytes of the chosen sides', async () => {
    const { pane, reading } = await show(ANA);
    expect([status(pane), writeButton(pane).disabled]).toEqual(['0 of 5 chosen', true]);
    await click(radio(pane, 0, 'theirs'));
    await click(radio(pane, 1, 'ours'));
    expect(status(pane)).toBe('2 of 5 chosen3 places keep their markers');
    await click(radio(pane, 2, 'both'));
    await click(radio(pane, 3, 'both'));
    await click(radio(pane, 4, 'both'));
    expect(status(pane)).toBe('5 of 5 chosen');
    await click(writeButton(pane));
    expect(written).toEqual([
      '---\ntype: executive\ncommitment: supporter\nassessed: 2026-04-02\nneeded_commitment: supporter\ncompetencies:\n  - purposeful-leadership\n  - employee-engagement\n  - customer-connectedness\n---\n# Ana Ruiz\n' +
        '## Why\nTrust pays.\n\nGrowth pays.\n## Assessments\n- 2026-03-01 toe-dipper\n- 2026-04-02 supporter\n',
    ]);
    expect(reading.text).toBe(ANA);
  });

  test('takes all from one side at once', async () => {
    const { pane } = await show(ANA);
    await click(button(pane, 'Take all from Theirs (origin/main)'));
    expect([status(pane), cards(pane).every((_card, index) => radio(pane, index, 'theirs').checked)]).toEqual(['5 of 5 chosen', true]);
  });

  test('by hand leaves the markers, and leads to them', async () => {
    const { pane, reading } = await show(ANA);
    await click(radio(pane, 3, 'hand'));
    expect([status(pane), writeButton(pane).disabled]).toEqual(['1 of 5 chosen5 places keep their markers', true]);
    await click(button(pane, 'Open in editor'));
    expect(opened).toEqual([reading.choices[3]!.from]);
    expect(ANA.slice(opened[0]).startsWith('<<<<<<< HEAD\nTrust')).toBe(true);
  });

  test('leaves the markers of an example in code', async () => {
    const { pane } = await show(`\`\`\`\n${between('a\n', 'b\n')}\`\`\`\n`);
    await click(radio(pane, 0, 'leave'));
    expect([status(pane), writeButton(pane).disabled]).toEqual(['1 of 1 chosen', true]);
  });

  test('Enter goes on to the next choice that is open, and then to the end', async () => {
    const { pane } = await show(ANA, { isSuggested: true });
    radio(pane, 0, 'theirs').focus();
    await press(document.activeElement, 'Enter');
    expect(document.activeElement).toBe(radio(pane, 1, 'ours'));
    for (const card of [1, 2, 3]) {
      await click(radio(pane, card, 'ours'));
      radio(pane, card, 'ours').focus();
      await press(document.activeElement, 'Enter');
    }
    expect(document.activeElement).toBe(writeButton(pane));
  });

  test('leads to the note and to the other notes with conflicts', async () => {
    const { pane } = await show(ANA);
    await click(button(pane, 'Open note'));
    await click(button(pane, 'Notes with conflicts'));
    expect([opened, lists]).toEqual([[undefined], 1]);
  });
});

describe('for everybody', () => {
  test('radio buttons are named by their side and described by what it says', async () => {
    const { pane } = await show(ANA);
    const ours = radio(pane, 0, 'ours');
    const said = (attribute: string): string => textOf(document.getElementById(ours.getAttribute(attribute) ?? ''));
    expect([said('aria-labelledby'), said('aria-describedby')]).toEqual(['Yours (HEAD)', 'Toe-dipper assessed on 2026-03-01']);
    expect(cards(pane)[0]!.tagName).toBe('FIELDSET');
  });

  test.each([['light', 900], ['dark', 900], ['light', 320], ['dark', 320]] as const)('no trouble in %s at %i pixels', async (theme, width) => {
    const { pane } = await show(ANA, { pane: openPane({ theme, width }), isSuggested: true });
    await click(radio(pane, 3, 'hand'));
    expect(await accessibilityTroubles(pane)).toEqual([]);
  });

  test.each([['light'], ['dark']] as const)('no trouble in the list, %s', async (theme) => {
    const pane = await draw(<ConflictNotes search={{ notes: [{ path: 'A/Ana.md', conflicts: 2, strays: 1 }], progress: undefined }} done={{ path: 'Bo.md', isGone: false }} host={recordingHost()} onResolve={() => undefined} onLookAgain={() => undefined} />, openPane({ theme, width: 320 }));
    expect(await accessibilityTroubles(pane)).toEqual([]);
    expect(textOf(pane.querySelector('.cx-conflict-notes'))).toBe('AnaA2 places, 1 leftover marker');
  });

  test('on a phone everything is large enough for a finger, and nothing is wider than the page', async () => {
    const { pane } = await show(ANA, { pane: openPane({ width: 320, isTouched: true }), isSuggested: true });
    await click(radio(pane, 3, 'hand'));
    expect(smallTargets(pane)).toEqual([]);
    const scroll = pane.querySelector<HTMLElement>('.cx-conflict-scroll')!;
    expect(scroll.scrollWidth).toBeLessThanOrEqual(scroll.clientWidth);
    const [ours, theirs] = [...cards(pane)[0]!.querySelectorAll('.cx-conflict-side')].map((side) => side.getBoundingClientRect());
    expect(LAYS_OUT ? theirs!.top > ours!.top : true).toBe(true);
  });

  test('in a wide pane the sides stand beside each other', async () => {
    const { pane } = await show(ANA);
    const [ours, theirs] = [...cards(pane)[0]!.querySelectorAll('.cx-conflict-side')].map((side) => side.getBoundingClientRect());
    expect(theirs!.top).toBe(ours!.top);
  });
});
