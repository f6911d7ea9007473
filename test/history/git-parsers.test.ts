import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GitBatchParser, type BatchText } from '../../src/history/git-batch.js';
import { GitLogParser, type LoggedCommit } from '../../src/history/git-log.js';

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const ID = fc.string({ unit: fc.constantFrom('0', '5', 'a', 'f'), minLength: 40, maxLength: 40 });
/** Anything but NUL, which ends a word. */
const BYTES = fc.uint8Array({ min: 1, maxLength: 12 });
const NAME = fc.uint8Array({ min: 1, minLength: 1, maxLength: 12 });
const CUTS = fc.array(fc.nat(), { maxLength: 8 });

/** The bytes in pieces that end at the cuts. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1))), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
}

describe('the log', () => {
  const change = fc.record({ status: fc.constantFrom('A', 'M', 'D', 'R087', 'T'), oldPath: NAME, path: NAME, oldId: ID, id: ID });
  const commit = fc.record({ id: ID, parents: fc.array(ID, { maxLength: 3 }), author: BYTES, subject: BYTES, changes: fc.array(change, { maxLength: 4 }) });

  function written(commits: readonly (typeof commit extends fc.Arbitrary<infer T> ? T : never)[]): Uint8Array {
    const words = commits.flatMap(({ id, parents, author, subject, changes }) => [
      ...[Buffer.from(id), Buffer.from(parents.join(' ')), Buffer.from('2026-01-01'), Buffer.from(author), Buffer.from(subject)],
      ...changes.flatMap(({ status, oldPath, path, oldId, id: newId }, index) => [
        Buffer.from(`${index === 0 ? '\n' : ''}:${status === 'A' ? '000000' : '100644'} ${status === 'D' ? '000000' : status === 'T' ? '120000' : '100644'} ${oldId} ${newId} ${status}`),
        ...(status.startsWith('R') ? [Buffer.from(oldPath)] : []),
        Buffer.from(path),
      ]),
    ]);
    return Buffer.concat(words.flatMap((word) => [word, Buffer.from([0])]));
  }

  test('is the same however its bytes are cut, with names of any bytes', () => {
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 4 }), CUTS, (commits, cuts) => {
        const bytes = written(commits);
        const read = (parts: readonly Uint8Array[]): LoggedCommit[] => {
          const parser = new GitLogParser(decode);
          return [...parts.flatMap((part) => parser.push(part)), ...parser.end()];
        };
        const whole = read([bytes]);
        expect(read(pieces(bytes, cuts))).toEqual(whole);
        expect(whole.map(({ id, parents, changes }) => [id, parents, changes.length])).toEqual(commits.map(({ id, parents, changes }) => [id, parents, changes.length]));
        for (const [index, { changes }] of whole.entries()) {
          for (const [at, { oldPath, path, oldBlob, blob }] of changes.entries()) {
            const from = commits[index]?.changes[at];
            expect(oldPath === path).toBe(from?.status.startsWith('R') !== true || Buffer.from(from.oldPath).equals(Buffer.from(from.path)));
            expect([oldBlob, blob]).toEqual([from?.status === 'A' ? undefined : from?.oldId, from?.status === 'D' || from?.status === 'T' ? undefined : from?.id]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps two names apart that are no UTF-8 and look alike', () => {
    const parser = new GitLogParser(decode);
    const entry = (byte: number): number[] => [...Buffer.from(`:000000 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} A\0`), byte, ...Buffer.from('.md\0')];
    const bytes = Uint8Array.from([...Buffer.from(`${'a'.repeat(40)}\0\x002026-01-01\0A\0S\0`), ...entry(0xe9), ...entry(0xe8)]);
    const [commit] = [...parser.push(bytes), ...parser.end()];
    expect(new Set(commit?.changes.map(({ path }) => path)).size).toBe(2);
  });
});

describe('the texts', () => {
  const text = fc.record({ id: ID, bytes: fc.uint8Array({ maxLength: 40 }), isMissing: fc.boolean() });

  test('are the same however their bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), CUTS, (texts, cuts) => {
        const bytes = Buffer.concat(texts.flatMap(({ id, bytes: content, isMissing }) => (isMissing ? [Buffer.from(`${id} missing\n`)] : [Buffer.from(`${id} blob ${content.length}\n`), content, Buffer.from('\n')])));
        const parser = new GitBatchParser(decode, { isWanted: (start) => start[0] === undefined || start[0] < 128, maxBytes: 30 });
        const read: BatchText[] = pieces(bytes, cuts).flatMap((piece) => parser.push(piece).map((one) => ({ ...one, bytes: one.bytes?.slice() })));
        expect(read.map(({ id, outcome, bytes: content }) => [id, outcome, content === undefined ? undefined : [...content]])).toEqual(
          texts.map(({ id, bytes: content, isMissing }) => {
            if (isMissing) return [id, 'missing', undefined];
            if (content.length > 30) return [id, 'too-large', undefined];
            return (content[0] ?? 0) < 128 ? [id, 'read', [...content]] : [id, 'unwanted', undefined];
          }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
