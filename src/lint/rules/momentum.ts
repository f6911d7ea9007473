/** Whether the work still moves: notes that have gone quiet, conversations that are due, work that stands still. */
import { countOf } from '../../playbook/count-of.js';
import { toEpochDay } from '../../playbook/calendar-date.js';
import { dueContact } from '../../playbook/contacts.js';
import type { Initiative } from '../../playbook/note.js';
import { assessQuiet } from '../../playbook/quiet.js';
import { findHalt, plannedEnd, type Halt } from '../../playbook/stalled-work.js';
import { commitmentRecordOf } from '../../playbook/commitment-record-of.js';
import { NO_FINDINGS, NOTE_START, type Finding, type PlaybookFinding, type Rule } from '../rule.js';
import { placeOf } from './measures.js';

const assessed = (day: string, more = ''): string => `---\ntype: executive\ncommitment: passive\nassessed: ${day}\n${more}---\n`;

export const complacency: Rule = {
  id: 'complacency',
  severity: 'info',
  summary: 'Nothing dated was recorded for long, or a planned conversation passed by.',
  why: 'The enemy is complacency. A vault in which no assessment, evidence, contact, room, message, session, voice, told result or approval carries a day of the last 60 days is told so once, at the journey or the CEO’s note; the number is a default of ours. A conversation whose planned day is over, without a later contact, is told at that day. A vault without any day yet is new, not quiet.',
  source: 'S3; the number of days is OURS',
  examples: [
    { title: 'Recorded last month', notes: { 'Journey.md': '---\ntype: journey\n---\n', 'Ana.md': assessed('2026-03-02') } },
    { title: 'Quiet since January', notes: { 'Journey.md': '‹---›\ntype: journey\n---\n', 'Ana.md': assessed('2026-01-10') } },
    { title: 'Nothing dated yet', notes: { 'Journey.md': '---\ntype: journey\n---\n', 'Ana.md': '---\ntype: executive\n---\n' } },
    { title: 'A conversation passed by', notes: { 'Ana.md': assessed('2026-03-02', 'last_contact: 2026-02-01\nnext_contact: ‹2026-03-20›\n') } },
    { title: 'It took place', notes: { 'Ana.md': assessed('2026-03-02', 'last_contact: 2026-03-20\nnext_contact: 2026-03-20\n') } },
  ],
  kinds: ['executive'],
  checkNote({ parsed: { note }, source }, { today, thresholds }): readonly Finding[] {
    if (note?.kind !== 'executive' || source === undefined) return NO_FINDINGS;
    const contact = dueContact(note, today, thresholds);
    if (contact?.state !== 'missed') return NO_FINDINGS;
    return [{ ...placeOf(source, 'next_contact'), message: `The conversation planned for ${contact.on} is over, and no contact since is recorded. Write the day into "last_contact", or plan the next one.` }];
  },
  checkPlaybook(playbook, { today, thresholds }): readonly PlaybookFinding[] {
    const place = playbook.journey ?? commitmentRecordOf(playbook, today).ceo;
    if (place === undefined) return [];
    const { newest, isQuiet } = assessQuiet(playbook, today, thresholds);
    if (newest === undefined || !isQuiet) return [];
    return [{ path: place.path, ...NOTE_START, wholeNote: true, message: `The newest dated record of this vault is from ${newest.on}, ${countOf(newest.days, 'day')} ago (limit ${thresholds.quietDays}, OURS). Record what was said and done since, and with whom the next conversation is.` }];
  },
};

const pilot = (values: string): string => `---\ntype: pilot\n${values}---\n`;

export const stalledWork: Rule = {
  id: 'stalled-work',
  severity: 'info',
  summary: 'Work that is paused or stalled, past its end, or under way without progress.',
  why: 'Without commitment there is a burst of energy, then a return to what was before, unfinished efforts and disheartened staff. Say what it waits for, finish it, or drop it with a reason; each is better than leaving it. Work that is planned or active counts as standing still 30 days after its end, and active work 30 days after its start with a progress of 0; that number is a default of ours.',
  source: 'S1; the number of days is OURS',
  examples: [
    { title: 'Under way', notes: { 'Purse.md': pilot('status: active\nstart: 2026-01\nend: 2026-09\nprogress: 30\n') } },
    { title: 'Stalled', notes: { 'Purse.md': pilot('status: ‹stalled›\n') } },
    { title: 'Past its end', notes: { 'Purse.md': pilot('status: active\nstart: 2025-06\nend: ‹2025-12›\nprogress: 80\n') } },
    { title: 'Started long ago, nothing done', notes: { 'Purse.md': pilot('status: active\nstart: 2026-01\nend: 2026-09\nprogress: ‹0›\n') } },
    { title: 'A milestone whose day went by', notes: { 'Gate.md': '---\ntype: milestone\nstatus: planned\nstart: ‹2026-01-15›\n---\n' } },
    { title: 'A quarter that has just ended', notes: { 'Purse.md': pilot('status: active\nstart: 2026-01\nend: 2026-Q1\nprogress: 90\n') } },
    { title: 'Without dates nobody can say', notes: { 'Purse.md': pilot('status: active\n') } },
  ],
  kinds: ['initiative', 'pilot', 'milestone'],
  checkNote({ parsed: { note }, source }, { today, thresholds: { stalledDays } }): readonly Finding[] {
    if ((note?.kind !== 'initiative' && note?.kind !== 'pilot' && note?.kind !== 'milestone') || source === undefined) return NO_FINDINGS;
    const halt = findHalt(note, toEpochDay(today), stalledDays);
    return halt === undefined ? NO_FINDINGS : [{ ...placeOf(source, placedAt(halt, note)), message: haltMessage(halt, note, stalledDays) }];
  },
};

/** The property that says so. */
function placedAt({ kind }: Halt, { end }: Initiative): string {
  if (kind === 'past-end') return end === undefined ? 'start' : 'end';
  return kind === 'no-progress' ? 'progress' : 'status';
}

function haltMessage({ kind, days = 0 }: Halt, work: Initiative, stalledDays: number): string {
  switch (kind) {
    case 'past-end': return `This ${work.kind} is ${work.status ?? 'open'}, and its end ${plannedEnd(work)?.text ?? ''} was ${countOf(days, 'day')} ago (limit ${stalledDays}, OURS). Finish it, move the end, or say what it waits for.`;
    case 'no-progress': return `This ${work.kind} is active, started ${work.start?.text ?? ''}, and has a progress of 0 more than ${countOf(stalledDays, 'day')} later (OURS). Say what it waits for, or record what was done.`;
    case 'stalled':
    case 'paused': return `This ${work.kind} is recorded as ${kind}. Say what it waits for and who can move it, or drop it with a reason.`;
  }
}
