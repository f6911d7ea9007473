/**
 * Swimlanes: which lane an item belongs to, and the order of the lanes.
 *
 * An item stands in one lane: that of its first competency, sponsor or unit. What has no value stands in a last lane
 * ("No sponsor"). Lanes follow the order that the field gives them (competencies, phases, the journey's units, the
 * CEO first); values without such an order follow by code units, never by locale.
 */
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import { PHASES, WORK_STATUSES, type Executive, type Initiative, type Journey, type Phase } from '../playbook/note.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { isCeo, unitKey } from '../playbook/readiness.js';
import { distinguish } from './namesakes.js';
import { capitalised } from './capitalised.js';
import type { ItemSource } from './roadmap-item.js';
import type { RoadmapGrouping } from './roadmap-layout.js';

export interface LaneHead {
  readonly id: string;
  readonly label: string;
  readonly sublabel: string | undefined;
  readonly colourSlot: number | undefined;
  /** In a leader's lane. */
  readonly executive: Executive | undefined;
}

/** What is grouped: an item with what its note says. */
interface Grouped {
  readonly source: ItemSource;
}

export interface LaneGroup<Item extends Grouped> {
  readonly head: LaneHead;
  readonly items: readonly Item[];
}

export const PHASE_LABEL: Readonly<Record<Phase, string>> = {
  awareness: 'Awareness',
  'prove-value': 'Prove value',
  broaden: 'Broaden',
  embed: 'Embed',
};

interface RankedHead extends LaneHead {
  readonly rank: number;
}

const LAST_RANK = Number.MAX_SAFE_INTEGER;

/** Lanes that hold an item, in order; grouped by competency, all four, so that what nobody works on shows. */
export function groupIntoLanes<Item extends Grouped>(
  items: readonly Item[],
  groupBy: RoadmapGrouping,
  journey: Journey | undefined,
): readonly LaneGroup<Item>[] {
  const headOf = laneHeads(groupBy, journey);
  const lanes = new Map<string, { readonly head: RankedHead; readonly items: Item[] }>();
  if (groupBy === 'competency' && items.length > 0) {
    COMPETENCIES.forEach((_, index) => {
      const head = competencyHead(index);
      lanes.set(head.id, { head, items: [] });
    });
  }
  for (const item of items) {
    const head = headOf(item.source);
    const lane = lanes.get(head.id);
    if (lane === undefined) lanes.set(head.id, { head, items: [item] });
    else lane.items.push(item);
  }
  const groups = [...lanes.values()].sort((a, b) => a.head.rank - b.head.rank || byCodeUnits(a.head.id, b.head.id));
  return groupBy === 'leader' ? tellLeadersApart(groups) : groups;
}

/** Leaders of one name have the part of the path that differs below it, beside their role. */
function tellLeadersApart<Item extends Grouped>(groups: readonly LaneGroup<Item>[]): readonly LaneGroup<Item>[] {
  const parts = distinguish(groups.flatMap(({ head }) => head.executive ?? []));
  if (parts.size === 0) return groups;
  return groups.map(({ head, items }) => {
    const part = parts.get(head.executive?.path ?? '');
    const sublabel = [head.sublabel, part].filter((text) => text !== undefined).join(', ');
    return { head: part === undefined ? head : { ...head, sublabel }, items };
  });
}

function laneHeads(groupBy: RoadmapGrouping, journey: Journey | undefined): (source: ItemSource) => RankedHead {
  switch (groupBy) {
    case 'competency':
      return ({ item }) => (item.competency === undefined ? noValue(groupBy, 'competency') : competencyHead(COMPETENCIES.indexOf(item.competency)));
    case 'leader':
      return ({ sponsors: [leader] }) => (leader === undefined ? noValue(groupBy, 'sponsor') : leaderHead(leader));
    case 'unit':
      return unitHeads(journey);
    case 'status':
      return ({ item: { status } }) =>
        status === undefined ? noValue(groupBy, 'status') : plainHead(groupBy, status, capitalised(status), WORK_STATUSES.indexOf(status));
    case 'phase':
      return ({ item: { phase } }) => {
        if (phase === undefined) return noValue(groupBy, 'phase');
        const name = journey?.phases.find((span) => span.phase === phase)?.name;
        return plainHead(groupBy, phase, name === undefined || name === '' ? PHASE_LABEL[phase] : name, PHASES.indexOf(phase));
      };
    default:
      return propertyHeads(groupBy);
  }
}

function propertyHeads(groupBy: `property:${string}`): (source: ItemSource) => RankedHead {
  const name = groupBy.slice('property:'.length);
  return ({ note }) => {
    const value = propertyOf(note, name)?.trim();
    return value === undefined || value === '' ? noValue(groupBy, name) : plainHead(groupBy, value, value, 0);
  };
}

function propertyOf(note: Initiative, name: string): string | undefined {
  if (Object.hasOwn(note.properties, name)) return note.properties[name];
  if (name === 'ambition') return note.ambition;
  return name === 'type' ? note.kind : undefined;
}

function unitHeads(journey: Journey | undefined): (source: ItemSource) => RankedHead {
  const units = (journey?.units ?? []).map((unit) => ({ unit, key: unitKey(unit) }));
  return ({ item }) => {
    const unit = item.units.find((name) => unitKey(name) !== '');
    if (unit === undefined) return noValue('unit', 'unit');
    const key = unitKey(unit);
    const rank = units.findIndex((known) => known.key === key);
    return plainHead('unit', key, units[rank]?.unit ?? unit.trim(), rank === -1 ? units.length : rank);
  };
}

function competencyHead(index: number): RankedHead {
  const competency = COMPETENCIES[index];
  if (competency === undefined) throw new Error(`No competency has the number ${index}.`);
  return { ...plainHead('competency', competency, COMPETENCY_LABEL[competency], index), colourSlot: index };
}

/** The role stands below the name, unless the name already says it: "Tobias Rhee (CFO)". */
function leaderHead(executive: Executive): RankedHead {
  const role = executive.role?.trim();
  const isSaid = role === undefined || role === '' || executive.title.toLowerCase().includes(role.toLowerCase());
  const head = plainHead('leader', executive.path, executive.title, isCeo(executive) ? 0 : 1);
  return { ...head, sublabel: isSaid ? undefined : role, executive };
}

function plainHead(groupBy: RoadmapGrouping, key: string, label: string, rank: number): RankedHead {
  return { id: `${groupBy}=${key}`, label, sublabel: undefined, colourSlot: undefined, executive: undefined, rank };
}

function noValue(groupBy: RoadmapGrouping, name: string): RankedHead {
  return plainHead(groupBy, '', `No ${name}`, LAST_RANK);
}
