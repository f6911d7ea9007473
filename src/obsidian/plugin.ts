/** The composition root: puts the parts together, and lets the playbook be read once the app has its layout. */
import { Notice, Plugin } from 'obsidian';
import { LivingPlaybook } from '../vault/living-playbook.js';
import { WORDS } from '../views/words/words.js';
import { registerCliHandlers } from './cli-handlers.js';
import { registerCreate } from './create-note.js';
import { registerEdits } from './edit-commands.js';
import { registerEditorLint } from './editor-lint.js';
import { registerFindings } from './findings-view.js';
import { hostClock, localToday } from './host-clock.js';
import { NoteEdits } from './note-edits.js';
import { ObsidianVault } from './obsidian-vault.js';
import { PersonalSettings } from './personal-settings.js';
import { feedPlaybook } from './playbook-feed.js';
import type { Feature, PluginContext } from './plugin-context.js';
import { registerOpenUri } from './open-uri.js';
import { registerOverview } from './overview-view.js';
import { registerPropertySuggest } from './property-suggest.js';
import { registerReadingMarks } from './reading-marks.js';
import { registerSettings } from './setting-tab.js';
import { registerStarter } from './starter.js';
import { registerTagging } from './tagging.js';
import { welcome } from './welcome.js';

/** In the order in which their commands stand in the palette. */
const FEATURES: readonly Feature[] = [
  registerOverview,
  registerFindings,
  registerTagging,
  registerEdits,
  registerEditorLint,
  registerPropertySuggest,
  registerReadingMarks,
  registerCreate,
  registerStarter,
  registerSettings,
  registerCliHandlers,
  registerOpenUri,
];

export class CxPlaybookPlugin extends Plugin {
  #context: PluginContext | undefined;

  override async onload(): Promise<void> {
    const vault = new ObsidianVault(this.app);
    const playbook = new LivingPlaybook(vault, {
      clock: hostClock(),
      today: localToday,
      onFailure: (error) => new Notice(WORDS.plugin.readingFailed(error instanceof Error ? error.message : String(error)), 0),
    });
    this.register(() => playbook.dispose());
    const personal = await PersonalSettings.load(this);
    // Switched off meanwhile: what is registered now would never go.
    if (playbook.isDisposed) return;
    const context: PluginContext = { app: this.app, plugin: this, vault, playbook, personal, edits: new NoteEdits(this.app, vault) };
    this.#context = context;
    for (const register of FEATURES) register(context);
    feedPlaybook(context);
  }

  override onUserEnable(): void {
    if (this.#context !== undefined) void welcome(this.#context);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#context?.personal.reload();
  }
}
