/** The overview: who stands where, what is missing, where to act next. */
import { beforeEach, describe, expect, test } from 'vitest';
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
    expect(textOf(pane.querySelector('.cx-level.cx-level-unknown'))).toContain('Unknown is not the same as passive.');
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
    expect(pane.querySelectorAll('.cx-executive')).toHaveLength(24);
    await click(button(pane, 'Show all 250'));
    expect(pane.querySelectorAll('.cx-executive')).toHaveLength(262);
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
    await click(button(pane, 'Show all'));
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
    test('fits a pane of 300 pixels, from either side', async () => {
      for (const direction of ['ltr', 'rtl']) {
        const pane = openPane({ width: 300 });
        pane.dir = direction;
        await show(FILES, pane);
        const scroller = pane.querySelector('.cx-pane')!;
        expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
        const columns = [...pane.querySelectorAll('.cx-columns > *')].map((column) => column.getBoundingClientRect());
        expect(columns[1]!.top).toBeGreaterThan(columns[0]!.bottom);
      }
    });
  }
});
