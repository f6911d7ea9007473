/** Places are looked for again where a note, a link or a quote changed, and nowhere else. */
import { describe, expect, test } from 'vitest';
import type { AnnotationPlace } from '../../src/playbook/annotation.js';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import { PlaybookStore } from '../../src/vault/playbook-store.js';
import { TODAY } from '../lint/lint-files.js';
import { MemoryVault } from '../memory-vault.js';
import { TestClock } from '../test-clock.js';

/** Tells which files were read, and which blobs were asked for. */
class ReadingVault extends MemoryVault {
  readonly reads: string[] = [];
  readonly asked: string[][] = [];
  /** By id. */
  readonly blobs = new Map<string, string>();

  override read(path: string): Promise<string> {
    this.reads.push(path);
    return super.read(path);
  }

  baseTexts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.asked.push([...ids]);
    return Promise.resolve(this.blobs);
  }

  /** Those since it was last asked. */
  takeReads(): readonly string[] {
    return this.reads.splice(0);
  }
}

const QUOTE = 'cut the programme in the third quarter';
const ANA = `---\ntype: executive\n---\n## Why\nWe will ${QUOTE}, says the board.\n`;
const GONE = '---\ntype: executive\n---\n## Why\nFreight first.\n';

function thread(id: string, target: string, { quote = QUOTE, more = '', reply = '' } = {}): string {
  return `---\ntype: annotation\nformat: 1\nid: ${id}\ntarget: "[[${target}]]"\nstatus: open\nkind: question\nvisibility: client\nauthor: hal.quist\ncreated: 2026-03-02T09:00:00Z\nquote: "${quote}"\n${more}---\n## 2026-03-02T09:00:00Z hal.quist\nDecided, or a fear?\n${reply}`;
}

const A = '_annotations/ana--aaaaaaaa.md';
const B = '_annotations/ana--bbbbbbbb.md';

async function open(files: Readonly<Record<string, string>>): Promise<{ vault: ReadingVault; store: PlaybookStore }> {
  const vault = new ReadingVault(files);
  const store = await PlaybookStore.open(vault, { today: TODAY });
  vault.takeReads();
  return { vault, store };
}

/** Writes or, without a text, deletes a file, and lets the store take it in. */
async function change(vault: ReadingVault, store: PlaybookStore, path: string, text?: string): Promise<void> {
  if (text === undefined) {
    vault.files.delete(path);
    store.remove(path);
  } else {
    vault.files.set(path, text);
    await store.refresh(path);
  }
}

function placeOf(store: PlaybookStore, path = A): AnnotationPlace | undefined {
  return store.playbook.annotations.find(({ annotation }) => annotation.path === path)?.place;
}

function anchoredIn(text: string): AnnotationPlace {
  const from = text.indexOf(QUOTE);
  return { state: 'anchored', from, to: from + QUOTE.length };
}

describe('the annotations of a vault', () => {
  test('of many threads about one note the note is read once', async () => {
    const vault = new ReadingVault({ 'Ana.md': ANA, [A]: thread('aaaaaaaa', 'Ana'), [B]: thread('bbbbbbbb', 'Ana') });
    const store = await PlaybookStore.open(vault, { today: TODAY });
    // Once as a note, once for the quotes in it.
    expect(vault.takeReads().filter((path) => path === 'Ana.md')).toHaveLength(2);
    expect([A, B].map((path) => placeOf(store, path))).toEqual([anchoredIn(ANA), anchoredIn(ANA)]);
  });

  test('nothing is read again, and nothing is another object, when nothing changed', async () => {
    const { vault, store } = await open({ 'Ana.md': ANA, [A]: thread('aaaaaaaa', 'Ana') });
    const before = store.playbook.annotations;
    const { version } = store.playbook;
    await store.placeAnnotations();
    expect(vault.takeReads()).toEqual([]);
    expect([store.playbook.annotations === before, store.playbook.version]).toEqual([true, version]);
  });

  test('a vault without annotations is not looked through', async () => {
    const { vault, store } = await open({ 'Ana.md': ANA, 'Ben.md': '[[Ana]]' });
    await store.placeAnnotations();
    expect(vault.takeReads()).toEqual([]);
  });

  test('only a note that changed is read again', async () => {
    const { vault, store } = await open({ 'Ana.md': ANA, 'Ben.md': ANA, [A]: thread('aaaaaaaa', 'Ana'), [B]: thread('bbbbbbbb', 'Ben') });
    const later = `Above.\n\n${ANA}`;
    await change(vault, store, 'Ana.md', later);
    vault.takeReads();
    await store.placeAnnotations();
    expect(vault.takeReads()).toEqual(['Ana.md']);
    expect([placeOf(store), placeOf(store, B)]).toEqual([anchoredIn(later), anchoredIn(ANA)]);
  });

  test('a reply is taken in without a look at the note', async () => {
    const { vault, store } = await open({ 'Ana.md': ANA, [A]: thread('aaaaaaaa', 'Ana') });
    await change(vault, store, A, thread('aaaaaaaa', 'Ana', { reply: '\n## 2026-03-04T09:00:00Z ana.ruiz\nA fear.\n' }));
    vault.takeReads();
    await store.placeAnnotations();
    expect(vault.takeReads()).toEqual([]);
    expect(store.playbook.annotations[0]?.annotation.events).toHaveLength(2);
    expect(placeOf(store)).toEqual(anchoredIn(ANA));
  });

  test.each<[string, (vault: ReadingVault, store: PlaybookStore) => Promise<void>, AnnotationPlace | undefined]>([
    ['its note is gone', (vault, store) => change(vault, store, 'Ana.md'), { state: 'orphan', missing: 'note' }],
    ['its note was renamed', async (vault, store) => { await change(vault, store, 'Ana.md'); await change(vault, store, 'Ines.md', ANA); }, { state: 'orphan', missing: 'note' }],
    ['its note was moved', async (vault, store) => { await change(vault, store, 'Ana.md'); await change(vault, store, 'People/Ana.md', ANA); }, anchoredIn(ANA)],
    ['its passage is gone', (vault, store) => change(vault, store, 'Ana.md', GONE), { state: 'orphan', missing: 'quote' }],
    ['its note cannot be read', (vault, store) => { vault.unreadable.add('Ana.md'); return store.refresh('Ana.md'); }, { state: 'orphan', missing: 'note' }],
    ['it points elsewhere', (vault, store) => change(vault, store, A, thread('aaaaaaaa', 'Ben')), anchoredIn(`x ${ANA}`)],
    ['it speaks of another passage', (vault, store) => change(vault, store, A, thread('aaaaaaaa', 'Ana', { quote: 'programme in the third' })), { state: 'anchored', from: ANA.indexOf('programme'), to: ANA.indexOf('programme') + 22 }],
    ['it is gone', (vault, store) => change(vault, store, A), undefined],
    ['it is no thread any more', (vault, store) => change(vault, store, A, 'A page about this folder.\n'), undefined],
    ['a note of its name lies nearer', (vault, store) => change(vault, store, '_annotations/Ana.md', `Nearer: ${ANA}`), anchoredIn(ANA)],
  ])('a thread has its place when %s', async (_what, act, expected) => {
    const { vault, store } = await open({ 'Ana.md': ANA, 'Ben.md': `x ${ANA}`, [A]: thread('aaaaaaaa', 'Ana') });
    await act(vault, store);
    await store.placeAnnotations();
    expect(placeOf(store)).toEqual(expected);
    // As a vault that is read anew.
    const anew = new ReadingVault(Object.fromEntries(vault.files));
    for (const path of vault.unreadable) anew.unreadable.add(path);
    expect(placeOf(await PlaybookStore.open(anew, { today: TODAY }))).toEqual(expected);
  });

  test('a link that led nowhere finds its note when it appears', async () => {
    const { vault, store } = await open({ [A]: thread('aaaaaaaa', 'Ana') });
    expect(placeOf(store)).toEqual({ state: 'orphan', missing: 'note' });
    await change(vault, store, 'Ana.md', ANA);
    await store.placeAnnotations();
    expect(placeOf(store)).toEqual(anchoredIn(ANA));
  });

  test.each([
    ['as a whole', '', { state: 'anchored', from: 0, to: 0 }],
    ['of words in it', QUOTE, { state: 'orphan', missing: 'quote' }],
  ])('a thread about a canvas speaks of it %s, and the canvas is not read', async (_how, quote, expected) => {
    const vault = new ReadingVault({ 'Map.canvas': `{"text":"${QUOTE}"}`, [A]: thread('aaaaaaaa', 'Map.canvas', { quote }) });
    const store = await PlaybookStore.open(vault, { today: TODAY });
    expect([placeOf(store), vault.takeReads()]).toEqual([expected, [A]]);
  });

  test('threads and notes in an ignored folder are not there', async () => {
    const { store } = await open({ 'cx-playbook.yml': 'ignore: [Old, _coach]\n', 'Old/Ana.md': ANA, [A]: thread('aaaaaaaa', 'Ana'), '_coach/annotations/ana--cccccccc.md': thread('cccccccc', 'Ana') });
    expect(store.playbook.annotations.map(({ annotation: { path }, place }) => [path, place])).toEqual([[A, { state: 'orphan', missing: 'note' }]]);
  });

  test('asks for the texts of the past once, and only where a passage moved', async () => {
    const blob = 'a'.repeat(40);
    const other = 'b'.repeat(40);
    const context = 'prefix: "We will "\nsuffix: ", says the board."\n';
    const vault = new ReadingVault({
      'Ana.md': ANA,
      'Ben.md': GONE,
      [A]: thread('aaaaaaaa', 'Ana', { more: `${context}blob: ${blob}\n` }),
      [B]: thread('bbbbbbbb', 'Ben', { more: `${context}blob: ${other}\n` }),
    });
    vault.blobs.set(other, ANA);
    const store = await PlaybookStore.open(vault, { today: TODAY });
    expect(vault.asked).toEqual([[other]]);
    expect([placeOf(store), placeOf(store, B)?.state]).toEqual([anchoredIn(ANA), 'orphan']);
  });

  test('a note that changes while it is read is placed by its new text', async () => {
    const { vault, store } = await open({ 'Ana.md': GONE, [A]: thread('aaaaaaaa', 'Ana') });
    await change(vault, store, 'Ana.md', GONE);
    const placing = store.placeAnnotations();
    vault.files.set('Ana.md', ANA);
    await store.setText('Ana.md', ANA);
    await placing;
    await store.placeAnnotations();
    expect(placeOf(store)).toEqual(anchoredIn(ANA));
  });

  test('findings stand at their lines: in the thread, and at the places to confirm', async () => {
    // Too few words to be sure without what stood around them.
    const { store } = await open({ 'Ana.md': ANA, [A]: thread('aaaaaaaa', 'Ana', { quote: 'says the board' }) });
    const [found] = store.lint().diagnostics.filter(({ rule }) => rule === 'annotation-orphan');
    expect([found?.severity, found?.range.start.line, found?.related?.map(({ path, range }) => [path, range.start.line])]).toEqual(['info', 11, [['Ana.md', 5]]]);
  });

  test('a living playbook places threads anew as its vault changes', async () => {
    const vault = new ReadingVault({ 'Ana.md': ANA, [A]: thread('aaaaaaaa', 'Ana') });
    const clock = new TestClock();
    const living = new LivingPlaybook(vault, { clock, today: () => TODAY });
    await clock.run(living.start());
    const lost = () => living.result.diagnostics.filter(({ rule }) => rule === 'annotation-orphan').map(({ path }) => path);
    expect(lost()).toEqual([]);
    vault.files.set('Ana.md', GONE);
    living.changed('Ana.md');
    await clock.run(living.settled());
    expect(lost()).toEqual([A]);
    vault.files.delete(A);
    living.removed(A);
    await clock.run(living.settled());
    expect(lost()).toEqual([]);
    expect(living.store?.playbook.annotations).toEqual([]);
    living.dispose();
  });
});
