/**
 * Reads both sides of a diff: the head whole, then as much again of the base as differs. Each side is told as soon as it
 * stands in the store, for the store then goes on.
 */
import { compareAnnotations } from '../history/compare-annotations.js';
import { comparePlaybooks, type PlaybookState } from '../history/compare-playbooks.js';
import { compareSettings } from '../history/compare-settings.js';
import { readFacts, type FactsContext, type NoteFacts } from '../history/note-facts.js';
import { compareFindings, type FindingsComparison } from '../lint/compare-findings.js';
import type { Diagnostic } from '../lint/diagnostic.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { readNote } from '../notes/read-note.js';
import type { PlacedAnnotation } from '../playbook/annotation.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { isPrivatePath } from '../playbook/privacy.js';
import type { Playbook } from '../playbook/playbook.js';
import type { PlaybookDifference } from '../playbook/playbook-difference.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { sharedFindings } from '../vault/shared-part.js';
import { isMarkdown, UnreadableFile } from '../vault/vault.js';
import type { CommandIo } from './command.js';
import { changedSettings, listFiles,  TurnedVault, type DiffSides, type Side, type SideFiles } from './diff-sides.js';
import { openStore } from './open-store.js';

export interface DiffOptions {
  readonly today: CalendarDate;
  /** Take private notes in. */
  readonly private: boolean;
  /** Called with the playbook of each side, the head first, while it stands. */
  readonly onSide?: ((side: Side, playbook: Playbook, store: PlaybookStore) => void) | undefined;
}

export interface DiffResult {
  readonly difference: PlaybookDifference;
  readonly findings: FindingsComparison;
  readonly renames: ReadonlyMap<string, string>;
  /** Private notes of either side that were left out. */
  readonly leftOut: number;
}

/** What is kept of a side. */
interface ToldSide {
  readonly state: PlaybookState;
  readonly annotations: readonly PlacedAnnotation[];
  readonly findings: readonly Diagnostic[];
  /** Of private files; those of the playbook among them are counted. */
  readonly privatePaths: readonly string[];
  readonly privateNotes: readonly string[];
}

export async function diffSides(sides: DiffSides, options: DiffOptions, io: CommandIo): Promise<DiffResult> {
  const files = await listFiles(sides);
  const settings = await changedSettings(sides, files);
  const vault = new TurnedVault(sides, files);
  vault.turnTo('head', files.head);
  const store = await openStore(vault, options.today, io);
  // Other settings may read each note in another way.
  const isReadAnew = settings !== undefined;
  const compared = (playbookOf: PlaybookStore): readonly string[] => {
    const paths = isReadAnew ? [...playbookOf.playbook.files] : files.changed;
    return paths.filter((path) => playbookOf.playbook.note(path) !== undefined);
  };
  const after = await tellSide('head', store, { vault, files, paths: compared(store), hidden: [], options });
  const turned = isReadAnew ? await reopened(vault, files, options, io) : await turnToBase(store, vault, files);
  const before = await tellSide('base', turned, { vault, files, paths: compared(turned), hidden: after.privatePaths, options });
  const hints = needsRenames(before, after) ? sides.history.git.foundRenames(sides.baseRevision, sides.headRevision, sides.history.prefix) : undefined;
  const { renames, ...notes } = comparePlaybooks(before.state, after.state, { today: options.today, hints });
  return {
    difference: { ...notes, annotations: compareAnnotations(before.annotations, after.annotations), settings: await compareSettings(settings?.base, settings?.head) },
    findings: compareFindings(before.findings, after.findings, renames),
    renames,
    leftOut: new Set([...before.privateNotes, ...after.privateNotes]).size,
  };
}

async function reopened(vault: TurnedVault, files: SideFiles, { today }: DiffOptions, io: CommandIo): Promise<PlaybookStore> {
  vault.turnTo('base', files.base);
  return openStore(vault, today, io, { isTold: true });
}

/** Unchanged notes stay as they were read. */
async function turnToBase(store: PlaybookStore, vault: TurnedVault, files: SideFiles): Promise<PlaybookStore> {
  vault.turnTo('base', files.changed);
  for (const path of files.changed) {
    if (files.base.has(path)) await store.refresh(path);
    else store.remove(path);
  }
  await store.placeAnnotations();
  return store;
}

interface Telling {
  readonly vault: TurnedVault;
  readonly files: SideFiles;
  /** Notes of the playbook that may differ. */
  readonly paths: readonly string[];
  /** Private on the other side. */
  readonly hidden: readonly string[];
  readonly options: DiffOptions;
}

async function tellSide(side: Side, store: PlaybookStore, { vault, files, paths, hidden, options }: Telling): Promise<ToldSide> {
  const privatePaths = options.private ? [] : [...new Set([...store.leaks.privatePaths, ...hidden])];
  const isHidden = new Set(privatePaths);
  const playbook = isHidden.size === 0 ? store.playbook : store.playbook.without(isHidden);
  options.onSide?.(side, playbook, store);
  const result = store.lint();
  const findings = options.private ? result : sharedFindings(result, { playbook: store.playbook, leaks: { privatePaths }, positionOf: (path, offset) => store.positionOf(path, offset) });
  const context: FactsContext = {
    settings: store.config.settings,
    pathOf: (link, fromPath) => store.playbook.resolvePath(link, fromPath),
    isPrivate: (path) => !options.private && (isHidden.has(path) || isPrivatePath(path)),
  };
  const shown = paths.filter((path) => playbook.note(path) !== undefined);
  return {
    state: { notes: await readAllFacts(side, shown, vault, context), hasFile: (path) => files[side].has(path) && !isHidden.has(path) },
    annotations: playbook.annotations,
    findings: findings.diagnostics,
    privatePaths,
    privateNotes: options.private ? [] : store.leaks.privatePaths.filter((path) => store.playbook.note(path) !== undefined),
  };
}

async function readAllFacts(side: Side, paths: readonly string[], vault: TurnedVault, context: FactsContext): Promise<ReadonlyMap<string, NoteFacts>> {
  const notes = new Map<string, NoteFacts>();
  const reading = buildNoteContext(context.settings);
  const texts = paths.filter(isMarkdown).sort();
  vault.turnTo(side, texts);
  for (const path of texts) {
    const text = readable(vault, path);
    const facts = text === undefined ? undefined : readFacts(await readNote(path, text, reading), context);
    if (facts !== undefined) notes.set(path, facts);
  }
  return notes;
}

function readable(vault: TurnedVault, path: string): string | undefined {
  try {
    return vault.readNow(path);
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

/** Git is asked only where notes stand on one side alone: looking for renames takes it long. */
function needsRenames(before: ToldSide, after: ToldSide): boolean {
  const isAlone = (side: ToldSide, other: ToldSide): boolean => [...side.state.notes.keys()].some((path) => !other.state.hasFile(path));
  return isAlone(before, after) && isAlone(after, before);
}
