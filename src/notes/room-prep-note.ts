/**
 * The prep pack as a note of the kind room: it is read out before the walk, and filled in during it. What other notes say
 * is written as plain words. People are named without links, for a link says that somebody was there; promises of last
 * time stay in the note of their room, where they are answered.
 *
 * @example buildRoomPrepNote(assessRoomPrep(playbook, today), { title: 'Next customer room', today, settings, playbook }).path // 'Rooms/Next customer room.md'
 */
import { literalText } from '../markdown/literal-text.js';
import { writeName } from '../markdown/yaml-writing.js';
import { countOf } from '../playbook/count-of.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Initiative } from '../playbook/note.js';
import type { Proof } from '../playbook/proof.js';
import type { FollowedPromise, HeardVerbatim, RoomPrep } from '../playbook/room-prep.js';
import { shortestLink } from './link-text.js';
import { pathOfNewNote, type NewNote, type NewNoteOptions } from './new-note.js';
import { PROMISES_SECTION } from './note-template.js';

/** Longer quotations and promises are cut: they are read out. */
const MOST_SIGNS = 400;
/** More notes than this are counted instead of named. */
const MOST_NAMED = 10;
/** In a file's or folder's name: would open a comment, a template, code or a formula. */
const OPENS_MORE = /%%|<%|<!--|`|\$\$/;

export function buildRoomPrepNote(prep: RoomPrep, options: Omit<NewNoteOptions, 'language'>): NewNote {
  const path = pathOfNewNote('room', options);
  const writer = new PrepWriter(prep, path, options);
  const head = ['---', `${writeName(options.settings.kindProperty, 'plain')} room`, ...(options.settings.kindProperty === 'date' ? [] : ['date:']), '---', `# ${titleOfPath(path)}`].join('\n');
  return { path, text: `${[head, ...writer.parts().map((lines) => lines.join('\n'))].join('\n\n')}\n` };
}

class PrepWriter {
  constructor(
    readonly prep: RoomPrep,
    readonly path: string,
    readonly options: Pick<NewNoteOptions, 'today' | 'playbook'>,
  ) {}

  parts(): readonly (readonly string[])[] {
    const { prep } = this;
    return [this.#opening(), ...this.#undated(), this.#stages(), this.#promises(), this.#verbatims(), this.#results(), ...(prep.notLinked.length === 0 ? [] : [this.#notLinked()]), PROMISES_SECTION];
  }

  #opening(): readonly string[] {
    const { lastRoom } = this.prep;
    const last = lastRoom === undefined ? 'No room with a day is recorded before this one.' : `Last room: ${this.#link(lastRoom)}, ${lastRoom.date}.`;
    return [`Prepared on ${this.options.today}. ${last}`, '%% Write the day of this room into the property "date", and link who is there. %%'];
  }

  /** Notes that may belong here, and that no day places. */
  #undated(): readonly (readonly string[])[] {
    const notes = [...this.prep.undatedRooms, ...this.prep.undatedInsights];
    if (notes.length === 0) return [];
    const named = notes.slice(0, MOST_NAMED).map((note) => this.#link(note)).join(', ');
    const more = notes.length > MOST_NAMED ? ` and ${notes.length - MOST_NAMED} more` : '';
    return [[`Left out, because no day is recorded: ${named}${more}.`]];
  }

  #stages(): readonly string[] {
    const stages = this.prep.stages.map(({ name, walked }) => `- [ ] ${literalText(name, MOST_SIGNS)} — last walked ${walked}`);
    return ['## Stages walked', stages.length === 0 ? '%% One line each, such as: - Book: the fares page on a phone %%' : '%% Tick what was walked; add what is new. %%', ...stages];
  }

  #promises(): readonly string[] {
    const { promises } = this.prep;
    if (promises.length === 0) return ['## Promises of last time', 'None is recorded.'];
    return ['## Promises of last time', '%% Answered in the note of their room, in its column "Kept". %%', '', '| Who | What | By | Kept | Room |', '| --- | --- | --- | --- | --- |', ...promises.map((promise) => this.#promiseRow(promise))];
  }

  #promiseRow({ who, promise: { what, by, kept }, state, room }: FollowedPromise): string {
    const standing = state === 'kept' ? 'yes' : state === 'overdue' ? `${kept === false ? 'no' : 'not recorded'}, overdue` : kept === false ? 'no' : 'open';
    return `| ${who.map((name) => literalText(name, MOST_SIGNS)).join(', ') || '–'} | ${literalText(what, MOST_SIGNS)} | ${by ?? '–'} | ${standing} | ${this.#link(room, true)} |`;
  }

  #verbatims(): readonly string[] {
    const { verbatims, moreVerbatims, lastRoom } = this.prep;
    const quotes = verbatims.flatMap((heard) => ['', ...this.#quote(heard)]);
    const none = lastRoom === undefined ? 'None is recorded.' : `None is recorded with a day after ${lastRoom.date}.`;
    return ['## In their words', ...(quotes.length === 0 ? [none] : quotes.slice(1)), ...(moreVerbatims === 0 ? [] : ['', `${countOf(moreVerbatims, 'more quotation')} in the notes of insights.`])];
  }

  #quote({ insight, date, verbatim: { text } }: HeardVerbatim): readonly string[] {
    const [open, close] = [['"', '"'], ['“', '”'], ['«', '»']].find((marks) => marks.every((mark) => !text.includes(mark))) ?? ['“', '”'];
    return [`> ${open}${literalText(text, MOST_SIGNS)}${close}`, `> — ${this.#link(insight)}, ${date}`];
  }

  #results(): readonly string[] {
    const { results, lastRoom } = this.prep;
    const none = lastRoom === undefined ? 'None is recorded.' : `None is recorded of a pilot that ended after ${lastRoom.date}.`;
    return ['## Results since', ...(results.length === 0 ? [none] : results.map((pilot) => this.#result(pilot)))];
  }

  #result(pilot: Initiative): string {
    return `- ${this.#link(pilot)}: ${pilot.proof === undefined ? '' : formatProof(pilot.proof)}`;
  }

  #notLinked(): readonly string[] {
    return ['## Not linked in the note of the last room', ...this.prep.notLinked.map(({ title }) => `- ${literalText(title)}`)];
  }

  /** The title where no link leads to the note. */
  #link({ path, title }: { readonly path: string; readonly title: string }, inTable = false): string {
    const link = shortestLink(path, this.path, this.options.playbook);
    return link === undefined || OPENS_MORE.test(link) || (inTable && link.includes('|')) ? literalText(title) : link;
  }
}

function formatProof({ metric, baseline, result, employeeMetric, employeeResult }: Proof): string {
  const customers = result === undefined ? [] : [`${metric === undefined ? 'customer metric' : literalText(metric, MOST_SIGNS)} ${baseline === undefined ? '' : `${baseline} → `}${result}`];
  const employees = employeeResult === undefined ? [] : [`${employeeMetric === undefined ? 'employee metric' : literalText(employeeMetric, MOST_SIGNS)} ${employeeResult}`];
  return [...customers, ...employees].join('; ');
}
