/**
 * How good work for customers is rewarded, and how that compares with sales: a table with a column for sales beside
 * another decides for both; without one, the sentences of the note do, and those that name sales speak of sales.
 *
 * @example '| | Sales club | Beacon |\n|---|---|---|\n| Days off | 2 | – |' // forms: [], salesForms: ['time-off']
 */
import { findSentences, type Sentence } from '../markdown/sentences.js';
import type { Table } from '../markdown/table-cells.js';
import { REWARD_FORMS, type RewardForm } from '../playbook/enablement.js';
import type { BodyText } from './body-text.js';
import { saysBehind } from './labelled-text.js';
import { comparesThings, findRewardForms, namesSales } from './reward-words.js';
import { buildWordTest } from './word-test.js';

export interface RecognitionReading {
  readonly forms: readonly RewardForm[];
  readonly salesForms: readonly RewardForm[];
  readonly comparesWithSales: boolean;
  readonly saysCadence: boolean;
}

/** In a cell, says that there is none. */
const NOTHING = /^(?:|0|[-–—✗✘❌]|no|none|nothing|never|n\/a|nein|keine?s?|nichts|non|aucune?|rien|ninguno|nada|geen|niets)$/iu;
const CADENCE_LABEL = /^(?:cadence|how often|rhythm|frequency|takt|wie oft|rhythmus|häufigkeit|fréquence|frecuencia|cada cuánto|hoe vaak)$/iu;
const CADENCE_NAMES: ReadonlySet<string> = new Set(['cadence', 'how often', 'rhythm', 'frequency', 'takt', 'wie oft', 'rhythmus', 'haufigkeit', 'frequence', 'frecuencia', 'hoe vaak']);
const saysOften = buildWordTest(/daily|weekly|fortnightly|monthly|quarterly|yearly|annually|(?:every|each|per|once a|twice a|times a)(?: \p{L}{3,9})? (?:day|shift|week|fortnight|month|quarter|season|year|monday|tuesday|wednesday|thursday|friday)s?|täglich|wöchentlich|monatlich|vierteljährlich|quartalsweise|jährlich|jede[nrs]? (?:tag|schicht|woche|monat|quartal|jahr|montag|freitag)|chaque (?:jour|semaine|mois|trimestre|année)|cada (?:día|semana|mes|trimestre|año)/u);

export function readRecognition(body: BodyText): RecognitionReading {
  const sentences = findSentences(body.text, body.outline);
  const table = body.tablesIn({ from: 0, to: body.text.length }).find((candidate) => salesColumn(body, candidate) > 0);
  const said = table === undefined ? readSentences(sentences) : readComparison(body, table);
  return { ...said, saysCadence: saysCadence(body, sentences) };
}

/** The place of the column for sales in a table that has another one to compare with; -1 without. The first one names the forms. */
function salesColumn(body: BodyText, { header: { cells } }: Table): number {
  return cells.length < 3 ? -1 : cells.findIndex((cell, index) => index > 0 && namesSales(body.plain(cell)));
}

function readComparison(body: BodyText, table: Table): Omit<RecognitionReading, 'saysCadence'> {
  const sales = salesColumn(body, table);
  const here = new Set<RewardForm>();
  const there = new Set<RewardForm>();
  for (const { cells: [label, ...others] } of table.rows) {
    const named = label === undefined ? [] : findRewardForms(body.plain(label));
    others.forEach((cell, index) => {
      const held = body.plain(cell);
      if (NOTHING.test(held)) return;
      for (const form of named.length > 0 ? named : findRewardForms(held)) (index + 1 === sales ? there : here).add(form);
    });
  }
  return { forms: inOrder(here), salesForms: inOrder(there), comparesWithSales: here.size + there.size > 0 };
}

function readSentences(sentences: readonly Sentence[]): Omit<RecognitionReading, 'saysCadence'> {
  const here = new Set<RewardForm>();
  const there = new Set<RewardForm>();
  let compares = false;
  for (const { text, kind, section } of sentences) {
    // A title names the note; a heading below it names what stands under it.
    if (kind === 'heading' && (section === undefined || section.heading.level === 1 || !section.hasContent)) continue;
    const isSales = namesSales(text);
    const isCompared = isSales && comparesThings(text);
    compares ||= isCompared;
    for (const form of findRewardForms(text)) {
      if (isSales) there.add(form);
      if (!isSales || isCompared) here.add(form);
    }
  }
  return { forms: inOrder(here), salesForms: compares ? inOrder(there) : [], comparesWithSales: compares };
}

function saysCadence(body: BodyText, sentences: readonly Sentence[]): boolean {
  return (
    sentences.some(({ kind, text }) => kind === 'text' && saysOften(text)) ||
    saysBehind(sentences, CADENCE_LABEL) ||
    body.parts(CADENCE_NAMES).some(({ section }) => section.hasContent)
  );
}

function inOrder(forms: ReadonlySet<RewardForm>): readonly RewardForm[] {
  return REWARD_FORMS.filter((form) => forms.has(form));
}
