import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintDiagnostics, fnv1a64 } from '../../src/export/fingerprint.js';
import { finding, manyFindings, onLine } from './diagnostic-builders.js';

describe('fingerprint', () => {
  // Vectors of the FNV reference code.
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
    ['chongo was here!\n', '46810940eff5f915'],
  ])('hashes %j as the FNV reference does', (text, expected) => {
    expect(fnv1a64(text)).toBe(expected);
  });

  test('equals the definition in big integers, over UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xd7ff }).map((unit) => String.fromCharCode(unit)) }), (text) => {
        let hash = 0xcbf29ce484222325n;
        for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
        expect(fnv1a64(text)).toBe(hash.toString(16).padStart(16, '0'));
      }),
    );
  });

  test('tells equal findings of one note apart by their number', () => {
    const diagnostics = [finding(), finding({ range: onLine(3) }), finding({ range: onLine(5) })];
    expect(new Set(fingerprintDiagnostics(diagnostics).map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  test('has no two equal among many', () => {
    const diagnostics = manyFindings(30_000);
    expect(new Set(fingerprintDiagnostics(diagnostics).map(({ fingerprint }) => fingerprint)).size).toBe(30_000);
  });

  test('does not confuse parts that join to the same text', () => {
    const [a, b] = fingerprintDiagnostics([finding({ rule: 'ab', path: 'c' }), finding({ rule: 'a', path: 'bc' })]);
    expect(a?.fingerprint).not.toBe(b?.fingerprint);
  });
});
