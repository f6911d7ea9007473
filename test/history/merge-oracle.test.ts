/**
 * Merges of notes written in every odd manner, beside an oracle that knows nothing of how the merge works: each property is
 * some lines, each side left, rewrote or removed them, and the YAML library says what the lines mean.
 */
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { buildRandom } from '../../bench/random.mjs';
import { mergeFile } from '../../src/cli/merge-file.js';
import { mergeNotes } from '../../src/history/merge-notes.js';
import { readConflicts, textOfSide } from '../../src/markdown/conflict-markers.js';

type Random = ReturnType<typeof buildRandom>;

/** Lines of a property, with their ends. */
type Lines = string;

/** What a note is made of: properties by name in their order, then paragraphs. */
interface OddNote {
  readonly keys: ReadonlyMap<string, Lines>;
  readonly body: readonly string[];
}

const NAMES = ['alpha', 'Alpha', '"quoted key"', "'it''s'", 'née', 'ne\u0301e', 'a-b_c', 'tags', 'TAGS', 'updated', '42', 'x y'];

const MANNERS: readonly ((name: string, word: string, random: Random) => Lines)[] = [
  (name, word) => `${name}: ${word}\n`,
  (name, word) => `${name}:   "${word}: # no comment"   # about ${word}\n`,
  (name, word) => `${name}: '2026-0${1 + (word.length % 9)}-01'\n`,
  (name, word) => `# above ${word}\n${name}: ${word}\n`,
  (name, word) => `${name}: |\n  first ${word}\n\n    # no comment ${word}\n  ---x\n`,
  (name, word) => `${name}: >-\n  folded ${word}\n  line: two\n`,
  (name, word) => `${name}: "two ${word}\n  lines"\n`,
  (name, word) => `${name}:\n  - one\n  - [${word}, "b, c"]\n  - k: ${word}\n`,
  (name, word) => `${name}:\n- ${word} # here\n- shared\n`,
  (name, word) => `${name}: [shared, ${word}, '#x']\n`,
  (name, word) => `${name}: {a: ${word}, b: [1, 2]}\n`,
  (name, word) => `${name}:\n  inner:\n    - ${word}\n  # inside ${word}\n  other: 1\n`,
  (name) => `${name}:\n`,
  (name, _word, random) => `${name}: 2026-03-0${1 + random.below(9)}\n`,
  (name, word) => `${name}: ${'long '.repeat(400)}${word}\n`,
];

function buildOdd(random: Random): OddNote {
  const keys = new Map<string, Lines>();
  for (const name of random.some(NAMES, 1 + random.below(7))) keys.set(name, lines(name, random));
  const body = Array.from({ length: random.below(6) }, () => paragraph(random));
  // Text that would itself read as properties, once those above it are gone, is nobody's mistake.
  return { keys, body: body.length === 0 ? [] : ['Top.\n', ...body] };
}

function lines(name: string, random: Random): Lines {
  return random.pick(MANNERS)(name, `w${random.below(100_000)}`, random);
}

function paragraph(random: Random): string {
  return random.pick([`Text ${random.below(100_000)}.\n`, '---\n', '\n', 'Same.\n', `Cafe\u0301 ${random.below(1000)}\n`, `${'x'.repeat(5000)}${random.below(1000)}\n`, '# A: heading\n', '- a: 1\n']);
}

function edit(note: OddNote, random: Random): OddNote {
  const keys = new Map<string, Lines>();
  for (const [name, text] of note.keys) {
    const dice = random.below(10);
    if (dice === 0) continue;
    keys.set(name, dice < 3 ? lines(name, random) : text);
  }
  if (random.chance(0.3)) {
    const name = random.pick(NAMES);
    if (!keys.has(name)) keys.set(name, lines(name, random));
  }
  const body = [...note.body];
  if (random.chance(0.4)) body.splice(body.length === 0 ? 0 : 1 + random.below(body.length), random.below(2), paragraph(random));
  return { keys, body };
}

interface Form {
  readonly crlf: boolean;
  readonly bom: boolean;
  readonly finalEnd: boolean;
}

function write({ keys, body }: OddNote, { crlf, bom, finalEnd }: Form): string {
  const block = keys.size === 0 ? '' : `---\n${[...keys.values()].join('')}---\n`;
  let text = block + body.join('');
  if (!finalEnd) text = text.replace(/\n$/, '');
  if (crlf) text = text.replaceAll('\n', '\r\n');
  return (bom ? '\uFEFF' : '') + text;
}

function formOf(random: Random): Form {
  return { crlf: random.chance(0.2), bom: random.chance(0.15), finalEnd: random.chance(0.8) };
}

const MARKERS = { labels: { base: 'base', ours: 'ours', theirs: 'theirs' }, markerSize: 7 } as const;

/** Properties of a text as the YAML library reads them; undefined without properties, an error in words where they do not read. */
function meaningOf(text: string): ReadonlyMap<string, unknown> | string | undefined {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const block = /^---\n([^]*?)^---$/m.exec(plain);
  if (block?.index !== 0) return undefined;
  const document = parseDocument(block[1] ?? '', { schema: 'core', strict: true });
  if (document.errors.length > 0) return `unreadable: ${document.errors[0]?.message ?? ''}`;
  const value: unknown = document.toJS({ mapAsMap: true });
  if (value === null) return new Map();
  return value instanceof Map ? new Map([...value].map(([name, one]: [unknown, unknown]) => [String(name), one])) : 'no map';
}

function keyMeaning(text: Lines | undefined): string {
  if (text === undefined) return 'none';
  const read = meaningOf(`---\n${text}---\n`);
  return read instanceof Map ? said([...read.values()][0]) : `unread: ${typeof read === 'string' ? read : ''}`;
}

function nameOf(written: string): string {
  const read = meaningOf(`---\n${written}: 1\n---\n`);
  return read instanceof Map ? String([...read.keys()][0]) : written;
}

function said(value: unknown): string {
  return JSON.stringify(value, (_name, one: unknown) => (one instanceof Map ? { map: [...one] } : one));
}

function isSet(texts: readonly (Lines | undefined)[]): boolean {
  return texts.every((text) => text === undefined || keyMeaning(text).startsWith('[') || !/^[[{]/.test(keyMeaning(text)));
}

/** What is wrong with a merge; empty when nothing is. */
async function faults(seed: number): Promise<readonly string[]> {
  const random = buildRandom(seed);
  const notes = { base: buildOdd(random), ours: buildOdd(random), theirs: buildOdd(random) };
  notes.ours = edit(notes.base, random);
  notes.theirs = edit(notes.base, random);
  const form = formOf(random);
  const other = (): Form => (random.chance(0.2) ? formOf(random) : form);
  const sides = { base: write(notes.base, form), ours: write(notes.ours, other()), theirs: write(notes.theirs, other()) };
  const merged = await mergeNotes(sides, {
    ...MARKERS,
    style: () => 'merge',
    mergeText: ({ base, ours, theirs }) => {
      const { bytes, conflicts } = mergeFile(base, ours, theirs, { cwd: '.', ...MARKERS });
      return { text: bytes.toString('utf8'), conflicts };
    },
  });
  const wrong: string[] = [];
  const count = merged.properties.length + merged.textConflicts;
  const { conflicts } = readConflicts(merged.text);
  if ((count > 0) !== (conflicts.length > 0)) wrong.push(`says ${count} conflicts, has ${conflicts.length}`);
  const names = new Set([...notes.base.keys.keys(), ...notes.ours.keys.keys(), ...notes.theirs.keys.keys()]);
  for (const side of ['ours', 'theirs'] as const) {
    const text = textOfSide(merged.text, conflicts, side) ?? '';
    const read = meaningOf(text);
    if (typeof read === 'string') {
      if (!merged.asText) wrong.push(`${side}: ${read}`);
      continue;
    }
    for (const name of names) {
      const [before, mine, theirs] = [notes.base.keys.get(name), notes.ours.keys.get(name), notes.theirs.keys.get(name)];
      const value = read?.has(nameOf(name)) === true ? said(read.get(nameOf(name))) : 'none';
      const one = before === mine || before === theirs || mine === theirs;
      const wanted = before === mine ? theirs : mine;
      if (one) {
        // Where the note has conflicts a side may stand as it was; the other side has the change then.
        const allowed = [keyMeaning(wanted), ...(conflicts.length > 0 ? [keyMeaning(side === 'ours' ? mine : theirs)] : [])];
        if (!allowed.includes(value)) wrong.push(`${side}: ${name} is ${value}, not ${allowed.join(' or ')}`);
        if (count === 0 && wanted !== undefined && !merged.text.replaceAll('\r\n', '\n').includes(wanted)) wrong.push(`bytes of ${name} changed`);
      } else if (count === 0 && value !== keyMeaning(mine) && value !== keyMeaning(theirs) && !isSet([before, mine, theirs])) {
        wrong.push(`${name} became ${value}`);
      } else if (count === 0 && name !== 'updated' && !isSet([mine, theirs]) && keyMeaning(mine) !== keyMeaning(theirs)) {
        wrong.push(`${name} chosen`);
      }
    }
    const body = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').replace(/^---\n[^]*?^---(?:\n|$)/m, '');
    const kept = new Set(body.split('\n'));
    for (const line of notes[side].body) {
      const isNew = !notes.base.body.includes(line);
      if (isNew && !kept.has(line.replace(/\n$/, '')) && !text.includes(line.trim())) wrong.push(`${side}: lost ${line.slice(0, 30)}`);
    }
  }
  return wrong.length === 0 ? [] : [`seed ${seed}`, ...new Set(wrong)];
}

describe('notes written in odd manners', () => {
  // Thousands of other seeds were looked through once, from 1 to 4000.
  test('nothing of either side is lost, and what is clean is right', async () => {
    const found: string[] = [];
    for (let seed = 1; seed <= 150; seed++) found.push(...(await faults(seed)));
    expect(found).toEqual([]);
  });
});
