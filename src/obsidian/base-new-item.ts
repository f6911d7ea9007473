/** The properties of a note that is made by drawing in the roadmap of a base, for the app's own dialog to write. */
import type { App } from 'obsidian';
import type { NewItem } from '../roadmap/roadmap-change.js';
import { writtenName, type BaseRoles } from './roadmap-base-items.js';

/** By name; what the base computes is left out, for it follows by itself. `valueOf` gives what a group of the base stands for, undefined for what cannot be written. */
export function newItemProperties(app: App, item: NewItem, roles: BaseRoles, valueOf: (name: string) => unknown = (name) => name): Readonly<Record<string, unknown>> {
  const written: Record<string, unknown> = {};
  const set = (id: string, value: unknown): void => {
    const name = writtenName(id);
    if (name !== undefined && value !== undefined) written[name] = value;
  };
  set(roles.kind, item.kind);
  set(roles.start, item.start);
  set(roles.end, item.end);
  const { lane } = item;
  if (lane?.to === undefined) return written;
  switch (lane.groupBy) {
    case 'competency': set(roles.competencies, [lane.to]); break;
    case 'unit': set(roles.units, [lane.to]); break;
    case 'leader': set(roles.sponsor, sponsorLinks(app, lane.to)); break;
    case 'status': set(roles.status, lane.to); break;
    case 'phase': set(roles.phase, lane.to); break;
    default: set(`note.${lane.groupBy.slice('property:'.length)}`, valueOf(lane.to));
  }
  return written;
}

function sponsorLinks(app: App, path: string): readonly string[] | undefined {
  const file = app.vault.getFileByPath(path);
  return file === null ? undefined : [`[[${app.metadataCache.fileToLinktext(file, '')}]]`];
}
