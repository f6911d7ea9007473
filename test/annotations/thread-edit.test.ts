import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainComment } from '../../src/annotations/comment-text.js';
import { readThread } from '../../src/annotations/read-thread.js';
import { appendEventEdits, reanchorEdits, retargetEdits, setVisibilityEdits, type ThreadEdits } from '../../src/annotations/thread-edit.js';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { applyEdits, type TextEdit } from '../../src/markdown/text-edit.js';
import type { QuoteSelector, ThreadEvent } from '../../src/playbook/annotation.js';
import { folderOf } from '../temp-folder.js';
import { changed, hostileComment, SELECTOR, THREAD_PATH, threadText } from './thread-builder.js';

beforeAll(loadYamlReader);

const REPLY: ThreadEvent = { kind: 'comment', at: '2026-11-23T09:00:00Z', author: 'ana.ruiz', text: 'A fear.' };
const RESOLVED: ThreadEvent = { ...REPLY, kind: 'resolved', text: '' };
const REANCHORED: ThreadEvent = { ...REPLY, kind: 'reanchored', text: '' };
const OTHER: QuoteSelector = { quote: 'We cut it\nin "Q4"', prefix: 'Then: ', suffix: '', heading: ['Later'], start: 7, blob: undefined };

function editsOf(result: ThreadEdits): readonly TextEdit[] {
  if (!result.ok) throw new Error(`Expected edits, got: ${result.message}`);
  return result.edits;
}

function append(text: string, event: ThreadEvent): string {
  return applyEdits(text, editsOf(appendEventEdits(THREAD_PATH, text, event)));
}

describe('adding an event', () => {
  test('adds a section behind a blank line and nothing else', () => {
    const text = threadText();
    expect(append(text, REPLY)).toBe(`${text}\n## 2026-11-23T09:00:00Z ana.ruiz\nA fear.\n`);
  });

  test('sets the status that it decides', async () => {
    const resolved = append(threadText(), RESOLVED);
    expect(resolved).toBe(`${changed(threadText(), 'status: open', 'status: resolved')}\n## 2026-11-23T09:00:00Z ana.ruiz · resolved\n`);
    const reopened = append(resolved, { ...REPLY, kind: 'reopened' });
    expect(await readThread(THREAD_PATH, reopened)).toMatchObject({ annotation: { status: 'open' }, writtenStatus: 'open', problems: [] });
  });

  test('writes with the line ending of the file, one that lacks its last one too', async () => {
    const text = threadText().trimEnd().replace(/\n/g, '\r\n');
    const edited = append(text, { ...REPLY, text: 'One\nTwo' });
    expect(edited).toBe(`${text}\r\n\r\n## 2026-11-23T09:00:00Z ana.ruiz\r\nOne\r\nTwo\r\n`);
    expect((await readThread(THREAD_PATH, edited)).annotation.events[1]?.text).toBe('One\nTwo');
  });

  test('adds to a thread whose properties are broken, for its section says what they would repeat', async () => {
    const text = changed(threadText(), 'status: open\n', 'status: open\nstatus: open\n');
    const edited = append(text, RESOLVED);
    expect(edited.startsWith(text)).toBe(true);
    expect((await readThread(THREAD_PATH, edited)).annotation.status).toBe('resolved');
  });

  test('reads back as one event with its text, whatever was in the comments', async () => {
    await fc.assert(
      fc.asyncProperty(hostileComment, hostileComment, fc.string({ unit: 'binary', maxLength: 20 }), async (first, second, author) => {
        const text = threadText({ text: first });
        const edited = append(append(text, { ...REPLY, text: second, author }), RESOLVED);
        const { annotation } = await readThread(THREAD_PATH, edited);
        const texts = annotation.events.map((event) => event.text);
        // A comment without words has no line of its own and is none.
        expect(texts).toEqual([plainComment(first), plainComment(second), '']);
        expect(annotation.events.map(({ kind }) => kind)).toEqual(['comment', 'comment', 'resolved']);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['eve · resolved', '· resolved', ' a\nb ', 'a: b', 'Gal·la', '## x', '%%'])('keeps author %j an author', async (author) => {
    const { annotation } = await readThread(THREAD_PATH, append(threadText({ author }), { ...REPLY, author }));
    expect(annotation.events).toHaveLength(2);
    expect(annotation.status).toBe('open');
    expect(annotation.events.every((event) => event.kind === 'comment' && event.author === annotation.author && event.author !== '')).toBe(true);
  });
});

describe('giving a thread another passage', () => {
  test('changes properties and callout, and says so', async () => {
    const text = changed(threadText(), 'kind: question', 'kind: question # mine\nclient-ref: A1');
    const edited = applyEdits(text, editsOf(reanchorEdits(THREAD_PATH, text, OTHER, REANCHORED)));
    expect(edited).toContain('kind: question # mine\nclient-ref: A1\n');
    expect(edited).toContain('---\n> [!quote] [[Executives/Ana Ruiz#Later]]\n> We cut it\n> in "Q4"\n\n## 2026-11-22T10:04:11Z raj.patel\n');
    const { annotation, problems } = await readThread(THREAD_PATH, edited);
    expect(problems).toEqual([]);
    expect(annotation).toMatchObject({ selector: OTHER, events: [{}, { kind: 'reanchored' }] });
  });

  test('leaves a thread without a callout without one', () => {
    const text = changed(threadText(), '> [!quote] [[Executives/Ana Ruiz#Why]]\n> We will cut the programme in Q3\n', 'Mine.\n');
    expect(applyEdits(text, editsOf(reanchorEdits(THREAD_PATH, text, OTHER, REANCHORED)))).toContain('---\nMine.\n\n## 2026');
  });
});

test('a rename changes the link in the property and in the callout', () => {
  const text = threadText().replace(/\n/g, '\r\n');
  const expected = text.replaceAll('[[Executives/Ana Ruiz', '[[People/Ana Ruiz-Soto');
  expect(applyEdits(text, editsOf(retargetEdits(THREAD_PATH, text, '[[People/Ana Ruiz-Soto]]')))).toBe(expected);
});

test('sharing changes one word', () => {
  const text = threadText({ visibility: 'coach' });
  expect(applyEdits(text, editsOf(setVisibilityEdits('_coach/annotations/a--7k3m9q2x.md', text, 'client')))).toBe(changed(text, 'visibility: coach', 'visibility: client'));
});

test('what has its value already is not edited', () => {
  expect(editsOf(setVisibilityEdits(THREAD_PATH, threadText(), 'client'))).toEqual([]);
  expect(editsOf(retargetEdits(THREAD_PATH, threadText(), '[[Executives/Ana Ruiz]]'))).toEqual([]);
});

const EDITS: readonly (readonly [string, (text: string) => ThreadEdits])[] = [
  ['adding an event', (text) => appendEventEdits(THREAD_PATH, text, RESOLVED)],
  ['another passage', (text) => reanchorEdits(THREAD_PATH, text, OTHER, REANCHORED)],
  ['a rename', (text) => retargetEdits(THREAD_PATH, text, '[[B]]')],
  ['sharing', (text) => setVisibilityEdits(THREAD_PATH, text, 'coach')],
];

test.each(EDITS)('%s refuses a file with conflict markers', (_name, edit) => {
  const text = `${threadText()}\n<<<<<<< HEAD\n## 2026-11-24T09:00:00Z ana\nYes.\n=======\n>>>>>>> theirs\n`;
  const result = edit(text);
  expect(result).toMatchObject({ ok: false });
  expect(!result.ok && result.message).toMatch(/^"_annotations\/ana-ruiz--7k3m9q2x\.md" was not changed\. Line 24: Two versions of this file were merged/);
});

test.each(EDITS.slice(1))('%s refuses properties that cannot be read, and says where', (_name, edit) => {
  const result = edit(changed(threadText(), 'status: open\n', 'status: open\nstatus: resolved\n'));
  expect(!result.ok && result.message).toBe('"_annotations/ana-ruiz--7k3m9q2x.md" was not changed. Line 7: Property "status" is written twice. Keep one of the two.');
});

test.each(EDITS)('%s leaves every line of the body as it is, whatever stands in it', (name, edit) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (tail) => {
      const text = threadText() + tail;
      const result = edit(text);
      if (!result.ok) return;
      const edited = applyEdits(text, result.edits);
      // The callout is what a rename and another passage change; the sections follow it.
      const body = text.slice(text.indexOf('\n## 2026'));
      expect(edited.includes(body)).toBe(true);
      if (name === 'sharing' || name === 'a rename') expect(edited.endsWith(body)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

describe('two devices that write one thread', () => {
  /** As git merges a file with `merge=union`. */
  function union(base: string, ours: string, theirs: string): string {
    const folder = folderOf({ ours, base, theirs });
    execFileSync('git', ['merge-file', '--union', ...['ours', 'base', 'theirs'].map((name) => join(folder, name))]);
    return readFileSync(join(folder, 'ours'), 'utf8');
  }

  test.each([
    ['different answers', 'A fear.', 'Decided.\n\nBy the board.'],
    ['the same answer', 'Yes.', 'Yes.'],
    ['an answer and a resolution', 'A fear.', ''],
  ])('give all events: %s', async (_name, first, second) => {
    const base = threadText({ selector: SELECTOR });
    const ours = append(base, { ...REPLY, text: first });
    const theirs = append(base, { ...(second === '' ? RESOLVED : REPLY), author: 'eve', at: '2026-11-23T09:30:00Z', text: second });
    const { annotation } = await readThread(THREAD_PATH, union(base, ours, theirs));
    expect(annotation.events.slice(1).map(({ author, text }) => [author, text])).toEqual([['ana.ruiz', first], ['eve', second]]);
    expect(annotation.status).toBe(second === '' ? 'resolved' : 'open');
  });
});
