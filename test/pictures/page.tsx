/** The views in a bare page, on notes in memory: what `scripts/pictures.mjs` photographs. */
import { render } from 'preact';
import type { CommitmentActions, CommitmentOutput } from '../../src/views/commitment-actions.js';
import { readCommitmentChoice, type CommitmentChoice } from '../../src/views/commitment-choice.js';
import type { ComparedPlaybook, ComparisonSource, ComparisonState } from '../../src/views/comparison-source.js';
import type { HistorySource, HistoryState } from '../../src/views/history-source.js';
import { CommitmentMap } from '../../src/views/CommitmentMap.js';
import { EVERYTHING, readChoice, type FindingsChoice } from '../../src/views/findings-model.js';
import { FindingsList } from '../../src/views/FindingsList.js';
import { Overview } from '../../src/views/Overview.js';
import type { RoadmapActions, RoadmapOutput, SavedViews } from '../../src/views/roadmap-actions.js';
import { RoadmapView } from '../../src/views/RoadmapView.js';
import type { ThreadActions } from '../../src/views/thread-actions.js';
import { readThreadsChoice, type ThreadsChoice } from '../../src/views/thread-choice.js';
import { buildThreadRows } from '../../src/views/thread-rows.js';
import { ThreadList } from '../../src/views/ThreadList.js';
import { AnnotationForm } from '../../src/views/AnnotationForm.js';
import type { ChosenWay } from '../../src/views/ConflictCard.js';
import { ConflictNotes } from '../../src/views/ConflictNotes.js';
import { ConflictResolver } from '../../src/views/ConflictResolver.js';
import type { ViewHost } from '../../src/views/view-host.js';
import type { RepositoryFacts } from '../../src/lint/repository.js';
import { withWantedAttributes } from '../../src/lint/repository-files.js';
import { readConflictChoices } from '../../src/history/conflict-choices.js';
import { resolveConflicts } from '../../src/history/conflict-result.js';
import { titleOfPath } from '../../src/playbook/link-index.js';
import { readRoadmapChoice, type RoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import type { FuzzyDate } from '../../src/playbook/fuzzy-date.js';
import { shiftFuzzyDate } from '../../src/playbook/fuzzy-shift.js';
import { Playbook } from '../../src/playbook/playbook.js';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import { date } from '../builders.js';
import { MemoryVault } from '../memory-vault.js';
import { conflictedNote } from '../views/sample-conflicts.js';
import { SAMPLE_HISTORY } from './sample-history.js';
import { brackwaterThreads, RECORD } from '../views/sample-threads.js';
import { drawIcon } from './icons.js';

const host: ViewHost = { open: () => undefined, icon: drawIcon, run: () => undefined };

/** A repository in which a colleague tracked more than notes. */
const SHARED: RepositoryFacts = {
  configFolder: '.obsidian',
  isShared: true,
  tracked: ['.obsidian/plugins/assistant/data.json', '.obsidian/plugins/templates/data.json', '.obsidian/workspace.json'],
  attributes: { text: withWantedAttributes(undefined).text, above: [] },
  ignores: { text: undefined, above: [] },
  driver: { isConfigured: false },
  pluginData: [{ path: '.obsidian/plugins/assistant/data.json', secrets: ['account.token'] }],
};

declare global {
  interface Window {
    showView: (view: 'overview' | 'findings' | 'roadmap' | 'commitment' | 'annotations' | 'annotation-form' | 'conflicts', files: Readonly<Record<string, string>>, today: string, choice?: unknown) => Promise<void>;
  }
}

window.showView = async (view, files, today, wanted) => {
  const values = typeof wanted === 'object' && wanted !== null ? { ...wanted } : {};
  const isShared = 'shared' in values;
  const playbook = new LivingPlaybook(isShared ? new MemoryVault(withConflict(files), SHARED) : new MemoryVault(files), {
    clock: { now: () => performance.now(), wait: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)) },
    today: () => date(today),
  });
  await playbook.start();
  const pane = document.querySelector('.view-content');
  if (pane === null) throw new Error('The page has no pane.');
  const history = 'history' in values ? stillHistory(values.history) : undefined;
  const comparison = 'compared' in values ? stillComparison(values.compared, playbook) : undefined;
  if (view === 'roadmap') showRoadmap(playbook, pane, readRoadmapChoice(values).choice, history, comparison);
  else if (view === 'commitment') showCommitment(playbook, pane, readCommitmentChoice(values), history);
  else if (view === 'annotations') showAnnotations(playbook, files, pane, readThreadsChoice(values));
  else if (view === 'annotation-form') showAnnotationForm(pane);
  else if (view === 'conflicts') await showConflicts(files, pane, 'list' in values);
  else showPage(view, playbook, pane, wanted === undefined ? EVERYTHING : readChoice(wanted));
};

function showPage(view: 'overview' | 'findings', playbook: LivingPlaybook, pane: Element, choice: FindingsChoice): void {
  const draw = (next: FindingsChoice): void => showPage(view, playbook, pane, next);
  render(
    view === 'overview' ? (
      <Overview playbook={playbook} host={host} onShowFindings={() => undefined} />
    ) : (
      <FindingsList playbook={playbook} host={host} fixes={{ one: () => undefined, all: () => undefined, resolve: () => undefined }} choice={choice} onChoice={draw} />
    ),
    pane,
  );
}

/** As in the app, but that nothing is written. */
const ACTIONS: RoadmapActions = { change: () => Promise.resolve(false), edit: () => undefined, create: () => undefined, undo: () => undefined, redo: () => undefined };
const OUTPUT: RoadmapOutput = { save: () => undefined, print: () => undefined, copyBlock: () => undefined };
const VIEWS: SavedViews = { list: () => [], save: () => undefined, remove: () => undefined, subscribe: () => () => undefined };

/** Read, being read, or not read yet: it stays so. */
function stillHistory(shown: unknown): HistorySource {
  const states: Readonly<Record<string, HistoryState>> = {
    read: { history: SAMPLE_HISTORY, reading: undefined, failure: undefined },
    reading: { history: undefined, reading: { done: 1240, total: 5380 }, failure: undefined },
  };
  const state = states[String(shown)] ?? { history: undefined, reading: undefined, failure: undefined };
  return { state, canRead: () => true, read: () => undefined, cancel: () => undefined, subscribe: () => () => undefined };
}

/** A roadmap of before in which every third item ended and began earlier, the first was not there, and another was. */
function stillComparison(shown: unknown, { store }: LivingPlaybook): ComparisonSource {
  const before = new Playbook();
  (store?.playbook.initiatives ?? []).forEach((item, index) => {
    if (index === 0) before.setNote({ ...item, path: 'Gone.md', title: 'Freight newsletter' });
    else before.setNote(index % 3 === 0 ? { ...item, start: earlier(item.start), end: earlier(item.end) } : item);
  });
  const compared: ComparedPlaybook = { name: 'main', commit: 'f'.repeat(40), day: date('2026-10-01'), playbook: before, renamed: new Map() };
  const state: ComparisonState = shown === 'reading' ? { compared: undefined, reading: { name: 'main', done: 340, total: 1200 } } : { compared, reading: undefined };
  return { state, cancel: () => undefined, end: () => undefined, subscribe: () => () => undefined };
}

function earlier(date: FuzzyDate | undefined): FuzzyDate | undefined {
  return date === undefined ? undefined : shiftFuzzyDate(date, -100);
}

function showRoadmap(playbook: LivingPlaybook, pane: Element, choice: RoadmapChoice, history: HistorySource | undefined, comparison: ComparisonSource | undefined): void {
  const onChoice = (next: RoadmapChoice): void => showRoadmap(playbook, pane, next, history, comparison);
  render(<RoadmapView playbook={playbook} host={host} choice={choice} onChoice={onChoice} actions={ACTIONS} output={OUTPUT} savedViews={VIEWS} showMenu={() => undefined} history={history} comparison={comparison} />, pane);
}

const TAGS: CommitmentActions = { assess: () => Promise.resolve(false), need: () => Promise.resolve(false) };
const TABLES: CommitmentOutput = { copy: () => undefined, save: () => undefined };

function showCommitment(playbook: LivingPlaybook, pane: Element, choice: CommitmentChoice, history: HistorySource | undefined): void {
  const onChoice = (next: CommitmentChoice): void => showCommitment(playbook, pane, next, history);
  render(<CommitmentMap playbook={playbook} host={host} choice={choice} onChoice={onChoice} actions={TAGS} output={TABLES} showMenu={() => undefined} history={history} />, pane);
}

const THREADS: ThreadActions = {
  jump: () => undefined,
  openFile: () => undefined,
  reply: () => Promise.resolve(false),
  resolve: () => Promise.resolve(false),
  reopen: () => Promise.resolve(false),
  confirm: () => Promise.resolve(false),
  reanchor: () => Promise.resolve(false),
  share: () => Promise.resolve(false),
};

function showAnnotations(playbook: LivingPlaybook, files: Readonly<Record<string, string>>, pane: Element, first: ThreadsChoice): void {
  const threads = RECORD in files ? buildThreadRows(brackwaterThreads(files), (path) => files[path]) : [];
  const resolveLink = (target: string, path: string): string | undefined => playbook.store?.playbook.resolvePath({ target }, path);
  const draw = (choice: ThreadsChoice): void => {
    const { today } = playbook.options;
    render(<ThreadList threads={threads} currentPath={RECORD} today={today()} host={host} actions={THREADS} resolveLink={resolveLink} choice={choice} onChoice={draw} />, pane);
  };
  draw(first);
}

function showAnnotationForm(pane: Element): void {
  render(
    <div class="cx-pane">
    <AnnotationForm
      quote="five units go live on the same weekend in November 2027"
      noteTitle="Shared customer record"
      author="hal.quist"
      host={host}
      fields={{ kind: 'risk', visibility: 'client', text: 'Five heads, one weekend, and the sponsor has turned down every invitation so far.' }}
      onSave={() => Promise.resolve(false)}
      onCancel={() => undefined}
    />
    </div>,
    pane,
  );
}

async function showConflicts(files: Readonly<Record<string, string>>, pane: Element, isList: boolean): Promise<void> {
  const { path, text } = conflictedNote(files);
  if (isList) {
    const notes = [{ path, conflicts: 4, strays: 0 }, { path: '20 Initiatives/Storm-day messaging.md', conflicts: 1, strays: 1 }];
    const done = { path: '10 Executives/Ines Falk (CEO).md', isGone: false };
    render(<ConflictNotes search={{ notes, progress: undefined }} done={done} host={host} onResolve={() => undefined} onLookAgain={() => undefined} />, pane);
    return;
  }
  const reading = await readConflictChoices(text);
  const draw = (chosen: ReadonlyMap<string, ChosenWay>): void => {
    const options = new Map([...chosen].flatMap(([key, way]) => (way === 'hand' ? [] : [[key, way] as const])));
    render(
      <ConflictResolver
        title={titleOfPath(path)}
        reading={reading}
        chosen={chosen}
        result={resolveConflicts(reading, options)}
        labels={{}}
        host={host}
        onChoose={draw}
        onWrite={() => undefined}
        onOpen={() => undefined}
        onShowList={() => undefined}
      />,
      pane,
    );
  };
  draw(new Map(reading.choices.flatMap(({ key, suggestion }) => (suggestion === undefined ? [] : [[key, suggestion.option] as const]))));
}

function withConflict(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { path, text } = conflictedNote(files);
  return { ...files, [path]: text };
}
