/**
 * The plugin in the test host, framed as the app frames it, on notes given by the page. What `npm run demo` shows: the
 * same plugin and the same host as in the specs, at the app's own pace.
 */
import '../host/dom-setup.js';
import { MarkdownView, setIcon } from 'obsidian';
import manifest from '../../manifest.json';
import { CxPlaybookPlugin } from '../../src/obsidian/plugin.js';
import { createHost, type Host } from '../host/host.js';
import { drawIcon } from '../pictures/icons.js';

declare global {
  interface Window {
    demoFiles: Readonly<Record<string, string>>;
    /** Shows what the page's address asks for: `note`, `view`, `run`, `press`, `click`, `settings`. */
    demoReady: Promise<void>;
  }
}

/** The folders and notes of the vault, as in the app's left side. */
function showFiles(host: Host): void {
  const list = createDiv({ cls: 'demo-files' });
  host.app.workspace.containerEl.prepend(list);
  let folder = '';
  for (const path of [...host.paths()].sort()) {
    if (!path.endsWith('.md')) continue;
    const [above, name] = path.includes('/') ? [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)] : ['', path];
    if (above !== folder) list.createDiv({ cls: 'demo-folder', text: above });
    folder = above;
    const item = list.createEl('button', { cls: 'demo-file clickable-icon', text: name.replace(/\.md$/, '') });
    item.addEventListener('click', () => void host.open(path));
  }
}

/** Commands as the palette offers them, for hands without the app's keys. */
function showCommands(host: Host): void {
  const bar = createDiv({ cls: 'demo-bar' });
  host.app.workspace.containerEl.before(bar);
  const icon = bar.createSpan({ cls: 'demo-icon' });
  setIcon(icon, 'command');
  const select = bar.createEl('select', { cls: 'dropdown', attr: { 'aria-label': 'Run a command' } });
  const fill = (): void => {
    select.empty();
    select.createEl('option', { text: 'Run a command…', attr: { value: '' } });
    for (const { id, name } of host.commands()) select.createEl('option', { text: name, attr: { value: id } });
  };
  select.addEventListener('pointerdown', fill);
  select.addEventListener('keydown', fill);
  select.addEventListener('change', () => {
    const { value } = select;
    fill();
    if (value !== '') void host.run(value);
  });
  fill();
  const settings = bar.createEl('button', { text: 'Settings' });
  settings.addEventListener('click', () => void host.openSettings());
}

/** The host leaves icons empty: draws those that appear. */
function drawIcons(): void {
  const draw = (): void => {
    for (const icon of document.querySelectorAll('svg.svg-icon:empty')) {
      const name = [...icon.classList].find((each) => each.startsWith('lucide-'))?.slice('lucide-'.length);
      if (name !== undefined && icon.parentElement !== null) drawIcon(icon.parentElement, name);
    }
  };
  new MutationObserver(draw).observe(document.body, { childList: true, subtree: true });
  draw();
}

/** The open notes and views of the middle, to go between them. */
function showTabs(host: Host): void {
  const { workspace } = host.app;
  const strip = createDiv({ cls: 'demo-tabs', attr: { role: 'tablist' } });
  workspace.containerEl.querySelector('.mod-root')?.prepend(strip);
  const draw = (): void => {
    strip.empty();
    const active = workspace.getMostRecentLeaf(workspace.rootSplit);
    workspace.iterateRootLeaves((leaf) => {
      const tab = strip.createEl('button', { cls: 'demo-tab clickable-icon', text: leaf.getDisplayText(), attr: { role: 'tab', 'aria-selected': String(leaf === active) } });
      tab.addEventListener('click', () => workspace.setActiveLeaf(leaf, { focus: true }));
    });
  };
  for (const event of ['active-leaf-change', 'layout-change', 'file-open'] as const) workspace.on(event as 'layout-change', draw);
  draw();
}

async function show(): Promise<void> {
  const wanted = new URLSearchParams(window.location.search.slice(1) || window.location.hash.slice(1));
  const host = createHost({ files: window.demoFiles, timeScale: 1, platform: wanted.get('platform') === 'phone' ? 'phone' : 'desktop' });
  await host.layoutReady();
  await host.load(CxPlaybookPlugin, manifest);
  drawIcons();
  showFiles(host);
  showCommands(host);
  showTabs(host);
  for (const view of wanted.getAll('view')) await host.run(`cx-playbook:open-${view}`);
  const note = wanted.get('note');
  if (note !== null) await host.open(note, wanted.get('mode') === 'preview' ? { mode: 'preview' } : {});
  for (const command of wanted.getAll('run')) await host.run(`cx-playbook:${command}`);
  if (note !== null && !wanted.has('run')) host.app.workspace.getActiveViewOfType(MarkdownView)?.editor.focus();
  for (const key of wanted.getAll('press')) await host.press(key);
  for (const name of wanted.getAll('click')) {
    await host.settle();
    [...document.querySelectorAll<HTMLElement>('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name)?.click();
  }
  if (wanted.has('settings')) await host.openSettings();
  await host.settle();
}

window.demoReady = show();
