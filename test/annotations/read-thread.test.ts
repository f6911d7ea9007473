import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readThread } from '../../src/annotations/read-thread.js';
import { changed, hostileComment, SELECTOR, THREAD_PATH, threadText } from './thread-builder.js';

const SAMPLE = '_annotations/shared-customer-record--7k3m9q2x.md';
const sampleText = readFileSync(`test/sample-vault/${SAMPLE}`, 'utf8');

/** The problems as code and the text that they stand at. */
async function problemsOf(text: string, path = THREAD_PATH): Promise<readonly string[]> {
  const { problems } = await readThread(path, text);
  return problems.map(({ code, from, to }) => `${code}: ${text.slice(from, to)}`);
}

async function textsOf(text: string): Promise<readonly string[]> {
  const { annotation } = await readThread(THREAD_PATH, text);
  return annotation.events.map((event) => event.text);
}

/** A thread with these lines below its first comment. */
function threadWith(...lines: readonly string[]): string {
  return `${threadText({ text: 'First.' })}\n${lines.join('\n')}\n`;
}

describe('a thread as it should be', () => {
  test('gives all that it says', async () => {
    const { annotation, problems, writtenStatus } = await readThread(SAMPLE, sampleText);
    expect(problems).toEqual([]);
    expect(writtenStatus).toBe('open');
    expect(annotation).toMatchObject({
      path: SAMPLE,
      id: '7k3m9q2x',
      target: '20 Initiatives/Shared customer record',
      kind: 'risk',
      visibility: 'client',
      author: 'hal.quist',
      createdOn: '2026-10-23',
      lastOn: '2026-11-06',
      status: 'open',
    });
    expect(annotation.selector).toMatchObject({ heading: ['Shared customer record', 'Operating model'], start: 870, blob: '018874992418e2329618816ecc3a72d0d616f57c' });
    expect(annotation.selector.suffix).toBe(', with a freeze of six weeks before it.\n\n## Reinforcement\nMonthl');
    expect(annotation.events.map(({ author }) => author)).toEqual(['hal.quist', 'maren.devereux', 'hal.quist']);
  });

  test.each([['CRLF', '\r\n'], ['CR', '\r']])('reads the same with %s and a byte-order mark', async (_name, ending) => {
    const plain = await readThread(SAMPLE, sampleText);
    const other = await readThread(SAMPLE, `\uFEFF${sampleText.replace(/\n/g, ending)}`);
    expect(other.annotation).toEqual(plain.annotation);
    expect(other.problems).toEqual([]);
  });

  test('keeps decomposed letters as they are written', async () => {
    const { annotation } = await readThread(THREAD_PATH, threadText({ author: 'Rene\u0301', text: 'Cafe\u0301' }));
    expect(annotation.events[0]).toMatchObject({ author: 'Rene\u0301', text: 'Cafe\u0301' });
  });

  test('reads properties as Obsidian writes them again', async () => {
    const text = changed(threadText(), 'heading: ["Executive view", "Why"]', 'heading:\n  - Executive view\n  - 2026');
    const { annotation, problems } = await readThread(THREAD_PATH, text);
    expect(annotation.selector.heading).toEqual(['Executive view', '2026']);
    expect(problems).toEqual([]);
  });

  test('does not mind properties and sections that it does not know', async () => {
    const text = changed(threadWith('## Notes', 'My own.', '## 2026-11-23T09:00:00Z ana.ruiz', 'Second.'), 'kind: question', 'kind: question\nclient-ref: A1');
    expect(await problemsOf(text)).toEqual([]);
    expect(await textsOf(text)).toEqual(['First.', 'Second.']);
  });

  test('reads what the last event decides, and events by their instants', async () => {
    const { annotation } = await readThread(THREAD_PATH, threadWith('## 2026-11-25T09:00:00Z ana · reopened', 'No.', '', '## 2026-11-24T09:00:00+02:00 ana · Resolved', '## 2026-11-24T08:00:00Z raj · reanchored'));
    expect(annotation.events.map(({ kind }) => kind)).toEqual(['comment', 'resolved', 'reanchored', 'reopened']);
    expect(annotation).toMatchObject({ status: 'open', lastOn: '2026-11-25' });
  });

  test('finds the event behind a block that somebody left open', async () => {
    expect(await textsOf(threadWith('## 2026-11-23T09:00:00Z ana', '```', 'let a', '<!--', '', '## 2026-11-24T09:00:00Z raj', 'Third.'))).toEqual(['First.', '```\nlet a\n<!--', 'Third.']);
  });
});

describe('a thread edited by hand', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['no type', 'type: annotation\n', '', ['value: ---']],
    ['another type', 'type: annotation', 'type: case', ['value: case']],
    ['a newer format', 'format: 1', 'format: 2', ['format: 2']],
    ['an odd format', 'format: 1', 'format: one', ['format: one']],
    ['no id', 'id: 7k3m9q2x\n', '', ['id: ---']],
    ['an id that is none', 'id: 7k3m9q2x', 'id: Ana', ['id: Ana']],
    ['the id of another file', 'id: 7k3m9q2x', 'id: 12345678', ['id: 12345678']],
    ['no target', 'target: "[[Executives/Ana Ruiz]]"\n', '', ['target: ---']],
    ['a target without brackets', '"[[Executives/Ana Ruiz]]"', 'Executives/Ana Ruiz', ['target: Executives/Ana Ruiz']],
    ['a target without quotes', '"[[Executives/Ana Ruiz]]"', '[[Executives/Ana Ruiz]]', ['target: [[Executives/Ana Ruiz]]']],
    ['no status', 'status: open\n', '', ['status: ---']],
    ['an unknown status', 'status: open', 'status: done', ['status: done']],
    ['a status that the sections deny', 'status: open', 'status: resolved', ['status: resolved']],
    ['an unknown kind', 'kind: question', 'kind: idea', ['value: idea']],
    ['a visibility that is none', 'visibility: client', 'visibility: all', ['visibility: all']],
    ['a visibility that the folder denies', 'visibility: client', 'visibility: coach', ['visibility: coach']],
    ['no author', 'author: raj.patel', 'author:', ['value: ']],
    ['a day that does not exist', 'created: 2026-11-22T10:04:11Z', 'created: 2026-13-22', ['value: 2026-13-22']],
    ['a start that is no number', 'start: 1234', 'start: -1', ['value: -1']],
    ['a blob that is none', 'blob: 3b18', 'blob: zz', ['value: zze512dba79e4c8300dd08aeb37f8e728b8dad']],
  ])('tells %s', async (_name, from, to, problems) => {
    expect(await problemsOf(changed(threadText(), from, to))).toEqual(problems);
  });

  test('still leads to the note where the target has no brackets or no quotes', async () => {
    for (const target of ['Executives/Ana Ruiz', '[[Executives/Ana Ruiz]]', '"[[Executives/Ana Ruiz#Why|Ana]]"']) {
      const { annotation } = await readThread(THREAD_PATH, changed(threadText(), '"[[Executives/Ana Ruiz]]"', target));
      expect(annotation.target).toBe('Executives/Ana Ruiz');
    }
  });

  test.each<[string, string, string]>([
    ['an unknown event', '## 2026-11-23T09:00:00Z ana · archived', 'comment'],
    ['an instant without a time', '## 2026-11-23 ana', 'comment'],
    ['no author', '## 2026-11-23T09:00:00Z · resolved', 'resolved'],
  ])('reads and tells %s', async (_name, heading, kind) => {
    const text = changed(threadWith(heading, 'Second.'), 'status: open', kind === 'resolved' ? 'status: resolved' : 'status: open');
    const { annotation, problems } = await readThread(THREAD_PATH, text);
    expect(annotation.events[1]).toMatchObject({ kind, text: 'Second.' });
    expect(problems.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual([['section', heading]]);
  });

  test.each(['## 23.11.2026 ana', '## 2026-11-31T09:00:00Z ana', '## ana · resolved'])('tells that %j is no event', async (heading) => {
    const text = threadWith(heading, 'Second.');
    expect(await problemsOf(text)).toEqual([`section: ${heading}`]);
    expect(await textsOf(text)).toEqual(['First.']);
  });

  test('reads line by line where the YAML is broken', async () => {
    const text = changed(threadText(), 'quote: "We will cut the programme in Q3"', 'quote: He said: never');
    const { annotation, values } = await readThread(THREAD_PATH, text);
    expect(annotation).toMatchObject({ id: '7k3m9q2x', target: 'Executives/Ana Ruiz', selector: { ...SELECTOR, quote: 'He said: never' } });
    const quote = values.get('quote');
    expect(quote && text.slice(quote.from, quote.to)).toBe('He said: never');
    expect(await problemsOf(text)).toEqual(['format: H']);
  });

  test('reads properties that never end', async () => {
    const { annotation, problems } = await readThread(THREAD_PATH, changed(threadText(), '---\n> [!quote]', '> [!quote]'));
    expect(annotation).toMatchObject({ id: '7k3m9q2x', selector: SELECTOR, events: [{ text: 'Is this decided, or a fear?' }] });
    expect(problems.map(({ code, from }) => [code, from])).toEqual([['format', 0]]);
  });

  test.each<[string, string, string]>([
    ['an empty file', '', 'The file is empty.'],
    ['a binary', '\u0089PNG\r\n\u001a\n\0\0', 'The file holds signs that no text has'],
    ['a file without properties', 'Only words.', 'The file does not start with properties'],
  ])('tells one problem of %s', async (_name, text, message) => {
    const { annotation, problems } = await readThread('_coach/annotations/x.md', text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(annotation).toMatchObject({ id: '', target: '', visibility: 'coach', events: [] });
  });

  test('tells a thread without a comment', async () => {
    const text = threadText();
    expect(await problemsOf(text.slice(0, text.indexOf('## 2026')))).toEqual(['section: ']);
  });
});

describe('a thread that git merged by halves', () => {
  const conflict = (ours: readonly string[], theirs: readonly string[]): readonly string[] => ['<<<<<<< HEAD', ...ours, '||||||| 3b18e51', '=======', ...theirs, '>>>>>>> theirs'];

  test('gives the sections of both sides, each once', async () => {
    const text = threadWith(...conflict(['## 2026-11-24T09:00:00Z ana', 'Ours.'], ['## 2026-11-23T09:00:00Z raj · resolved']), '', '## 2026-11-25T09:00:00Z eve', 'Both.');
    const { annotation, problems } = await readThread(THREAD_PATH, text);
    expect(annotation.events.map((event) => event.text)).toEqual(['First.', '', 'Ours.', 'Both.']);
    expect(annotation.status).toBe('resolved');
    expect(problems.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual([['status', 'open'], ['format', '<<<<<<< HEAD']]);
  });

  test('never mixes two texts of one section', async () => {
    expect(await textsOf(threadWith('## 2026-11-24T09:00:00Z ana', ...conflict(['One.'], ['Two.']), 'End.'))).toEqual(['First.', 'One.\nEnd.', 'Two.\nEnd.']);
  });

  test('reads properties of both sides, ours first', async () => {
    const text = changed(threadText(), 'kind: question\n', `${conflict(['kind: risk'], ['kind: praise', 'reviewed: yes']).join('\n')}\n`);
    const { annotation, values } = await readThread(THREAD_PATH, text);
    expect(annotation).toMatchObject({ kind: 'risk', selector: SELECTOR, author: 'raj.patel', events: [{ text: 'Is this decided, or a fear?' }] });
    expect(values.has('reviewed')).toBe(true);
    expect(await problemsOf(text)).toEqual(['format: <<<<<<< HEAD']);
  });

  test('holds for private what one side calls private', async () => {
    for (const sides of [['client', 'coach'], ['coach', 'client']] as const) {
      const text = changed(threadText(), 'visibility: client\n', `${conflict([`visibility: ${sides[0]}`], [`visibility: ${sides[1]}`]).join('\n')}\n`);
      expect((await readThread(THREAD_PATH, text)).annotation.visibility).toBe('coach');
      const union = changed(threadText(), 'visibility: client\n', `visibility: ${sides[0]}\nvisibility: ${sides[1]}\n`);
      expect((await readThread(THREAD_PATH, union)).annotation.visibility).toBe('coach');
    }
  });

  test.each(['Coach', '"coach "', 'COACH', 'all', 'internal'])('holds a visibility of %s for private: nobody hands out what is not known', async (written) => {
    expect((await readThread(THREAD_PATH, changed(threadText(), 'visibility: client', `visibility: ${written}`))).annotation.visibility).toBe('coach');
    const union = changed(threadText(), 'visibility: client\n', `visibility: client\nvisibility: ${written}\n`);
    expect((await readThread(THREAD_PATH, union)).annotation.visibility).toBe('coach');
  });

  test.each(['Client', '" client"'])('reads a visibility of %s as it is meant', async (written) => {
    expect((await readThread(THREAD_PATH, changed(threadText(), 'visibility: client', `visibility: ${written}`))).annotation.visibility).toBe('client');
  });

  test('of thousands of problems it tells the first hundred', async () => {
    const { problems } = await readThread(THREAD_PATH, threadText() + '<<<<<<< HEAD\n'.repeat(5000));
    expect([problems.length, problems[0]?.code, new Set(problems.map(({ from }) => from)).size]).toEqual([100, 'format', 100]);
  });

  test('reads a conflict of two whole files', async () => {
    const text = ['<<<<<<< HEAD', threadText({ text: 'Ours.' }), '=======', threadText({ text: 'Theirs.', kind: 'risk' }), '>>>>>>> theirs', ''].join('\n');
    const { annotation } = await readThread(THREAD_PATH, text);
    expect(annotation).toMatchObject({ id: '7k3m9q2x', kind: 'question', selector: SELECTOR });
    expect(annotation.events.map((event) => event.text)).toEqual(['Ours.', 'Theirs.']);
  });

  test.each(['<<<<<<< HEAD', '>>>>>>> theirs'])('reads what stands around a lone %s', async (marker) => {
    const text = threadWith(marker, '## 2026-11-24T09:00:00Z ana', 'Second.');
    expect(await textsOf(text)).toEqual(['First.', 'Second.']);
    expect(await problemsOf(text)).toEqual([`format: ${marker}`]);
  });

  test('tells properties that a union of both sides has twice', async () => {
    const text = changed(threadWith('## 2026-11-24T09:00:00Z ana · resolved'), 'status: open\n', 'status: open\nstatus: resolved\n');
    const { annotation, writtenStatus } = await readThread(THREAD_PATH, text);
    expect(annotation).toMatchObject({ status: 'resolved', selector: SELECTOR });
    expect(writtenStatus).toBe('open');
    expect(await problemsOf(text)).toEqual(['status: open', 'format: status']);
  });

  test('gives a section that stands twice once, and its text to both authors of a comment that stands once', async () => {
    expect(await textsOf(threadWith('## 2026-11-24T09:00:00Z ana', 'Yes.', '## 2026-11-24T09:00:00Z ana', 'Yes.'))).toEqual(['First.', 'Yes.']);
    const { annotation } = await readThread(THREAD_PATH, threadWith('## 2026-11-24T09:00:00Z ana', '## 2026-11-24T09:00:01Z raj', 'Yes.'));
    expect(annotation.events.slice(1).map(({ author, text }) => [author, text])).toEqual([['ana', 'Yes.'], ['raj', 'Yes.']]);
  });
});

/** Cuts, doubled parts and foreign lines, as bad merges and bad editors leave them. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat({ max: sampleText.length }),
      drop: fc.nat({ max: 200 }),
      insert: fc.oneof(hostileComment, fc.constantFrom('\n<<<<<<< a\n', '\n=======\n', '\n>>>>>>> b\n', '\n---\n', '\nstatus: resolved\n', '\n- x\n', '\n## 2026-11-22 x · y\n', '\0', '\n&a [*a, *a]\n', '"')),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((changes) => changes.reduce((text, { at, drop, insert }) => text.slice(0, at) + insert + text.slice(at + drop), sampleText));

test('reads whatever became of a thread, and tells problems inside of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 300 })), async (text) => {
      const { annotation, problems, values } = await readThread(SAMPLE, text);
      expect(annotation.path).toBe(SAMPLE);
      for (const { from, to } of [...problems, ...values.values()]) expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      for (const { message } of problems) expect(message).toMatch(/^[A-Z"].*\.$/s);
    }),
    { numRuns: 500 },
  );
});

test('reads a file of five million signs', async () => {
  const lines = '## 2026-11-24T09:00:00Z ana\n```\n<<<<<<< a\n&a\n'.repeat(100_000);
  const { annotation } = await readThread(SAMPLE, sampleText + lines);
  expect(annotation.events).toHaveLength(5);
});
