/**
 * The list of signs of one executive, asked about and written: the property, and dated lines of what was seen. To look
 * at a line the list steps aside, and goes on with what was chosen.
 */
import { Notice } from 'obsidian';
import { h } from 'preact';
import { plainHeadingText } from '../markdown/heading-text.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import { changeSigns, type SignChange } from '../notes/sign-edit.js';
import { signsOf } from '../notes/vault-signs.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { currentCommitment } from '../playbook/commitment-timeline.js';
import { assessEvidencedLevel, lacksInWords } from '../playbook/evidenced-level.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Executive } from '../playbook/note.js';
import { readSignRecords } from '../playbook/sign-record.js';
import { newestAssessment } from '../playbook/standing.js';
import { failureMessage, type NoteChange } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { draftOf, type SignDrafts, type SignRow, type SignStanding } from '../views/sign-rows.js';
import { SignChecklist } from '../views/SignChecklist.js';
import { levelLabel } from '../views/tag-labels.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { sortedEvidence } from './evidence-actions.js';
import { followFile } from './follow-file.js';
import { waitToGoOn } from './go-on-notice.js';
import { OpenDialogs } from './open-dialogs.js';
import { saveOpenEditors } from './open-editors.js';
import type { PluginContext } from './plugin-context.js';
import { createViewHost } from './view-host.js';
import { whenRead } from './when-read.js';

const words = WORDS.evidence.signs;

interface Step {
  readonly drafts: SignDrafts;
  /** Place of the line that the person wants to look at; undefined when they are done. */
  readonly look: number | undefined;
}

export class SignActions {
  readonly #dialogs = new OpenDialogs();

  constructor(readonly context: PluginContext) {}

  /** Whatever fails is told. */
  async check(path: string): Promise<void> {
    try {
      const store = await whenRead(this.context);
      if (store !== undefined) await this.#check(store, path);
    } catch (error) {
      new Notice(failureMessage(path, error), 0);
    }
  }

  /** Closes what is open, and tells so. */
  dispose(): void {
    if (this.#dialogs.closeAll()) new Notice(WORDS.evidence.closedByUnload);
  }

  async #check(store: PlaybookStore, start: string): Promise<void> {
    const { playbook, vault, app } = this.context;
    const whereIs = followFile(app, start);
    let drafts: SignDrafts = new Map();
    for (;;) {
      const path = whereIs();
      await saveOpenEditors(app, [path]);
      // Read again after each look: the note may say something else by then.
      const { note } = (await readNote(path, await vault.read(path), buildNoteContext(store.config.settings))).parsed;
      if (note?.kind !== 'executive') {
        new Notice(WORDS.evidence.notExecutive(path));
        return;
      }
      const today = playbook.options.today();
      const rows = buildRows(note, store, today);
      const step = await this.#ask(note, rows, buildStanding(note, store, today), drafts);
      if (step === undefined) return;
      ({ drafts } = step);
      if (step.look === undefined) {
        await this.#write(store, whereIs(), changeOf(rows, drafts, today));
        return;
      }
      createViewHost(this.context).open(whereIs(), { newTab: app.workspace.getActiveFile()?.path !== whereIs(), offset: step.look });
      if (!(await this.#dialogs.track(waitToGoOn(words.paused(note.title), words.goOn)))) return;
    }
  }

  #ask({ title }: Executive, rows: readonly SignRow[], standing: SignStanding, start: SignDrafts): Promise<Step | undefined> {
    const modal = new AskModal<Step>(this.context.app, {
      title: words.title(title),
      className: 'cx-evidence-modal',
      content: (answer, cancel) =>
        h(SignChecklist, { rows, standing, start, onOpen: (look, drafts) => answer({ drafts, look }), onSave: (drafts) => answer({ drafts, look: undefined }), onCancel: cancel }),
    });
    return this.#dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  }

  async #write(store: PlaybookStore, path: string, change: SignChange): Promise<void> {
    const { edits, playbook } = this.context;
    const notes = buildNoteContext(store.config.settings);
    const options = { today: playbook.options.today(), notes, mirrorTags: false };
    const changeNote = async (_path: string, text: string): Promise<NoteChange> => {
      const { note } = (await readNote(path, text, notes)).parsed;
      if (note?.kind !== 'executive') return { ok: false, message: WORDS.evidence.notExecutive(path) };
      const result = changeSigns(text, note.signs, change, options);
      if (result.ok) return result;
      const { line } = buildLineIndex(text).position(result.problem.from);
      return { ok: false, message: WORDS.evidence.refused(path, line, result.problem.message) };
    };
    await edits.apply(await edits.plan(words.edit(titleOfPath(path)), [path], changeNote));
  }
}

function buildRows(executive: Executive, { config }: PlaybookStore, today: CalendarDate): readonly SignRow[] {
  const signs = signsOf(config.settings);
  const records = readSignRecords(executive, signs.map(({ slug }) => slug), today, config.thresholds.evidenceDays);
  return signs.flatMap((sign, index) => {
    const record = records[index];
    if (record === undefined) return [];
    const { isListed, line, isRecent } = record;
    return [{ sign, isListed, seen: line && { date: line.date, text: plainHeadingText(line.text), offset: line.from, isRecent } }];
  });
}

function buildStanding(executive: Executive, { config: { settings, thresholds: { evidenceDays } } }: PlaybookStore, today: CalendarDate): SignStanding {
  const level = currentCommitment(executive, today);
  const assessedOn = newestAssessment(executive, today);
  const named = level === undefined ? WORDS.tagging.notAssessed : levelLabel(level, settings.levelLabels);
  const { level: reached, next } = assessEvidencedLevel(executive, today, { evidenceDays, signCount: signsOf(settings).length });
  return {
    recorded: level === undefined || assessedOn === undefined ? named : words.assessedOn(named, assessedOn),
    evidenced: reached === undefined ? words.noLevel : levelLabel(reached, settings.levelLabels),
    missing: next && { level: levelLabel(next.level, settings.levelLabels), what: lacksInWords(next.lacks) },
    days: evidenceDays,
  };
}

/** What differs from what the list showed; lines for ticked signs only. */
function changeOf(rows: readonly SignRow[], drafts: SignDrafts, today: CalendarDate): SignChange {
  const chosen = rows.map((row) => ({ sign: row.sign.slug, wasListed: row.isListed, draft: draftOf(row, drafts) }));
  return {
    added: chosen.filter(({ wasListed, draft }) => draft.isTicked && !wasListed).map(({ sign }) => sign),
    removed: chosen.filter(({ wasListed, draft }) => !draft.isTicked && wasListed).map(({ sign }) => sign),
    lines: chosen.filter(({ draft }) => draft.isTicked && draft.text.trim() !== '').map(({ sign, draft }) => ({ ...sortedEvidence(draft.sort), date: today, sign, text: draft.text })),
  };
}
