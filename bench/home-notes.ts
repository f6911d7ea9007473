/**
 * The notes of a large playbook, for what is drawn from all of them: executives with evidence, assessments and peers, a
 * third of the others open or past work, the rest pilots, cases, insights, messages and rooms, each with a few links.
 * The same for the same numbers.
 */
const LEVELS = ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate', ''] as const;
const COMPETENCIES = ['purposeful-leadership', 'compelling-brand-values', 'employee-engagement', 'customer-connectedness'];
export const BENCH_DAY = '2026-11-22';

export interface HomeNotes {
  /** Text by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Path of an executive who may change; among the first in every list. */
  readonly changing: string;
  /** That executive's text with the level of a run: another one than in the run before. */
  readonly changed: (run: number) => string;
}

/** `total` counts the executives too. */
export function buildHomeNotes(executives: number, total: number): HomeNotes {
  const units = Math.max(4, Math.floor(executives / 20));
  const texts = new Map<string, string>();
  for (let index = 0; index < executives; index++) texts.set(`Leaders/Leader ${index}.md`, executiveText(index, LEVELS[index % 6]!, executives, units));
  const rest = total - executives;
  const work = Math.floor(rest / 3);
  for (let index = 0; index < work; index++) texts.set(`Work/Item ${index}.md`, workText(index, 'initiative', executives, units));
  for (let index = 0; index < rest - work; index++) {
    const [name, text] = otherNote(index, executives, units);
    texts.set(`Notes/${name}.md`, text);
  }
  return { texts, changing: 'Leaders/Leader 1.md', changed: (run) => executiveText(1, LEVELS[run % 5]!, executives, units) };
}

function month(index: number): string {
  return String((index % 11) + 1).padStart(2, '0');
}

function executiveText(index: number, level: string, executives: number, units: number): string {
  const lines = Array.from({ length: 6 }, (_, at) => `- 2026-${month(index + at)}-0${(at % 9) + 1} ${at % 2 === 0 ? 'Spoke of it' : 'Paid for it #money'}, see [[Pilot ${(index * 7 + at) % executives}]]`);
  return [
    '---', 'type: executive', `role: ${index === 0 ? 'CEO' : 'Head'}`, `unit: Unit ${index % units}`, `commitment: ${level}`, 'needed_commitment: supporter', `assessed: 2026-${month(index)}-10`,
    `peers: ["[[Leader ${(index + 1) % executives}]]", "[[Leader ${(index + 7) % executives}]]", "[[Leader ${(index + 31) % executives}]]"]`, `influence: ${(index % 5) + 1}`,
    `last_contact: 2026-${month(index + 3)}-01`, `competencies: [${COMPETENCIES[index % 4]!}]`, '---',
    '## Evidence', '### Said', ...lines.filter((_, at) => at % 2 === 0), '### Did', ...lines.filter((_, at) => at % 2 === 1),
    '## Assessments', `- 2026-${month(index)}-01 passive — by M`, `- 2025-${month(index + 5)}-01 opposer — by M`,
  ].join('\n');
}

function workText(index: number, kind: string, executives: number, units: number): string {
  return [
    '---', `type: ${kind}`, `start: 2026-${month(index)}`, 'end: 2027-08', `status: ${['active', 'planned', 'done', 'stalled'][index % 4]!}`, `ambition: ${['local', 'unit', 'cross-unit', 'enterprise'][index % 4]!}`,
    `units: [Unit ${index % units}, Unit ${(index + 1) % units}]`, `sponsor: ["[[Leader ${index % executives}]]"]`, `competencies: [${COMPETENCIES[index % 4]!}]`, `insights: ["[[Insight ${index % 900}]]"]`,
    `cases: ["[[Case ${index % 600}]]"]`, ...(kind === 'pilot' ? ['metric: NPS', 'baseline: 10', `result: ${index % 50}`] : []), '---', '', 'Text.',
  ].join('\n');
}

function otherNote(index: number, executives: number, units: number): readonly [name: string, text: string] {
  const at = Math.floor(index / 5);
  switch (index % 5) {
    case 0: return [`Pilot ${at}`, workText(at, 'pilot', executives, units)];
    case 1: return [`Case ${at}`, `---\ntype: case\nbaseline: 3\npilots: ["[[Pilot ${at}]]"]\n---\n## The story\n> "It was late." — guest\n`];
    case 2: return [`Insight ${at}`, '---\ntype: insight\n---\n> "Nobody told us." — guest\n'];
    case 3: return [`Letter ${at}`, `---\ntype: comms\ndate: 2026-${month(at)}-05\n---\nAbout [[Case ${at % 600}]] and [[Pilot ${(at * 3) % 900}]].\n`];
    default: return [`Room ${at}`, `---\ntype: room\ndate: 2026-${month(at)}-06\n---\n## Commitments made\n| Who | What | By | Kept |\n|---|---|---|---|\n| [[Leader ${at % executives}]] | a promise | 2026-09-01 | ${at % 2 === 0 ? 'yes' : 'no'} |\n`];
  }
}
