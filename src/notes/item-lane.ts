/**
 * A note's way into another lane of the roadmap: the first competency, sponsor or unit replaced and the others kept, or
 * one value set. A note that has another first value than the lane it was taken from is left as it is.
 */
import { parseCompetency } from '../playbook/competency.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Playbook } from '../playbook/playbook.js';
import { unitKey } from '../playbook/readiness.js';
import { linkedPath, type DraftTrouble, type ItemDraft } from './item-draft.js';
import { shortestLink } from './link-text.js';
import { meaningOfValue, noLink, reasonAgainst } from './item-values.js';
import { roleOf, type RoadmapProperties } from './roadmap-properties.js';

export interface LaneEdit {
  /** `competency`, `leader`, `unit`, `status`, `phase` or `property:NAME`. */
  readonly groupBy: string;
  /** A slug, a unit, the path of an executive, or a property's text; undefined for none. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface LaneContext {
  readonly playbook: Playbook;
  readonly properties: RoadmapProperties;
}

export function setLane(draft: ItemDraft, path: string, { groupBy, from, to }: LaneEdit, { playbook, properties }: LaneContext): DraftTrouble | undefined {
  switch (groupBy) {
    case 'competency':
      if (to !== undefined && parseCompetency(to) !== to) return { name: properties.competencies, message: `"${to}" is no competency. Use one of the four.` };
      return replaceFirst(draft, { name: properties.competencies, from, to, meaningOf: parseCompetency, write: (slug) => slug, nameOf: (slug) => slug });
    case 'unit':
      return replaceFirst(draft, { name: properties.units, from: from === undefined ? undefined : unitKey(from), to, meaningOf: (unit) => unitKey(unit) || undefined, keyOf: unitKey, write: (unit) => unit, nameOf: (unit) => unit });
    case 'leader':
      return replaceFirst(draft, { name: properties.sponsor, from, to, meaningOf: (item) => executiveOf(item, path, playbook), write: (executive) => shortestLink(executive, path, playbook), nameOf: titleOfPath });
    default: {
      const given = groupBy.replace(/^property:/s, '');
      const role = roleOf(given);
      const name = role === undefined ? given : properties[role];
      const message = to === undefined ? undefined : reasonAgainst(given, to);
      if (message !== undefined) return { name, message };
      const written = draft.scalarText(name);
      const now = written === undefined ? undefined : meaningOfValue(given, written);
      if (now === to && now !== undefined) return undefined;
      return now === from || now === to ? draft.setScalar(name, to ?? null) : { name, message: changedMeanwhile(name, now) };
    }
  }
}

interface FirstValue {
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** What an item stands for; undefined for one that decides no lane. */
  readonly meaningOf: (item: string) => string | undefined;
  /** What a new value stands for; itself when absent. */
  readonly keyOf?: (value: string) => string;
  /** Undefined when it cannot be written. */
  readonly write: (value: string) => string | undefined;
  readonly nameOf: (value: string) => string;
}

function replaceFirst(draft: ItemDraft, { name, from, to, meaningOf, keyOf = (value) => value, write, nameOf }: FirstValue): DraftTrouble | undefined {
  const items = draft.list(name);
  if ('message' in items) return items;
  const meanings = items.texts.map(meaningOf);
  const at = meanings.findIndex((meaning) => meaning !== undefined);
  const first = meanings[at];
  const wanted = to === undefined ? undefined : keyOf(to);
  if (first === wanted) return undefined;
  if (first !== from) return { name, message: changedMeanwhile(name, first === undefined ? undefined : nameOf(first)) };
  const written = to === undefined ? undefined : write(to);
  if (to !== undefined && written === undefined) return { name, message: noLink(to) };
  const after = items.texts.flatMap((item, index) => {
    if (index === at) return written === undefined ? [] : [written];
    const meaning = meanings[index];
    return meaning !== undefined && (meaning === first || meaning === wanted) ? [] : [item];
  });
  if (at === -1 && written !== undefined) after.unshift(written);
  return draft.setList(name, after);
}

function changedMeanwhile(name: string, now: string | undefined): string {
  return `"${name}" was changed meanwhile (${now ?? 'it has no value now'}). Look at the new value, then try again.`;
}

function executiveOf(item: string, path: string, playbook: Playbook): string | undefined {
  const target = linkedPath(item, path, playbook);
  return target !== undefined && playbook.note(target)?.kind === 'executive' ? target : undefined;
}
