/**
 * Days on which a result was told to somebody: the dated items of `## Told to`.
 *
 * @example `- 2026-11-10 leadership call, four minutes` // 2026-11-10
 */
import { readListItems } from '../markdown/list-items.js';
import { exactSize } from '../markdown/detached-text.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { BodyText } from './body-text.js';
import { findDay } from './day-in-text.js';

const NAMES: ReadonlySet<string> = new Set([
  'told to', 'told', 'told whom', 'who was told', 'who has been told', 'shown to', 'shared with', 'presented to', 'reported to', 'who has seen it', 'who knows',
  'erzahlt', 'wem erzahlt', 'gezeigt', 'wem gezeigt', 'vorgestellt', 'weitererzahlt', 'raconte a', 'presente a', 'contado a', 'presentado a', 'verteld aan',
]);

/** Whether a heading, normalised, opens such a section. */
export function namesTold(name: string): boolean {
  return NAMES.has(name);
}

/** In the order of the note. Items without a day are reported. */
export function readToldOn(body: BodyText): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (const { section } of body.parts(namesTold)) {
    for (const { textFrom, textTo } of readListItems(body.text, { from: section.contentFrom, to: section.contentTo }, 0)) {
      const said = body.plain({ from: textFrom, to: textTo });
      if (said === '') continue;
      const day = findDay(said);
      if (day !== undefined) days.push(day);
      else body.hint({ from: textFrom, to: textTo }, `Item under "${body.headings.of(body.text, section.heading).plain}" names no day. Write it as "2026-11-10 who was told".`);
    }
  }
  return exactSize(days);
}
