import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { CommandFailure, type CommandArguments, type CommandIo } from './command.js';

/** The machine's day as `yyyy-mm-dd`. */
export function localToday(): string {
  const now = new Date();
  return `${String(now.getFullYear()).padStart(4, '0')}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** The day of `--today`, else the machine's. */
export function todayOf(args: CommandArguments, io: Pick<CommandIo, 'today'>): CalendarDate {
  const written = args.text('today') ?? io.today;
  const today = parseCalendarDate(written);
  if (today === undefined) throw new CommandFailure(`Option --today takes a day written yyyy-mm-dd, not "${written}".`);
  return today;
}
