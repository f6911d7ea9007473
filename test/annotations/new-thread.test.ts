import { expect, test } from 'vitest';
import { formatThread, newThreadId, threadPath } from '../../src/annotations/new-thread.js';
import { readThread } from '../../src/annotations/read-thread.js';

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
