import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/commands.js';
import { RULES } from '../../src/lint/rules/index.js';
import { DEFAULT_THRESHOLDS } from '../../src/lint/rule.js';
import { NOTE_TEMPLATES } from '../../src/notes/note-template.js';
import { buildHomeCards } from '../../src/playbook/home-cards.js';
import { assessHome } from '../../src/playbook/home.js';
import { Playbook } from '../../src/playbook/playbook.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { WORDS } from '../../src/views/words/words.js';
import { IDEAS } from '../../docs/sources-map.js';
import { PLUGIN_COMMANDS } from '../../docs/plugin-page.js';
import { date } from '../builders.js';

/** The sources' ideas are numbered 1 to 44; 13 is no idea of theirs. */
const NUMBERS = Array.from({ length: 44 }, (_, index) => index + 1).filter((number) => number !== 13);

/** The cards that stand on the page even of an empty vault. */
const SHOWN_CARDS = cardsOf(new Playbook());

function cardsOf(playbook: Playbook): readonly string[] {
  const record = new CommitmentRecord(playbook, date('2026-11-22'));
  const options = { thresholds: DEFAULT_THRESHOLDS, signCount: SIGNS.length };
  const { people, work } = buildHomeCards(assessHome(record, options), record, options);
  return [...people, ...work].map(({ id }) => id);
}

/** Every text of a table of words, however deep. */
function textsIn(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? textsIn(value) : []));
}

describe('the map from the sources to the product', () => {
  test('names every idea once', () => {
    expect(IDEAS.flatMap(({ numbers }) => numbers).sort((a, b) => a - b)).toEqual(NUMBERS);
  });

  test.each(IDEAS.map((idea) => [idea.idea, idea] as const))('shows it somewhere that is there: %s', (_idea, { places, sources }) => {
    expect(places).not.toEqual([]);
    for (const place of places) {
      switch (place.kind) {
        case 'rule': {
          const rule = RULES.find(({ id }) => id === place.id);
          expect(rule, place.id).toBeDefined();
          expect(sources.some((source) => rule?.source.includes(source) === true) || rule?.source.includes('OURS') === true, `${place.id} names ${rule?.source ?? ''}`).toBe(true);
          break;
        }
        case 'card': expect(SHOWN_CARDS).toContain(place.id); break;
        case 'view': expect(textsIn(WORDS)).toContain(place.part); break;
        case 'plugin-command': expect(PLUGIN_COMMANDS.map(([id]) => id)).toContain(place.id); break;
        case 'cli-command': expect(COMMAND_NAMES).toContain(place.id); break;
        case 'notes': expect(NOTE_TEMPLATES[place.of].body.length + NOTE_TEMPLATES[place.of].properties.length).toBeGreaterThan(0);
      }
    }
  });

  test('leaves out no rule that follows from a source', () => {
    const mapped = new Set(IDEAS.flatMap(({ places }) => places.flatMap((place) => (place.kind === 'rule' ? [place.id] : []))));
    expect(RULES.filter(({ id, source }) => /S[0-4]/.test(source) && !mapped.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
