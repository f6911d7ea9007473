/** What git would have recorded of the sample vault: a year of levels, with a gap, a renamed note and one who left. */
import type { RecordedExecutive } from '../../src/playbook/recorded-history.js';
import { recordedExecutive, recordedHistory, type Recording } from '../recorded.js';

function person(name: string, recordings: readonly Recording[], more: Partial<RecordedExecutive> = {}): RecordedExecutive {
  return recordedExecutive(`10 Executives/${name}.md`, recordings, more);
}

export const SAMPLE_HISTORY = recordedHistory(
  [
    person('Ines Falk (CEO)', [['2025-11-03', 'passive'], ['2026-01-12', 'toe-dipper'], ['2026-05-20', 'supporter']]),
    person('Leocadia Munt (CIO)', [['2025-11-20', 'passive'], ['2026-01-18', 'opposer']]),
    person('Marguerite Oyelaran (COO)', [['2025-12-01', 'toe-dipper'], ['2026-07-06', 'supporter']]),
    person('Pavel Achterberg (CHRO)', [['2025-12-01', 'passive'], ['2026-02-01', 'unreadable'], ['2026-02-03', 'passive'], ['2026-10-14', 'toe-dipper']]),
    person('Rune Aldous (MD Freight)', [['2026-01-14', 'supporter'], ['2026-10-28', 'advocate']]),
    person('Sunniva Brandt (CMO)', [['2025-11-03', 'toe-dipper'], ['2025-12-15', 'unreadable'], ['2025-12-18', 'toe-dipper'], ['2026-01-22', 'supporter'], ['2026-09-16', 'toe-dipper']], { formerPaths: ['10 Executives/Sunniva Brandt.md', 'People/Sunniva.md'] }),
    person('Tobias Rhee (CFO)', [['2026-01-15', 'passive'], ['2026-10-07', 'supporter']]),
    person('Viggo Lund (MD Ports)', [['2025-11-03', 'opposer'], ['2026-06-30', 'absent']], { present: false }),
  ],
  { commits: 214 },
);
