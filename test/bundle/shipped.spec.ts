/**
 * The shipped main.js, evaluated with a `require` that knows the app and its editor alone, and used as a person would:
 * set a level, mend a finding in a real editor, open the views, switch it off.
 */
import * as lint from '@codemirror/lint';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import * as obsidian from 'obsidian';
import { expect, test } from 'vitest';
import { script } from 'virtual:built-plugin';
import manifest from '../../manifest.json';
import { createHost, type Host } from '../host/host.js';

const APP_MODULES: Readonly<Record<string, unknown>> = { obsidian, '@codemirror/lint': lint, '@codemirror/state': state, '@codemirror/view': view };

type PluginClass = new (app: obsidian.App, manifest: obsidian.PluginManifest) => obsidian.Plugin;

/** The class that main.js exports, as the app takes it. */
function evaluate(): PluginClass {
  const require = (name: string): unknown => {
    const found = APP_MODULES[name];
    if (found === undefined) throw new Error(`The app has no module "${name}".`);
    return found;
  };
  const module: { exports: { default?: PluginClass } } = { exports: {} };
  // The app makes a function of the file's text too.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the shipped file is text, and running it is what is tested
  new Function('module', 'exports', 'require', script)(module, module.exports, require);
  if (module.exports.default === undefined) throw new Error('main.js exports no plugin.');
  return module.exports.default;
}

/** Clicks the element that shows a text. */
async function click(host: Host, selector: string, text: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent.includes(text));
  if (found === undefined) throw new Error(`Nothing shows "${text}".`);
  found.click();
  await host.settle();
}

const ANA = '---\ntype: executive\nrole: COO # since May\nunit: Crossings\n---\n\n# Ana Ruiz\n\n## Why\n\nQueues cost us the morning.\n\n## Model\n\nAna listens in on calls.\n';

test('the shipped plugin sets a level, mends a finding, opens its views, and leaves nothing', async () => {
  const host = createHost({ files: { 'People/Ana Ruiz.md': ANA } });
  await host.load(evaluate(), manifest, { userEnable: true });
  await host.layoutReady();

  const editor = await host.open('People/Ana Ruiz.md');
  await host.run('cx-playbook:set-level');
  await click(host, '.suggestion-item', 'Supporter');
  await click(host, '.modal button', 'Set level');
  expect(host.text('People/Ana Ruiz.md')).toContain('commitment: supporter');
  expect(host.text('People/Ana Ruiz.md')).toContain('role: COO # since May\n');
  expect(host.text('People/Ana Ruiz.md')).toMatch(/## Assessments\n\n- \d{4}-\d{2}-\d{2} supporter/);

  await host.run('cx-playbook:next-finding');
  await host.run('cx-playbook:fix-note');
  expect(editor.editor.getValue()).toContain('## Reinforce');

  await host.run('cx-playbook:open-overview');
  await host.run('cx-playbook:open-findings');
  const { workspace } = host.app;
  expect(workspace.getLeavesOfType('cx-playbook-overview')[0]?.view.containerEl.textContent).toContain('Ana Ruiz');
  expect(workspace.getLeavesOfType('cx-playbook-findings')).toHaveLength(1);

  for (const type of ['cx-playbook-overview', 'cx-playbook-findings']) workspace.detachLeavesOfType(type);
  await host.unload();
  expect(host.leftovers()).toEqual([]);
});
