/** The findings as a person works through them: by mouse, by keyboard, while the playbook changes. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { EVERYTHING, type FindingGroup, type FindingsChoice } from '../../src/views/findings-model.js';
import { FindingItemRow } from '../../src/views/FindingRows.js';
import { FindingsList } from '../../src/views/FindingsList.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, living, openPane, press, recordingHost, textOf, type, type Living, type RecordingHost } from './in-page.js';

const INITIATIVE = '---\ntype: initiative\n---\n## Why\nGuests wait.\n\n## Reinforce\nWeekly board.\n';

const FILES = {
  'Work/Alpha.md': INITIATIVE,
  'Work/Beta.md': INITIATIVE.replace('initiative\n', 'initiative\nsponsor: ["[[Nobody]]"]\nstatus: onging\n'),
  'cx-playbook.yml': 'rules:\n  known-value: error\n',
};

let host: RecordingHost;
let choices: FindingsChoice[];
let fixed: (readonly Diagnostic[])[];
let titles: string[];
let resolved: string[];

beforeEach(() => {
  host = recordingHost();
  choices = [];
  fixed = [];
  titles = [];
  resolved = [];
});

async function show(files: Readonly<Record<string, string>> = FILES, { choice = EVERYTHING, pane = openPane() }: { readonly choice?: FindingsChoice; readonly pane?: HTMLElement } = {}): Promise<Living & { readonly pane: HTMLElement }> {
  const life = living(files);
  await life.playbook.start();
  await redraw(life, pane, choice);
  return { ...life, pane };
}

async function redraw({ playbook }: Pick<Living, 'playbook'>, pane: HTMLElement, choice: FindingsChoice): Promise<void> {
  const onChoice = (next: FindingsChoice): void => {
    choices.push(next);
    void redraw({ playbook }, pane, next);
  };
  const fixes = { one: (finding: Diagnostic) => void fixed.push([finding]), all: (findings: readonly Diagnostic[], title: string) => void (fixed.push(findings), titles.push(title)), resolve: (path: string) => void resolved.push(path) };
  await draw(<FindingsList playbook={playbook} host={host} fixes={fixes} choice={choice} onChoice={onChoice} />, pane);
}

/** The rows in sight, as their first words. */
function rows(pane: HTMLElement): readonly string[] {
  return [...pane.querySelectorAll('[role="treeitem"]')].map((row) => (row.getAttribute('aria-level') === '1' ? textOf(row.querySelector('.cx-group-name bdi')) : `- ${textOf(row.querySelector('.cx-finding-text > div'))}`));
}

function focused(pane: HTMLElement): Element | null {
  const { activeElement } = pane.ownerDocument;
  return pane.contains(activeElement) ? activeElement : null;
}

async function focusFirst(pane: HTMLElement): Promise<void> {
  pane.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  await press(focused(pane), 'Home');
}

const MODEL_MISSING = '- Section "Model" is missing. Say which behaviour leaders will show themselves.';

describe('what is shown', () => {
  test('puts findings under their notes, with folder, place, rule and severity', async () => {
    const { pane } = await show();
    expect(rows(pane)).toEqual(['Alpha', MODEL_MISSING, 'Beta', MODEL_MISSING, '- Link "Nobody" in "sponsor" leads to no note. Create the note, or correct the link.', '- Property "status" holds "onging", which is not known. Use one of: idea, planned, active, paused, stalled, done, dropped.']);
    const [alpha, first] = [...pane.querySelectorAll('[role="treeitem"]')];
    expect(textOf(alpha)).toBe('AlphaWork1');
    expect(textOf(first)).toBe('Warning: Section "Model" is missing. Say which behaviour leaders will show themselves.Line 1require-modelWhyFix');
    expect(textOf(pane.querySelector('[role="status"]'))).toBe('4 findings in 2 notes');
  });

  test('puts them under their rules instead, those with most findings first, with what the rule reports', async () => {
    const { pane } = await show();
    await click(button(pane, 'Rule'));
    expect(rows(pane).slice(0, 3)).toEqual(['require-model', MODEL_MISSING, MODEL_MISSING]);
    expect(textOf(pane.querySelector('[role="treeitem"]'))).toContain('Executives, initiatives and plays need a section "Model".');
    expect(textOf(pane.querySelectorAll('[role="treeitem"]')[2])).toContain('Beta, line 1');
    expect(button(pane, 'Rule').getAttribute('aria-pressed')).toBe('true');
  });

  test('filters by words of message, rule and path', async () => {
    const { pane } = await show();
    await type(pane.querySelector('input'), 'beta MODEL');
    expect(rows(pane)).toEqual(['Beta', MODEL_MISSING]);
    expect(textOf(pane.querySelector('[role="status"]'))).toBe('1 of 4 findings, in 1 note');
  });

  test('filters by severity, and counts what each would show', async () => {
    const { pane } = await show();
    await click(button(pane, '3 warnings'));
    expect(rows(pane)).toEqual(['Beta', '- Property "status" holds "onging", which is not known. Use one of: idea, planned, active, paused, stalled, done, dropped.']);
    expect(textOf(pane.querySelector('.cx-chips'))).toBe('1 error3 warnings');
    await click(button(pane, '1 error'));
    expect(rows(pane)).toHaveLength(6);
  });

  test('shows the limits that came from elsewhere, and lifts them', async () => {
    const { pane } = await show(FILES, { choice: { ...EVERYTHING, rules: ['resolved-link', 'link-kind'], path: 'Work/Beta.md' } });
    expect(rows(pane)).toHaveLength(2);
    expect([...pane.querySelectorAll('.cx-limit')].map(textOf)).toEqual(['Only: Links that lead nowhere or astray', 'Only in Beta']);
    for (const limit of ['rules', 'path'] as const) {
      await click(pane.querySelector('.cx-limit button'));
      expect(choices.at(-1)?.[limit]).toEqual(EVERYTHING[limit]);
    }
    expect(rows(pane)).toHaveLength(6);
  });

  test('says that no finding matches, and clears the filters', async () => {
    const { pane } = await show(FILES, { choice: { ...EVERYTHING, groupBy: 'rule', text: 'zebra' } });
    expect(textOf(pane)).toContain('No finding matches the filters.');
    await click(button(pane, 'Clear filters'));
    expect(choices.at(-1)).toEqual({ ...EVERYTHING, groupBy: 'rule' });
  });

  test('says that all is well, and how far the reading is', async () => {
    const { pane } = await show({ 'Soup.md': '# Soup' });
    expect(textOf(pane)).toContain('No findings1 note was read, and no rule has anything to report.');
    const unread = living(FILES);
    const other = openPane();
    await redraw(unread, other, EVERYTHING);
    expect(textOf(other)).toBe('Reading notes');
  });

  test('shows hostile text as text', async () => {
    const { pane } = await show({ 'Work/<img src=x>.md': '---\ntype: initiative\nstatus: "<b>x</b>"\n---\n' });
    expect(textOf(pane)).toContain('<b>x</b>');
    expect(pane.querySelector('img, b')).toBeNull();
  });

  test('tells why, with the page of the rule', async () => {
    const { pane } = await show();
    const why = button(pane, 'Why');
    await click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect(textOf(pane.querySelector('.cx-explanation'))).toContain('What leaders do is believed before what they say.');
    expect(pane.querySelector('.cx-explanation a')?.getAttribute('href')).toMatch(/^https:.*require-model/);
    expect(host.opened).toEqual([]);
    await click(why);
    expect(pane.querySelector('.cx-explanation')).toBeNull();
  });
});

describe('opening and fixing', () => {
  test('opens a finding at its place, in a new tab where asked', async () => {
    const { pane, playbook } = await show();
    const row = pane.querySelectorAll('[role="treeitem"]')[5];
    const { offset } = playbook.result.diagnostics[3]!.range.start;
    await click(row);
    await click(row, { metaKey: true });
    await click(row, { button: 1 });
    expect(host.opened).toEqual([false, true, true].map((newTab) => ({ path: 'Work/Beta.md', offset, newTab })));
    expect(FILES['Work/Beta.md'].slice(offset)).toMatch(/^onging/);
  });

  test('fixes one finding, those of a group, or all that are shown', async () => {
    const { pane } = await show({ ...FILES, 'Work/Gamma.md': '---\ntype: initiative\n---\n## Why\nGuests wait.\n' });
    await click(button(pane, 'Fix all 4'));
    await click(pane.querySelector('.cx-finding .cx-fix'));
    await click(pane.querySelector('.cx-group .cx-fix'));
    expect(titles).toEqual(['Fix all findings', 'Fix all of Gamma']);
    expect(fixed.map((findings) => findings.filter(({ fix }) => fix !== undefined).map(({ path }) => path))).toEqual([
      ['Work/Alpha.md', 'Work/Beta.md', 'Work/Gamma.md', 'Work/Gamma.md'],
      ['Work/Alpha.md'],
      ['Work/Gamma.md', 'Work/Gamma.md'],
    ]);
    expect(host.opened).toEqual([]);
  });

  test('fixes all of a rule, of the notes that are shown', async () => {
    const { pane } = await show(FILES, { choice: { ...EVERYTHING, groupBy: 'rule' } });
    await click(pane.querySelector('.cx-group .cx-fix'));
    expect(titles).toEqual(['Fix all of require-model']);
    await type(pane.querySelector('input'), 'alpha');
    await click(button(pane, 'Fix 1'));
    expect(fixed[1]?.map(({ path }) => path)).toEqual(['Work/Alpha.md']);
  });
});

describe('by keyboard', () => {
  test('moves by arrows, Home, End and pages, one row in the order of Tab', async () => {
    const { pane } = await show();
    await focusFirst(pane);
    const index = (): string | null | undefined => focused(pane)?.getAttribute('data-index');
    for (const [key, place] of [['ArrowDown', '1'], ['ArrowDown', '2'], ['ArrowUp', '1'], ['End', '5'], ['ArrowDown', '5'], ['Home', '0'], ['ArrowUp', '0'], ['PageDown', '5'], ['PageUp', '0']] as const) {
      await press(focused(pane), key);
      expect(`${key} ${index()}`).toBe(`${key} ${place}`);
    }
    expect(pane.querySelectorAll('[role="treeitem"][tabindex="0"]')).toHaveLength(1);
  });

  test('closes and opens groups, and tells why, by left and right', async () => {
    const { pane } = await show();
    await focusFirst(pane);
    await press(focused(pane), 'ArrowLeft');
    expect(rows(pane).slice(0, 2)).toEqual(['Alpha', 'Beta']);
    expect(focused(pane)?.getAttribute('aria-expanded')).toBe('false');
    await press(focused(pane), 'ArrowRight');
    await press(focused(pane), 'ArrowRight');
    await press(focused(pane), 'ArrowRight');
    expect(textOf(focused(pane))).toContain('What leaders do is believed');
    await press(focused(pane), 'ArrowLeft');
    expect(textOf(focused(pane))).not.toContain('What leaders do is believed');
    await press(focused(pane), 'ArrowLeft');
    expect(focused(pane)?.getAttribute('data-index')).toBe('0');
  });

  test('opens by Enter, in a new tab with Ctrl, and fixes by F, a group with all its findings', async () => {
    const { pane } = await show();
    await focusFirst(pane);
    await press(focused(pane), 'f');
    await press(focused(pane), 'ArrowDown');
    await press(focused(pane), 'F');
    await press(focused(pane), 'f', { ctrlKey: true });
    await press(focused(pane), 'Enter');
    await press(focused(pane), 'Enter', { ctrlKey: true });
    expect(titles).toEqual(['Fix all of Alpha']);
    expect(fixed.map((findings) => findings.length)).toEqual([1, 1]);
    expect(host.opened.map(({ path, newTab }) => [path, newTab])).toEqual([['Work/Alpha.md', false], ['Work/Alpha.md', true]]);
  });

  test('leaves the keys of a button to the button', async () => {
    const { pane } = await show();
    const why = button(pane, 'Why');
    why.focus();
    await press(why, 'Enter');
    await press(why, 'f');
    expect(host.opened).toEqual([]);
    expect(fixed).toEqual([]);
  });

  test('closes and opens all groups at once', async () => {
    const { pane } = await show();
    await click(button(pane, 'Collapse all groups'));
    expect(rows(pane)).toEqual(['Alpha', 'Beta']);
    await click(button(pane, 'Expand all groups'));
    expect(rows(pane)).toHaveLength(6);
  });
});

describe('alive', () => {
  test('gives the focus to what took the place of a fixed finding', async () => {
    const { pane, change } = await show();
    await focusFirst(pane);
    for (let step = 0; step < 3; step++) await press(focused(pane), 'ArrowDown');
    expect(textOf(focused(pane))).toContain('Model');
    await change('Work/Beta.md', `${FILES['Work/Beta.md']}\n## Model\nRides along.\n`);
    expect(rows(pane)).toHaveLength(5);
    expect(textOf(focused(pane))).toContain('Link "Nobody"');
  });

  test('keeps the focus, what is closed and what is explained while other notes change', async () => {
    const { pane, change } = await show();
    await focusFirst(pane);
    await press(focused(pane), 'ArrowLeft');
    await press(focused(pane), 'End');
    await press(focused(pane), 'ArrowRight');
    const row = focused(pane);
    await change('Work/Aardvark.md', INITIATIVE);
    expect(rows(pane).slice(0, 4)).toEqual(['Aardvark', MODEL_MISSING, 'Alpha', 'Beta']);
    expect(focused(pane)).toBe(row);
    expect(textOf(row)).toContain('Source:');
  });

  test('does not take the focus from elsewhere', async () => {
    const { pane, change } = await show();
    await focusFirst(pane);
    const elsewhere = document.body.createEl('button');
    elsewhere.focus();
    await change('Work/Alpha.md', undefined);
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('very long', () => {
  const MANY = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`Work/Item ${String(index).padStart(4, '0')}.md`, '---\ntype: initiative\nstatus: onging\n---\n']));

  test('draws a part of 6,000 findings, and reaches the last of them', async () => {
    const { pane } = await show(MANY);
    expect(textOf(pane.querySelector('[role="status"]'))).toBe('6,000 findings in 1,500 notes');
    expect(pane.querySelectorAll('[role="treeitem"]').length).toBeLessThan(60);
    await focusFirst(pane);
    await press(focused(pane), 'End');
    expect(focused(pane)?.getAttribute('data-index')).toBe('7499');
    await press(focused(pane), 'Enter');
    expect(host.opened[0]?.path).toBe('Work/Item 1499.md');
  });

  if (LAYS_OUT) {
    test('keeps what is looked at in its place while findings above it come and go', async () => {
      const { pane, change } = await show(MANY, { pane: openPane({ width: 320 }) });
      const scroller = pane.querySelector<HTMLElement>('.cx-scroller')!;
      scroller.scrollTop = 60_000;
      await settle();
      const middle = scroller.getBoundingClientRect().top + 200;
      const watched = rowAt(pane, middle);
      const top = watched.getBoundingClientRect().top;
      await change('Work/Item 0001.md', undefined);
      await change('Work/Another.md', '---\ntype: initiative\nstatus: onging\n---\n');
      await settle();
      expect(watched.isConnected).toBe(true);
      expect(Math.abs(watched.getBoundingClientRect().top - top)).toBeLessThan(2);
    });

    test('leaves neither holes nor overlaps, wherever it is scrolled to', async () => {
      const { pane } = await show(MANY, { pane: openPane({ width: 320 }) });
      const scroller = pane.querySelector<HTMLElement>('.cx-scroller')!;
      for (const top of [0, 5000, 4200, 200_000, 199_000, 1e9]) {
        scroller.scrollTop = top;
        await settle();
        const { top: from, bottom: to } = scroller.getBoundingClientRect();
        const boxes = [...pane.querySelectorAll('[role="treeitem"]')].map((row) => row.getBoundingClientRect()).filter((box) => box.bottom > from && box.top < to);
        expect(boxes[0]!.top).toBeLessThanOrEqual(from + 1);
        expect(boxes.at(-1)!.bottom).toBeGreaterThanOrEqual(to - 1);
        for (const [index, box] of boxes.entries()) if (index > 0) expect(Math.abs(box.top - boxes[index - 1]!.bottom)).toBeLessThan(1);
      }
    });
  }
});

describe('for everybody', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`has no accessibility trouble, ${theme}, narrow and wide, explained, empty`, async () => {
      for (const width of [300, 900]) {
        const { pane } = await show(FILES, { pane: openPane({ theme, width }), choice: { ...EVERYTHING, rules: ['require-model', 'known-value'] } });
        await click(button(pane, 'Why'));
        expect(await accessibilityTroubles(pane)).toEqual([]);
      }
      expect(await accessibilityTroubles((await show({}, { pane: openPane({ theme }) })).pane)).toEqual([]);
    });
  }

  if (LAYS_OUT) {
    test('fits a pane of 300 pixels, from either side', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const pane = openPane({ width: 300 });
        pane.dir = direction;
        await show(FILES, { pane });
        for (const element of [pane.querySelector('.cx-toolbar')!, pane.querySelector('.cx-scroller')!]) expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
      }
    });
  }
});

/** Two frames: one in which the list hears of the change, one in which it stands. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function rowAt(pane: HTMLElement, top: number): Element {
  const row = [...pane.querySelectorAll('[role="treeitem"]')].find((each) => each.getBoundingClientRect().bottom > top);
  if (row === undefined) throw new Error('No row is there.');
  return row;
}

test('markers of a merge are resolved by a person: the finding leads to the choices', async () => {
  const finding: Diagnostic = { path: 'Work/Alpha.md', rule: 'team/conflict-markers', severity: 'error', message: 'A conflict is not resolved.', range: { start: { line: 4, column: 1, offset: 30 }, end: { line: 4, column: 2, offset: 31 } } };
  const group: FindingGroup = { kind: 'group', key: 'note:Work/Alpha.md', title: 'Alpha', remark: '', findings: [finding], fixable: 0, place: 1, isOpen: true };
  const fixes = { one: () => undefined, all: () => undefined, resolve: (path: string) => void resolved.push(path) };
  const item = { kind: 'finding', key: 'x', finding, group, place: 1 } as const;
  const pane = await draw(<FindingItemRow row={item} groupBy="note" isExplained={false} host={host} fixes={fixes} index={0} topPx={0} isActive onToggle={() => undefined} onOpen={() => undefined} />, openPane());
  await click(button(pane, 'Resolve…'));
  expect([resolved, host.opened]).toEqual([['Work/Alpha.md'], []]);
});
