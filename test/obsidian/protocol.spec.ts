/** Links from outside: they open our views on what this vault has, and nothing else. */
import { expect, test } from 'vitest';
import { registerFindings } from '../../src/obsidian/findings-view.js';
import { registerOpenUri } from '../../src/obsidian/open-uri.js';
import { VIEW_TYPES } from '../../src/obsidian/open-view.js';
import { registerOverview } from '../../src/obsidian/overview-view.js';
import { registerRoadmap } from '../../src/obsidian/roadmap-view.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const FILES = { 'People/Ana.md': '---\ntype: executive\n---\n' };

const withLinks = (): Promise<FeatureHost> => hostWith([registerOverview, registerFindings, registerOpenUri], { files: FILES });

function open({ host }: FeatureHost): readonly string[] {
  return Object.entries(VIEW_TYPES).flatMap(([name, type]) => (host.app.workspace.getLeavesOfType(type).length > 0 ? [name] : []));
}

test('a link opens the view it names, the overview when it names none', async () => {
  const shown = await withLinks();
  await shown.host.uri('cx-playbook');
  expect(open(shown)).toEqual(['overview']);
  await shown.host.uri('cx-playbook', { view: 'findings' });
  expect(open(shown)).toEqual(['overview', 'findings']);
  expect(shown.host.notices()).toEqual([]);
});

test('a link opens the findings of one rule and of one note', async () => {
  const shown = await withLinks();
  await shown.host.uri('cx-playbook', { view: 'findings', rule: 'require-why', path: 'People//Ana.md' });
  expect(shown.host.app.workspace.getLeavesOfType(VIEW_TYPES.findings)[0]?.view.getState()).toMatchObject({ rules: ['require-why'], path: 'People/Ana.md' });
  expect(document.querySelectorAll('.cx-finding')).toHaveLength(1);
});

test.each([
  [{ view: 'finding' }, 'view takes one of overview, findings, roadmap, commitment, annotations, not "finding". Did you mean "findings"?'],
  [{ view: 'findings', rule: 'require-wy' }, 'Did you mean "require-why"?'],
  [{ view: 'findings', path: '../secret.md' }, 'There is no file "../secret.md" in this vault.'],
  [{ view: 'findings', path: '/etc/passwd' }, 'There is no file "/etc/passwd" in this vault.'],
  [{ view: 'findings', path: 'People' }, 'There is no file "People" in this vault.'],
  [{ view: 'x'.repeat(5000) }, 'x…"'],
])('a link %j opens nothing and says what it may name', async (params, told) => {
  const shown = await withLinks();
  const paths = shown.host.paths();
  await shown.host.uri('cx-playbook', params);
  expect(open(shown)).toEqual([]);
  expect(shown.host.notices()).toHaveLength(1);
  expect(shown.host.notices()[0]).toContain(told);
  expect(shown.host.notices()[0]?.length).toBeLessThan(800);
  expect(shown.host.paths()).toEqual(paths);
});

test('a link opens the roadmap with the options of a block, and says which it does not know', async () => {
  const shown = await hostWith([registerRoadmap, registerOpenUri], { files: FILES });
  await shown.host.uri('cx-playbook', { vault: 'Mine', view: 'roadmap', group: 'leader', gaps: 'true' });
  expect(shown.host.app.workspace.getLeavesOfType(VIEW_TYPES.roadmap)[0]?.view.getState()).toEqual({ group: 'leader', gaps: true });
  await shown.host.uri('cx-playbook', { view: 'roadmap', group: 'x'.repeat(5000) });
  await shown.host.uri('cx-playbook', { view: 'roadmap', colour: 'red' });
  expect(shown.host.notices()[0]).toMatch(/^Nothing was opened\. In the link: Option "group" holds "x+…$/);
  expect(shown.host.notices()[1]).toContain('Option "colour" does not exist.');
  expect(shown.host.app.workspace.getLeavesOfType(VIEW_TYPES.roadmap)[0]?.view.getState()).toEqual({ group: 'leader', gaps: true });
});
