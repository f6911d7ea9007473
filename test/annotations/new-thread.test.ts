import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatThread, newThreadId, threadPath } from '../../src/annotations/new-thread.js';
import { readThread } from '../../src/annotations/read-thread.js';
import { SELECTOR, THREAD_PATH, threadText } from './thread-builder.js';

test('an id takes five bits of each byte', () => {
  expect(newThreadId(Uint8Array.from([7, 19, 3, 20, 9, 23, 2, 29]))).toBe('7k3m9q2x');
  expect(newThreadId(Uint8Array.from([7, 19, 3, 20, 9, 23, 2, 29].map((byte) => byte + 224)))).toBe('7k3m9q2x');
});

test('a new thread reads as what was given', async () => {
  const selector = { quote: 'We "will" cut: 12\n- x', prefix: '# a', suffix: '\\', heading: ['Executive view', 'Why'], start: 12, blob: '3b18e512dba79e4c8300dd08aeb37f8e728b8dad' };
  const text = formatThread({ id: '12345678', targetLink: '[[Executives/Ana Ruiz]]', kind: 'risk', visibility: 'coach', author: 'raj.patel', at: '2026-11-22T10:04:11Z', selector, text: 'Is this decided?' });
  const { annotation, problems } = await readThread(threadPath('coach', 'Ana Ruiz', '12345678'), text);
  expect(problems).toEqual([]);
  expect(annotation).toMatchObject({ id: '12345678', target: 'Executives/Ana Ruiz', kind: 'risk', visibility: 'coach', author: 'raj.patel', selector, status: 'open' });
  expect(annotation.events).toEqual([{ kind: 'comment', at: '2026-11-22T10:04:11Z', author: 'raj.patel', text: 'Is this decided?' }]);
});

test('an id needs eight bytes', () => {
  expect(() => newThreadId(new Uint8Array(7))).toThrow('An id needs 8 random bytes, not 7.');
});

test.each([
  ['Ana Ruiz', 'ana-ruiz'],
  ['Zoë: A/B test? “fares” <2027>', 'zoe-a-b-test-fares-2027'],
  ['..\\../etc/CON.', 'etc-con'],
  ['顧客の声', '顧客の声'],
  ['Е\u0308лка', 'елка'],
  ['😀 #[[^|%%', 'note'],
  ['a'.repeat(59) + '𝒜b', 'a'.repeat(59)],
  ['a'.repeat(59) + ' bc', 'a'.repeat(59)],
])('title %j gives the path of %s', (title, slug) => {
  expect(threadPath('client', title, '7k3m9q2x')).toBe(`_annotations/${slug}--7k3m9q2x.md`);
  expect(threadPath('coach', title, '7k3m9q2x')).toBe(`_coach/annotations/${slug}--7k3m9q2x.md`);
});

test('a new thread looks as the format says', () => {
  expect(threadText()).toBe(`---
type: annotation
format: 1
id: 7k3m9q2x
target: "[[Executives/Ana Ruiz]]"
status: open
kind: question
visibility: client
author: raj.patel
created: 2026-11-22T10:04:11Z
quote: "We will cut the programme in Q3"
prefix: "In March she said: "
suffix: ", and left."
heading: ["Executive view", "Why"]
start: 1234
blob: 3b18e512dba79e4c8300dd08aeb37f8e728b8dad
---
> [!quote] [[Executives/Ana Ruiz#Why]]
> We will cut the programme in Q3

## 2026-11-22T10:04:11Z raj.patel
Is this decided, or a fear?
`);
});

test('an annotation of a whole note has no quote', async () => {
  const text = threadText({ selector: { quote: '', prefix: '', suffix: '', heading: [], start: undefined, blob: undefined } });
  expect(text).toContain('quote: ""\n---\n> [!quote] [[Executives/Ana Ruiz]]\n\n## 2026');
  expect((await readThread(THREAD_PATH, text)).problems).toEqual([]);
});

test.each([
  ['[[Ana]]', 'Why', '[[Ana#Why]]'],
  ['[[Ana|her]]', 'Why', '[[Ana#Why|her]]'],
  ['[[Ana#^a1]]', 'Why', '[[Ana#^a1]]'],
  ['[[Ana]]', 'Why [[Ben]] | #2', '[[Ana]]'],
])('the callout of %s under "%s" links to %s', (targetLink, heading, link) => {
  expect(threadText({ targetLink, selector: { ...SELECTOR, heading: ['Top', heading] } })).toContain(`> [!quote] ${link}\n`);
});

test('the callout shows the quote and hides nothing', () => {
  const text = threadText({ selector: { ...SELECTOR, quote: 'a\n\n## 2026-11-22T10:04:11Z b\n%% c\n![[d]]\u0000' } });
  expect(text).toContain('> a\n>\n> ## 2026-11-22T10:04:11Z b\n> \\%% c\n> \\![[d]]\n\n');
});

test('a quote of ten thousand signs of any kind reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), fc.string({ unit: 'binary', maxLength: 64 }), fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), async (piece, prefix, heading) => {
      const selector = { ...SELECTOR, quote: `x${piece}`.repeat(400).slice(0, 10_000), prefix, heading };
      const { annotation, problems } = await readThread(THREAD_PATH, threadText({ selector }));
      expect(annotation.selector).toEqual(selector);
      expect(annotation.events).toHaveLength(1);
      expect(problems).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
