/**
 * Edits of the roadmap in a base: those of the playbook, on the properties that the base names. What a base computes is
 * shown and never written; who tries is told which property it is, and where to choose another.
 */
import { Notice } from 'obsidian';
import { PLAYBOOK_PROPERTIES, type RoadmapProperties } from '../notes/item-edit.js';
import type { ItemChange, NewItem } from '../roadmap/roadmap-change.js';
import type { RoadmapActions } from '../views/roadmap-actions.js';
import { WORDS } from '../views/words/words.js';
import { BaseGroups } from './base-groups.js';
import type { OwnGroups } from './base-options.js';
import type { PluginContext } from './plugin-context.js';
import { createRoadmapActions } from './roadmap-actions.js';
import { writtenName, type BaseRole, type BaseRoles } from './roadmap-base-items.js';

const words = WORDS.roadmapHost;

export function createBaseActions(context: PluginContext, roles: BaseRoles, groups: OwnGroups, create: (item: NewItem) => void, groupsNow: () => BaseGroups = () => NO_NAMES): RoadmapActions {
  const actions = createRoadmapActions(context, propertiesOf(roles));
  const isComputed = (role: BaseRole): boolean => writtenName(roles[role]) === undefined;
  return {
    ...actions,
    change: (change) => {
      const refusal = change.items.map((item) => refusalOf(item, roles, groups, isComputed)).find((reason) => reason !== undefined);
      const items = change.items.map((item) => writtenItem(item, groups, groupsNow(), isComputed));
      const whole = items.filter((item) => item !== undefined);
      if (refusal === undefined && whole.length === items.length) return actions.change({ ...change, items: whole });
      new Notice(refusal ?? words.groupSeveral);
      return Promise.resolve(false);
    },
    edit: (item) => {
      const computed = DIALOG_ROLES.find(isComputed);
      if (computed === undefined) actions.edit(item);
      else new Notice(words.computed(words.role[computed], roles[computed]));
    },
    create,
  };
}

const NO_NAMES = new BaseGroups();

/** The change in the words of the note: undefined for a lane that it cannot be put into. A date that the base computes is none of the note. */
function writtenItem(item: ItemChange, groups: OwnGroups, names: BaseGroups, isComputed: (role: BaseRole) => boolean): ItemChange | undefined {
  const { lane, was, ...rest } = item;
  const written = lane === undefined ? undefined : names.written(item.path, lane, groups);
  if (lane !== undefined && written === undefined) return undefined;
  return {
    ...rest,
    ...(written === undefined ? {} : { lane: written }),
    ...(was === undefined ? {} : { was: { ...(isComputed('start') ? {} : { start: was.start }), ...(isComputed('end') ? {} : { end: was.end }) } }),
  };
}

/** What the dialog over an item writes. */
const DIALOG_ROLES = ['start', 'end', 'status', 'sponsor', 'ambition', 'phase', 'progress'] as const satisfies readonly BaseRole[];

/** Roles that are computed keep the playbook's name: nothing is written by it. */
export function propertiesOf(roles: BaseRoles): RoadmapProperties {
  return {
    start: writtenName(roles.start) ?? PLAYBOOK_PROPERTIES.start,
    end: writtenName(roles.end) ?? PLAYBOOK_PROPERTIES.end,
    sponsor: writtenName(roles.sponsor) ?? PLAYBOOK_PROPERTIES.sponsor,
    competencies: writtenName(roles.competencies) ?? PLAYBOOK_PROPERTIES.competencies,
    units: writtenName(roles.units) ?? PLAYBOOK_PROPERTIES.units,
    status: writtenName(roles.status) ?? PLAYBOOK_PROPERTIES.status,
    phase: writtenName(roles.phase) ?? PLAYBOOK_PROPERTIES.phase,
    progress: writtenName(roles.progress) ?? PLAYBOOK_PROPERTIES.progress,
    ambition: writtenName(roles.ambition) ?? PLAYBOOK_PROPERTIES.ambition,
    dependsOn: writtenName(roles.depends_on) ?? PLAYBOOK_PROPERTIES.dependsOn,
  };
}

const ROLE_OF_LANES: Readonly<Record<string, BaseRole>> = { competency: 'competencies', leader: 'sponsor', unit: 'units', status: 'status', phase: 'phase' };

/** Why the change cannot be written; undefined when it can. */
function refusalOf(item: ItemChange, roles: BaseRoles, groups: OwnGroups, isComputed: (role: BaseRole) => boolean): string | undefined {
  const touched: BaseRole[] = [];
  if (item.start !== undefined) touched.push('start');
  if (item.end !== undefined) touched.push('end');
  if (item.addPredecessors !== undefined || item.removePredecessors !== undefined) touched.push('depends_on');
  for (const role of ['status', 'progress', 'ambition', 'phase'] as const) if (item.properties !== undefined && role in item.properties) touched.push(role);
  if (item.lane !== undefined) {
    if (groups.isComputed && item.lane.groupBy === groups.grouping) return words.groupComputed;
    const role = ROLE_OF_LANES[item.lane.groupBy];
    if (role !== undefined) touched.push(role);
  }
  const computed = touched.find(isComputed);
  return computed === undefined ? undefined : words.computed(words.role[computed], roles[computed]);
}
