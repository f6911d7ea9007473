/** The roadmap compared with an earlier state: banner, earlier dates, how it ends, and where there is none of it. */
import { expect, test } from 'vitest';
import type { RevisionChoice } from '../../src/history/revision-choices.js';
import { registerRevisionComparison } from '../../src/obsidian/revision-command.js';
import { RevisionComparison, type RevisionReader } from '../../src/obsidian/revision-comparison.js';
import { registerRoadmap } from '../../src/obsidian/roadmap-view.js';
import type { PluginContext } from '../../src/obsidian/plugin-context.js';
import { Playbook } from '../../src/playbook/playbook.js';
import { date, fuzzy } from '../builders.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { ROADMAP, ROADMAP_FILES } from './roadmap-files.js';

const MAIN: RevisionChoice = { form: 'branch', name: 'main\u202e', commit: 'a'.repeat(40), day: date('2026-10-01'), subject: 'First' };

/** A repository whose roadmap of before had the purse earlier, and one item more. */
function readerOf(context: PluginContext): RevisionReader {
  return {
    canRead: () => true,
    list: () => Promise.resolve([MAIN]),
    read: () => {
      const playbook = new Playbook();
      for (const item of context.playbook.store?.playbook.initiatives ?? []) {
        const isPurse = item.path === 'Work/Purse.md';
        playbook.setNote(isPurse ? { ...item, start: fuzzy('2026-02'), end: fuzzy('2026-04') } : item);
        if (isPurse) playbook.setNote({ ...item, path: 'Work/Letter.md', title: 'Letter <b>' });
      }
      return Promise.resolve({ playbook, renamed: new Map() });
    },
  };
}

async function opened(): Promise<FeatureHost & { readonly comparison: RevisionComparison }> {
  const made: RevisionComparison[] = [];
  const shown = await hostWith([(context) => {
    const comparison = new RevisionComparison(readerOf(context), () => 0);
    made.push(comparison);
    registerRoadmap({ ...context, comparison });
    registerRevisionComparison({ ...context, comparison });
  }], { files: ROADMAP_FILES });
  const [comparison] = made;
  if (comparison === undefined) throw new Error('Nothing was registered.');
  await shown.host.run('cx-playbook:open-roadmap');
  return { ...shown, comparison };
}

const banner = (): HTMLElement | null => document.querySelector(`${ROADMAP} .cx-comparison`);
const purse = (): string | null | undefined => document.querySelector(`${ROADMAP} [data-id="Work/Purse.md"]`)?.getAttribute('aria-label');

test('shows where items stood, says how many moved, and ends', async () => {
  const { host, comparison } = await opened();
  expect(banner()).toBeNull();
  await comparison.compare(MAIN);
  await host.settle();
  expect(banner()?.querySelector('[role="status"]')?.textContent).toBe('Compared with main (2026-10-01): 1 moved, 1 no longer here (Letter <b>).');
  expect(document.querySelectorAll(`${ROADMAP} .cx-ghost`)).toHaveLength(1);
  expect(purse()).toContain('was 2026-02');
  banner()?.querySelector('button')?.click();
  await host.settle();
  expect(banner()).toBeNull();
  expect(purse()).not.toContain('was 2026-02');
});

test('offers to end only what there is', async () => {
  const { host, comparison } = await opened();
  const names = (): readonly string[] => host.commands().map(({ id }) => id);
  expect(names()).toContain('cx-playbook:compare-roadmap-with-revision');
  expect(names()).not.toContain('cx-playbook:stop-comparing-roadmap');
  await comparison.compare(MAIN);
  expect(names()).toContain('cx-playbook:stop-comparing-roadmap');
});

test('is not there on a phone', async () => {
  const { host, context } = await hostWith([registerRoadmap, registerRevisionComparison], { files: ROADMAP_FILES, platform: 'phone' });
  expect(context.comparison).toBeUndefined();
  expect(host.commands().map(({ id }) => id)).not.toContain('cx-playbook:compare-roadmap-with-revision');
});

test('goes into what is saved of the roadmap until it is ended', async () => {
  const { host, comparison } = await opened();
  const saved = async (): Promise<string> => {
    const before = new Set(host.paths());
    await host.run('cx-playbook:save-roadmap-as-html');
    await host.settle();
    const [path = '', ...more] = host.paths().filter((each) => !before.has(each));
    expect(more).toEqual([]);
    return host.text(path) ?? '';
  };
  await comparison.compare(MAIN);
  const compared = await saved();
  expect(compared).toMatch(/Compared with revision main\S* \(aaaaaaaaaa, 2026-10-01\): 1 moved, 1 no longer on the roadmap\./);
  expect(compared).toContain('was 2026-02 to 2026-04');
  comparison.end();
  const plain = await saved();
  expect(plain).not.toContain('Compared with');
  expect(plain).not.toContain('was 2026-02');
});
