/**
 * Records a piece of evidence: of whom, what, from where; then writes the dated line, with one undo. From another note
 * the selection is what was said or done, and the line links back to it.
 */
import { Notice } from 'obsidian';
import { h } from 'preact';
import { evidenceEdits, formatEvidence, type NewEvidence } from '../notes/evidence-edit.js';
import { textOfSelection } from '../notes/evidence-text.js';
import { linkPlaceAt, withPlace } from '../notes/link-place.js';
import { pathLink, shortestLink } from '../notes/link-text.js';
import { buildNoteContext, type NoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import { signsOf } from '../notes/vault-signs.js';
import { whoIsMeant, type Passage, type WhoIsMeant } from '../notes/who-is-meant.js';
import { applyEdits } from '../markdown/text-edit.js';
import { buildLineIndex } from '../markdown/text-range.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { EvidenceSort } from '../playbook/evidence.js';
import type { Executive } from '../playbook/note.js';
import { failureMessage, type NoteChange } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { dayOf, type EvidenceFields } from '../views/evidence-fields.js';
import { EvidenceForm } from '../views/EvidenceForm.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { ExecutiveModal } from './executive-modal.js';
import { followFile } from './follow-file.js';
import { OpenDialogs } from './open-dialogs.js';
import type { PluginContext } from './plugin-context.js';
import { whenRead } from './when-read.js';

const words = WORDS.evidence;

/** What a person was looking at when they asked; the text is undefined where no editor shows it. */
export interface Front extends Omit<Passage, 'text'> {
  readonly text: string | undefined;
}

interface Answer {
  readonly fields: EvidenceFields;
  /** Whether somebody else is meant. */
  readonly isOther: boolean;
}

export class EvidenceActions {
  readonly #dialogs = new OpenDialogs();

  constructor(readonly context: PluginContext) {}

  /** Whatever fails is told. `front` is undefined where no note is open. */
  async add(front: Front | undefined): Promise<void> {
    try {
      const store = await whenRead(this.context);
      if (store !== undefined) await this.#add(store, front);
    } catch (error) {
      new Notice(failureMessage(words.add, error), 0);
    }
  }

  /** Closes what is open, and tells so. */
  dispose(): void {
    if (this.#dialogs.closeAll()) new Notice(words.closedByUnload);
  }

  async #add(store: PlaybookStore, front: Front | undefined): Promise<void> {
    const own = front === undefined ? undefined : store.playbook.note(front.path);
    const isOwn = own?.kind === 'executive';
    const text = front === undefined || isOwn ? '' : (front.text ?? (await this.context.vault.read(front.path)));
    const meant = whoIsMeant({ path: front?.path ?? '', text, from: front?.from ?? 0, to: front?.to ?? 0 }, store.playbook);
    if (!isOwn && meant.all.length === 0) {
      new Notice(words.noExecutives);
      return;
    }
    let whom = isOwn ? own : (meant.one ?? (await this.#askWhom(meant)));
    let fields = this.#firstFields(front);
    const whereFrom = front === undefined || isOwn ? undefined : { ...front, whereIs: followFile(this.context.app, front.path) };
    while (whom !== undefined) {
      const whereIs = followFile(this.context.app, whom.path);
      const answer = await this.#ask(store, whom, fields, isOwn ? undefined : front, !isOwn);
      if (answer === undefined) return;
      ({ fields } = answer);
      if (answer.isOther) whom = await this.#askWhom(meant);
      // Where it was refused a notice says why, and the form comes back: nothing typed is lost.
      else if (await this.#write(store, { title: whom.title, path: whereIs() }, fields, whereFrom && { ...whereFrom, path: whereFrom.whereIs() })) return;
    }
  }

  #firstFields(front: Front | undefined): EvidenceFields {
    const text = front?.text === undefined ? '' : textOfSelection(front.text.slice(front.from, front.to));
    return { text, sort: this.context.personal.values.lastEvidence, date: this.#today(), sign: '', isLinked: text !== '' };
  }

  #today(): CalendarDate {
    return this.context.playbook.options.today();
  }

  #askWhom(meant: WhoIsMeant): Promise<Executive | undefined> {
    const modal = new ExecutiveModal(this.context.app, meant.all);
    return this.#dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  }

  #ask(store: PlaybookStore, whom: Executive, fields: EvidenceFields, from: Front | undefined, canChange: boolean): Promise<Answer | undefined> {
    const { settings } = store.config;
    const source = from === undefined ? undefined : linkBack(from, whom, store);
    const today = this.#today();
    const modal = new AskModal<Answer>(this.context.app, {
      title: words.title(whom.title),
      className: 'cx-evidence-modal',
      content: (answer, cancel) =>
        h(EvidenceForm, {
          fields,
          today,
          signs: signsOf(settings),
          source,
          lineOf: (given) => formatEvidence(evidenceOf(given, today, source), settings),
          onSave: (given) => answer({ fields: given, isOther: false }),
          onOther: canChange ? (given) => answer({ fields: given, isOther: true }) : undefined,
          onCancel: cancel,
        }),
    });
    return this.#dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  }

  /** Whom and from where as they are called by now. Gives whether the line stands in the note, or stood there before. */
  async #write(store: PlaybookStore, whom: Pick<Executive, 'title' | 'path'>, fields: EvidenceFields, from: Front | undefined): Promise<boolean> {
    const { edits, personal, playbook } = this.context;
    await playbook.settled();
    const evidence = evidenceOf(fields, this.#today(), from === undefined ? undefined : linkBack(from, whom, store));
    const notes = buildNoteContext(store.config.settings);
    let stoodBefore = false;
    const plan = await edits.plan(words.added(whom.title), [whom.path], async (path, text) => {
      const { change, isKnown } = await addLine(path, text, evidence, notes);
      stoodBefore = isKnown;
      return change;
    });
    const { written } = await edits.apply(plan);
    if (written.length > 0 && personal.values.lastEvidence !== fields.sort) await personal.set('lastEvidence', fields.sort);
    return written.length > 0 || stoodBefore;
  }
}

/** What the fields say; a day that is none gives way to today, for the preview of a line that is not finished. */
function evidenceOf(fields: EvidenceFields, today: CalendarDate, source: string | undefined): NewEvidence {
  const { text, sort, sign, isLinked } = fields;
  return { ...sortedEvidence(sort), date: dayOf(fields, today) ?? today, text, ...(sign === '' ? {} : { sign }), ...(isLinked && source !== undefined ? { source } : {}) };
}

export function sortedEvidence(sort: EvidenceSort): Pick<NewEvidence, 'form' | 'category'> {
  return sort === 'said' ? { form: 'said' } : { form: 'did', category: sort };
}

/** The note with the line; `isKnown` where it stood there already. */
async function addLine(path: string, text: string, evidence: NewEvidence, notes: NoteContext): Promise<{ readonly change: NoteChange; readonly isKnown: boolean }> {
  const { note } = (await readNote(path, text, notes)).parsed;
  if (note?.kind !== 'executive') return { change: { ok: false, message: words.notExecutive(path) }, isKnown: false };
  const result = evidenceEdits(text, evidence, notes);
  if (result.kind === 'added') return { change: { ok: true, text: applyEdits(text, result.edits) }, isKnown: false };
  const { line } = buildLineIndex(text).position(result.from);
  const isKnown = result.kind === 'known';
  return { change: { ok: false, message: isKnown ? words.known(path, line) : words.refused(path, line, result.message) }, isKnown };
}

/** As short as can be, with the heading or block that the selection stands in; undefined when the note cannot be linked to. */
function linkBack({ path, text, from, to }: Front, whom: Pick<Executive, 'path'>, { playbook }: PlaybookStore): string | undefined {
  if (path === whom.path) return undefined;
  const link = shortestLink(path, whom.path, playbook) ?? pathLink(path);
  return link === undefined || text === undefined || from === to ? link : withPlace(link, linkPlaceAt(text, from, to));
}
