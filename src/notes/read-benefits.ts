/**
 * Which units a piece of work says something to: under `## What's in it for each unit`, in a table's first column, as
 * list items `- Freight: fewer calls`, or with a heading for each. People cooperate when they see their benefit (S3).
 */
import { detachedText, exactSize } from '../markdown/detached-text.js';
import { readListItems } from '../markdown/list-items.js';
import type { BodyText } from './body-text.js';

const NAMES: ReadonlySet<string> = new Set([
  'benefits', 'benefits by unit', 'benefits per unit', 'benefit by unit', 'benefit per unit', 'benefits for each unit', 'benefits of each unit', 'what each unit gets', 'what the units get', 'who gets what',
  'what it asks', 'what it asks of each unit', 'what it asks of the units', 'what it asks and gives',
  'nutzen', 'nutzen je einheit', 'nutzen je bereich', 'nutzen pro bereich', 'nutzen fur die bereiche', 'was die bereiche davon haben', 'was jeder bereich davon hat',
  'benefices', 'benefices par unite', 'beneficios', 'beneficios por unidad', 'benefici', 'voordelen', 'voordelen per afdeling',
]);
const IN_IT = /^whats? (?:is )?in it(?: for (.+))?$/u;
/** "What's in it for each unit" names none. */
const NO_UNIT = /^(?:(?:each|every|all|the|our|other|which)(?: (?:of the )?)?\b.*|us|you|me|them|everyone|everybody|whom|who|people|units?)$/u;
/** Behind a unit's name in a list item. */
const NAME_END = /\s*:(?:\s+|$)|\s+[—–-]\s+/u;

/** Whether a heading, normalised, opens such a section. */
export function namesBenefits(name: string): boolean {
  return NAMES.has(name) || (name.startsWith('what') && IN_IT.test(name));
}

/** In the order of the note, each once. */
export function readBenefits(body: BodyText): readonly string[] {
  const units = new Set<string>();
  const add = (unit: string, says: boolean): void => {
    if (says && unit !== '') units.add(detachedText(unit));
  };
  for (const { section, below } of body.parts(namesBenefits)) {
    const { heading, contentFrom, contentTo, hasContent } = section;
    const { plain } = body.headings.of(body.text, heading);
    if (below === undefined) add(unitOfHeading(plain), hasContent);
    else if (heading.level === below.heading.level + 1) add(plain, hasContent);
    const range = { from: contentFrom, to: contentTo };
    for (const { rows } of body.tablesIn(range)) {
      for (const { cells: [unit, ...others] } of rows) if (unit !== undefined) add(body.plain(unit), others.some((cell) => body.plain(cell) !== ''));
    }
    for (const { textFrom, textTo } of readListItems(body.text, range, 0)) {
      const said = body.plain({ from: textFrom, to: textTo });
      const end = NAME_END.exec(said);
      if (end !== null) add(said.slice(0, end.index), said.slice(end.index + end[0].length).trim() !== '');
    }
  }
  return exactSize([...units]);
}

/** The unit in "What's in it for Freight"; empty where the heading speaks of no single one. */
function unitOfHeading(plain: string): string {
  const [, unit = ''] = /\bin it for\s+([^?:—–|(]+)/iu.exec(plain) ?? [];
  const name = unit.trim();
  return NO_UNIT.test(name.toLowerCase()) ? '' : name;
}
