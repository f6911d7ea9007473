import { describe, expect, test } from 'vitest';
import { readKind } from './read-kind.js';

describe('what follows an honest mistake is said', () => {
  test.each([
    ['behind a bold label', '**Mistakes:** one talk.', true],
    ['behind a label, on the next line', '**Mistakes:**\none talk', true],
    ['behind a label, in the next paragraph', '**When it goes wrong:**\n\n- one talk', true],
    ['under a heading', '## Mistakes and abuse\nOne talk.', true],
    ['in a sentence', 'An honest mistake stays between two people.', true],
    ['in a sentence about coaching', 'Errors are coached, abuse is not.', true],
    ['in a table', '| What | 75 |\n|---|---|\n| Mistakes | one talk |', true],
    ['in German', '**Fehler:** ein Gespräch.', true],
    ['in a German sentence', 'Ein ehrlicher Fehler bleibt unter uns.', true],
    ['in a French sentence', 'L’erreur, commise une fois: erreur de bonne foi.', true],
    ['in a sentence, right behind a bracket', '(Error)coaching is what follows.', true],
    ['not by parts of words', 'Éhonest mistaken terrors, and no blackblame.', false],
    ['with CRLF', '## Mistakes\r\n\r\nOne talk.\r\n', true],
    ['not by a label with nothing behind', '**Mistakes:** %% What follows? %%\n\n**Notebook:** three lines', false],
    ['not by an empty heading', '## Mistakes\n%% What follows? %%\n', false],
    ['not by the word alone', 'Fewer mistakes at the desk.', false],
    ['not in code', '```\nMistakes: one talk\n```', false],
    ['not in a comment', '%% An honest mistake gets a talk. %%', false],
    ['not in an empty cell', '| What | 75 |\n|---|---|\n| Mistakes | |', false],
  ])('%s', async (_what, body, expected) => {
    expect((await readKind('empowerment', body)).note.saysMistakes).toBe(expected);
  });
});

describe('recognition', () => {
  test.each([
    ['in a table beside sales', '| | Sales club | Beacon |\n|---|---|---|\n| Money | 1,200 | – |\n| Days off | 2 | 2 |\n| Celebration | none | dinner |\n| Announced | call | call |', ['time-off', 'recognition', 'fun'], ['money', 'time-off', 'recognition'], true],
    ['by what cells hold, where the label says nothing', '| Rank | Vertrieb | Service |\n|---|---|---|\n| 1 | Bonus und Urlaub | ein Pokal |', ['award'], ['money', 'time-off'], true],
    ['with the sales column last', '| | Service | Sales |\n|---|---|---|\n| Award | yes | no |', ['award'], [], true],
    ['in an empty table', '| | Sales | Here |\n|---|---|---|\n| Money | | |', [], [], false],
    ['in sentences', '- Two days off\n- A trophy, and a thank-you from the CEO.\n- 200 € in the hand', ['money', 'time-off', 'award', 'recognition'], [], false],
    ['on par, in a sentence', 'A bonus and a dinner, the same as sales gets.', ['money', 'fun'], ['money', 'fun'], true],
    ['less than sales, in sentences', 'Good work earns applause.\nSales, compared with that, is paid a commission.', ['money', 'recognition'], ['money'], true],
    ['in headings below the title', '# Recognition awards\n## Time off\nOne day.\n## Fun\n', ['time-off'], [], false],
    ['not in code and comments', '%% award %%\n```\nbonus\n```', [], [], false],
    ['in words with one sign between', 'Bonus,dinner,award', ['money', 'award', 'fun'], [], false],
    ['not by what stands right behind an accented letter', 'Éaward, ñbonus, 2fun.', [], [], false],
    ['on par, with one sign between the words', 'Sales=same bonus', ['money'], ['money'], true],
    ['not by parts of words', 'A wonderful funnel, monetary policy, a prime minister’s upward move.', [], [], false],
  ])('%s', async (_what, body, forms, salesForms, comparesWithSales) => {
    const { note } = await readKind('recognition', body);
    expect({ forms: note.forms, salesForms: note.salesForms, compares: note.comparesWithSales }).toEqual({ forms, salesForms, compares: comparesWithSales });
  });

  test.each([
    ['Every quarter, six of them.', true],
    ['**Cadence:** when the sun is high', true],
    ['## How often\nWhen ten have been named.', true],
    ['Announced weekly.', true],
    ['Every two weeks.', true],
    ['Jedes Quartal.', true],
    ['**Cadence:** %% how often? %%', false],
    ['## Cadence\n', false],
    ['In every unit.', false],
    ['Éweekly, and biweekly.', false],
    ['(weekly)', true],
    ['```\nevery week\n```', false],
  ])('says how often: %j is %s', async (body, expected) => {
    expect((await readKind('recognition', body)).note.saysCadence).toBe(expected);
  });
});
