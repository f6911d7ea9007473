/**
 * The day that a note's text tells in a line of its own, for notes without the property `date`.
 *
 * @example '**Date:** 2026-04-08, 13:00–17:30, old ticket hall' // 2026-04-08
 */
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { BodyText } from './body-text.js';
import { findDay } from './day-in-text.js';
import { quoted } from './note-problem.js';

const LABELLED = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?:date|day|datum|fecha|data)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*([^\r\n]*)/gimu;

/** Of the first such line with a day that exists. */
export function readDateLine(body: BodyText): CalendarDate | undefined {
  const { text, source } = body;
  let unread: { readonly value: string; readonly from: number } | undefined;
  LABELLED.lastIndex = source.outline.frontmatter?.to ?? 0;
  for (let match = LABELLED.exec(text); match !== null; match = LABELLED.exec(text)) {
    const value = (match[1] ?? '').trimEnd();
    const from = match.index + match[0].length - (match[1] ?? '').length;
    if (body.isHidden(from)) continue;
    const day = findDay(value);
    if (day !== undefined) return day;
    if (/\d/.test(value)) unread ??= { value, from };
  }
  if (unread !== undefined && source.frontmatter.get('date') === undefined) {
    body.hint({ from: unread.from, to: unread.from + unread.value.length }, `The line for the date holds ${quoted(unread.value)}, in which no day can be read. Write it as "2026-04-08", or add the property "date".`);
  }
  return undefined;
}
