import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { RULES } from '../../src/lint/rules/index.js';
import { NOTE_TEMPLATES } from '../../src/notes/note-template.js';
import { IDEAS } from '../../docs/sources-map.js';
import { PLUGIN_COMMANDS } from '../../docs/plugin-page.js';

/** The sources' ideas are numbered 1 to 44; 13 is no idea of theirs. */
const NUMBERS = Array.from({ length: 44 }, (_, index) => index + 1).filter((number) => number !== 13);

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
        case 'view': expect(place.part).not.toBe(''); break;
        case 'plugin-command': expect(PLUGIN_COMMANDS.map(([id]) => id)).toContain(place.id); break;
        case 'cli-command': expect(COMMANDS.map(({ name }) => name)).toContain(place.id); break;
        case 'notes': expect(NOTE_TEMPLATES[place.of].body.length + NOTE_TEMPLATES[place.of].properties.length).toBeGreaterThan(0);
      }
    }
  });

  test('leaves out no rule that follows from a source', () => {
    const mapped = new Set(IDEAS.flatMap(({ places }) => places.flatMap((place) => (place.kind === 'rule' ? [place.id] : []))));
    expect(RULES.filter(({ id, source }) => /S[0-4]/.test(source) && !mapped.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
