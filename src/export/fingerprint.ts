/**
 * Names for findings that outlive edits elsewhere in the note: rule, path, heading, message and a running number among
 * equals, never the line. A service that compares two runs by them sees a moved finding as the same one.
 */
import type { SectionOf } from '../lint/baseline.js';
import type { Diagnostic } from '../lint/diagnostic.js';

/**
 * FNV-1a with 64 bits, as 16 hexadecimal digits. Chosen because it is a published standard with test vectors, needs no
 * platform (the core knows no crypto), and 64 bits keep a million findings apart; it guards against chance, not malice.
 * The state is kept in two halves of 32 bits, since numbers are exact only up to 53. Characters outside ASCII count as
 * the UTF-8 bytes of each UTF-16 unit.
 */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const addByte = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    // Times the prime 2^40 + 0x1b3: the first term moves the low half eight bits up into the high half.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) addByte(unit);
    else if (unit < 0x800) {
      addByte(0xc0 | (unit >> 6));
      addByte(0x80 | (unit & 0x3f));
    } else {
      addByte(0xe0 | (unit >> 12));
      addByte(0x80 | ((unit >> 6) & 0x3f));
      addByte(0x80 | (unit & 0x3f));
    }
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

export interface FingerprintedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** Each finding with its fingerprint, in the order given. No two are equal: a service drops the second of two equal ones. */
export function fingerprintDiagnostics(diagnostics: readonly Diagnostic[], sectionOf: SectionOf = () => ''): readonly FingerprintedDiagnostic[] {
  const occurrences = new Map<string, number>();
  const taken = new Set<string>();
  return diagnostics.map((diagnostic) => {
    const key = [diagnostic.rule, diagnostic.path, sectionOf(diagnostic), diagnostic.message].join('\0');
    for (;;) {
      const occurrence = (occurrences.get(key) ?? 0) + 1;
      occurrences.set(key, occurrence);
      const fingerprint = fnv1a64(`${key}\0${occurrence}`);
      if (taken.has(fingerprint)) continue;
      taken.add(fingerprint);
      return { diagnostic, fingerprint };
    }
  });
}
