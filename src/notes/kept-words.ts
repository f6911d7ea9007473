/** Whether a promise was kept, as people write it into a table or behind a promise. */

const KEPT = new Set(['yes', 'y', 'kept', 'done', 'true', 'x', '[x]', '✓', '✔', '✅', '☑', 'ja', 'gehalten', 'eingehalten', 'erledigt', 'erfüllt', 'oui', 'tenu', 'tenue', 'fait', 'sí', 'si', 'sì', 'cumplido', 'cumplida', 'sim', 'cumprido']);
const NOT_KEPT = new Set(['no', 'n', 'not kept', 'broken', 'missed', 'false', '✗', '✘', '❌', 'nein', 'nicht gehalten', 'nicht eingehalten', 'gebrochen', 'non', 'non tenu', 'nee', 'não', 'no cumplido']);
/** Says that it is still to come. */
const OPEN = new Set(['', '[]', 'open', 'pending', 'not yet', 'in progress', 'tbd', '-', '–', '—', '?', '…', '...', 'offen', 'noch nicht', 'en cours', 'pendiente']);

export type KeptWord = 'kept' | 'not-kept' | 'open';

/** Case, emphasis, emoji variants and a full stop do not count. Undefined for anything else. */
export function parseKept(text: string): KeptWord | undefined {
  const word = text.normalize('NFC').replace(/\ufe0f|[.!*_]+$/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();
  const first = word.replace(/\s*[,;:(].*$/su, '');
  for (const form of [word, first]) {
    if (KEPT.has(form)) return 'kept';
    if (NOT_KEPT.has(form)) return 'not-kept';
    if (OPEN.has(form)) return 'open';
  }
  return undefined;
}
