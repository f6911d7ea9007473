import { expect, test } from 'vitest';
import { whoIsMeant } from '../../src/notes/who-is-meant.js';
import { executive, initiative, playbookOf } from '../builders.js';

const PLAYBOOK = playbookOf(
  executive({ title: 'Ana Ruiz (CEO)' }),
  executive({ title: 'Bo', aliases: ['Bob Okafor'] }),
  executive({ title: 'Cy' }),
  initiative({ title: 'Purse' }),
);

function meant(text: string, selected = ''): { readonly one: string | undefined; readonly all: readonly string[] } {
  const from = text.indexOf(selected);
  const { one, all } = whoIsMeant({ path: 'Diary.md', text, from, to: from + selected.length }, PLAYBOOK);
  return { one: one?.title, all: all.map(({ title }) => title) };
}

const [ANA, BO, CY] = ['Ana Ruiz (CEO)', 'Bo', 'Cy'];

test.each([
  ['nobody', 'A day [[Purse]] [[Gone]]', '', undefined, [ANA, BO, CY]],
  ['the only one whom the note links to', 'See [[Cy|him]] and [[Purse]]', '', CY, [CY, ANA, BO]],
  ['several whom the note links to', 'See [[Cy]] and [[Bo]]', '', undefined, [CY, BO, ANA]],
  ['whom the selection links to, of several', 'See [[Cy]] and [[Bo]] there', 'and [[Bo]]', BO, [BO, CY, ANA]],
  ['whom the selection names, of several', 'See [[Cy]]. Then ana ruiz spoke', 'ana ruiz spoke', ANA, [ANA, CY, BO]],
  ['by another name', 'BOB OKAFOR!', 'BOB OKAFOR!', BO, [BO, ANA, CY]],
  ['nobody, by a part of a word', 'Bolder policy', 'Bolder policy', undefined, [ANA, BO, CY]],
  ['a name behind a part of a word', 'Bobo said, so Bo said', 'Bobo said, so Bo said', BO, [BO, ANA, CY]],
  ['two whom the selection names', 'Bo and Cy', 'Bo and Cy', undefined, [BO, CY, ANA]],
])('a passage is about %s', (_whom, text, selected, one, all) => {
  expect(meant(text, selected)).toEqual({ one, all });
});
