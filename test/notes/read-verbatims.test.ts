import { describe, expect, test } from 'vitest';
import { readKind } from './read-kind.js';
import { lines } from './read.js';

describe('an insight’s verbatims', () => {
  test.each([
    ['a block quote', '> I rang at six. I rang at eight.', ['I rang at six. I rang at eight.']],
    ['a block quote without its marks, its id and who said it', '> "I rang at six." — Kirsi, 38 ^three-calls', ['I rang at six.']],
    ['a block quote over lines', '> I rang at six.\n> I rang\n  at eight.', ['I rang at six. I rang at eight.']],
    ['a block quote with its speaker on the next line', '> I rang at six.\n> — Kirsi, 38', ['I rang at six.']],
    ['a block quote with its speaker in the next paragraph', '> I rang at six.\n>\n> — Kirsi, 38', ['I rang at six.']],
    ['the paragraphs of a block quote', '> “I rang at six.\n>\n> “I rang at eight.”', ['I rang at six.', 'I rang at eight.']],
    ['two quotations in one block quote', '> "I rang," she said, "and nobody was there at all."', ['I rang,', 'and nobody was there at all.']],
    ['a block quote in single marks', '> ‘It’s about the boat.’', ['It’s about the boat.']],
    ['quoted list items, however short', '- "Never again."\n- “18 to change a ticket.” — by app\n- plain', ['Never again.', '18 to change a ticket.']],
    ['quoted words in the text, from four on', 'She said "one text, even wrong" and "no".', ['one text, even wrong']],
    ['quoted words in a list item, from four on', '- Kept us because of "the one at the desk", says "yes".', ['the one at the desk']],
    ['other marks', 'Er sagt: „Das Schiff war nicht da.“ Elle dit «\u00a0Personne ne nous a rien dit\u00a0».', ['Das Schiff war nicht da.', 'Personne ne nous a rien dit']],
    ['Japanese', '「誰も教えてくれなかった」', ['誰も教えてくれなかった']],
    ['cells of a table, not its header', '| "I can put it right myself" | n |\n|---|---|\n| "Nobody told us a thing" | 74 |\n| "No" | 1 |', ['Nobody told us a thing']],
    ['a callout of quotes without its title', '> [!quote] Kirsi, in her kitchen\n> I rang at six.', ['I rang at six.']],
    ['not other callouts, but what they quote', '> [!tip] Ask\n> Ask them "what would have changed it", too.', ['what would have changed it']],
    ['not coach callouts', '> [!coach] Think\n> "What would have changed it for her?"', []],
    ['links by their label, emphasis without marks', '> I rang **[[Desk|the desk]]** at _six_.', ['I rang the desk at six.']],
    ['nothing in code', '```\n> "I rang at six today."\n```\n\n    "I rang at six today."', []],
    ['nothing in comments', '%% "I rang at six today." %%\n\n> I rang %% at six %% today.\n\n<!-- "I rang at six today." -->', ['I rang today.']],
    ['nothing in inches and apostrophes', 'A 19" board and a 21" one don\'t fit the customers\' wall here.', []],
    ['no title of a link', '[a]: https://example.org "the title of a page"\n[b](https://example.org "the title of a page")', []],
    ['nothing that is not closed', 'She said "I rang at six and', []],
    ['no heading', '## "I rang at six today"', []],
    ['CRLF', '> "I rang\r\n> at six."\r\n\r\n- "Never again."\r\n', ['I rang at six.', 'Never again.']],
  ])('%s', async (_what, body, expected) => {
    const { note } = await readKind('insight', body);
    expect(note.verbatims.map(({ text }) => text)).toEqual(expected);
  });

  test('have the exact place of their words', async () => {
    const { note, text } = await readKind('insight', lines('Voices', '', '> "I rang **at six**." — Kirsi', '', '- “Never again.”', '', '> Plain words', '> on two lines. ^id'));
    expect(note.verbatims.map(({ from, to }) => text.slice(from, to))).toEqual(['I rang **at six**.', 'Never again.', 'Plain words\n> on two lines.']);
  });

  test('come with the day of the property', async () => {
    expect((await readKind('insight', '> x', 'date: 2026-06-18\n')).note.date).toBe('2026-06-18');
    expect((await readKind('insight', '> x')).note.date).toBeUndefined();
  });
});

describe('a case tells of a person', () => {
  test.each([
    ['in a section named as a story', '## The story\nKirsi missed an appointment.', true],
    ['in a section below it', '## Story\n### Kirsi\nShe missed it.', true],
    ['in a section whose name goes on', '## The story: Kirsi\nShe missed it.', true],
    ['in German', '## Die Geschichte\nSie kam zu spät.', true],
    ['in their own words', 'It costs 3.\n\n> "I rang at six." — Kirsi', true],
    ['in a note that it embeds', '![[Voice – Stranded#^three-calls]]', true],
    ['not in an empty section', '## The story\n%% One customer. %%\n', false],
    ['not in an embedded picture', '![[chart.png]]', false],
    ['not in code', '```\n![[Voice]]\n```', false],
    ['not in numbers', '## The number\n| a | b |\n|---|---|\n| 1 | 2 |', false],
    ['not in the story of something else', '## The story so far in numbers\n12', false],
  ])('%s', async (_what, body, expected) => {
    expect((await readKind('case', body)).note.hasStory).toBe(expected);
  });
});

describe('a case names a figure', () => {
  test.each([
    ['in its text', 'A missed sailing costs 53,700.', true],
    ['not by a day', 'Looked at on 2026-03-01 and in 2026-03.', false],
    ['not by a link', 'See [[Survey 2026]].', false],
    ['not in a comment or in code', '%% 12 %%\n\n```\n13\n```\n', false],
  ])('%s', async (_what, body, expected) => {
    expect((await readKind('case', body)).note.hasFigure).toBe(expected);
  });

  test('and is not written until something stands below its headings', async () => {
    expect((await readKind('case', '## The number\n\n## The story\n%% One customer. %%\n')).note.isWritten).toBe(false);
    expect((await readKind('case', '## The story\nKirsi.\n')).note.isWritten).toBe(true);
  });
});
