/** What a portfolio says is made of its own words and of numbers: no word of a note is among them. */
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { FsVault } from '../../src/cli/fs-vault.js';
import { summarizeStore } from '../../src/cli/portfolio-vault.js';
import { formatPortfolioCsv } from '../../src/export/portfolio-csv.js';
import { formatPortfolioHtml } from '../../src/export/portfolio-html.js';
import { formatPortfolioJson } from '../../src/export/portfolio-json.js';
import { formatPortfolioMarkdown } from '../../src/export/portfolio-markdown.js';
import { formatPortfolioText } from '../../src/export/portfolio-text.js';
import { RULES } from '../../src/lint/rules/index.js';
import { buildPortfolio, type Portfolio } from '../../src/playbook/portfolio-clients.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import type { Vault } from '../../src/vault/vault.js';
import { date } from '../builders.js';
import { portfolios, WHOLE } from '../export/portfolio-builders.js';
import { MemoryVault } from '../memory-vault.js';

const today = date('2026-11-22');

/** Words of three letters or more, in lower case. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}

function formsOf(portfolio: Portfolio): string {
  return [formatPortfolioText, formatPortfolioMarkdown, formatPortfolioHtml].map((form) => form(portfolio, today)).join('\n') + formatPortfolioCsv(portfolio) + formatPortfolioJson(portfolio);
}

async function formsOfVault(vault: Vault): Promise<string> {
  const { summary } = summarizeStore(await PlaybookStore.open(vault, { today }), today, 90);
  return formsOf(buildPortfolio(summary === undefined ? [] : [{ name: 'client', summary }], []));
}

/** Words that portfolios of numbers alone hold, with the ids of the rules. */
let known: ReadonlySet<string>;

beforeAll(() => {
  const others = fc.sample(portfolios, { numRuns: 300, seed: 7 }).map(({ clients, unread }) => formsOf({ clients: clients.map((client) => ({ ...client, name: 'client' })), unread: unread.map((client) => ({ ...client, name: 'client' })) }));
  const ids = RULES.map(({ id }) => id);
  known = wordsOf([...others, formsOf(buildPortfolio([{ name: 'client', summary: WHOLE }], [])), ...ids].join('\n'));
});

function strangeWords(text: string): readonly string[] {
  return [...wordsOf(text)].filter((word) => !known.has(word));
}

describe('a portfolio', () => {
  test('of the sample vault holds no word but its own', async () => {
    const forms = await formsOfVault(new FsVault(join(import.meta.dirname, '../sample-vault')));
    expect(forms).toContain('client');
    expect(strangeWords(forms)).toEqual([]);
  });

  test('holds no word of any note, wherever it stands', async () => {
    const word = fc.string({ unit: fc.constantFrom('q', 'x', 'z', 'j', 'k'), minLength: 6, maxLength: 9 });
    const level = fc.constantFrom('opposer', 'passive', 'toe-dipper', 'supporter', 'advocate');
    const note = fc.record({ title: word, unit: word, role: word, text: word, quote: word, level, needed: level, day: fc.integer({ min: 1, max: 28 }), isOpen: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 4 }), async (notes) => {
        const files = notes.flatMap(({ title, unit, role, text, quote, level: now, needed, day, isOpen }): readonly (readonly [string, string])[] => {
          const on = `2026-0${(day % 9) + 1}-${String(day).padStart(2, '0')}`;
          const practices = `## Why\n${text}\n## Model\n${text}\n`;
          return [
            [`Executives/${title}.md`, `---\ntype: executive\naliases: [${quote}]\ntags: [${text}]\nrole: ${role}\nunit: ${unit}\ncommitment: ${now}\nneeded_commitment: ${needed}\nassessed: ${on}\n${text}: ${quote}\n---\n${practices}## ${text}\n> ${quote}\n\n## Assessments\n- 2026-01-01 ${needed} ${quote}\n\n## Evidence\n### Did\n- ${on} ${text} [[${title}]] #${quote}\n- ${text}\n`],
            [`Initiatives/${title} ${unit}.md`, `---\ntype: initiative\nsponsor: "[[${title}]]"\nunits: [${unit}]\nambition: unit\nstatus: ${isOpen ? 'active' : quote}\nstart: 2026-01\nend: ${text}\nsupports: "[[${quote}]]"\n---\n${practices}`],
            [`Vision/${title}.md`, `---\ntype: vision\nowner: ${role}\n---\n${text}\n`],
            [`Rooms/${title}.md`, `---\ntype: room\ndate: ${on}\n---\n## Promises\n- ${on} ${role}: ${text}\n## Verbatims\n> ${quote}\n`],
            [`_annotations/${title}--7k3m9q2x.md`, `---\ntype: annotation\nformat: 1\nid: 7k3m9q2x\ntarget: "[[${title}]]"\nstatus: open\nkind: risk\nvisibility: client\nauthor: ${role}\ncreated: ${on}T10:00:00Z\nquote: "${quote}"\nprefix: ""\nsuffix: ""\nheading: ["${text}"]\nstart: 0\n---\n## ${on}T10:00:00Z ${role}\n${text}\n`],
          ];
        });
        expect(strangeWords(await formsOfVault(new MemoryVault(Object.fromEntries(files))))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
