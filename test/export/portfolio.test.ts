import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPortfolioCsv } from '../../src/export/portfolio-csv.js';
import { formatPortfolioHtml } from '../../src/export/portfolio-html.js';
import { formatPortfolioJson } from '../../src/export/portfolio-json.js';
import { formatPortfolioMarkdown } from '../../src/export/portfolio-markdown.js';
import { readResult, type ReadingContext } from '../../src/export/portfolio-reading.js';
import { formatPortfolioText } from '../../src/export/portfolio-text.js';
import { buildPortfolio, type Portfolio } from '../../src/playbook/portfolio-clients.js';
import { date } from '../builders.js';
import { HOSTILE_TITLES } from './hostile-titles.js';
import { findUnsafe, readMarkup } from './markup-reader.js';
import { readPage } from './page-tree.js';
import { portfolios, WHOLE } from './portfolio-builders.js';

const today = date('2026-11-22');
const context: ReadingContext = { moveDays: 90, knownRules: new Set(['require-why', 'require-model']) };

/** The portfolio that its own JSON gives. */
function readBack(text: string): Portfolio {
  const result = readResult(text, context);
  if (result.kind !== 'portfolio') throw new Error(`Read as ${JSON.stringify(result)}`);
  return buildPortfolio(result.clients, result.unread);
}

describe('the JSON', () => {
  test('is read back to the same portfolio, and written again to the same bytes', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const text = formatPortfolioJson(portfolio);
        expect(readBack(text)).toEqual(portfolio);
        expect(formatPortfolioJson(readBack(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['no-json', '{'],
    ['no-json', ''],
    ['other-json', '[]'],
    ['other-json', 'null'],
    ['other-json', '{"version":"2.1.0","runs":[]}'],
    ['other-version', '{"schema":2,"kind":"portfolio","clients":[],"unread":[]}'],
    ['other-version', '{"schema":2,"diagnostics":[]}'],
    ['damaged', '{"schema":1,"kind":"portfolio","clients":{},"unread":[]}'],
    ['damaged', '{"schema":1,"kind":"portfolio","clients":[{"name":"","asOf":null}],"unread":[]}'],
    ['damaged', '{"schema":1,"kind":"portfolio","clients":[{"name":"A","asOf":"2026-02-30"}],"unread":[]}'],
    ['damaged', '{"schema":1,"kind":"portfolio","clients":[{"name":"A","asOf":null,"work":{"open":-1,"short":0,"unjudged":0}}],"unread":[]}'],
    ['damaged', '{"schema":1,"kind":"portfolio","clients":[{"name":"A","asOf":null,"moves":{"days":90,"up":1.5,"down":0}}],"unread":[]}'],
    ['damaged', '{"schema":1,"kind":"portfolio","clients":[{"name":"A","asOf":null,"foundations":{"vision":"<b>"}}],"unread":[]}'],
    ['damaged', '{"schema":1,"notes":1,"playbookNotes":1,"diagnostics":[{"path":"A.md","rule":"x","severity":"fatal"}]}'],
    ['damaged', '{"schema":1,"today":"2026-11-22","coalition":{},"executives":[{"level":"fan"}]}'],
  ])('%s: %s', (reason, text) => {
    expect(readResult(text, context)).toEqual({ kind: 'unread', reason });
  });

  test('takes no text of another machine for a rule, a step or a reason', () => {
    const text = formatPortfolioJson(buildPortfolio([{ name: 'A', summary: WHOLE }], [{ name: 'B', reason: 'damaged' }]));
    const read = readBack(text.replace('"require-model"', '"ana-ruiz-said"').replace('"start-here"', '"Ana Ruiz"').replace('"damaged"', '"Ana Ruiz left"'));
    expect(read.clients[0]?.summary.findings?.rules[0]).toEqual({ rule: 'other', count: 4 });
    expect(read.clients[0]?.summary.next).toEqual(['assess']);
    expect(read.unread).toEqual([{ name: 'B', reason: 'failed' }]);
  });

  test('throws at no text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map((value) => JSON.stringify({ schema: 1, kind: 'portfolio', clients: [value], unread: [value] }))), (text) => {
      expect(readResult(text, context).kind).toMatch(/^(portfolio|lint|commitment|unread)$/);
    }));
  });
});

describe('results of other commands', () => {
  test('of lint give counts, without the private folder', () => {
    const diagnostic = (path: string, rule: string, severity: string) => ({ path, rule, severity, message: 'Ana Ruiz', range: {} });
    const diagnostics = [diagnostic('A.md', 'require-why', 'error'), diagnostic('B.md', 'require-why', 'error'), diagnostic('B.md', 'unknown', 'info'), diagnostic('_coach/C.md', 'require-why', 'error'), diagnostic('A.md', 'private-leak', 'error')];
    expect(readResult(JSON.stringify({ schema: 1, notes: 9, playbookNotes: 7, diagnostics, summary: {} }), context)).toEqual({
      kind: 'lint',
      summary: { asOf: undefined, notes: { read: 9, playbook: 7 }, findings: { error: 2, warning: 0, info: 1, rules: [{ rule: 'require-why', count: 2 }, { rule: 'other', count: 1 }] } },
    });
  });

  test('of commitment give levels and movement', () => {
    const person = (values: object) => ({ level: 'supporter', needed: 'supporter', assessedOn: '2026-11-01', stale: false, runs: [], ...values });
    const executives = [
      person({ runs: [{ level: 'passive', since: '2026-01-01' }, { level: 'supporter', since: '2026-11-01' }] }),
      person({ level: 'passive', needed: 'advocate', runs: [{ level: 'supporter', since: '2026-08-01' }, { level: 'passive', since: '2026-10-01' }] }),
      person({ level: null, needed: null, assessedOn: null }),
      person({ stale: true, runs: [{ level: 'supporter', since: '2026-11-01' }] }),
    ];
    expect(readResult(JSON.stringify({ schema: 1, today: '2026-11-22', executives, coalition: {} }), context)).toEqual({
      kind: 'commitment',
      summary: {
        asOf: '2026-11-22',
        executives: { levels: { opposer: 0, passive: 1, 'toe-dipper': 0, supporter: 2, advocate: 0 }, notAssessed: 1, below: 1, due: 2 },
        moves: { days: 90, up: 1, down: 1 },
      },
    });
  });
});

describe('forms', () => {
  const portfolio = buildPortfolio([{ name: 'Acme', summary: WHOLE }, { name: 'Lint alone', summary: { asOf: undefined, notes: { read: 1, playbook: 1 } } }], [{ name: 'Gone', reason: 'not-there' }]);

  test('the text has a line for each fact', () => {
    expect(formatPortfolioText(portfolio, today)).toContain(`Acme
====
As of 2026-11-22, 40 notes, 31 of them in the playbook. Look here first: 1 moved down in 90
days; 3 of 8 open items short of commitment; nothing recorded for 82 days; 3 remarks open, the
oldest for 41 days; 2 of 8 executives below the level needed; 1 level to assess; 1 error in the
notes.
- Executives: 4 of 8 at supporter or above, 50\u00a0% (1 as advocate, 3 as supporter, 2 as
  toe-dipper, 1 as opposer, 1 not assessed)
- Moved in 90 days: 2 up, 1 down
- Open work: 3 of 8 short, 1 not judged
- Findings: 1 error, 4 warnings; require-model ×4, require-why ×1
- Open remarks: 1 risk, 2 questions, the oldest for 41 days
- Last recorded: 2026-09-01, 82 days before
- Foundations: vision approved, strategy written, governance none
- Competencies: 3 of 4 covered, without employee engagement
- Next steps: Start where a head is committed; Assess levels again
`);
  });

  test('what a source does not tell is told nowhere as zero', () => {
    const page = readPage(formatPortfolioHtml(portfolio, today));
    const row = page.one((element) => element.name === 'table' && element.has('portfolio')).all('tr').at(-1);
    expect(row?.text).toBe('Lint alone day not told No reason to look in what is told. not told not told not told not told not told not told');
    const lintAlone = formatPortfolioCsv(portfolio).split('\r\n')[2] ?? '';
    expect(lintAlone.split(',').filter((cell) => cell !== '')).toEqual(['Lint alone', '0', '1', '1']);
  });

  test('those not read are listed with the reason', () => {
    for (const text of [formatPortfolioText(portfolio, today), formatPortfolioMarkdown(portfolio, today), formatPortfolioCsv(portfolio)]) {
      expect(text.replace(/\s+/g, ' ')).toContain('It is not there, or cannot be opened. Name a folder or file that exists.');
    }
    expect(readPage(formatPortfolioHtml(portfolio, today)).byId('unread').text).toBe('Not read Gone It is not there, or cannot be opened. Name a folder or file that exists.');
  });

  test('the page has a language, landmarks, one heading of each section, and names its cells for a phone', () => {
    const page = readPage(formatPortfolioHtml(portfolio, today));
    expect(page.one('html').attributes['lang']).toBe('en');
    expect(page.one('main').all('section').map((section) => section.one('h2').text)).toEqual(['Not read', 'Where each client stands', 'Foundations and competencies', 'Health of the notes']);
    for (const table of page.all('table')) {
      const heads = table.all((element) => element.attributes['role'] === 'columnheader').map(({ text }) => text);
      for (const row of table.all('tr').slice(1)) expect(['Client', ...row.all('td').map(({ attributes }) => attributes['data-label'])]).toEqual(heads);
    }
  });

  test('the page says where nobody could be read', () => {
    expect(readPage(formatPortfolioHtml(buildPortfolio([], []), today)).byId('clients').text).toContain('No client could be read.');
  });

  test.each(Object.values(HOSTILE_TITLES))('a client called %j harms no form', (name) => {
    const hostile = buildPortfolio([{ name, summary: WHOLE }], [{ name, reason: 'failed' }]);
    const page = formatPortfolioHtml(hostile, today);
    expect(findUnsafe(readMarkup(page, 'html'), page)).toEqual([]);
    expect(formatPortfolioMarkdown(hostile, today)).not.toMatch(/<script|(?<!\\)\]\(/i);
    for (const text of [formatPortfolioText(hostile, today), formatPortfolioJson(hostile)]) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('give the same bytes for the same portfolio', () => {
    for (const form of [formatPortfolioHtml, formatPortfolioText, formatPortfolioMarkdown, formatPortfolioCsv, formatPortfolioJson]) expect(form(portfolio, today)).toBe(form(portfolio, today));
  });
});
