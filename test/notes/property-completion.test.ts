import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../src/markdown/frontmatter.js';
import { DEFAULT_PLAYBOOK_SETTINGS, type PlaybookSettings } from '../../src/notes/playbook-settings.js';
import { completeProperty, type PropertyCompletion } from '../../src/notes/property-completion.js';
import { executive, initiative, journey, pilot, playbookOf } from '../builders.js';

const PLAYBOOK = playbookOf(
  executive({ title: 'Ana Ruiz', role: 'CEO' }),
  executive({ title: 'Ben Okafor' }),
  executive({ path: 'Old/Twin.md', role: 'COO' }),
  executive({ path: 'A/B/Twin.md', role: 'CFO' }),
  initiative({ title: 'Goodwill purse' }),
  pilot({ title: 'Texts' }),
  journey({ units: ['Freight', 'Crossings: north'] }),
);

function complete(marked: string, settings: Partial<PlaybookSettings> = {}, path = 'New.md'): PropertyCompletion | undefined {
  const offset = marked.indexOf('¦');
  return completeProperty(marked.replace('¦', ''), offset, { playbook: PLAYBOOK, settings: { ...DEFAULT_PLAYBOOK_SETTINGS, ...settings }, path });
}

function labels(marked: string): string[] {
  return complete(marked)?.options.map(({ label }) => label) ?? [];
}

/** The text after the first option was taken. */
function take(marked: string): string {
  const completion = complete(marked);
  const text = marked.replace('¦', '');
  return completion === undefined ? text : text.slice(0, completion.from) + (completion.options[0]?.apply ?? '') + text.slice(completion.to);
}

describe('what is offered', () => {
  test.each([
    ['names of the kind, without those that are there', '---\ntype: executive\nneeded_commitment: x\ncom¦\n---\n', ['commitment', 'competencies']],
    ['the name of the kind’s property alone while no kind is named', '---\n¦\n---\n', ['type']],
    ['kinds', '---\ntype: pi¦\n---\n', ['pilot']],
    ['levels', '---\ntype: executive\ncommitment: ¦\n---\n', ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate']],
    ['what begins so before what holds it', '---\ntype: executive\nneeded_commitment: p¦\n---\n', ['passive', 'opposer', 'toe-dipper', 'supporter']],
    ['competencies in brackets', '---\ntype: play\ncompetencies: [employee-engagement, cust¦]\n---\n', ['customer-connectedness']],
    ['signs behind a dash', '---\ntype: executive\nsigns:\n  - agenda-item\n  - cx¦\n---\n', ['cx-goal']],
    ['statuses of the kind', '---\ntype: vision\nstatus: ¦\n---\n', ['draft', 'approved', 'retired']],
    ['phases', '---\ntype: pilot\nphase: pro¦\n---\n', ['prove-value']],
    ['ambitions', '---\ntype: pilot\nambition: unit¦\n---\n', ['unit', 'cross-unit']],
    ['units of the journey', '---\ntype: initiative\nunits:\n- ¦\n---\n', ['Freight', 'Crossings: north']],
    ['moves', '---\ntype: play\nmoves: [passive¦]\n---\n', ['passive -> toe-dipper', 'opposer -> passive']],
    ['notes of the right kinds', '---\ntype: initiative\ndepends_on: ["[[t¦', ['Texts']],
    ['executives only for a sponsor', '---\ntype: initiative\nsponsor:\n  - "[[¦"\n---\n', ['Twin', 'Ana Ruiz', 'Ben Okafor', 'Twin']],
  ])('%s', (_what, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test('shows the softened label of a level, the meaning of others, and the schema’s words for names', () => {
    const details = complete('---\ntype: executive\ncommitment: ¦\n---', { levelLabels: { opposer: 'not convinced yet' } })?.options.map(({ detail }) => detail);
    expect(details?.slice(0, 2)).toEqual(['not convinced yet', 'does not really care']);
    expect(complete('---\ntype: executive\nasses¦\n---')?.options).toEqual([{ label: 'assessed', detail: 'Day on which the level was last assessed.', apply: 'assessed: ' }]);
  });

  test('own values and another name for the kind count', () => {
    const settings = { ownValues: new Map([['signs', ['board-minutes']]]), kindProperty: 'sort' };
    expect(complete('---\nsort: executive\nsigns: [boa¦]\n---', settings)?.options[0]?.label).toBe('board-minutes');
    expect(complete('---\nsort: exe¦\n---', settings)?.options[0]?.label).toBe('executive');
  });

  test('the kind by folder counts where none is written, and a note is not offered itself', () => {
    const ana = 'Executives/Ana Ruiz.md';
    expect(complete('---\nneeded¦\n---\n', {}, ana)?.options[0]?.label).toBe('needed_commitment');
    expect(complete('---\npeers: ["[[A¦"]\n---\n', {}, ana)?.options.map(({ label }) => label)).toEqual(['Ben Okafor']);
  });
});

describe('what is taken fits its place', () => {
  test.each([
    ['---\ntype: executive\ncom¦: x\n---\n', '---\ntype: executive\ncommitment: x\n---\n'],
    ['---\ntype: executive\ncommitment:¦\n---\n', '---\ntype: executive\ncommitment: opposer\n---\n'],
    ['---\ntype: executive\ncommitment: sup¦porter # c\n---\n', '---\ntype: executive\ncommitment: supporter # c\n---\n'],
    ['---\ntype: executive\r\ncommitment: "sup¦"\r\n---\r\n', '---\ntype: executive\r\ncommitment: "supporter"\r\n---\r\n'],
    ['---\ntype: play\ncompetencies: cust¦\n---\n', '---\ntype: play\ncompetencies: [customer-connectedness]\n---\n'],
    ['---\ntype: pilot\nsponsor: ¦\n---\n', '---\ntype: pilot\nsponsor: ["[[Twin]]"]\n---\n'],
    ['---\ntype: pilot\nsponsor: [[Ana¦]]\n---\n', '---\ntype: pilot\nsponsor: ["[[Ana Ruiz]]"]\n---\n'],
    ['---\ntype: pilot\nsponsor: ["[[Ana¦]]"]\n---\n', '---\ntype: pilot\nsponsor: ["[[Ana Ruiz]]"]\n---\n'],
    ['---\ntype: pilot\nsponsor: ["[[Ana¦]]\n---\n', '---\ntype: pilot\nsponsor: ["[[Ana Ruiz]]"\n---\n'],
    ['---\ntype: pilot\nsponsor:\n  - Ana¦\n---\n', '---\ntype: pilot\nsponsor:\n  - "[[Ana Ruiz]]"\n---\n'],
    ["---\ntype: pilot\nsponsor: ['[[Ana¦', \"[[Ben Okafor]]\"]\n---\n", "---\ntype: pilot\nsponsor: ['[[Ana Ruiz]]', \"[[Ben Okafor]]\"]\n---\n"],
    ['---\ntype: pilot\nsponsor:\n  -¦\n---\n', '---\ntype: pilot\nsponsor:\n  - "[[Twin]]"\n---\n'],
    ['---\ntype: pilot\nunits: [Cross¦]\n---\n', '---\ntype: pilot\nunits: ["Crossings: north"]\n---\n'],
    ['\uFEFF---\ntype: pilot\nunits: [\n  Freight,\n  Cro¦\n]\n---\n', '\uFEFF---\ntype: pilot\nunits: [\n  Freight,\n  "Crossings: north"\n]\n---\n'],
  ])('%j', (marked, expected) => {
    expect(take(marked)).toBe(expected);
  });

  test('a note whose name another has is linked by its path', () => {
    expect(complete('---\ntype: pilot\nsponsor: ["[[Tw¦"]\n---\n')?.options.map(({ detail, apply }) => [detail, apply])).toEqual([['CFO', '"[[Twin]]"'], ['COO', '"[[Old/Twin|Twin]]"']]);
  });

  test('every offered unit, link and choice reads back as what it says', () => {
    for (const [name, type] of [['units', 'pilot'], ['sponsor', 'pilot'], ['competencies', 'play'], ['moves', 'play'], ['lever', 'play']] as const) {
      for (const form of ['¦', '[¦]', '\n  - ¦', '\n- "¦"', "['¦']"]) {
        const marked = `---\ntype: ${type}\n${name}: ${form}\n---\n`;
        const completion = complete(marked);
        const text = marked.replace('¦', '');
        expect(completion).toBeDefined();
        for (const { label, apply } of completion?.options ?? []) {
          const taken = text.slice(0, completion?.from) + apply + text.slice(completion?.to);
          const value = readFrontmatter(taken).get(name)?.value;
          expect(Array.isArray(value) && value.length === 1 && String(value[0]).includes(label)).toBe(true);
        }
      }
    }
  });
});

test.each(['¦---\ntype: pilot\n---\n', '---\ntype: pilot\n---\nspon¦', 'type: ¦', '---\n# com¦\n---\n', '---\ntype: pilot # pi¦\n---\n', '---\ntitle: ¦\n---\n', '---\ntype: executive\ncommitment: zzz¦\n---\n', '---\n\ntext\ntype: pi¦', '---\ntype: executive\ncommitment: "sup" ¦\n---\n'])('nothing is offered at %j', (marked) => {
  expect(complete(marked)).toBeUndefined();
});

test('any place of any text is answered within the text', () => {
  const part = fc.constantFrom('---\n', 'type: pilot\n', 'sponsor:', ' ', '[', '[[', ']]', ']', '"', "'", '- ', '\n', '\r\n', ',', '#', 'com', 'A', ':', '  ');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.nat(60), (parts, at) => {
      const text = `---\n${parts.join('')}`;
      const offset = Math.min(at, text.length);
      const completion = completeProperty(text, offset, { playbook: PLAYBOOK, settings: DEFAULT_PLAYBOOK_SETTINGS });
      if (completion === undefined) return;
      expect(completion.from).toBeLessThanOrEqual(offset);
      expect(completion.to).toBeGreaterThanOrEqual(offset);
      expect(text.slice(completion.from, completion.to)).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 2000 },
  );
});

test('of 10,000 notes at most 50 are offered', () => {
  const playbook = playbookOf(...Array.from({ length: 10_000 }, (_, index) => executive({ title: `Person ${index}` })));
  const text = '---\ntype: pilot\nsponsor: ["[[on 99';
  const completion = completeProperty(text, text.length, { playbook, settings: DEFAULT_PLAYBOOK_SETTINGS });
  expect(completion?.options).toHaveLength(50);
});
