/** The options of the roadmap in a base, as the base's own menu shows them, and what they say in one base. */
import type { BasesAllOptions, BasesDropdownOption, BasesPropertyId, BasesPropertyOption, BasesViewConfig } from 'obsidian';
import { DEFAULT_CHOICE, readRoadmapChoice, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { FIXED_GROUPINGS } from '../roadmap/grouping.js';
import type { RoadmapGrouping } from '../roadmap/roadmap-layout.js';
import { WORDS } from '../views/words/words.js';
import { BASE_ROLES, writtenName, type BaseRole, type BaseRoles } from './roadmap-base-items.js';

const words = WORDS.roadmapHost;

/** The value of the option `group` for lanes that are the base's own groups. */
const OWN_GROUPS = 'base';

export function baseOptions(kindProperty: string): BasesAllOptions[] {
  const dropdown = (key: string, displayName: string, byDefault: string, options: Record<string, string>): BasesDropdownOption => ({ type: 'dropdown', key, displayName, default: byDefault, options });
  return [
    { type: 'group', displayName: words.baseRoles, items: [...BASE_ROLES, 'kind' as const].map((role) => roleOption(role, kindProperty)) },
    {
      type: 'group',
      displayName: words.baseLook,
      items: [
        dropdown('group', words.baseGroup, OWN_GROUPS, { [OWN_GROUPS]: words.baseOwnGroups, ...words.baseGroups }),
        dropdown('rows', words.baseRows, DEFAULT_CHOICE.rows, { ...words.baseRowChoices }),
        dropdown('zoom', words.baseZoom, 'fit', { ...words.baseZooms }),
        { type: 'toggle', key: 'commitment', displayName: words.baseCommitment, default: DEFAULT_CHOICE.commitment },
        { type: 'toggle', key: 'arrows', displayName: words.baseArrows, default: DEFAULT_CHOICE.arrows },
        { type: 'toggle', key: 'dropped', displayName: words.baseDropped, default: DEFAULT_CHOICE.dropped },
      ],
    },
  ];
}

function roleOption(role: BaseRole, kindProperty: string): BasesPropertyOption {
  const id = defaultId(role, kindProperty);
  return { type: 'property', key: role, displayName: words.role[role], default: id, placeholder: id };
}

function defaultId(role: BaseRole, kindProperty: string): BasesPropertyId {
  return `note.${role === 'kind' ? kindProperty : role}`;
}

/** What is not chosen is the playbook's own property. */
export function readRoles(config: BasesViewConfig, kindProperty: string): BaseRoles {
  const id = (role: BaseRole): BasesPropertyId => config.getAsPropertyId(role) ?? defaultId(role, kindProperty);
  return {
    kind: id('kind'),
    start: id('start'),
    end: id('end'),
    sponsor: id('sponsor'),
    competencies: id('competencies'),
    units: id('units'),
    status: id('status'),
    phase: id('phase'),
    progress: id('progress'),
    ambition: id('ambition'),
    depends_on: id('depends_on'),
  };
}

/** Roles for which the person chose another property than the playbook's. */
export function chosenRoles(roles: BaseRoles, kindProperty: string): readonly BaseRole[] {
  return [...BASE_ROLES, 'kind' as const].filter((role) => roles[role] !== defaultId(role, kindProperty));
}

/** Lanes that a property of the base stands for, when the base groups by it. */
const GROUPING_OF_ROLE: Readonly<Partial<Record<BaseRole, RoadmapGrouping>>> = { competencies: 'competency', sponsor: 'leader', units: 'unit', status: 'status', phase: 'phase' };

export interface OwnGroups {
  /** Undefined where the base does not group. */
  readonly grouping: RoadmapGrouping | undefined;
  /** Where the lanes are the base's groups by themselves: the property that holds their names in our items. */
  readonly property: string | undefined;
  /** The groups are computed: an item cannot be put into another. */
  readonly isComputed: boolean;
}

const NO_GROUPS: OwnGroups = { grouping: undefined, property: undefined, isComputed: false };

/** What the base groups by. `isGrouped` tells a base whose grouping the app does not give away. */
export function readOwnGroups(config: BasesViewConfig, roles: BaseRoles, isGrouped: boolean): OwnGroups {
  if (!isGrouped) return NO_GROUPS;
  const id = groupingId(config.get('groupBy'));
  const role = BASE_ROLES.find((each) => roles[each] === id);
  const grouping = role === undefined ? undefined : GROUPING_OF_ROLE[role];
  if (grouping !== undefined) return { grouping, property: undefined, isComputed: false };
  const name = id === undefined ? undefined : writtenName(id);
  const property = name ?? id?.replace(/^\w+\./, '') ?? words.groupProperty;
  return { grouping: `property:${property}`, property, isComputed: name === undefined };
}

function groupingId(groupBy: unknown): string | undefined {
  if (typeof groupBy === 'string') return groupBy;
  if (typeof groupBy !== 'object' || groupBy === null || !('property' in groupBy)) return undefined;
  return typeof groupBy.property === 'string' ? groupBy.property : undefined;
}

/** The choice that the base's options make; what else a person chooses in the view lies beside them. */
export function readBaseChoice(config: BasesViewConfig, { grouping }: OwnGroups): RoadmapChoice {
  const keys = ['rows', 'zoom', 'commitment', 'arrows', 'dropped'] as const;
  const values = Object.fromEntries(keys.flatMap((key) => (isGiven(config.get(key)) ? [[key, config.get(key)] as const] : [])));
  const fixed = FIXED_GROUPINGS.find((name) => name === config.get('group'));
  return { ...readRoadmapChoice(values).choice, groupBy: fixed ?? grouping ?? DEFAULT_CHOICE.groupBy };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Writes what is chosen in the view into the base, as far as the base has an option for it; what is there already is left alone. */
export function keepBaseChoice(config: BasesViewConfig, { grouping }: OwnGroups, before: RoadmapChoice, choice: RoadmapChoice): void {
  const set = (key: string, value: unknown): void => {
    if (config.get(key) !== value) config.set(key, value);
  };
  for (const key of ['rows', 'commitment', 'arrows', 'dropped'] as const) if (choice[key] !== before[key]) set(key, choice[key]);
  if (choice.groupBy === before.groupBy) return;
  const fixed = FIXED_GROUPINGS.find((name) => name === choice.groupBy);
  if (choice.groupBy === grouping) set('group', OWN_GROUPS);
  else if (fixed !== undefined) set('group', fixed);
}
