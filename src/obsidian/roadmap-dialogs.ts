/** The dialogs of the roadmap: an item edited in one go, a new item asked for. */
import { Notice } from 'obsidian';
import { h } from 'preact';
import { changeItem, type ItemEdit, type RoadmapProperties } from '../notes/item-edit.js';
import type { NewNote } from '../notes/new-note.js';
import type { ItemChange, NewItem, RoadmapChange } from '../roadmap/roadmap-change.js';
import type { RoadmapItem } from '../roadmap/roadmap-layout.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { NewRoadmapItemForm, type NewItemFields } from '../views/NewRoadmapItemForm.js';
import { phaseChoices, sponsorChoices, sponsorOf, written, type FormChoice, type ItemFields } from '../views/roadmap-form-values.js';
import { RoadmapItemForm } from '../views/RoadmapItemForm.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { newNote, placeOf } from './create-note.js';
import { reasonOf } from './error-reason.js';
import { OpenDialogs } from './open-dialogs.js';
import type { PluginContext } from './plugin-context.js';
import { takeIn } from './roadmap-writing.js';
import { createViewHost } from './view-host.js';

const words = WORDS.roadmapEdits;

/** Those of one plugin, whichever of its views asked: they go with it. */
const OPEN = new WeakMap<PluginContext, OpenDialogs>();

function dialogsOf(context: PluginContext): OpenDialogs {
  let dialogs = OPEN.get(context);
  if (dialogs === undefined) {
    const opened = new OpenDialogs();
    context.plugin.register(() => void opened.closeAll());
    OPEN.set(context, (dialogs = opened));
  }
  return dialogs;
}

/** What the person decided; undefined when they cancelled or changed nothing. */
export async function askChange(context: PluginContext, item: RoadmapItem): Promise<RoadmapChange | undefined> {
  const store = storeOf(context);
  if (store === undefined) return undefined;
  const sponsors = sponsorChoices(store.playbook.executives);
  const before = fieldsOf(item, sponsors);
  const phases = phaseChoices(new Map(store.playbook.journey?.phases.flatMap(({ phase, name }) => (name === '' ? [] : [[phase, name] as const]))));
  const modal = new AskModal<ItemFields>(context.app, {
    title: words.editTitle(item.title),
    className: 'cx-roadmap-modal',
    content: (answer, cancel) => h(RoadmapItemForm, { kind: item.kind, fields: before, sponsorCount: item.sponsors.length, phases, sponsors, onSave: answer, onCancel: cancel }),
  });
  const after = await dialogsOf(context).track({ answer: modal.ask(), close: () => modal.close() });
  const change = after === undefined ? undefined : changeOfFields(item, before, after, sponsors);
  return change === undefined ? undefined : { title: words.changeTitle(item.title), items: [change] };
}

function storeOf({ playbook }: PluginContext): PlaybookStore | undefined {
  if (playbook.store === undefined) new Notice(words.stillReading);
  return playbook.store;
}

function fieldsOf({ kind, start = '', end = '', status, ambition, phase, progress, sponsors }: RoadmapItem, choices: readonly FormChoice[]): ItemFields {
  return {
    start,
    end: kind === 'milestone' && end === '' ? start : end,
    status: status ?? '',
    ambition: ambition ?? '',
    phase: phase ?? '',
    progress: progress === undefined ? '' : String(progress),
    sponsor: choices.find(({ value }) => value === sponsors[0]?.path)?.label ?? '',
  };
}

/** Undefined when nothing is to change. */
function changeOfFields(item: RoadmapItem, before: ItemFields, after: ItemFields, sponsors: readonly FormChoice[]): ItemChange | undefined {
  // The date of a milestone is written where it stands.
  const edge = item.kind === 'milestone' && item.end === undefined && item.start !== undefined ? 'start' : 'end';
  const start = item.kind === 'milestone' || after.start.trim() === before.start ? {} : { start: written(after.start) ?? null };
  const end = after.end.trim() === before.end ? {} : { [edge]: written(after.end) ?? null };
  const hasDates = Object.keys({ ...start, ...end }).length > 0;
  const properties: Record<string, string | number | null> = {};
  for (const name of ['status', 'ambition', 'phase'] as const) if (after[name] !== before[name]) properties[name] = written(after[name]) ?? null;
  if (after.progress.trim() !== before.progress) properties['progress'] = after.progress.trim() === '' ? null : Number(after.progress);
  const [from, to] = [item.sponsors[0]?.path, sponsorOf(after.sponsor, sponsors)];
  const lane = after.sponsor.trim() === before.sponsor || from === to ? {} : { lane: { groupBy: 'leader' as const, from, to } };
  const change = { ...start, ...end, ...(Object.keys(properties).length === 0 ? {} : { properties }), ...lane };
  if (Object.keys(change).length === 0) return undefined;
  return { path: item.id, ...change, ...(hasDates ? { was: { start: item.start, end: item.end } } : {}) };
}

/** Asks, creates the note, and opens it where that was asked for. What cannot be done is told. Never rejects. */
export async function createItem(context: PluginContext, item: NewItem, properties: RoadmapProperties): Promise<void> {
  const store = storeOf(context);
  if (store === undefined) return;
  const { app, playbook, edits } = context;
  const sponsors = sponsorChoices(store.playbook.executives);
  // The playbook may be read anew while the question is open.
  const build = (kind: NewItem['kind'], title: string): NewNote | undefined => (playbook.store === undefined ? undefined : newNote(kind, title, playbook.store, playbook.options.today(), app));
  const modal = new AskModal<NewItemFields>(app, {
    title: words.newTitle,
    className: 'cx-roadmap-modal',
    content: (answer, cancel) =>
      h(NewRoadmapItemForm, {
        fields: newFields(item, sponsors),
        sponsors,
        placeOf: (kind: NewItem['kind'], title: string) => placeOf(title, (name) => build(kind, name)),
        onCreate: answer,
        onCancel: cancel,
      }),
  });
  const fields = await dialogsOf(context).track({ answer: modal.ask(), close: () => modal.close() });
  const note = fields === undefined ? undefined : build(fields.kind, fields.title);
  if (fields === undefined || note === undefined) return;
  const title = words.newOfKind[fields.kind];
  try {
    const { created } = await edits.create(title, [{ ...note, text: fill(note, item, fields, sponsorOf(fields.sponsor, sponsors), store, properties) }]);
    await takeIn(context, created.map(({ path }) => path));
    if (created.length > 0 && fields.isOpened) createViewHost(context).open(note.path);
  } catch (error) {
    new Notice(words.failed(title, reasonOf(error)), 0);
  }
}

function newFields({ kind, start = '', end = '', lane }: NewItem, sponsors: readonly FormChoice[]): NewItemFields {
  const sponsor = lane?.groupBy === 'leader' ? (sponsors.find(({ value }) => value === lane.to)?.label ?? '') : '';
  return { kind, title: '', start, end: kind === 'milestone' && end === '' ? start : end, sponsor, isOpened: false };
}

/** What the lane stands for. Of the sponsor and the kind the dialog has the last word. */
function laneSteps(lane: NewItem['lane']): readonly Omit<ItemEdit, 'path'>[] {
  if (lane === undefined || lane.groupBy === 'leader' || lane.groupBy === 'property:type' || (lane.to === undefined && lane.groupBy.startsWith('property:'))) return [];
  if (lane.groupBy === 'competency' || lane.groupBy === 'unit') return [{ lane: { ...lane, from: undefined } }];
  // Over what the note's template says: nobody wrote that into this note.
  return [{ properties: { [lane.groupBy.replace(/^property:/s, '')]: lane.to ?? null } }];
}

/** The new note with what was asked for and what its lane stands for. What cannot be written is told; the rest is. */
function fill({ path, text }: NewNote, { lane }: NewItem, { kind, start, end }: NewItemFields, sponsor: string | undefined, { playbook }: PlaybookStore, properties: RoadmapProperties): string {
  const steps: readonly Omit<ItemEdit, 'path'>[] = [
    { ...(kind === 'milestone' || written(start) === undefined ? {} : { start: start.trim() }), ...(written(end) === undefined ? {} : { end: end.trim() }) },
    ...(sponsor === undefined ? [] : [{ lane: { groupBy: 'leader', from: undefined, to: sponsor } }]),
    ...laneSteps(lane),
  ];
  let filled = text;
  for (const step of steps) {
    const result = changeItem(filled, { path, ...step }, { playbook, properties });
    if (result.ok) filled = result.text;
    else new Notice(result.problem.message, 0);
  }
  return filled;
}
