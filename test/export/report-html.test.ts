import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import { formatReportHtml, type ReportInput } from '../../src/export/report-html.js';
import type { Diagnostic } from '../../src/lint/diagnostic.js';
import { DEFAULT_THRESHOLDS } from '../../src/lint/rule.js';
import { RULES } from '../../src/lint/rules/index.js';
import { CommitmentRecord } from '../../src/playbook/commitment-record.js';
import { assessHome } from '../../src/playbook/home.js';
import { buildHomeCards } from '../../src/playbook/home-cards.js';
import type { PlaybookNote } from '../../src/playbook/note.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { annotation, date, executive, initiative, journey, pilot, playbookOf, room } from '../builders.js';
import { finding, onLine, resultOf } from './diagnostic-builders.js';
import { FORBIDDEN_CHARACTERS, HOSTILE_TITLES } from './hostile-titles.js';
import { PageElement, readPage } from './page-tree.js';

const today = date('2026-11-22');

function inputOf(notes: readonly PlaybookNote[], values: Partial<ReportInput> = {}): ReportInput {
  const playbook = playbookOf(...notes);
  const levelLabels = values.levelLabels ?? {};
  return {
    today,
    playbook,
    layouts: [layoutRoadmap(playbook, { today, groupBy: 'leader', levelLabels })],
    lint: resultOf(),
    ruleSummaries: new Map([['require-model', 'Executives need a section "Model".']]),
    thresholds: DEFAULT_THRESHOLDS,
    ...values,
  };
}

const pageOf = (notes: readonly PlaybookNote[], values: Partial<ReportInput> = {}): PageElement => readPage(formatReportHtml(inputOf(notes, values)));

const notes: readonly PlaybookNote[] = [
  journey({ title: 'Our journey', start: '2026-01', end: '2028-06', phases: [['awareness', 'Listen', '2026-01', '2026-06'], ['prove-value', 'Pilots', '2026-07', '2027-03']] }),
  executive({ title: 'Ana', role: 'CEO', unit: 'Group', commitment: 'supporter', neededCommitment: 'advocate', assessed: '2026-10-01' }),
  executive({ title: 'Ben', role: 'CIO', unit: 'IT', commitment: 'opposer', neededCommitment: 'toe-dipper', assessed: '2026-01-02', peers: ['Ana'] }),
  executive({ title: 'Chi', unit: 'Sales', commitment: 'supporter', neededCommitment: 'supporter', assessed: '2026-10-01' }),
  executive({ title: 'Dee' }),
  initiative({ title: 'Record', start: '2026-10', end: '2027-03', status: 'active', ambition: 'unit', units: ['IT'], sponsor: ['Ben'] }),
];

describe('structure', () => {
  const page = pageOf(notes);

  test('has a language, one title, landmarks and the sections in order', () => {
    expect(page.one('html').attributes['lang']).toBe('en');
    expect(page.one('head').one('title').text).toBe('Our journey, 2026-11-22');
    expect(page.one('body').children.filter((child) => child instanceof PageElement).map(({ name }) => name)).toEqual(['header', 'main', 'footer']);
    expect(page.one('main').all('section').map((section) => section.one('h2').text)).toEqual([
      'What to do next', 'Roadmap by leader', 'Where each executive stands', 'How commitment moves', 'Work and its proof', 'Health of the notes',
    ]);
  });

  test('names each section by its heading, and links to it', () => {
    for (const section of page.one('main').all('section')) expect(section.one('h2').attributes['id']).toBe(section.attributes['aria-labelledby']);
    const links = page.one('nav').all('a').map(({ attributes }) => attributes['href']?.slice(1) ?? '');
    expect(links).toHaveLength(6);
    for (const id of links) expect(page.byId(id).name).toBe('section');
  });

  test('never skips a level of headings', () => {
    const levels = page.all(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  test('heads every table column and row with a scope', () => {
    const tables = page.all('table');
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const columns = table.one('thead').all('th');
      expect(columns.every(({ attributes }) => attributes['scope'] === 'col')).toBe(true);
      for (const row of table.one('tbody').all('tr')) {
        expect(row.one('th').attributes['scope']).toBe('row');
        expect(row.all('td')).toHaveLength(columns.length - 1);
      }
    }
  });

  test('has no id twice', () => {
    const ids = page.all(({ attributes }) => attributes['id'] !== undefined).map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('lets the keyboard reach the drawing that scrolls', () => {
    const drawing = page.one((element) => element.has('drawing'));
    expect(drawing.attributes).toMatchObject({ role: 'region', tabindex: '0', 'aria-label': 'Roadmap by leader, drawing' });
    expect(drawing.all('svg')).toHaveLength(1);
  });

  test('loads nothing and runs nothing', () => {
    const html = formatReportHtml(inputOf(notes));
    expect(page.all(({ name }) => /^(script|iframe|img|link|object|embed|form|base)$/i.test(name))).toEqual([]);
    expect(page.all(({ attributes }) => Object.keys(attributes).some((name) => /^(on|src|style)/i.test(name)))).toEqual([]);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!#)|@import|javascript:/);
  });
});

describe('header', () => {
  test('says the journey, its days, its phase and the counts in sentences', () => {
    const header = pageOf(notes, { lint: resultOf(finding(), finding({ severity: 'error' })) }).one('header');
    expect(header.one('h1').text).toBe('Our journey');
    expect(header.text).toContain('As of 2026-11-22 Journey from 2026-01 to 2028-06 Phase now: Pilots, 2026-07 to 2027-03');
    expect(header.text).toContain('4 executives recorded: 2 as supporter, 1 as opposer and 1 not assessed. 2 of them are below the level recorded as needed.');
    expect(header.text).toContain('1 item on the roadmap, 1 with days on which the recorded commitment is too low.');
    expect(header.text).toContain('33 notes read, 31 of them part of the playbook: 1 error and 1 warning.');
  });

  test('takes the title that it is given', () => {
    expect(pageOf(notes, { title: 'Board of March' }).one('h1').text).toBe('Board of March');
  });
});

describe('where each executive stands', () => {
  const section = pageOf(notes).byId('standing');
  const rowOf = (name: string): PageElement => section.one('tbody').one((element) => element.name === 'tr' && element.one('th').text.startsWith(name));
  const marks = (name: string): readonly string[] => rowOf(name).all((element) => element.has('level')).map((cell) => cell.all((element) => element.has('mark')).map(({ text }) => text).join(', '));

  test('marks now and needed under the words of the five levels', () => {
    expect(section.one('thead').all('th').slice(1, 6).map(({ text }) => text)).toEqual(['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate']);
    expect(marks('Ana')).toEqual(['', '', '', 'X now', 'O needed']);
    expect(marks('Ben')).toEqual(['X now', '', 'O needed', '', '']);
    expect(marks('Chi')).toEqual(['', '', '', 'X now, O needed', '']);
    expect(marks('Dee')).toEqual(['', '', '', '', '']);
  });

  test('draws the way from now to needed, and none where nothing is to go', () => {
    const lines = (name: string): readonly string[] => rowOf(name).all((element) => element.has('level')).map((cell) => ['from', 'between', 'to'].filter((line) => cell.has(line)).join());
    expect(lines('Ben')).toEqual(['from', 'between', 'to', '', '']);
    expect(lines('Chi')).toEqual(['', '', '', '', '']);
  });

  test('says role and unit, gap, and how old the assessment is', () => {
    expect(rowOf('Ben').text).toContain('CIO, IT');
    expect(rowOf('Ben').text).toContain('2 levels');
    expect(rowOf('Ben').text).toContain('2026-01-02 324 days ago, more than 180');
    expect(rowOf('Chi').text).toContain('none');
    expect(rowOf('Dee').text).toContain('not assessed');
  });

  test('lists the CEO first', () => {
    const zoe = executive({ title: 'Zoe', role: 'Chief executive officer' });
    expect(pageOf([...notes.filter(({ title }) => title !== 'Ana'), zoe]).byId('standing').one('tbody').all('tr')[0]?.one('th').text).toContain('Zoe');
  });

  test('shows the labels of the levels', () => {
    const text = pageOf(notes, { levelLabels: { opposer: 'not convinced yet' } }).one('body').text;
    expect(text).toContain('not convinced yet');
    expect(text).not.toContain('opposer');
  });
});

describe('the facts behind the steps', () => {
  const told = [
    ...notes,
    pilot({ title: 'Purse', status: 'done', proof: { metric: 'NPS', baseline: -22, result: 17 } }),
    room({ title: 'April', date: '2026-04-08', promises: [{ who: ['Ben'], what: 'fee rules', by: '2026-10-01', kept: false }] }),
    executive({ title: 'Eve', commitment: 'supporter', assessed: '2026-11-01', levels: { '2026-01-10': 'passive', '2026-11-01': 'supporter' }, lastContact: date('2026-06-01') }),
  ];
  const page = pageOf(told);

  test('are those of the view, word for word', () => {
    const record = new CommitmentRecord(playbookOf(...told), today);
    const options = { thresholds: DEFAULT_THRESHOLDS, signCount: SIGNS.length };
    const { people, work } = buildHomeCards(assessHome(record, options), record, options);
    for (const [id, cards] of [['people', people], ['work', work]] as const) {
      const text = page.byId(id).text;
      for (const { heading, lead, rows, nothing } of cards) {
        expect(text).toContain(heading);
        if (rows.count === 0) expect(text).toContain(nothing);
        else if (lead !== undefined) expect(text).toContain(lead);
        for (const row of rows.take(12)) expect(text).toContain(`${row.name} ${row.text}`);
      }
    }
  });

  test('have the questions of annotations, and nothing that a coach keeps private', () => {
    const playbook = playbookOf(...told);
    playbook.setAnnotations([annotation({ targetPath: 'Executives/Ana.md' }), annotation({ id: 'aaaaaaaa', kind: 'risk', visibility: 'coach', author: 'hal.quist', targetPath: 'Executives/Ana.md', text: 'She has not the board behind her.' })]);
    const html = formatReportHtml({ ...inputOf(told), playbook });
    expect(html).toContain('Is this decided, or a fear?');
    for (const secret of ['not the board', 'hal.quist', 'aaaaaaaa', 'private']) expect(html).not.toContain(secret);
  });

  test('draw levels over time as a table of counts, with a bar that says no more', () => {
    const table = page.byId('people').one('table');
    expect(table.one('thead').all('th').map(({ text }) => text)).toEqual(['Day', 'advocate', 'supporter', 'toe-dipper', 'passive', 'opposer', 'Not assessed', 'Shares']);
    expect(table.one('tbody').all('tr').map((row) => row.all(({ name }) => name === 'th' || name === 'td').map(({ text }) => text).slice(0, 7).join(' '))).toEqual([
      '2026-Q1 0 0 0 1 1 3', '2026-Q2 0 0 0 1 1 3', '2026-Q3 0 0 0 1 1 3', 'Now 0 3 0 0 1 1',
    ]);
    const widths = table.one('tbody').all('tr').map((row) => row.all('rect').reduce((sum, { attributes }) => sum + Number(attributes['width']), 0));
    for (const width of widths) expect(width).toBeCloseTo(100, 0);
    expect(table.all('svg').every(({ attributes }) => attributes['aria-hidden'] === 'true')).toBe(true);
  });

  test('show twelve rows, then how many more', () => {
    const many = Array.from({ length: 30 }, (_, index) => pilot({ title: `P${String(index).padStart(2, '0')}`, status: 'done', proof: { result: index } }));
    const text = pageOf([executive({ title: 'Ana' }), ...many]).byId('work').text;
    expect(text).toContain('P11 result: 11');
    expect(text).not.toContain('P12 result');
    expect(text).toContain('and 18 more');
  });

  test('say in one line each what there is nothing to act on in', () => {
    expect(pageOf([]).byId('people').text).toContain('Customer rooms and promises No customer room is recorded yet.');
  });
});

describe('health of the notes', () => {
  const of = (...diagnostics: readonly Diagnostic[]): PageElement => pageOf(notes, { lint: resultOf(...diagnostics) }).byId('health');

  test('groups by severity, then by rule with its sentence, the most frequent first', () => {
    const section = of(
      finding({ rule: 'b-rule' }),
      finding({ rule: 'c-rule', severity: 'error' }),
      finding(),
      finding({ path: 'X/Ben.md', range: onLine(7) }),
    );
    expect(section.all('h3').map(({ text }) => text)).toEqual(['1 error', '3 warnings']);
    expect(section.all('h4').map(({ text }) => text)).toEqual(['c-rule 1 finding', 'require-model 2 findings', 'b-rule 1 finding']);
    expect(section.text).toContain('Executives need a section "Model".');
    expect(section.text).toContain('Ben Section "Model" is missing. Add it. X/Ben.md, line 7');
  });

  test('shows the first five of a rule, then how many more', () => {
    const section = of(...Array.from({ length: 12 }, (_, index) => finding({ path: `N/${index}.md` })));
    expect(section.one((element) => element.has('findings')).all('li')).toHaveLength(6);
    expect(section.text).toContain('and 7 more');
  });

  test('links to the page of a rule, and to nothing else', () => {
    expect(of(finding({ url: 'https://example.org/rules/require-model' })).one('a').attributes).toEqual({ href: 'https://example.org/rules/require-model' });
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://a.example/"><script>']) expect(of(finding({ url })).all('a')).toEqual([]);
  });

  test('says so when there is nothing', () => {
    expect(of().text).toContain('No findings in 33 notes.');
  });
});

describe('footer', () => {
  const text = pageOf(notes, { thresholds: { ...DEFAULT_THRESHOLDS, assessedDays: 90, evidenceDays: 120 } }).one('footer').text;

  test('says which numbers are ours', () => {
    expect(text).toContain('An assessment older than 90 days is stale.');
    expect(text).toContain('What was said and done counts for 120 days.');
    expect(text).toContain('Ambition enterprise needs the CEO at advocate and 50 % of the heads at supporter or above.');
  });

  test('says that a property hides nothing', () => {
    expect(text).toContain('Levels of named people are sensitive. A property in a shared file is not access control');
  });
});

describe('what is not there', () => {
  test('an empty vault is told what to do first', () => {
    const page = pageOf([], { lint: { notes: 0, playbookNotes: 0, diagnostics: [] } });
    expect(page.one('h1').text).toBe('CX journey');
    const first = page.byId('next').one('ol').all('li').map(({ text }) => text);
    expect(first).toHaveLength(3);
    expect(first[0]).toMatch(/^The people\. Add a note with type: executive/);
    expect(page.byId('roadmap').text).toContain('Nothing is planned yet.');
    expect(page.byId('standing').text).toContain('No executive is recorded yet.');
    expect(page.byId('health').text).toContain('No notes were read.');
    expect(page.all('svg')).toEqual([]);
  });

  test('a vault without executives is not told again to plan what it has planned', () => {
    expect(pageOf([journey(), initiative()]).byId('next').one('ol').all('li')).toHaveLength(1);
  });

  test('nothing to act on is no proof that all is well', () => {
    const page = pageOf([executive({ commitment: 'supporter', assessed: '2026-11-01' })]);
    expect(page.byId('next').text).toContain('Nothing that this page looks for is recorded in this vault');
  });
});

describe('a roadmap higher than a page', () => {
  const many = Array.from({ length: 12 }, (_, lane) => executive({ title: `Lead ${lane}`, commitment: 'supporter', assessed: '2026-11-01' })).flatMap((leader, lane) => [
    leader,
    ...Array.from({ length: 6 }, (_, item) =>
      initiative({ title: `Work ${lane}-${item}`, start: '2026-01', end: '2027-06', sponsor: [leader.title], dependsOn: [`Work ${(lane + 1) % 12}-${item}`] }),
    ),
  ]);

  test('is drawn in several, each item once', () => {
    const section = pageOf(many).byId('roadmap');
    const drawings = section.all('svg');
    expect(drawings).toHaveLength(3);
    expect(section.text).toContain('In 3 drawings, one to a page.');
    const labels = section.all((element) => element.name === 'text' && /^Work \d+-\d$/.test(element.text)).map(({ text }) => text);
    expect(new Set(labels).size).toBe(72);
    expect(labels).toHaveLength(72);
  });

  test('keeps its ids apart', () => {
    const ids = pageOf(many).all(({ attributes }) => attributes['id'] !== undefined).map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('hostile text', () => {
  test.each(Object.entries(HOSTILE_TITLES))('%s stays text wherever a note is named', (_name, text) => {
    const html = formatReportHtml(
      inputOf(
        [
          journey({ title: text, path: 'J.md', start: '2026', end: '2027', phases: [['awareness', text, '2026', '2026']] }),
          executive({ title: text, path: 'Executives/Ana.md', role: text, unit: text, commitment: 'opposer', neededCommitment: 'advocate', assessed: '2026-01-01', lever: ['roi'], peers: ['Ben'] }),
          executive({ title: text, path: `Executives/${text}/Ben.md`, aliases: ['Ben'], unit: 'B', commitment: 'advocate', assessed: '2026-11-01', peers: ['Ana'] }),
          initiative({ title: text, path: 'Initiatives/A.md', start: '2026', end: '2027', ambition: 'unit', units: [text, 'B'], sponsor: ['Ana'], status: 'active' }),
        ],
        {
          lint: resultOf(finding({ path: `${text}.md`, rule: text, message: text, url: text }), finding({ severity: 'error', message: text })),
          ruleSummaries: new Map([[text, text]]),
          levelLabels: { opposer: text },
        },
      ),
    );
    const page = readPage(html);
    expect(page.all(({ name }) => /^(script|img|b|iframe)$/i.test(name))).toEqual([]);
    expect(page.all(({ attributes }) => Object.keys(attributes).some((name) => /^on/i.test(name)))).toEqual([]);
    expect(html).not.toMatch(FORBIDDEN_CHARACTERS);
    expect(page.all('a').every(({ attributes }) => attributes['href']?.startsWith('#'))).toBe(true);
  });

  test('ten thousand letters are cut in the tables and sentences', () => {
    const page = pageOf([executive({ title: 'x'.repeat(10_000), path: 'A.md', role: 'y'.repeat(10_000) })], { lint: resultOf(finding({ message: 'z'.repeat(10_000) })) });
    for (const id of ['next', 'standing', 'people', 'work', 'health']) expect(page.byId(id).text.length).toBeLessThan(2500);
  });
});

test('gives the same bytes each time, whatever the order in which notes were read', () => {
  const html = formatReportHtml(inputOf(notes));
  expect(formatReportHtml(inputOf(notes))).toBe(html);
  expect(formatReportHtml(inputOf([...notes].reverse()))).toBe(html);
});

describe('the style sheet', () => {
  const style = readFileSync(join(import.meta.dirname, '../../styles/report.css'), 'utf8');
  const themes = [...style.matchAll(/:root \{([^}]*--ground[^}]*)\}/g)].map(([, body = '']) => new Map([...body.matchAll(/--([\w-]+): (#[\da-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour])));

  test('is the same text in HTML and in XML, and loads nothing', () => {
    expect(style).not.toMatch(/[<&]|url\(|@import/);
  });

  test.each([
    ['light', 0],
    ['dark', 1],
  ])('keeps a contrast of 4.5 between text and its ground: %s', (_name, index) => {
    const theme = themes[index] ?? new Map<string, string>();
    const pairs = [...['text', 'muted', 'link', 'error', 'warning', 'info'].map((name) => [name, 'ground']), ['care', 'care-ground'], ['ground', 'text']];
    for (const [text = '', ground = ''] of pairs) expect([text, contrast(theme.get(text), theme.get(ground)) >= 4.5]).toEqual([text, true]);
  });
});

function contrast(a: string | undefined, b: string | undefined): number {
  const luminance = (colour = ''): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the sample vault', () => {
  let page: PageElement;

  beforeAll(async () => {
    const store = await PlaybookStore.open(new FsVault(join(import.meta.dirname, '../sample-vault')), { today });
    const { playbook } = store;
    page = readPage(
      formatReportHtml({
        today,
        playbook,
        layouts: [layoutRoadmap(playbook, { today, groupBy: 'leader' })],
        lint: store.lint(),
        ruleSummaries: new Map(RULES.map(({ id, summary }) => [id, summary])),
        thresholds: store.config.thresholds,
      }),
    );
  });

  test.each([
    ['the advocate to start with', 'next', 'Start here: Freight, with Rune Aldous (MD Freight)'],
    ['ROI aimed at an opposer', 'next', 'The lever recorded in this vault for Leocadia Munt (CIO) is "roi". ROI data does not move an executive recorded as opposer (S1).'],
    ['an ambition that the levels do not carry', 'next', 'Shared customer record (enterprise, 5 units) needs supporter.'],
    ['a smaller ambition as the way out', 'next', 'Shared customer record would be carried as unit work without Crossings, Digital & IT and Marketing'],
    ['a CEO for whom the sources state no move', 'next', 'Ines Falk (CEO): no rule in the sources says what moves an executive up from supporter.'],
    ['a result that nobody was told', 'next', 'Tell the result of Quayside goodwill purse'],
    ['the same result among the proofs', 'work', 'Quayside goodwill purse NPS of disrupted guests, Harrow Sound: from -22 to 17'],
    ['a stale assessment', 'people', 'Yara Stentoft (MD Crossings) last assessed on 2026-04-28, 208 days ago'],
    ['who moved down', 'people', 'Sunniva Brandt (CMO) down from supporter to toe-dipper on 2026-09-15'],
    ['whom to speak with', 'people', 'Marguerite Oyelaran (COO) planned for 2026-11-26, in 4 days; last on 2026-11-12'],
    ['work that has stopped', 'work', 'Harbour data clean-up recorded as stalled'],
    ['governance before strategy', 'health', 'CX Governance'],
    ['an item without dates', 'roadmap', 'Quiet lounge for night crossings'],
    ['who stands in the way of the record', 'roadmap', 'Ines Falk (CEO) is recorded as supporter, advocate is needed'],
    ['a missing model', 'health', 'Tobias Rhee (CFO) Section "Model" is missing.'],
    ['an empty practice', 'health', 'Storm-day messaging Section "Reinforce" is empty.'],
    ['a link to nowhere', 'health', 'Link "Host rota redesign" in "depends_on" leads to no note.'],
  ])('shows %s', (_name, id, text) => {
    expect(page.byId(id).text).toContain(text);
  });

  test.each([
    ['Ines Falk', 'said 4, did 1 time'],
    ['Tobias Rhee', 'said 2, did 1 money'],
    ['Leocadia Munt', 'said 1, did 0'],
    ['Rune Aldous', 'said 1, did 5 time, money, people, tradeoff and peer'],
    ['Sunniva Brandt', 'down from supporter on 2026-09-15'],
    ['Yara Stentoft', '208 days ago, more than 180'],
  ])('shows where %s stands', (name, text) => {
    const row = page.byId('standing').one('tbody').one((element) => element.name === 'tr' && element.one('th').text.startsWith(name));
    expect(row.text).toContain(text);
  });
});
