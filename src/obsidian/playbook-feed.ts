/**
 * Tells the living playbook what happens in the app's vault. Nothing is read before the layout is ready: until then the
 * app reports every file as new.
 *
 * The app indexes a note some time after it changed; it is taken in then, since its kind comes from that index. Renames
 * are not indexed again, so they are told by the vault.
 */
import { TFile, type TAbstractFile } from 'obsidian';
import { isMarkdown } from '../vault/vault.js';
import type { PluginContext } from './plugin-context.js';

/** How often the day is looked at: a playbook left open over midnight speaks of yesterday for at most this long. */
const DAY_CHECK_MS = 10 * 60 * 1000;
/** Whoever goes to and fro between two programs has git asked at most so often. */
const LOOK_AGAIN_MS = 3000;

export function feedPlaybook({ app, plugin, playbook }: PluginContext): void {
  app.workspace.onLayoutReady(() => {
    // The plugin may have been switched off before the layout was ready.
    if (playbook.isDisposed) return;
    const { vault, metadataCache } = app;
    plugin.registerEvent(metadataCache.on('changed', ({ path }) => playbook.changed(path)));
    const fileChanged = (file: TAbstractFile): void => {
      // A note waits for its index.
      if (file instanceof TFile && !isMarkdown(file.path)) playbook.changed(file.path);
    };
    plugin.registerEvent(vault.on('create', fileChanged));
    plugin.registerEvent(vault.on('modify', fileChanged));
    plugin.registerEvent(vault.on('delete', (file) => {
      if (file instanceof TFile) playbook.removed(file.path);
    }));
    plugin.registerEvent(vault.on('rename', (file, oldPath) => {
      if (file instanceof TFile) playbook.renamed(oldPath, file.path);
    }));
    plugin.registerInterval(window.setInterval(() => playbook.checkDay(), DAY_CHECK_MS));
    // Git works behind the app's back, and the app tells nothing of hidden files: they are looked at when somebody comes back.
    const look = lookNowAndThen(() => playbook.repositoryChanged(), () => playbook.options.clock.now());
    plugin.registerDomEvent(window, 'focus', look.wanted);
    plugin.register(look.end);
    // Failures reach the person through the playbook's own options.
    playbook.start().catch(() => undefined);
  });
}

/** Looks at once when that is wanted first, and again once the time is over when it was wanted meanwhile. */
function lookNowAndThen(look: () => void, nowMs: () => number): { readonly wanted: () => void; readonly end: () => void } {
  let lastMs = -LOOK_AGAIN_MS;
  let timer: number | undefined;
  const now = (): void => {
    timer = undefined;
    lastMs = nowMs();
    look();
  };
  return {
    wanted: () => {
      if (timer !== undefined) return;
      const waitMs = lastMs + LOOK_AGAIN_MS - nowMs();
      if (waitMs <= 0) now();
      else timer = window.setTimeout(now, waitMs);
    },
    end: () => window.clearTimeout(timer),
  };
}
