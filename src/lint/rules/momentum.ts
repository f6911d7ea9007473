/** Whether the work still moves: notes that have gone quiet, conversations that are due, work that stands still. */
import { countOf } from '../../playbook/count-of.js';
import { daysBetween, toEpochDay, type CalendarDate } from '../../playbook/calendar-date.js';
import type { Initiative } from '../../playbook/note.js';
import type { Playbook } from '../../playbook/playbook.js';
import { commitmentRecordOf } from '../commitment-record-of.js';
import { NO_FINDINGS, NOTE_START, type Finding, type PlaybookFinding, type Rule } from '../rule.js';
import { placeOf } from './measures.js';

const assessed = (day: string, more = ''): string => `---\ntype: executive\ncommitment: passive\nassessed: ${day}\n${more}---\n`;

export const complacency: Rule = {
  id: 'complacency',
  severity: 'info',
  summary: 'Nothing dated was recorded for long, or a planned conversation passed by.',
  why: 'The enemy is complacency. A vault in which no assessment, evidence, contact, room, message, voice or told result carries a day of the last 60 days is told so once, at the journey or the CEO’s note; the number is a default of ours. A conversation whose planned day is over, without a later contact, is told at that day. A vault without any day yet is new, not quiet.',
  source: 'S3; the number of days is OURS',
  examples: [
    { title: 'Recorded last month', notes: { 'Journey.md': '---\ntype: journey\n---\n', 'Ana.md': assessed('2026-03-02') } },
    { title: 'Quiet since January', notes: { 'Journey.md': '‹---›\ntype: journey\n---\n', 'Ana.md': assessed('2026-01-10') } },
    { title: 'Nothing dated yet', notes: { 'Journey.md': '---\ntype: journey\n---\n', 'Ana.md': '---\ntype: executive\n---\n' } },
    { title: 'A conversation passed by', notes: { 'Ana.md': assessed('2026-03-02', 'last_contact: 2026-02-01\nnext_contact: ‹2026-03-20›\n') } },
    { title: 'It took place', notes: { 'Ana.md': assessed('2026-03-02', 'last_contact: 2026-03-20\nnext_contact: 2026-03-20\n') } },
  ],
  kinds: ['executive'],
  checkNote({ parsed: { note }, source }, { today }): readonly Finding[] {
    if (note?.kind !== 'executive' || note.nextContact === undefined || source === undefined) return NO_FINDINGS;
    const { lastContact, nextContact } = note;
    if (daysBetween(nextContact, today) <= 0 || (lastContact !== undefined && daysBetween(nextContact, lastContact) >= 0)) return NO_FINDINGS;
    return [{ ...placeOf(source, 'next_contact'), message: `The conversation planned for ${nextContact} is over, and no contact since is recorded. Write the day into "last_contact", or plan the next one.` }];
  },
  checkPlaybook(playbook, { today, thresholds }): readonly PlaybookFinding[] {
    const place = playbook.journey ?? commitmentRecordOf(playbook, today).ceo;
    const newest = place === undefined ? undefined : newestDay(playbook, today);
    if (place === undefined || newest === undefined) return [];
    const quiet = daysBetween(newest, today);
    if (quiet <= thresholds.quietDays) return [];
    return [{ path: place.path, ...NOTE_START, wholeNote: true, message: `The newest dated record of this vault is from ${newest}, ${countOf(quiet, 'day')} ago (limit ${thresholds.quietDays}, OURS). Record what was said and done since, and with whom the next conversation is.` }];
  },
};

/** The newest recorded day up to today; undefined when there is none. Days as text stand in the order of time. */
function newestDay(playbook: Playbook, today: CalendarDate): CalendarDate | undefined {
  let newest: CalendarDate | undefined;
  const see = (day: CalendarDate | undefined): void => {
    if (day !== undefined && day <= today && (newest === undefined || day > newest)) newest = day;
  };
  for (const { assessed: day, assessments, evidence, lastContact } of playbook.executives) {
    see(day);
    see(lastContact);
    for (const { date } of assessments) see(date);
    for (const { date } of evidence) see(date);
  }
  for (const kind of ['room', 'comms', 'session', 'insight'] as const) {
    const notes: readonly { readonly date?: CalendarDate | undefined }[] = playbook.ofKind(kind);
    for (const { date } of notes) see(date);
  }
  for (const { toldOn } of playbook.initiatives) for (const day of toldOn) see(day);
  return newest;
}

const pilot = (values: string): string => `---\ntype: pilot\n${values}---\n`;

export const stalledWork: Rule = {
  id: 'stalled-work',
  severity: 'info',
  summary: 'Work that is paused or stalled, past its end, or under way without progress.',
  why: 'Without commitment there is a burst of energy, then a return to what was before, unfinished efforts and disheartened staff. Say what it waits for, finish it, or drop it with a reason; each is better than leaving it. Work that is active counts as standing still 30 days after its end, or 30 days after its start with a progress of 0; that number is a default of ours.',
  source: 'S1; the number of days is OURS',
  examples: [
    { title: 'Under way', notes: { 'Purse.md': pilot('status: active\nstart: 2026-01\nend: 2026-09\nprogress: 30\n') } },
    { title: 'Stalled', notes: { 'Purse.md': pilot('status: ‹stalled›\n') } },
    { title: 'Past its end', notes: { 'Purse.md': pilot('status: active\nstart: 2025-06\nend: ‹2025-12›\nprogress: 80\n') } },
    { title: 'Started long ago, nothing done', notes: { 'Purse.md': pilot('status: active\nstart: 2026-01\nend: 2026-09\nprogress: ‹0›\n') } },
    { title: 'A quarter that has just ended', notes: { 'Purse.md': pilot('status: active\nstart: 2026-01\nend: 2026-Q1\nprogress: 90\n') } },
    { title: 'Without dates nobody can say', notes: { 'Purse.md': pilot('status: active\n') } },
  ],
  kinds: ['initiative', 'pilot'],
  checkNote({ parsed: { note }, source }, { today, thresholds: { stalledDays } }): readonly Finding[] {
    if ((note?.kind !== 'initiative' && note?.kind !== 'pilot') || source === undefined) return NO_FINDINGS;
    const halt = findHalt(note, toEpochDay(today), stalledDays);
    return halt === undefined ? NO_FINDINGS : [{ ...placeOf(source, halt.property), message: halt.message }];
  },
};

/** How work stands still, with the property that says so; undefined while it moves, or when the note does not say. */
function findHalt({ kind, status, start, end, progress }: Initiative, today: number, stalledDays: number): { readonly property: string; readonly message: string } | undefined {
  if (status === 'paused' || status === 'stalled') {
    return { property: 'status', message: `This ${kind} is recorded as ${status}. Say what it waits for and who can move it, or drop it with a reason.` };
  }
  if (status !== 'active') return undefined;
  const pastEnd = end === undefined ? 0 : today - end.lastDay;
  if (end !== undefined && pastEnd > stalledDays) {
    return { property: 'end', message: `This ${kind} is active, and its end ${end.text} was ${countOf(pastEnd, 'day')} ago (limit ${stalledDays}, OURS). Finish it, move the end, or say what it waits for.` };
  }
  // A quarter may have begun on its last day.
  const sinceStart = start === undefined ? 0 : today - start.lastDay;
  if (start !== undefined && progress === 0 && sinceStart > stalledDays) {
    return { property: 'progress', message: `This ${kind} is active, started ${start.text}, and has a progress of 0 more than ${countOf(stalledDays, 'day')} later (OURS). Say what it waits for, or record what was done.` };
  }
  return undefined;
}
