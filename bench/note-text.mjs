/**
 * The text of one invented note: frontmatter as people write it, sections, lists, tables, code, links. About one note in
 * ten has something for lint to find.
 */
import { paragraph, ROLES, sentence, UNITS } from './words.mjs';

/**
 * @typedef {ReturnType<typeof import('./random.mjs').buildRandom>} Random
 * @typedef {{ kind: string, title: string, path: string }} NoteName
 * @typedef {{ random: Random, ofKind: Map<string, string[]>, isCeo: boolean }} Surroundings
 */

const LEVELS = ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate'];
const COMPETENCIES = ['purposeful-leadership', 'compelling-brand-values', 'employee-engagement', 'customer-connectedness'];
/** Of the notes' own present, in months from the start of 2026, from 1: what ends before it is done. */
const TODAY_MONTH = 11;
const PHASES = ['awareness', 'prove-value', 'broaden', 'embed'];
const HEADINGS = {
  why: ['Why', 'Why', 'Why', 'Why this matters', 'Rationale', 'Warum', 'Pourquoi'],
  model: ['Model', 'Model', 'Role modelling', 'Walk the talk', 'Vorleben', 'Exemplarité'],
  reinforce: ['Reinforce', 'Reinforce', 'Reinforcing mechanisms', 'Make it stick', 'Verankerung', 'Ancrage'],
};

/** @param {NoteName} note @param {Surroundings} around */
export function noteText(note, around) {
  const { random } = around;
  const practices = note.kind === 'executive' || note.kind === 'initiative' || note.kind === 'play';
  const slip = random.chance(0.1) ? random.below(5) : -1;
  const head = note.kind === 'plain' ? plainHead(random) : ['---', `type: ${note.kind}`, ...properties(note, around, slip), '---'];
  const parts = [head.join('\n'), `# ${note.title}`, paragraph(random, 2), ...(practices ? practiceSections(random, slip) : freeSections(random, around))];
  if (note.kind === 'executive') parts.push(...datedLists(random, /^commitment: (\S+)/m.exec(parts[0] ?? '')?.[1] ?? 'supporter'));
  if (note.kind === 'case') parts.push('## The story', paragraph(random));
  if (note.kind === 'empowerment') parts.push('**Mistakes:** an honest mistake gets a talk.');
  if (note.kind === 'journey') parts.push('## Phases', PHASES.map((phase, index) => `- ${2026 + Math.floor(index / 2)}-${index % 2 === 0 ? '01' : '07'} – ${2026 + Math.floor(index / 2)}-${index % 2 === 0 ? '06' : '12'} ${phase}`).join('\n'));
  parts.push(`See ${link(around, 'insight')} and ${link(around, 'case')}.`);
  if (parts.join('\n\n').length < 1900) parts.push('## Notes');
  while (parts.join('\n\n').length < 1900) parts.push(random.chance(0.5) ? paragraph(random) : bullets(random));
  if (random.chance(0.15)) parts.push(`%% Talk to ${link(around, 'executive')} first. %%`);
  const text = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  return random.chance(0.03) ? text.replaceAll('\n', '\r\n') : text;
}

/** @param {Random} random */
function plainHead(random) {
  return random.chance(0.5) ? [] : ['---', 'tags:', '  - log', `created: ${random.day()}`, '---'];
}

/** @param {NoteName} note @param {Surroundings} around @param {number} slip */
function properties(note, around, slip) {
  const { random } = around;
  const common = random.chance(0.3) ? [`tags: [${random.some(['log', 'board', 'forum', 'storm'], 2).join(', ')}]`] : [];
  switch (note.kind) {
    case 'executive': return [...executiveProperties(around, slip), ...common];
    case 'initiative':
    case 'pilot':
    case 'milestone': return [...workProperties(note, around, slip), ...common];
    case 'play': return ['moves:', `  - ${LEVELS[1]} -> ${LEVELS[2]}`, 'lever: [roi, peers]', `competencies: [${random.pick(COMPETENCIES)}]`, ...common];
    case 'journey': return ['start: 2026-01', 'end: 2027-12', 'units:', ...UNITS.map((unit) => `  - ${quoted(unit)}`)];
    case 'vision': return ['status: approved', 'approved: 2026-01-27'];
    case 'strategy': return ['status: approved', 'approved: 2026-04-21', `supports: ["${link(around, 'vision')}"]`];
    case 'governance': return ['status: draft'];
    case 'empowerment': return [`unit: ${random.pick(UNITS)}`, 'amount: 75', 'per: guest', 'scope: hosts on shift', 'approval: false', 'review: 2027-06-30', ...common];
    case 'case': return ['metric: NPS', `baseline: ${random.below(40)}`, `result: ${random.below(60)}`, ...common];
    default: return [...common, ...(random.chance(0.4) ? ['visibility: team'] : [])];
  }
}

/** @param {Surroundings} around @param {number} slip */
function executiveProperties(around, slip) {
  const { random, isCeo } = around;
  return [
    `role: ${isCeo ? 'CEO' : random.pick(ROLES)}`,
    `unit: ${random.pick(UNITS)}`,
    `commitment: ${slip === 0 ? 'suporter' : isCeo ? 'advocate' : random.chance(0.05) ? 'toe-dipper' : 'supporter'}`,
    `needed_commitment: ${random.pick(LEVELS.slice(2))}${random.chance(0.2) ? '   # the shared record needs it' : ''}`,
    `assessed: ${slip === 1 ? '2025-02-11' : random.day(7, 10)}`,
    ...(isCeo ? [] : links(around, 'reports_to', 'executive', 1)),
    ...links(around, 'peers', 'executive', random.below(3)),
    `influence: ${1 + random.below(5)}`,
    'lever:',
    `  - ${random.pick(['roi', 'peers', 'vision', 'empathy'])}`,
    `last_contact: ${random.chance(0.3) ? `'${random.day(9, 10)}'` : random.day(9, 10)}`,
    `competencies: [${random.some(COMPETENCIES, 2).join(', ')}]`,
    ...(random.chance(0.2) ? [`aliases: ["${random.pick(['MD', 'Head', 'Skipper'])} ${random.below(100000)}"]`] : []),
  ];
}

/** @param {NoteName} note @param {Surroundings} around @param {number} slip */
function workProperties(note, around, slip) {
  const { random } = around;
  const start = 1 + random.below(18);
  const end = slip === 1 && start > 1 ? start - 1 : start + 1 + random.below(6);
  return [
    ...(note.kind === 'milestone' ? [`end: ${month(end)}-${String(1 + random.below(28)).padStart(2, '0')}`] : [`start: ${month(start)}`, random.chance(0.3) ? `end: "${month(end)}"` : `end: ${month(end)}`]),
    `phase: ${slip === 0 ? 'prove-vlaue' : random.pick(PHASES)}`,
    `status: ${random.chance(0.03) ? 'paused' : end < TODAY_MONTH ? 'done' : start > TODAY_MONTH ? random.pick(['planned', 'idea']) : 'active'}`,
    `ambition: ${random.pick(['local', 'unit', 'cross-unit', 'enterprise'])}`,
    ...(note.kind === 'pilot' ? links(around, 'cases', 'case', 1) : []),
    `units: [${random.some(UNITS, 2).map(quoted).join(', ')}]`,
    ...(note.kind === 'milestone' ? [] : [`progress: ${random.below(101)}`]),
    ...links(around, 'sponsor', 'executive', 1),
    `competencies: [${random.pick(COMPETENCIES)}]`,
    ...(random.chance(0.2) ? links(around, 'depends_on', 'milestone', 1) : []),
    ...(slip === 2 ? ['supports: ["[[No such note]]"]'] : links(around, 'supports', 'strategy', 1)),
    ...(random.chance(0.5) ? links(around, 'insights', 'insight', 2) : []),
    ...(slip === 3 ? ['sponsers: []'] : []),
  ];
}

/** @param {Surroundings} around @param {string} name @param {string} kind @param {number} count */
function links(around, name, kind, count) {
  if (count === 0) return [];
  const written = around.random.some(around.ofKind.get(kind) ?? [], count).map((title) => `"[[${title}]]"`);
  return around.random.chance(0.4) ? [`${name}: [${written.join(', ')}]`] : [`${name}:`, ...written.map((one) => `  - ${one}`)];
}

/** @param {Surroundings} around @param {string} kind */
function link(around, kind) {
  return `[[${around.random.pick(around.ofKind.get(kind) ?? ['CX Vision'])}]]`;
}

/** @param {Random} random @param {number} slip */
function practiceSections(random, slip) {
  return [
    `## ${random.pick(HEADINGS.why)}`, paragraph(random),
    ...(slip === 4 ? [] : [`## ${random.pick(HEADINGS.model)}`, bullets(random)]),
    `## ${random.pick(HEADINGS.reinforce)}`, random.chance(0.02) ? '%% later %%' : paragraph(random, 2),
  ];
}

/** @param {Random} random @param {Surroundings} around */
function freeSections(random, around) {
  const parts = ['## What it is about', paragraph(random)];
  if (random.chance(0.5)) parts.push('## In numbers', table(random));
  if (random.chance(0.2)) parts.push('```js\n// ## Why\nconst kept = promises.filter((promise) => promise.kept);\n```');
  if (random.chance(0.3)) parts.push(`> [!info] Read this first\n> ${sentence(random)}\n> See ${link(around, 'initiative')}.`);
  if (random.chance(0.3)) parts.push(`## What is open\n\n- [ ] ${sentence(random)}\n- [x] ${sentence(random)}\n  - ${sentence(random)}`);
  return parts;
}

/** What was done reaches the level of a supporter. @param {Random} random @param {string} level */
function datedLists(random, level) {
  const item = (/** @type {string} */ tail) => `- ${random.day(8, 10)} ${tail}`;
  const done = (/** @type {string} */ category) => item(`${sentence(random)} #${category}`);
  return [
    '## Evidence', '### Said', [item(sentence(random)), item(sentence(random))].join('\n'), '### Did', [done(random.pick(['money', 'people'])), done('peer')].join('\n'),
    '## Assessments', ['01', '05', '10'].map((at) => `- 2026-${at}-15 ${at === '10' ? level : random.pick(LEVELS)} — by the coach — ${random.pick(['after the budget round', 'asked twice', 'in the customer room'])}`).join('\n'),
  ];
}

/** @param {Random} random */
function bullets(random) {
  return Array.from({ length: 3 }, () => `- ${sentence(random)}`).join('\n');
}

/** @param {Random} random */
function table(random) {
  const rows = random.some(UNITS, 4).map((unit) => `| ${unit} | ${random.below(100)} % | ${random.below(100)} % |`);
  return ['| Unit | 2025 | 2027 |', '|---|---:|---:|', ...rows].join('\n');
}

/** @param {number} count months from the start of 2026, from 1 */
function month(count) {
  return `${2026 + Math.floor((count - 1) / 12)}-${String(((count - 1) % 12) + 1).padStart(2, '0')}`;
}

/** @param {string} text */
function quoted(text) {
  return /^[A-Za-z ]+$/.test(text) ? text : `"${text}"`;
}
