/** What the playbook reads in a note's text beside levels and evidence, by kind, as facts that two versions are compared by. */
import type { PlaybookNote } from '../playbook/note.js';
import type { RoomPromise } from '../playbook/room.js';
import type { Fact, FactItem } from './note-facts.js';
import { plainWords } from './wording.js';

export function readBodyFacts(note: PlaybookNote): readonly (readonly [string, Fact])[] {
  switch (note.kind) {
    case 'executive': return lists({ assessments: note.assessments.map(({ date, level }) => `${date} ${level}`) });
    case 'initiative':
    case 'pilot':
    case 'milestone': return lists({ 'what’s in it for': note.benefits, 'told on': note.toldOn });
    case 'journey': return lists({ phases: note.phases.map(({ phase, name, start, end }) => `${name === '' ? phase : name} ${start.text} to ${end.text}`) });
    case 'room': return [...lists({ stages: note.stages }), ...listOf('promises', note.promises.map(promiseItem))];
    case 'insight': return lists({ voices: note.verbatims.map(({ text }) => text) });
    case 'case': return switches({ story: note.hasStory, figure: note.hasFigure });
    case 'empowerment': return switches({ 'honest mistakes': note.saysMistakes });
    case 'recognition': return [...lists({ rewards: note.forms, 'rewards of sales': note.salesForms }), ...switches({ 'compared with sales': note.comparesWithSales, 'how often': note.saysCadence })];
    default: return [];
  }
}

function lists(byName: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, Fact])[] {
  return Object.entries(byName).flatMap(([name, texts]) => listOf(name, texts.map((text) => ({ key: plainWords(text), text }))));
}

function listOf(name: string, items: readonly FactItem[]): readonly (readonly [string, Fact])[] {
  return items.length === 0 ? [] : [[name, { form: 'list', items }]];
}

/** What a note does not say is absent, as it is for properties. */
function switches(byName: Readonly<Record<string, boolean>>): readonly (readonly [string, Fact])[] {
  return Object.entries(byName).flatMap(([name, says]): readonly (readonly [string, Fact])[] => (says ? [[name, { form: 'value', key: 'yes', text: 'written' }]] : []));
}

function promiseItem({ what, by, kept }: RoomPromise): FactItem {
  const state = kept === true ? ' (kept)' : kept === false ? ' (not kept)' : '';
  const text = `${what}${by === undefined ? '' : ` by ${by}`}${state}`;
  return { key: plainWords(text), text };
}
