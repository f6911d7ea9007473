/** Notes by chance, and edits of them as people make them: each edit is kept, for the truth is told from edits, not from texts. */
import type { buildRandom } from '../random.mjs';
import { LEVELS, type Key, type Note, type Section } from './model.js';

type Random = ReturnType<typeof buildRandom>;

/** What a person did, in the order done. */
export type Edit =
  | { readonly kind: 'set'; readonly name: string; readonly value: string }
  | { readonly kind: 'add-item' | 'remove-item'; readonly name: string; readonly item: string }
  | { readonly kind: 'add-key'; readonly key: Key; readonly at: number }
  | { readonly kind: 'remove-key' | 'other-manner' | 'move-key'; readonly name: string; readonly to: number }
  | { readonly kind: 'comment'; readonly name: string; readonly where: 'above' | 'behind'; readonly comment: string }
  | { readonly kind: 'paragraph'; readonly heading: string; readonly index: number; readonly text: string }
  | { readonly kind: 'append'; readonly heading: string; readonly text: string }
  | { readonly kind: 'add-section'; readonly section: Section }
  | { readonly kind: 'ending' };

const ITEMS = ['roi', 'greatness', 'fear', 'peers', 'in-strategy', 'budget', '[[Ines Falk]]', '[[Board paper]]', 'storm season', 'fares'];
const LISTS = ['lever', 'appeal', 'tags', 'peers', 'signs'];
const TEXTS = ['role', 'unit', 'sponsor'];
const DAYS = ['next_contact', 'start', 'end'];
const WORDS = ['ships', 'storm', 'promise', 'board', 'season', 'ticket', 'quay', 'crew', 'night', 'harbour', 'price', 'answer'];

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

export function buildNote(random: Random): Note {
  const plain = { manner: 'plain', above: '', behind: '' } as const;
  const comments = (): { above: string; behind: string } => ({ above: random.chance(0.1) ? `of ${words(random, 2)}` : '', behind: random.chance(0.15) ? `since ${words(random, 1)}` : '' });
  const keys: Key[] = [
    { name: 'type', value: 'executive', ...plain },
    { name: 'commitment', value: random.pick(LEVELS), ...plain, ...comments() },
    { name: 'assessed', value: random.day(1, 6), ...plain },
    { name: 'updated', value: random.day(1, 6), ...plain },
    ...random.some(TEXTS, 2).map((name): Key => ({ name, value: words(random, 2), manner: random.pick(['plain', 'single', 'double'] as const), ...comments() })),
    ...random.some(DAYS, 2).map((name): Key => ({ name, value: random.day(6, 12), ...plain, ...comments() })),
    ...random.some(LISTS, 3).map((name): Key => ({ name, value: random.some(ITEMS, 1 + random.below(4)), manner: random.pick(['brackets', 'dashes'] as const), ...comments() })),
  ];
  const sections = ['Why', 'Model', 'Reinforcing mechanisms', 'Evidence'].map((heading): Section => ({ heading, paragraphs: Array.from({ length: 1 + random.below(3) }, () => `${words(random, 8)} ${random.below(100_000)}.`) }));
  return { keys: shuffled(keys, random), sections, ending: random.chance(0.1) ? '\r\n' : '\n' };
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return random.chance(0.5) ? list : random.some(list, list.length);
}

/** One to four edits by one person. `later` keeps what two people write apart. */
export function buildEdits(note: Note, random: Random, later: number): readonly Edit[] {
  return Array.from({ length: 1 + random.below(4) }, () => buildEdit(note, random, later)).flat();
}

function buildEdit(note: Note, random: Random, later: number): readonly Edit[] {
  const named = (names: readonly string[]): Key | undefined => {
    const known = note.keys.filter(({ name }) => names.includes(name));
    return known.length === 0 ? undefined : random.pick(known);
  };
  const dice = random.below(100);
  if (dice < 12) return [{ kind: 'set', name: 'commitment', value: random.pick(LEVELS) }, ...(random.chance(0.8) ? [{ kind: 'set', name: 'assessed', value: random.day(7, 12) } as const] : [])];
  if (dice < 16) return [{ kind: 'set', name: 'assessed', value: random.day(7, 12) }];
  if (dice < 28) return [{ kind: 'set', name: 'updated', value: random.day(7, 18) }];
  if (dice < 44) {
    const list = named(LISTS);
    if (list === undefined || typeof list.value === 'string') return [];
    return random.chance(0.7) ? [{ kind: 'add-item', name: list.name, item: random.chance(0.5) ? random.pick(ITEMS) : `item ${later + random.below(3)}` }] : [{ kind: 'remove-item', name: list.name, item: random.pick(list.value) }];
  }
  if (dice < 50) return [{ kind: 'set', name: named(DAYS)?.name ?? 'type', value: random.day(12, 20) }];
  if (dice < 55) return [{ kind: 'set', name: named(TEXTS)?.name ?? 'type', value: words(random, 3) }];
  if (dice < 60) return [{ kind: 'add-key', at: random.chance(0.5) ? note.keys.length : random.below(note.keys.length), key: { name: random.pick(['influence', 'last_seen', `note_${later}`]), value: String(random.below(9)), manner: 'plain', above: '', behind: '' } }];
  if (dice < 63) return [{ kind: 'remove-key', name: random.pick(note.keys).name, to: 0 }];
  if (dice < 68) return [{ kind: 'other-manner', name: random.pick(note.keys).name, to: 0 }];
  if (dice < 71) return [{ kind: 'move-key', name: random.pick(note.keys).name, to: random.below(note.keys.length) }];
  if (dice < 75) return [{ kind: 'comment', name: random.pick(note.keys).name, where: random.pick(['above', 'behind'] as const), comment: `said ${later} ${words(random, 2)}` }];
  if (dice < 76) return [{ kind: 'ending' }];
  const section = random.pick(note.sections);
  if (dice < 88) return [{ kind: 'paragraph', heading: section.heading, index: random.below(section.paragraphs.length), text: `${words(random, 7)} ${later}${random.below(1000)}.` }];
  if (dice < 97) return [{ kind: 'append', heading: section.heading, text: `- ${random.day(7, 12)} ${words(random, 5)} ${later}${random.below(1000)}` }];
  return [{ kind: 'add-section', section: { heading: `Later ${later}`, paragraphs: [`${words(random, 6)}.`] } }];
}

export function applyEdits(note: Note, edits: readonly Edit[]): Note {
  return edits.reduce(applyEdit, note);
}

function applyEdit(note: Note, edit: Edit): Note {
  const change = (name: string, how: (key: Key) => Key): Note => ({ ...note, keys: note.keys.map((key) => (key.name === name ? how(key) : key)) });
  switch (edit.kind) {
    case 'set':
      return change(edit.name, (key) => ({ ...key, value: edit.value }));
    case 'add-item':
      return change(edit.name, (key) => (typeof key.value === 'string' || key.value.includes(edit.item) ? key : { ...key, value: [...key.value, edit.item] }));
    case 'remove-item':
      return change(edit.name, (key) => (typeof key.value === 'string' ? key : { ...key, value: key.value.filter((item) => item !== edit.item) }));
    case 'add-key':
      return note.keys.some(({ name }) => name === edit.key.name) ? note : { ...note, keys: insertedAt(note.keys, edit.at, edit.key) };
    case 'remove-key':
      return { ...note, keys: note.keys.filter(({ name }) => name !== edit.name) };
    case 'other-manner':
      return change(edit.name, (key) => ({ ...key, manner: typeof key.value === 'string' ? (key.manner === 'double' ? 'single' : 'double') : key.manner === 'brackets' ? 'dashes' : 'brackets' }));
    case 'move-key': {
      const key = note.keys.find(({ name }) => name === edit.name);
      return key === undefined ? note : { ...note, keys: insertedAt(note.keys.filter((other) => other !== key), edit.to, key) };
    }
    case 'comment':
      return change(edit.name, (key) => ({ ...key, [edit.where]: edit.comment }));
    case 'ending':
      return { ...note, ending: note.ending === '\n' ? '\r\n' : '\n' };
    case 'add-section':
      return { ...note, sections: [...note.sections, edit.section] };
    default:
      return { ...note, sections: note.sections.map((section) => (section.heading !== edit.heading ? section : { ...section, paragraphs: edit.kind === 'append' ? [...section.paragraphs, edit.text] : section.paragraphs.map((paragraph, index) => (index === edit.index ? edit.text : paragraph)) })) };
  }
}

function insertedAt(keys: readonly Key[], at: number, key: Key): readonly Key[] {
  return [...keys.slice(0, at), key, ...keys.slice(at)];
}
