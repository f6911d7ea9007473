import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import type { PropertyInput } from '../../src/markdown/property-edit.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { date } from '../builders.js';
import { MemoryVault } from '../memory-vault.js';
import { checkExports, checkLint, checkPropertyEdit } from './check-note.js';
import { NoteGenerator } from './generate-note.js';

const TODAY = date('2026-11-22');
/** Notes that stand in the store at once: enough for a full roadmap, few enough to stay quick. */
const NOTES_AT_ONCE = 60;
const FOLDERS = ['People', 'Work', 'Cases', ''];
const NAMES = ['commitment', 'status', 'sponsor', 'start', 'own', 'new name', 'type', 'ключ'];
const INPUTS: readonly PropertyInput[] = ['supporter', '', 'a: b # c', '[[Ana]]', "it's \"quoted\"", '2026-03-04', '---', 'yes', '3', 3, -0.5, true, false, null, [], ['[[Ana]]'], ['a', 'b: c', '#x'], '\u202e', 'line\nbreak', '  spaces  ', '👩‍👧'];

/** Where and on which text a check failed. */
export class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure';

  constructor(seed: number, text: string, cause: unknown) {
    super(`Seed ${seed}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\nNote: ${JSON.stringify(text)}`, { cause });
  }
}

/**
 * Checks `count` notes: the first from `seed`, each next from the seed after it, so that one can be run again alone.
 * Throws {@link FuzzFailure} at the first that fails.
 */
export async function runFuzz(seed: number, count: number, onProgress?: (done: number) => void): Promise<void> {
  await loadYamlReader();
  const settings = 'kinds:\n  folders: { People: executive, Work: initiative, Cases: case }\naliases: { model: [Walking the deck] }\n';
  let store = await openStore(settings);
  for (let index = 0; index < count; index++) {
    const generator = new NoteGenerator(seed + index);
    const text = generator.note();
    const folder = generator.one(FOLDERS);
    const path = `${folder === '' ? '' : `${folder}/`}${generator.chance(0.2) ? 'Ana' : `Note ${index % NOTES_AT_ONCE}`}.md`;
    try {
      await checkLint(store, path, text);
      checkPropertyEdit(text, generator.one(NAMES), generator.one(INPUTS));
      if ((index + 1) % 1000 === 0 || index === count - 1) {
        checkExports(store, TODAY);
        store = await openStore(settings);
        onProgress?.(index + 1);
      }
    } catch (error) {
      throw new FuzzFailure(seed + index, text, error);
    }
  }
}

function openStore(settings: string): Promise<PlaybookStore> {
  return PlaybookStore.open(new MemoryVault({ 'cx-playbook.yml': settings }), { today: TODAY });
}
