/** The command "Create starter playbook": shows what it will write, never over anything, and opens the guide. */
import { Notice, type App } from 'obsidian';
import { h } from 'preact';
import { CONFIG_PATH } from '../lint/config.js';
import { safeFileName } from '../notes/safe-file-name.js';
import { buildStarterPlaybook, type StarterFile } from '../notes/starter-playbook.js';
import { StarterForm, type StarterPlan } from '../views/StarterForm.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { OpenDialogs } from './open-dialogs.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';

const words = WORDS.create;

/** Offered where files of the starter playbook exist at the top of the vault. */
const OTHER_FOLDER = 'CX Playbook';
const GUIDE = 'Guide.md';

export function registerStarter(context: PluginContext): void {
  const dialogs = new OpenDialogs();
  context.plugin.register(() => void dialogs.closeAll());
  context.plugin.addCommand({ id: 'create-starter-playbook', name: words.starter, callback: () => void createStarter(context, dialogs) });
}

async function createStarter({ app, playbook, edits }: PluginContext, dialogs: OpenDialogs): Promise<void> {
  const files = buildStarterPlaybook(playbook.options.today());
  const planFor = (folder: string): StarterPlan => planStarter(files, folder, takenPaths(app));
  const modal = new AskModal<string>(app, {
    title: words.starter,
    className: 'cx-create-modal',
    content: (answer, cancel) => h(StarterForm, { firstFolder: firstFolder(app, planFor('')), planFor, onCreate: answer, onCancel: cancel }),
  });
  const folder = await dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  if (folder === undefined) return;
  const { fresh } = planFor(folder);
  const placed = files.map(({ path, text }) => ({ path: placeIn(path, folder), text })).filter(({ path }) => fresh.includes(path));
  const { created } = await edits.create(words.starter, placed);
  const guide = placeIn(GUIDE, folder);
  if (created.some(({ path }) => path === guide)) await openFile(app, guide);
}

/** What would be written into the folder; `taken` holds what exists, keyed by {@link pathKey}, with whether it is a file. */
export function planStarter(files: readonly StarterFile[], folder: string, taken: ReadonlyMap<string, 'file' | 'folder'>): StarterPlan {
  const paths = files.map(({ path }) => placeIn(path, folder));
  return {
    fresh: paths.filter((path) => !taken.has(pathKey(path))),
    taken: paths.filter((path) => taken.has(pathKey(path))),
    problem: folderProblem(folder, taken),
  };
}

function folderProblem(folder: string, taken: ReadonlyMap<string, 'file' | 'folder'>): string | undefined {
  const parts = partsOf(folder);
  if (parts.some((part) => safeFileName(part) !== part)) return words.folderBad;
  const parents = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const file = parents.find((parent) => taken.get(pathKey(parent)) === 'file');
  return file === undefined ? undefined : words.folderIsFile(file);
}

/** The settings are read at the top of the vault only. */
function placeIn(path: string, folder: string): string {
  return path === CONFIG_PATH ? path : [...partsOf(folder), path].join('/');
}

function partsOf(folder: string): readonly string[] {
  return folder.split('/').map((part) => part.trim()).filter((part) => part !== '');
}

/** Two names that one file system cannot hold side by side have one key. */
function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function takenPaths(app: App): ReadonlyMap<string, 'file' | 'folder'> {
  const isFile = (path: string): boolean => app.vault.getFileByPath(path) !== null;
  return new Map(app.vault.getAllLoadedFiles().map(({ path }) => [pathKey(path), isFile(path) ? 'file' : 'folder']));
}

/** The top of the vault, unless notes there have the names of starter notes. */
function firstFolder(app: App, atTop: StarterPlan): string {
  if (atTop.taken.every((path) => path === CONFIG_PATH)) return '';
  const taken = takenPaths(app);
  for (let number = 1; ; number++) {
    const folder = number === 1 ? OTHER_FOLDER : `${OTHER_FOLDER} ${number}`;
    if (!taken.has(pathKey(folder))) return folder;
  }
}

async function openFile(app: App, path: string): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  try {
    await app.workspace.getLeaf(false).openFile(file);
  } catch (error) {
    new Notice(words.notOpened(path, reasonOf(error)));
  }
}
