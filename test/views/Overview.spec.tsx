/** The home view: where to act next, who stands where, and the facts behind the steps. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import roadmapChartCss from '../../styles/plugin/roadmap-chart.css';
import roadmapCss from '../../styles/plugin/roadmap.css';
import { Overview } from '../../src/views/Overview.js';
import { assessNextSteps } from '../../src/playbook/next-steps.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, living, openPane, recordingHost, textOf, TODAY, type, type Living, type RecordingHost } from './in-page.js';

const PRACTICES = '\n## Why\nGuests wait.\n\n## Model\nRides along.\n\n## Reinforce\nWeekly board.\n';

function person(properties: string, more = PRACTICES): string {
  return `---\ntype: executive\n${properties}\n---\n${more}`;
}

const FILES = {
  'Journey.md': '---\ntype: journey\nstart: 2026-01\nend: 2028-06\nunits: [Freight]\n---\n## Phases\n- 2026-01 to 2028-06 awareness: Listening\n',
  'People/Ines Falk (CEO).md': person('role: CEO\nunit: Group\ncommitment: supporter\nneeded_commitment: advocate\nassessed: 2026-11-10', `${PRACTICES}\n## Evidence\n### Said\n- 2026-10-01 We listen\n- 2026-11-01 We care\n### Did\n- 2026-10-02 Rode the night boat #time\n`),
  'People/Rune Aldous.md': person('role: MD Freight\nunit: Freight\ncommitment: advocate\nneeded_commitment: supporter\nassessed: 2026-01-05'),
  'People/Pia Passive.md': person('role: CMO\ncommitment: passive\nneeded_commitment: passive'),
  'People/Una Unknown.md': person('role: CIO', ''),
  'Work/Purse.md': `---\ntype: initiative\nstatus: active\nstart: 2026-02\nend: 2027-02\nambition: local\nunits: [Freight]\n---\n${PRACTICES}`,
};

let host: RecordingHost;
let asked: (readonly string[])[];

beforeEach(() => {
  host = recordingHost();
  asked = [];
});

async function show(files: Readonly<Record<string, string>> = FILES, pane = openPane()): Promise<Living & { readonly pane: HTMLElement }> {
  const life = living(files);
  await life.playbook.start();
  await draw(<Overview playbook={life.playbook} host={host} onShowFindings={(rules) => void asked.push(rules)} />, pane);
  return { ...life, pane };
}

function executive(pane: HTMLElement, name: string): HTMLElement {
  const row = [...pane.querySelectorAll<HTMLElement>('.cx-executive')].find((each) => textOf(each).startsWith(name));
  if (row === undefined) throw new Error(`No executive "${name}".`);
  return row;
}

describe('before there is a playbook', () => {
  test('tells how far the reading is, and shows the playbook as soon as it is read', async () => {
    const { playbook } = living(FILES);
    const pane = await draw(<Overview playbook={playbook} host={host} onShowFindings={() => undefined} />, openPane());
    expect(textOf(pane)).toBe('Reading notes');
    Object.defineProperty(playbook, 'progress', { value: { read: 1200, total: 10_000 }, configurable: true });
    await expect.poll(() => textOf(pane)).toBe('Reading notes: 1,200 of 10,000');
    await playbook.start();
    await expect.poll(() => textOf(pane.querySelector('h2'))).toBe('Journey');
  });

  test('welcomes where no note is the playbook’s, and runs the command that is pressed', async () => {
    const { pane, change } = await show({ 'Soup.md': '# Soup' });
    await click(button(pane, 'Create starter playbook'));
    await click(button(pane, 'New executive'));
    expect(host.ran).toEqual(['create-starter-playbook', 'new-executive']);
    await change('Ana.md', person('commitment: supporter'));
    expect(textOf(executive(pane, 'Ana'))).toContain('supporter');
  });
});

describe('who stands where', () => {
  test('goes down the ladder from advocate to opposer, and puts those not assessed apart from it', async () => {
    const { pane } = await show();
    expect([...pane.querySelectorAll('.cx-level h4')].map(textOf)).toEqual(['advocate1', 'supporter1', 'toe-dipperNobody', 'passive1', 'opposerNobody', 'Not assessed1']);
    const passive = pane.querySelector('.cx-level-passive');
    expect(textOf(passive)).not.toContain('Una Unknown');
    expect(textOf(pane.querySelector('.cx-level.cx-level-unknown'))).toContain('Unknown is not the same as a low level.');
  });

  test('says level, need, gap, age and evidence in words', async () => {
    const { pane } = await show();
    expect(textOf(executive(pane, 'Ines Falk'))).toBe('Ines Falk (CEO)Groupsupporter, needs advocate, one level to goAssessed 12 days agosaid 2, did 1');
    expect(textOf(executive(pane, 'Rune Aldous'))).toBe('Rune AldousMD FreightFreightadvocate, needs supporter, one level above the needed levelAssessed 321 days ago, over 180said 0, did 0');
    expect(textOf(executive(pane, 'Pia Passive'))).toContain('passive, at the needed levelNo day of assessment');
    expect(textOf(executive(pane, 'Una Unknown'))).toContain('Not assessed, no needed level recorded');
    expect(textOf(pane.querySelector('.cx-header'))).toBe('Journey2026-01 to 2028-06Phase now: Listening4 executives1 below the needed level1 not assessed');
  });

  test('names the thresholds, and whose they are', async () => {
    const { pane, vault } = await show();
    expect(textOf(pane)).toContain('older than 180 days is stale. Both are defaults of this plugin, not of the sources');
    const other = await show({ ...Object.fromEntries(vault.files), 'cx-playbook.yml': 'thresholds:\n  assessed_days: 400\n' });
    expect(textOf(other.pane)).toContain('older than 400 days is stale. Set for this vault.');
    expect(textOf(executive(other.pane, 'Rune'))).toContain('Assessed 321 days agosaid');
  });

  test('calls levels as the settings do', async () => {
    const { pane } = await show({ ...FILES, 'cx-playbook.yml': 'labels:\n  passive: waiting to see\n' });
    expect(textOf(executive(pane, 'Pia Passive'))).toContain('waiting to see, at the needed level');
    expect(pane.querySelector('.cx-level-passive')).not.toBeNull();
  });

  test('opens notes, in a new tab where asked, and evidence at its newest line', async () => {
    const { pane } = await show();
    const name = button(pane, 'Ines Falk');
    await click(name);
    await click(name, { ctrlKey: true });
    await click(name, { button: 1 });
    await click([...executive(pane, 'Ines Falk').querySelectorAll('button')].find((each) => textOf(each) === 'said 2'));
    const path = 'People/Ines Falk (CEO).md';
    const newest = FILES[path].indexOf('- 2026-11-01');
    expect(host.opened.slice(0, 3)).toEqual([{ path, newTab: false }, { path, newTab: true }, { path, newTab: true }]);
    expect(host.opened[3]?.offset).toBeGreaterThanOrEqual(newest);
    expect(host.opened[3]?.offset).toBeLessThan(newest + 20);
  });

  test('shows hostile text as text', async () => {
    const { pane } = await show({ ...FILES, 'People/Eve <img src=x onerror=alert(1)>.md': person('role: "<b>CFO</b>"\ncommitment: opposer') });
    expect(textOf(executive(pane, 'Eve'))).toContain('<img src=x onerror=alert(1)><b>CFO</b>');
    expect(pane.querySelector('img, b')).toBeNull();
  });

  test('keeps each of 500 people within reach: some per level at first, all on demand, any by name', async () => {
    const crowd = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`People/Person ${index}.md`, person(`role: Head ${index}\ncommitment: ${index % 2 === 0 ? 'supporter' : 'passive'}`)]));
    const { pane } = await show(crowd);
    expect(pane.querySelectorAll('.cx-executive')).toHaveLength(10);
    await click(button(pane, 'Show all 250'));
    expect(pane.querySelectorAll('.cx-executive')).toHaveLength(255);
    await type(pane.querySelector('input'), 'head 499');
    expect([...pane.querySelectorAll('.cx-executive')].map((each) => textOf(each.querySelector('.cx-name')))).toEqual(['Person 499']);
    await type(pane.querySelector('input'), 'nobody here');
    expect(textOf(pane.querySelector('.cx-people'))).toContain('No executive matches.');
  });
});

describe('what is missing', () => {
  test('counts findings by sort, and leads to those of the sort', async () => {
    const { pane } = await show();
    const row = button(pane, 'Warning: Why, model or reinforce missing');
    expect(textOf(row)).toContain('3 findings');
    await click(row);
    expect(asked[0]).toContain('require-why');
    expect(asked[0]).not.toContain('resolved-link');
    await click([...pane.querySelectorAll('.cx-missing button')].at(-1));
    expect(asked[1]).toEqual([]);
  });

  test('names open work without a sponsor, and people without a level', async () => {
    const { pane } = await show();
    expect(textOf(button(pane, 'Open work without a sponsor').closest('details'))).toBe('Open work without a sponsor11 notePurse');
    expect(textOf(button(pane, 'Executives without a level').closest('details'))).toContain('Una Unknown');
    await click(button(pane, 'Purse'));
    expect(host.opened).toEqual([{ path: 'Work/Purse.md', newTab: false }]);
  });

  test('says so where nothing is', async () => {
    const { pane } = await show({ 'Ana.md': person('role: CEO\ncommitment: advocate\nneeded_commitment: advocate\nassessed: 2026-11-01') });
    expect(textOf(pane.querySelector('.cx-missing'))).toBe('What is missing No findings in 1 note.');
  });
});

describe('where to act next', () => {
  test('gives the steps, reasons and actions of the core, word for word', async () => {
    const { pane, playbook } = await show();
    const core = playbook.store!.playbook;
    const steps = assessNextSteps(core, new CommitmentRecord(core, TODAY));
    expect(steps.length).toBeGreaterThan(1);
    const items = [...pane.querySelectorAll('.cx-steps > li')];
    expect(items.map((item) => textOf(item.querySelector('h4')))).toEqual(steps.map(({ title }) => title));
    for (const [index, { reasons, actions, source }] of steps.entries()) {
      for (const sentence of [...reasons, ...actions, `Source: ${source}.`]) expect(textOf(items[index])).toContain(sentence.replace(/\s+/g, ' '));
    }
  });

  test('links the notes that a step is about', async () => {
    const { pane } = await show();
    await click([...pane.querySelectorAll('.cx-steps .cx-note-chip')].find((each) => textOf(each) === 'Rune Aldous'));
    expect(host.opened).toEqual([{ path: 'People/Rune Aldous.md', newTab: false }]);
  });
});

function card(pane: HTMLElement, id: string): HTMLElement {
  const found = pane.querySelector<HTMLElement>(`.cx-card-${id}`);
  if (found === null) throw new Error(`No card "${id}".`);
  return found;
}

const rowsOf = (element: HTMLElement): readonly string[] => [...element.querySelectorAll('.cx-facts-list > li')].map((row) => textOf(row));

describe('the page', () => {
  test('puts next steps first, then people and what is missing, then the cards', async () => {
    const { pane } = await show();
    expect([...pane.querySelectorAll('h2, h3')].map(textOf)).toEqual([
      'Journey', 'Where to act next', 'Who stands where', 'What is missing', 'Commitment over time', 'Levels to look at again', 'The four competencies', 'Nothing to act on',
    ]);
  });

  test('leads to the map of commitment and to the roadmap', async () => {
    const { pane } = await show({ ...FILES, 'Work/Big.md': `---\ntype: initiative\nstatus: active\nstart: 2026-02\nend: 2027-02\nambition: enterprise\n---\n${PRACTICES}` });
    await click(button(pane, 'Open commitment map'));
    await click(button(pane, 'Open roadmap'));
    expect(host.ran).toEqual(['open-commitment-map', 'open-roadmap']);
    expect(rowsOf(card(pane, 'gaps'))).toEqual(['BigInes Falk (CEO) as supporter, advocate is needed']);
  });

  test('says in one line each what there is nothing to act on in', async () => {
    const { pane } = await show();
    const lines = [...pane.querySelectorAll('.cx-settled li')].map(textOf);
    expect(lines).toContain('Proven but untoldNo pilot has a recorded result that nobody was told, as far as notes of executives, messages, rooms and sessions show.');
    expect(lines).toContain('Customer rooms and promisesNo customer room is recorded yet.');
    expect(lines).toContain('Whom to speak withNo contact is recorded in the notes of executives, past or planned.');
    expect(textOf(pane.querySelector('.cx-settled'))).toContain('OURS: a default of this software that no source states.');
  });
});

describe('commitment over time', () => {
  test('has a bar for each quarter and for today, its numbers in the order of the words, and a sentence that says the same', async () => {
    const { pane } = await show({ ...FILES, 'People/Rune Aldous.md': person('role: MD Freight\nunit: Freight\ncommitment: advocate\nassessed: 2026-10-05', `${PRACTICES}\n## Assessments\n- 2026-02-01 supporter\n- 2026-10-05 advocate\n`) });
    const trend = card(pane, 'trend');
    const bars = [...trend.querySelectorAll('.cx-trend li')];
    expect(bars.map((bar) => textOf(bar.querySelector('time')))).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', 'Now']);
    expect([...bars[3]!.querySelectorAll('.cx-trend-bar > span')].map(textOf)).toEqual(['1', '1', '1', '1']);
    expect(textOf(bars[3]!.querySelector('.cx-unseen'))).toBe(': 1 advocate, 1 supporter, 1 passive, 1 not assessed');
    expect([...trend.querySelectorAll('.cx-trend-legend > span')].map(textOf)).toEqual(['advocate', 'supporter', 'passive', 'Not assessed']);
    expect(textOf(trend)).toContain('2 of 4 recorded at supporter or above (1 at the end of 2026-Q1). Within 180 days 1 moved up and 0 down.');
    expect(rowsOf(trend)).toEqual(['Rune Aldousup from supporter to advocate on 2026-10-05']);
  });
});

describe('proof, promises and contacts', () => {
  const MORE = {
    ...FILES,
    'Pilots/Purse pilot.md': '---\ntype: pilot\nstatus: done\nmetric: NPS\nbaseline: -22\nresult: 17\n---\n',
    'People/Ines Falk (CEO).md': person('role: CEO\ncommitment: supporter\nassessed: 2026-11-10\nlast_contact: 2026-11-01\nnext_contact: 2026-11-20'),
    'People/Rune Aldous.md': person('commitment: advocate\nassessed: 2026-11-10\nnext_contact: 2026-11-30'),
  };

  test('shows a result that nobody was told, until somebody was', async () => {
    const { pane, change } = await show(MORE);
    expect(rowsOf(card(pane, 'untold'))).toEqual(['Purse pilotNPS: from -22 to 17']);
    await change('People/Rune Aldous.md', person('commitment: advocate\nassessed: 2026-11-10', `${PRACTICES}\nQuotes [[Purse pilot]].\n`));
    expect(pane.querySelector('.cx-card-untold')).toBeNull();
  });

  test('shows where a chain of proof breaks off, and opens the note', async () => {
    const { pane } = await show(MORE);
    expect(rowsOf(card(pane, 'chains'))).toEqual(['Purse pilotno business case is linked']);
    await click(button(card(pane, 'chains'), 'Purse pilot'));
    expect(host.opened).toEqual([{ path: 'Pilots/Purse pilot.md', newTab: false }]);
  });

  test('says whom to speak with, and unfolds those without a recorded contact', async () => {
    const { pane } = await show(MORE);
    const group = button(card(pane, 'contacts'), '2 executives').closest('details')!;
    expect(group.querySelector('ul')).toBeNull();
    await act(() => {
      group.open = true;
      group.dispatchEvent(new Event('toggle'));
    });
    expect(rowsOf(card(pane, 'contacts'))).toEqual([
      'Ines Falk (CEO)planned for 2026-11-20, 2 days ago; no contact since is recorded',
      'Rune Aldousplanned for 2026-11-30, in 8 days',
      '2 executivesno contact is recorded, past or plannedPia PassiveUna Unknown',
    ]);
  });

  test('shows five rows, all on demand, and five again, without losing the focus', async () => {
    const pilots = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`Pilots/P${index}.md`, '---\ntype: pilot\nstatus: done\nresult: 1\n---\n']));
    const { pane } = await show({ ...FILES, ...pilots });
    const more = button(card(pane, 'untold'), 'Show all 8');
    more.focus();
    expect([rowsOf(card(pane, 'untold')).length, more.getAttribute('aria-expanded')]).toEqual([5, 'false']);
    await click(more);
    expect([rowsOf(card(pane, 'untold')).length, textOf(more), more.getAttribute('aria-expanded')]).toEqual([8, 'Show fewer', 'true']);
    expect(document.activeElement).toBe(more);
    await click(more);
    expect(rowsOf(card(pane, 'untold'))).toHaveLength(5);
  });
});

describe('alive', () => {
  test('follows a change and keeps the focus and what was unfolded', async () => {
    const { pane, change } = await show();
    const name = button(pane, 'Pia Passive');
    name.focus();
    const details = button(pane, 'Open work without a sponsor').closest('details')!;
    details.open = true;
    await change('People/Ines Falk (CEO).md', person('role: CEO\ncommitment: advocate\nneeded_commitment: advocate\nassessed: 2026-11-22'));
    expect(textOf(executive(pane, 'Ines Falk'))).toContain('advocate, at the needed levelAssessed today');
    expect(document.activeElement).toBe(name);
    expect([details.open, details.isConnected]).toEqual([true, true]);
  });

  test('stops listening when it is closed', async () => {
    const { pane, change } = await show();
    await draw(null, pane);
    await change('People/Pia Passive.md', undefined);
    expect(pane.childElementCount).toBe(0);
  });
});

describe('for everybody', () => {
  for (const theme of ['light', 'dark'] as const) {
    test(`has no accessibility trouble, ${theme}, narrow and wide, empty and full`, async () => {
      for (const width of [300, 900]) expect(await accessibilityTroubles((await show(FILES, openPane({ theme, width, height: 3000 }))).pane)).toEqual([]);
      expect(await accessibilityTroubles((await show({}, openPane({ theme }))).pane)).toEqual([]);
    });
  }

  if (LAYS_OUT) {
    test('keeps its dress beside that of the roadmap: dots, words and bars lie beside one another', async () => {
      const pane = openPane({ width: 900 });
      const roadmapStyle = document.head.createEl('style', { text: `${roadmapChartCss}\n${roadmapCss}` });
      try {
        await show(FILES, pane);
        const dots = pane.querySelector('.cx-dots')!.getBoundingClientRect();
        expect(pane.querySelector('.cx-stand strong')!.getBoundingClientRect().left).toBeGreaterThan(dots.right);
        const parts = [...pane.querySelector('.cx-trend li:last-child .cx-trend-bar')!.children, ...pane.querySelectorAll('.cx-trend-legend > span')];
        for (const part of parts) expect(part.getBoundingClientRect().width).toBeGreaterThan(30);
      } finally {
        roadmapStyle.remove();
      }
    });

    test('fits a pane of 300 pixels, from either side', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const pane = openPane({ width: 300 });
        pane.dir = direction;
        await show(FILES, pane);
        const scroller = pane.querySelector('.cx-pane')!;
        expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
        const parts = [...pane.querySelectorAll('.cx-next, .cx-people, .cx-missing, .cx-card')].map((part) => part.getBoundingClientRect());
        expect(parts.length).toBeGreaterThan(4);
        parts.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThan(parts[index]!.bottom - 1));
      }
    });
  }
});
