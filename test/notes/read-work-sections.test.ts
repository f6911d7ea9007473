import { describe, expect, test } from 'vitest';
import { readKind } from './read-kind.js';

describe('units that a piece of work says something to', () => {
  test.each([
    ['list items with a colon or dash', '## What’s in it for each unit\n- Freight: fewer calls\n- **Crossings** — calmer nights\n- [[Terminals]]: one script\n- Phones:\n- all of us', ['Freight', 'Crossings', 'Terminals']],
    ['the first column of a table', '## Benefits by unit\n| Unit | What they get |\n|---|---|\n| Freight | fewer calls |\n| Digital \\| IT | |\n| Phones | peace |', ['Freight', 'Phones']],
    ['a heading for each', "## What's in it for whom?\n### Freight\nFewer calls.\n### Phones\n%% soon %%\n", ['Freight']],
    ['headings that name the unit', '## What’s in it for Freight\nFewer calls.\n\n## What is in it for Phones?\n- peace\n\n## What’s in it for us\nMore.', ['Freight', 'Phones']],
    ['what it asks of each unit', '## What it asks of each unit\n- Freight: two people', ['Freight']],
    ['a German heading', '## Nutzen je Bereich\n- Fracht: weniger Anrufe', ['Fracht']],
    ['each once', '## Benefits\n- Freight: a\n- Freight: b', ['Freight']],
    ['nothing in code and comments', '## Benefits\n```\n- Freight: a\n```\n%% - Phones: b %%\n', []],
    ['nothing under other headings', '## What is in the box\n- Freight: a\n## In it\n- Phones: b', []],
    ['CRLF', '## Benefits by unit\r\n- Freight: fewer calls\r\n', ['Freight']],
  ])('%s', async (_what, body, expected) => {
    expect((await readKind('initiative', body)).note.benefits).toEqual(expected);
    expect((await readKind('pilot', body)).note.benefits).toEqual(expected);
  });
});

describe('days on which a result was told', () => {
  test.each([
    ['dated items', '## Told to\n- 2026-11-10 leadership call\n- Rune’s desk, 2026-11-12\n  - 2026-11-13 nested', ['2026-11-10', '2026-11-12']],
    ['another name', '## Shown to\n1. **2026-11-10**: the board', ['2026-11-10']],
    ['a German name', '## Wem gezeigt\n- 2026-11-10 Vorstand', ['2026-11-10']],
    ['the first of two, not what a longer number ends with', '## Told to\n- No. 12026-11-09,2026-11-10 2026-11-11', ['2026-11-10']],
    ['a section below', '## Told to\n### Board\n- 2026-11-10 all of them', ['2026-11-10']],
    ['nothing elsewhere', '## Log\n- 2026-11-10 built it\n\ntold to nobody', []],
    ['nothing in code', '```\n## Told to\n- 2026-11-10 x\n```', []],
    ['an indented heading', '  ## Told to ##\n- 2026-11-10 x', ['2026-11-10']],
  ])('%s', async (_what, body, expected) => {
    const { note, problems } = await readKind('pilot', body);
    expect(note.toldOn).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('an item without a day is reported', async () => {
    const { note, problems } = await readKind('pilot', '## Told to\n- [[Ana]], over lunch\n- %% nobody yet %%\n');
    expect(note.toldOn).toEqual([]);
    expect(problems).toEqual([['Item under "Told to" names no day. Write it as "2026-11-10 who was told".', '[[Ana]], over lunch']]);
  });
});
