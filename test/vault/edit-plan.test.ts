import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EditHistory } from '../../src/vault/edit-history.js';
import { applyPlan, changeNotes, createNotes, planEdits, type NoteChange } from '../../src/vault/edit-plan.js';
import { MemoryVault } from '../memory-vault.js';

function shout(_path: string, text: string): NoteChange {
  return { ok: true, text: `${text}!` };
}

function plain(vault: MemoryVault): Record<string, string> {
  return Object.fromEntries(vault.files);
}

describe('a plan', () => {
  test('holds each note’s text before and after, and writes nothing', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c', 'D.md': 'd' });
    const plan = await planEdits(vault, 'Shout', ['B.md', 'A.md', 'B.md', 'C.md', 'D.md', 'E.md'], (path, text) => {
      if (path === 'C.md') return { ok: true, text };
      if (path === 'D.md') return { ok: false, message: 'It sleeps.' };
      return shout(path, text);
    });
    expect(plan).toEqual({
      title: 'Shout',
      changes: [{ path: 'B.md', before: 'b', after: 'b!' }, { path: 'A.md', before: 'a', after: 'a!' }],
      refused: [{ path: 'D.md', message: 'It sleeps.' }, { path: 'E.md', message: 'Cannot read "E.md": it does not exist. Name another.' }],
    });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c', 'D.md': 'd' });
  });

  test('goes on behind a note on which the edit fails', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const plan = await planEdits(vault, 'Shout', ['A.md', 'B.md'], (path, text) => {
      if (path === 'A.md') throw new Error('No voice.');
      return Promise.resolve(shout(path, text));
    });
    expect(plan.changes.map(({ path }) => path)).toEqual(['B.md']);
    expect(plan.refused).toEqual([{ path: 'A.md', message: '"A.md" was not changed: No voice. Look at the note, then try again.' }]);
  });
});

describe('applying a plan', () => {
  test('writes the chosen notes alone', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b' });
    const plan = await planEdits(vault, 'Shout', ['A.md', 'B.md'], shout);
    expect(await applyPlan(vault, plan, ['B.md', 'C.md'])).toEqual({ written: [{ path: 'B.md', before: 'b', after: 'b!' }], created: [], refused: [] });
    expect(plain(vault)).toEqual({ 'A.md': 'a', 'B.md': 'b!' });
  });

  test('leaves a note that changed, vanished or cannot be written, tells why, and writes the others', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c', 'D.md': 'd' });
    const plan = await planEdits(vault, 'Shout', ['A.md', 'B.md', 'C.md', 'D.md'], shout);
    vault.files.set('A.md', 'by hand');
    vault.files.set('New B.md', 'b');
    vault.files.delete('B.md');
    vault.unreadable.add('C.md');
    const outcome = await applyPlan(vault, plan);
    expect(outcome.written.map(({ path }) => path)).toEqual(['D.md']);
    expect(outcome.refused).toEqual([
      { path: 'A.md', message: '"A.md" was not changed: it no longer says what the preview was made from. Preview it again.' },
      { path: 'B.md', message: 'Cannot read "B.md": it does not exist. Name another.' },
      { path: 'C.md', message: 'Cannot read "C.md": it does not exist. Name another.' },
    ]);
    expect(plain(vault)).toEqual({ 'A.md': 'by hand', 'C.md': 'c', 'D.md': 'd!', 'New B.md': 'b' });
  });

  test('twice changes a note once, and says so', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const plan = await planEdits(vault, 'Shout', ['A.md'], shout);
    const outcomes = await Promise.all([applyPlan(vault, plan), applyPlan(vault, plan)]);
    expect(outcomes.map(({ written }) => written.length)).toEqual([1, 0]);
    expect(outcomes[1].refused[0]?.message).toBe('"A.md" was not changed: it says so already. Nothing is left to do.');
    expect(plain(vault)).toEqual({ 'A.md': 'a!' });
  });

  test('of two plans for one note the later one is told', async () => {
    const vault = new MemoryVault({ 'A.md': 'a' });
    const plans = await Promise.all([planEdits(vault, 'Shout', ['A.md'], shout), planEdits(vault, 'Ask', ['A.md'], (_path, text) => ({ ok: true, text: `${text}?` }))]);
    const outcomes = await Promise.all(plans.map((plan) => applyPlan(vault, plan)));
    expect(outcomes.map(({ written, refused }) => [written.length, refused.length])).toEqual([[1, 0], [0, 1]]);
    expect(plain(vault)).toEqual({ 'A.md': 'a!' });
  });
});

test('creating notes leaves those that are there', async () => {
  const vault = new MemoryVault({ 'A.md': 'mine' });
  const outcome = await createNotes(vault, [{ path: 'A.md', text: 'new' }, { path: 'Sub/B.md', text: 'b' }]);
  expect(outcome).toMatchObject({ written: [], created: [{ path: 'Sub/B.md', text: 'b' }], refused: [{ path: 'A.md' }] });
  expect(plain(vault)).toEqual({ 'A.md': 'mine', 'Sub/B.md': 'b' });
});

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'lock'; readonly path: string }
  | { readonly kind: 'unlock'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

/** Someone else at the vault, who does one thing before each of our reads and writes. */
class BusyVault extends MemoryVault {
  readonly history: EditHistory;
  /** From when on hand-written texts are marked: nobody has seen them in a preview. */
  isPlanned = false;
  readonly #steps: Step[];

  constructor(files: Readonly<Record<string, string>>, steps: readonly Step[], history: EditHistory) {
    super(files);
    this.#steps = [...steps];
    this.history = history;
  }

  override async read(path: string): Promise<string> {
    this.#disturb();
    return super.read(path);
  }

  override async process(path: string, edit: (text: string) => string): Promise<string> {
    this.#disturb();
    const before = this.files.get(path);
    const after = await super.process(path, edit);
    if (before?.includes('#') === true) expect(after).toBe(before);
    return after;
  }

  #disturb(): void {
    const step = this.#steps.shift();
    const text = step === undefined ? undefined : this.files.get(step.path);
    if (step === undefined) return;
    if (step.kind === 'write') this.files.set(step.path, step.text + (this.isPlanned ? '#' : ''));
    else if (step.kind === 'delete') this.files.delete(step.path);
    else if (step.kind === 'lock') this.unreadable.add(step.path);
    else if (step.kind === 'unlock') this.unreadable.delete(step.path);
    else if (text !== undefined && !this.files.has(step.to)) {
      this.files.delete(step.path);
      this.files.set(step.to, text);
      this.history.renamed(step.path, step.to);
    }
  }
}

test('whatever others do meanwhile: only previewed texts are replaced, hand-written ones stay, and each note is accounted for', async () => {
  const path = fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md');
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), path, text: fc.constantFrom('hand 1', 'hand 2') }),
    fc.record({ kind: fc.constant('delete' as const), path }),
    fc.record({ kind: fc.constant('lock' as const), path }),
    fc.record({ kind: fc.constant('unlock' as const), path }),
    fc.record({ kind: fc.constant('rename' as const), path, to: fc.constantFrom('D.md', 'E.md') }),
  );
  // Between disturbances the vault is mostly left in peace.
  const steps = fc.array(fc.option(step, { nil: undefined }), { maxLength: 14 }).map((list) => list.map((one): Step => one ?? { kind: 'unlock', path: 'none' }));
  let restored = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (list, together) => {
      const history = new EditHistory();
      const vault = new BusyVault({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c' }, list, history);
      const paths = ['A.md', 'B.md', 'C.md'];
      const plans = [await planEdits(vault, 'one', paths, shout), await planEdits(vault, 'two', paths, shout)];
      vault.isPlanned = true;
      const apply = async (plan: (typeof plans)[number]) => {
        const outcome = await applyPlan(vault, plan);
        expect([...outcome.written, ...outcome.refused].map((note) => note.path).sort()).toEqual(plan.changes.map((note) => note.path).sort());
        history.record(plan.title, outcome);
      };
      if (together) await Promise.all(plans.map(apply));
      else for (const plan of plans) await apply(plan);
      const undone = together ? await Promise.all([history.undo(vault), history.undo(vault), history.undo(vault)]) : [await history.undo(vault), await history.undo(vault), await history.undo(vault)];
      restored += undone.reduce((sum, outcome) => sum + (outcome?.restored.length ?? 0), 0);
      for (const outcome of undone) for (const { message } of outcome?.kept ?? []) expect(message).toMatch(/\.$/);
      // A text is one that somebody wrote by hand, or one that stood there at the start, shouted at most as often as there are plans.
      for (const text of vault.files.values()) expect(text).toMatch(/^(?:[abc]|hand [12])!{0,2}$|^hand [12]#$/);
      // What was deleted stays deleted; nothing is made.
      expect(vault.files.size).toBeLessThanOrEqual(5);
    }),
    { numRuns: 2000 },
  );
  expect(restored).toBeGreaterThan(1000);
});

describe('a change at once', () => {
  test('is made of the text that is there, and leaves alone what is refused, stays the same, fails or is not there', async () => {
    const vault = new MemoryVault({ 'A.md': 'a', 'B.md': 'b', 'C.md': 'c', 'D.md': 'd' });
    const outcome = await changeNotes(vault, ['A.md', 'B.md', 'C.md', 'D.md', 'E.md'], (path, text) => {
      if (path === 'B.md') return { ok: false, message: 'It sleeps.' };
      if (path === 'D.md') throw new Error('No voice.');
      return path === 'C.md' ? { ok: true, text } : shout(path, text);
    });
    expect(outcome).toEqual({
      written: [{ path: 'A.md', before: 'a', after: 'a!' }],
      created: [],
      refused: [
        { path: 'B.md', message: 'It sleeps.' },
        { path: 'D.md', message: '"D.md" was not changed: No voice. Look at the note, then try again.' },
        { path: 'E.md', message: 'Cannot read "E.md": it does not exist. Name another.' },
      ],
    });
    expect(plain(vault)).toEqual({ 'A.md': 'a!', 'B.md': 'b', 'C.md': 'c', 'D.md': 'd' });
  });
});
