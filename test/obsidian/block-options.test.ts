import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBlock, readBlock } from '../../src/obsidian/block-options.js';
import { DEFAULT_CHOICE, readRoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import { NO_FILTER } from '../../src/roadmap/roadmap-filter.js';

describe('the options of a block', () => {
  test.each([
    ['group: [', 'Line 1: '],
    ['gaps: true\n---\ngroup: leader', 'Line 2: A line of "---" ends the options.'],
    ['gaps: true\ngaps: false', 'Line 2: '],
    ['just words', 'Line 1: '],
    ['height: tall', 'Line 1: Option "height" holds "tall".'],
  ])('of %j are told to be wrong where they are', async (source, told) => {
    const { problems } = await readBlock(source);
    expect(problems.join('\n')).toContain(told);
  });

  test('take a height with its unit, and nothing at all', async () => {
    expect((await readBlock('height: 400px')).heightPx).toBe(400);
    expect((await readBlock('height:')).problems).toEqual([]);
    expect(await readBlock('')).toEqual({ choice: DEFAULT_CHOICE, heightPx: undefined, problems: [] });
  });

  test('never make it throw', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (source) => {
        expect((await readBlock(source)).choice.groupBy).toBeTypeOf('string');
      }), { numRuns: 200 });
  });

  test('that are written for a choice are read as that choice', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const written = fc.record({ group: text.map((name) => `property:${name}`), search: text, unit: fc.array(text, { maxLength: 3 }), gaps: fc.boolean(), rows: fc.constantFrom('packed', 'single'), from: fc.constantFrom('2027', '2027-Q1', '2027-03-01') });
    await fc.assert(
      fc.asyncProperty(written, async (values) => {
        const { choice } = readRoadmapChoice(values);
        const lines = formatBlock(choice).split('\n');
        expect((await readBlock(lines.slice(1, -2).join('\n'))).choice).toEqual(choice);
      }),
      { numRuns: 200 },
    );
  });

  test('cannot close their own fence', () => {
    const made = formatBlock({ ...DEFAULT_CHOICE, filter: { ...NO_FILTER, text: '````' } });
    expect(made.startsWith('`````cx-roadmap\n')).toBe(true);
  });
});
