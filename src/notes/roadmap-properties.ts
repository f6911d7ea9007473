/** Which properties say what the roadmap draws: the playbook's own, or those that a base maps. */
export interface RoadmapProperties {
  readonly start: string;
  readonly end: string;
  readonly sponsor: string;
  readonly competencies: string;
  readonly units: string;
  readonly status: string;
  readonly phase: string;
  readonly progress: string;
  readonly ambition: string;
  readonly dependsOn: string;
}

/** The playbook's own. */
export const PLAYBOOK_PROPERTIES: RoadmapProperties = {
  start: 'start',
  end: 'end',
  sponsor: 'sponsor',
  competencies: 'competencies',
  units: 'units',
  status: 'status',
  phase: 'phase',
  progress: 'progress',
  ambition: 'ambition',
  dependsOn: 'depends_on',
};

/** A single value that can be set by the playbook's name of its property. */
export type ValueRole = 'status' | 'phase' | 'progress' | 'ambition';

const VALUE_ROLES: readonly ValueRole[] = ['status', 'phase', 'progress', 'ambition'];

export function roleOf(name: string): ValueRole | undefined {
  return VALUE_ROLES.find((role) => role === name);
}
