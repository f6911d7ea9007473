/**
 * The home view and the commitment map in a pane as the app makes one, on one living playbook in memory. A change goes the
 * way of a note that was saved: the vault tells, the note is read, links are followed, views draw.
 */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { parseCalendarDate } from '../../src/playbook/calendar-date.js';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import type { Clock } from '../../src/vault/time-slices.js';
import type { Vault } from '../../src/vault/vault.js';
import { DEFAULT_COMMITMENT_CHOICE, type CommitmentChoice } from '../../src/views/commitment-choice.js';
import { CommitmentMap } from '../../src/views/CommitmentMap.js';
import { Overview } from '../../src/views/Overview.js';
import type { ViewHost } from '../../src/views/view-host.js';
import { BENCH_DAY, buildHomeNotes, type HomeNotes } from '../home-notes.js';
import { afterFrame, nextFrame } from '../page-frames.mjs';

const HOST: ViewHost = { open: () => undefined, icon: () => undefined, run: () => undefined };
const NOTHING = (): void => undefined;

let notes: HomeNotes;
let texts: Map<string, string>;
let living: LivingPlaybook;

const VAULT: Vault = {
  list: () => Promise.resolve([...texts.keys()].sort().map((path) => ({ path }))),
  read: (path) => Promise.resolve(texts.get(path) ?? ''),
  process: (path) => Promise.resolve(texts.get(path) ?? ''),
  create: () => Promise.resolve(),
};

let skippedMs = 0;
/** The moment of quiet after a change is skipped: it is waiting, not work. */
const CLOCK: Clock = {
  now: () => performance.now() + skippedMs,
  wait: (milliseconds) => {
    skippedMs += milliseconds;
    return afterFrame();
  },
};

const CHOICES: Readonly<Record<string, Partial<CommitmentChoice>>> = {
  map: {},
  table: { form: 'table' },
  details: { panel: 'details', person: 'Leaders/Leader 1.md' },
  coalition: { panel: 'coalition' },
};

function Map({ start }: { readonly start: Partial<CommitmentChoice> }) {
  const [choice, setChoice] = useState<CommitmentChoice>({ ...DEFAULT_COMMITMENT_CHOICE, ...start });
  return <CommitmentMap playbook={living} host={HOST} choice={choice} onChoice={setChoice} />;
}

const bench = {
  /** Reads the notes and draws a view; resolves when it stands on the page. */
  async open(view: string, executives: number, total: number): Promise<number> {
    notes = buildHomeNotes(executives, total);
    texts = new globalThis.Map(notes.texts);
    const today = parseCalendarDate(BENCH_DAY);
    if (today === undefined) throw new Error(`"${BENCH_DAY}" is no day.`);
    living = new LivingPlaybook(VAULT, { clock: CLOCK, today: () => today });
    await living.start();
    const choice = CHOICES[view];
    render(choice === undefined ? <Overview playbook={living} host={HOST} onShowFindings={NOTHING} /> : <Map start={choice} />, pane());
    await nextFrame();
    await afterFrame();
    return pane().querySelectorAll('*').length;
  },
  /** Saves another level of one executive; resolves with the time until the frame that shows it was made. */
  async change(run: number): Promise<number> {
    texts.set(notes.changing, notes.changed(run));
    const startedMs = performance.now();
    living.changed(notes.changing);
    await living.settled();
    await nextFrame();
    await afterFrame();
    return performance.now() - startedMs;
  },
  shown: () => pane().innerHTML,
};

function pane(): Element {
  const found = document.querySelector('#pane');
  if (found === null) throw new Error('The page has no pane.');
  return found;
}

Object.assign(globalThis, { bench });
