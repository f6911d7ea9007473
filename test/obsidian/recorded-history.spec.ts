/** Reading what git recorded as the app has it: a command, a notice that can stop it, one result for the session. */
import { describe, expect, it } from 'vitest';
import { GitFailure, GitStopped } from '../../src/history/git-port.js';
import { registerCommitmentMap } from '../../src/obsidian/commitment-map-view.js';
import type { Feature } from '../../src/obsidian/plugin-context.js';
import { registerRecordedHistory } from '../../src/obsidian/recorded-history.js';
import { SessionHistory, type HistoryReader } from '../../src/obsidian/session-history.js';
import type { RecordedHistory } from '../../src/playbook/recorded-history.js';
import type { Host } from '../host/host.js';
import { openNotices } from '../host/notice.js';
import { recordedExecutive, recordedHistory } from '../recorded.js';
import { hostWith } from './feature-host.js';

const COMMAND = 'cx-playbook:read-commitment-history';
const ANA = { 'Ana.md': '---\ntype: executive\ncommitment: supporter\n---\n' };
const HISTORY = recordedHistory([recordedExecutive('Ana.md', [['2026-01-04', 'passive']])], { commits: 2600 });
const NEWER = recordedHistory([recordedExecutive('Ana.md', [['2026-01-04', 'advocate']])]);

interface Asked {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
  readonly end: (history: RecordedHistory) => void;
  readonly fail: (error: Error) => void;
}

/** Readings that the test ends; as git does, they stop when they are told to. */
class ReadingsInHand implements HistoryReader {
  readonly asked: Asked[] = [];
  isRepository = true;

  canRead(): boolean {
    return this.isRepository;
  }

  read(signal: AbortSignal, progress: (done: number, total: number) => void): Promise<RecordedHistory> {
    return new Promise((end, fail) => {
      signal.addEventListener('abort', () => fail(new GitStopped('Reading from git was stopped.')));
      this.asked.push({ signal, progress, end, fail });
    });
  }
}

async function open(reader?: ReadingsInHand): Promise<{ readonly host: Host; readonly history: SessionHistory | undefined }> {
  let nowMs = 0;
  const history = reader === undefined ? undefined : new SessionHistory(reader, () => (nowMs += 1000));
  const withHistory = (feature: Feature): Feature => (context) => feature({ ...context, history });
  const { host } = await hostWith([withHistory(registerCommitmentMap), withHistory(registerRecordedHistory)], { files: ANA });
  return { host, history };
}

const hasCommand = (host: Host): boolean => host.commands().some(({ id }) => id === COMMAND);
const pressInNotice = (name: string): void => [...document.querySelectorAll<HTMLButtonElement>('.notice button')].find(({ textContent }) => textContent === name)?.click();

describe('the command', () => {
  it('is there in a repository only, and nowhere where git cannot be started', async () => {
    const reader = new ReadingsInHand();
    const { host } = await open(reader);
    expect(hasCommand(host)).toBe(true);
    reader.isRepository = false;
    expect(hasCommand(host)).toBe(false);
    expect(hasCommand((await open()).host)).toBe(false);
  });

  it('reads, tells how far it is, and what it came to', async () => {
    const reader = new ReadingsInHand();
    const { host, history } = await open(reader);
    await host.run(COMMAND);
    expect(openNotices()).toEqual(['Reading commitment history from GitListing commitsCancel']);
    expect(document.querySelector('.notice [role="status"]')?.textContent).toBe('Reading commitment history from Git');
    reader.asked[0]?.progress(1200, 5380);
    expect(openNotices()).toEqual(['Reading commitment history from Git1,200 of 5,380 versions of notesCancel']);
    reader.asked[0]?.end(HISTORY);
    await host.settle();
    expect(openNotices()).toEqual(['Read 2,600 commits: levels of 1 executive.']);
    expect(history?.state).toEqual({ history: HISTORY, reading: undefined, failure: undefined });
  });

  it('is stopped by its notice, and leaves what was read before', async () => {
    const reader = new ReadingsInHand();
    const { host, history } = await open(reader);
    await host.run(COMMAND);
    reader.asked[0]?.end(HISTORY);
    await host.settle();
    await host.run(COMMAND);
    pressInNotice('Cancel');
    await host.settle();
    expect(reader.asked[1]?.signal.aborted).toBe(true);
    expect(openNotices().at(-1)).toBe('Reading stopped. What was read before stays.');
    expect(history?.state).toEqual({ history: HISTORY, reading: undefined, failure: undefined });
  });

  it('says why git gave nothing', async () => {
    const reader = new ReadingsInHand();
    const { host, history } = await open(reader);
    await host.run(COMMAND);
    reader.asked[0]?.fail(new GitFailure('Git is not installed.'));
    await host.settle();
    expect(openNotices()).toEqual(['The commitment history was not read. Git is not installed.']);
    expect(history?.state.failure).toBe('Git is not installed.');
  });
});

describe('the readings of a session', () => {
  it('are one at a time: the newest wish wins, whichever ends first', async () => {
    const reader = new ReadingsInHand();
    const { host, history } = await open(reader);
    history?.read();
    history?.read();
    expect(reader.asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    reader.asked[1]?.end(NEWER);
    reader.asked[0]?.progress(1, 2);
    reader.asked[0]?.end(HISTORY);
    await host.settle();
    expect(history?.state).toEqual({ history: NEWER, reading: undefined, failure: undefined });
  });

  it('are told at most ten times a second, and the last of all', () => {
    const reader = new ReadingsInHand();
    let nowMs = 1000;
    const history = new SessionHistory(reader, () => nowMs);
    history.read();
    let told = 0;
    history.subscribe(() => told++);
    for (let done = 1; done <= 100; done++) reader.asked[0]?.progress(done, 100);
    expect(told).toBe(2);
    nowMs += 1000;
    reader.asked[0]?.progress(100, 200);
    expect(told).toBe(3);
    history.dispose();
    expect(reader.asked[0]?.signal.aborted).toBe(true);
    expect(told).toBe(3);
  });

  it('end with the plugin, and leave no notice', async () => {
    const reader = new ReadingsInHand();
    const { host } = await open(reader);
    await host.run(COMMAND);
    await host.unload('cx-playbook');
    expect(openNotices()).toEqual([]);
  });
});

describe('the map', () => {
  it('shows what was read as soon as it is', async () => {
    const reader = new ReadingsInHand();
    const { host } = await open(reader);
    await host.run('cx-playbook:open-commitment-map');
    await host.settle();
    const pane = host.app.workspace.getLeavesOfType('cx-playbook-commitment')[0]?.view.containerEl;
    const tool = pane?.querySelector<HTMLElement>('[aria-label="Map as recorded in Git"]');
    tool?.click();
    await host.settle();
    expect(pane?.querySelector('.cx-history-bar')?.textContent).toContain('Git may know levels that no note dates.');
    reader.asked.length = 0;
    pane?.querySelector<HTMLElement>('.cx-history-bar button')?.click();
    reader.asked[0]?.end(HISTORY);
    await host.settle();
    expect(pane?.querySelector('.cx-history-bar')?.textContent).toContain('2026-01-04');
  });
});
