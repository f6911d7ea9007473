/**
 * One roadmap for every program: invented items over three years in ten lanes, a leader each, whose levels change with
 * time. The same count and seed give the same scene.
 */
import { buildRandom } from '../random.mjs';
import { ADJECTIVES, FIRST_NAMES, LAST_NAMES, NOUNS, ROLES, UNITS } from '../words.mjs';

/** 2026-01-01 and 2028-12-31 as epoch days. */
export const FIRST_DAY = 20_454;
export const LAST_DAY = 21_549;
export const TODAY_DAY = 20_779;
/** At which everything is measured: a month is as wide as the peers draw it by themselves (120 px). */
export const PX_PER_DAY = 4;
const LANES = 10;
/** Of 100 items; the others are initiatives. */
const PILOTS = 18;
const MILESTONES = 10;
/** Of 100 items. */
const DEPENDENT = 60;
/** Of 100 dependencies. */
const WITHIN_LANE = 70;
const LEVELS = ['opposer', 'passive', 'toe-dipper', 'supporter', 'advocate'];

/**
 * @typedef {{ id: string, title: string, kind: 'initiative' | 'pilot' | 'milestone', lane: number, startDay: number, endDay: number,
 *   progress: number, status: 'idea' | 'planned' | 'active' | 'done', ambition: 'local' | 'unit' | 'enterprise', dependsOn: string[] }} SceneItem
 *   Days are included at both ends.
 * @typedef {{ name: string, role: string, unit: string, levels: { day: number, level: typeof LEVELS[number] }[] }} SceneLane
 * @typedef {{ items: SceneItem[], lanes: SceneLane[] }} Scene
 */

/** @param {number} count @param {number} seed @returns {Scene} */
export function buildScene(count, seed = 1) {
  const random = buildRandom(seed);
  const lanes = Array.from({ length: LANES }, (_, index) => ({
    name: `${FIRST_NAMES[index]} ${LAST_NAMES[index]}`,
    role: index === 0 ? 'CEO' : ROLES[index % ROLES.length],
    unit: UNITS[index % UNITS.length],
    levels: Array.from({ length: 4 }, (_, step) => ({ day: FIRST_DAY - 100 + step * 240 + random.below(120), level: LEVELS[Math.min(4, random.below(3) + Math.floor(step / 2) + 1)] })),
  }));
  const items = Array.from({ length: count }, (_, index) => itemOf(index, random));
  // By time, so that what an item depends on stands before it in the list.
  items.sort((a, b) => a.startDay - b.startDay || a.endDay - b.endDay || (a.id < b.id ? -1 : 1));
  items.forEach((item, index) => {
    if (index > 0 && random.below(100) < DEPENDENT) item.dependsOn.push(predecessorOf(item, items.slice(Math.max(0, index - 400), index), random).id);
  });
  return { items, lanes };
}

function itemOf(index, random) {
  const kind = random.below(100);
  const startDay = FIRST_DAY + random.below(LAST_DAY - FIRST_DAY - 20);
  const days = kind < MILESTONES ? 1 : kind < MILESTONES + PILOTS ? 15 + random.below(60) : 30 + random.below(170);
  const endDay = Math.min(LAST_DAY, startDay + days - 1);
  const words = `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}${random.chance(0.4) ? ` for ${random.pick(UNITS)}` : ''}`;
  return {
    id: `i${index}`,
    title: words.slice(0, 40).trim(),
    kind: kind < MILESTONES ? 'milestone' : kind < MILESTONES + PILOTS ? 'pilot' : 'initiative',
    lane: random.below(LANES),
    startDay,
    endDay,
    progress: endDay < TODAY_DAY ? 100 : startDay > TODAY_DAY ? 0 : random.below(10) * 10,
    status: endDay < TODAY_DAY ? 'done' : startDay > TODAY_DAY ? random.pick(['idea', 'planned']) : 'active',
    ambition: random.pick(['local', 'unit', 'enterprise']),
    dependsOn: [],
  };
}

/** One that ends before the item starts where a few tries find one, mostly of the same lane. */
function predecessorOf(item, before, random) {
  const inLane = random.below(100) < WITHIN_LANE ? before.filter(({ lane }) => lane === item.lane) : before;
  const candidates = inLane.length === 0 ? before : inLane;
  for (let tries = 0; tries < 12; tries++) {
    const candidate = random.pick(candidates);
    if (candidate.endDay < item.startDay) return candidate;
  }
  return random.pick(candidates);
}

/** `yyyy-mm-dd`. @param {number} day */
export function isoOf(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Midnight in the browser's own time zone, as charts of dates take it. @param {number} day */
export function dateOf(day) {
  const utc = new Date(day * 86_400_000);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
}
