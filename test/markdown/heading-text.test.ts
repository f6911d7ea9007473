import { expect, test } from 'vitest';
import { plainHeadingText } from '../../src/markdown/heading-text.js';

test.each([
  ['plain text', 'Why this matters', 'Why this matters'],
  ['surrounding white space of any kind', '\u00a0 Why\u3000\ufeff', 'Why'],
  ['white space inside, as single spaces', 'Why\u00a0it \t matters\nnow', 'Why it matters now'],
  ['emphasis, strong, strike and highlight', '**Why** *this* ***or*** __that__ _x_ ~~y~~ ==z==', 'Why this or that x y z'],
  ['stars and underscores that mark nothing', '2 * 3 snake_case _ ~ =', '2 * 3 snake_case _ ~ ='],
  ['inline code', '`Why` `` a`b ``', 'Why a`b'],
  ['unclosed code', '`Why', '`Why'],
  ['wikilinks', '[[Why]] [[a#b|c]] [[#d]]', 'Why c d'],
  ['links', '[Why](http://x.y/(z)) [**a**][ref] [b]', 'Why a [b]'],
  ['images and embeds', '![[a.png]] Why ![alt](b.png)', 'Why'],
  ['footnote references', 'Why[^1]', 'Why'],
  ['a block id at the end', 'Why ^a-1', 'Why'],
  ['a block id before a comment', 'Why ^a1 %% c %%', 'Why'],
  ['no caret elsewhere', 'a^2 ^b c', 'a^2 ^b c'],
  ['comments', 'Why %%a%% now <!-- b -->', 'Why now'],
  ['unclosed comments', 'Why %%a <!-- b', 'Why %%a <!-- b'],
  ['tags', 'Why #cx/why #2026 C# #', 'Why #2026 C# #'],
  ['HTML tags, but for addresses', '<b>Why</b> <br/> <https://x.y> 1 < 2', 'Why https://x.y 1 < 2'],
  ['escapes', '\\*Why\\* \\a \\[[x]]', '*Why* \\a [[x]]'],
  ['entities', 'Q&amp;A &#39;x&#x27; &nbsp; &unknown; & &lt;', "Q&A 'x' &unknown; & <"],
  ['emoji and other scripts', '🚢 なぜ — Por qué', '🚢 なぜ — Por qué'],
  ['nothing', '', ''],
  ['only a block id', '^a1', ''],
])('reads %s', (_name, raw, expected) => {
  expect(plainHeadingText(raw)).toBe(expected);
});
