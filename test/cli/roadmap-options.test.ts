import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { folderOf, tempFolder } from '../temp-folder.js';
import { runCli, TODAY } from './run-cli.js';

const SAMPLE = join(import.meta.dirname, '../sample-vault');

const VAULT = {
  'Journey.md': '---\ntype: journey\nstart: 2026\nend: 2027\n---\n',
  'Ana Ruiz.md': '---\ntype: executive\nrole: CEO\ncommitment: passive\nassessed: 2026-01-01\naliases: [Boss]\n---\n',
  'Ben.md': '---\ntype: executive\nrole: CIO\ncommitment: supporter\nassessed: 2026-01-01\n---\n',
  'Purse.md': '---\ntype: initiative\nstart: 2026-03\nend: 2027-03\nsponsor: "[[Ana Ruiz]]"\nambition: local\nstatus: active\nunits: ["Sales, North", Freight]\ncompetencies: [employee-engagement]\nphase: awareness\n---\n',
  'Texts.md': '---\ntype: pilot\nstart: 2026-05\nend: 2026-08\nsponsor: "[[Ben]]"\nambition: local\nstatus: planned\nunits: [Terminals]\ncompetencies: [customer-connectedness]\ndepends_on: "[[Purse]]"\n---\n',
  'Board.md': '---\ntype: milestone\nend: 2026-12-31\nstatus: planned\n---\n',
};

function roadmap(cwd: string, ...args: string[]) {
  return runCli(['roadmap', '.', ...args, '--today', TODAY], { cwd });
}

/** Titles of the items drawn. */
async function drawn(...args: string[]): Promise<string> {
  const run = await roadmap(folderOf(VAULT), '--format', 'json', ...args);
  expect(run).toMatchObject({ code: 0 });
  const { lanes } = JSON.parse(run.stdout) as { lanes: { items: { title: string }[] }[] };
  return lanes.flatMap(({ items }) => items.map(({ title }) => title)).sort().join(' ');
}

describe('roadmap, what is seen', () => {
  test.each([
    [[], 'Board Purse Texts'],
    [['--search', 'ana'], 'Purse'],
    [['--kind', 'milestone'], 'Board'],
    [['--kind', 'pilot, milestone'], 'Board Texts'],
    [['--kind', 'pilot', '--kind', 'milestone'], 'Board Texts'],
    [['--competency', 'employee-engagement'], 'Purse'],
    [['--status', 'planned'], 'Board Texts'],
    [['--phase', 'awareness'], 'Purse'],
    [['--ambition', 'local'], 'Purse Texts'],
    [['--unit', 'terminals'], 'Texts'],
    [['--unit', 'Sales, North', '--unit', 'Terminals'], 'Purse Texts'],
    [['--sponsor', 'Ben'], 'Texts'],
    [['--sponsor', 'ben', '--status', 'active'], ''],
    [['--only-gaps'], 'Purse'],
    [['--focus', 'Board'], 'Board'],
    [['--focus', 'Purse.md'], 'Purse Texts'],
    [['--from', '2026-09', '--to', '2026-11'], 'Purse'],
  ])('%j draws %j', async (args, titles) => {
    expect(await drawn(...args)).toBe(titles);
  });

  test('--from and --to take what a note may hold', async () => {
    const { stdout } = await roadmap(folderOf(VAULT), '--format', 'json', '--from', '2026-Q2', '--to', '2027');
    expect(JSON.parse(stdout)).toMatchObject({ horizon: { firstDay: '2026-04-01', lastDay: '2027-12-31' } });
  });

  test('says that nothing is left, and how many items there are', async () => {
    expect(await roadmap(folderOf(VAULT), '--format', 'csv', '--search', 'zebra')).toMatchObject({ code: 0, stderr: 'Nothing with days matches the filter, which leaves out 3 items. Ask for less, or remove the filter.\n' });
  });

  test('--rows single gives each item a row of its own', async () => {
    const heights = async (...args: string[]) => Number(/ height="(\d+)"/.exec((await runCli(['roadmap', SAMPLE, '--today', TODAY, ...args], { cwd: tempFolder() })).stdout)?.[1]);
    expect(await heights('--rows', 'single')).toBeGreaterThan(await heights());
    expect(await heights('--rows', 'packed')).toBe(await heights());
  });

  test.each(['svg', 'html', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'])('--no-commitment: %s says nothing about levels and gaps', async (format) => {
    const cwd = tempFolder();
    const run = (...args: string[]) => runCli(['roadmap', SAMPLE, '--format', format, '--group', 'leader', '--today', TODAY, ...args], { cwd });
    const told = (await run('--no-commitment')).stdout.replace(/<style>.*?<\/style>/gs, '');
    expect(told).toContain('One-call rebooking');
    expect(told).not.toMatch(/toe-dipper|opposer|\bgaps?\b|too low|commitment(?!s?\.md)|crit,/i);
    const full = (await run()).stdout;
    if (format !== 'canvas') expect(full).toMatch(/toe-dipper|crit,/);
  });

  test('--no-arrows draws none', async () => {
    const cwd = tempFolder();
    const run = async (...args: string[]) => (await runCli(['roadmap', SAMPLE, '--today', TODAY, ...args], { cwd })).stdout;
    expect(await run()).toContain('<path class="cx-arrow');
    expect(await run('--no-arrows')).not.toContain('<path class="cx-arrow');
  });

  test.each([
    [['--from', 'soon'], 'Option --from holds "soon", which is not known. Use one of: 2027, 2027-Q1, 2027-03, 2027-03-31.'],
    [['--status', 'planned,actve'], 'Option --status holds "actve", which is not known. Did you mean "active"? Known: idea, planned, active, paused, stalled, done, dropped.'],
    [['--rows', 'many'], 'Option --rows takes one of packed, single, not "many".'],
    [['--focus', 'Nowhere'], 'No item of the roadmap is "Nowhere", so none is shown. Choose another to focus on, or show all.'],
    [['--by-year'], 'Option --by-year needs pages, and svg has none. Add --format html, or name the days with --from and --to.'],
    [['--what-if', 'Ana Ruiz'], 'Option --what-if takes NAME=LEVEL, such as "Ana Ruiz=supporter", not "Ana Ruiz".'],
    [['--what-if', 'Ana Ruix=supporter'], 'No executive is called "Ana Ruix". Did you mean "Ana Ruiz"?'],
    [['--what-if', 'Purse=supporter'], 'No executive is called "Purse". Option --what-if takes the name or path of a note of type executive.'],
    [['--what-if', 'Ana Ruiz=suporter'], 'Option --what-if takes as level one of opposer, passive, toe-dipper, supporter, advocate, not "suporter". Did you mean "supporter"?'],
  ])('%j is told', async (args, message) => {
    expect(await roadmap(folderOf(VAULT), ...args)).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
  });
});

describe('roadmap --what-if', () => {
  test.each(['Ana Ruiz=supporter', 'ana ruiz = Supporters', 'Boss=supporter', 'Ana Ruiz.md=supporter'])('%j raises the executive from today on', async (written) => {
    const run = await roadmap(folderOf(VAULT), '--format', 'json', '--what-if', written);
    expect(JSON.parse(run.stdout)).toMatchObject({ whatIf: { raised: [{ path: 'Ana Ruiz.md', name: 'Ana Ruiz', level: 'supporter' }] } });
    const { stdout } = await roadmap(folderOf(VAULT), '--format', 'md', '--what-if', written);
    expect(stdout).toContain('What if: Ana Ruiz at supporter at least, from today on. No such level is recorded.');
    expect(stdout).toContain('So 1 gap would vanish and 0 would remain, with 0 days too low from today on instead of 130.');
    expect(stdout).toContain(`Too low 2026-03-01 to 2026-11-21: Ana Ruiz is recorded as passive`);
  });

  test('takes several, the names that the vault gives to levels, and tells two of one name apart', async () => {
    const twins = { ...VAULT, 'cx-playbook.yml': 'labels:\n  supporter: Backer\n', 'Old/Ben.md': VAULT['Ben.md'] };
    const cwd = folderOf(twins);
    expect(await roadmap(cwd, '--what-if', 'Ben=advocate')).toMatchObject({ code: 2, stderr: 'Several executives are called "Ben". Name one by its path: "Ben.md", "Old/Ben.md".\n' });
    const run = await roadmap(cwd, '--format', 'md', '--what-if', 'Old/Ben=advocate', '--what-if', 'Boss=backer');
    expect(run.stdout).toContain('What if: Ben at advocate at least');
    expect(run.stdout).toContain('What if: Ana Ruiz at Backer at least');
  });
});

describe('roadmap --by-year', () => {
  test('has a drawing for each year in which something is drawn, with ids of its own, and breaks pages between them', async () => {
    const { stdout } = await roadmap(folderOf(VAULT), '--format', 'html', '--by-year');
    expect([...stdout.matchAll(/<h2>(\d{4})<\/h2>/g)].map(([, year]) => year)).toEqual(['2026', '2027']);
    expect(stdout).toMatch(/@media print\{[^<]*section\.cx-year\{break-after:page\}/);
    const ids = [...stdout.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['svg', 'png', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'])('%s refuses', async (format) => {
    expect(await roadmap(folderOf(VAULT), '--by-year', '--format', format, '-o', 'x')).toEqual({ code: 2, stdout: '', stderr: `Option --by-year needs pages, and ${format} has none. Add --format html, or name the days with --from and --to.\n` });
  });

  test('years without end stand in one drawing', async () => {
    const cwd = folderOf({ 'A.md': '---\ntype: initiative\nstart: 0001\nend: 9999\n---\n' });
    const { code, stdout } = await roadmap(cwd, '--format', 'html', '--by-year', '--from', '0001', '--to', '9999');
    expect(code).toBe(0);
    expect(stdout.match(/<svg /g)).toHaveLength(1);
  });
});
