/**
 * The settings that a vault's people share, `cx-playbook.yml`, read for the settings tab and changed from it. Every
 * change starts from what the file says at that moment, so one made elsewhere meanwhile stays; a file that cannot be
 * read is told with its line, and never written.
 */
import { CONFIG_PATH, DEFAULT_CONFIG, readConfig, type LintConfig } from '../lint/config.js';
import type { ConfigChange } from '../lint/config-edit.js';
import { RULES } from '../lint/rules/index.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { setYamlValueEdits } from '../markdown/yaml-edit.js';
import { replaceText } from '../vault/edit-plan.js';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import { Turns } from '../vault/turns.js';
import type { Vault } from '../vault/vault.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';

/** Asks for the new text of the file. */
export type ConfigEdit = (text: string) => Promise<ConfigChange>;

/** What a file starts with that the first change makes. */
const NEW_FILE = WORDS.settings.newFile;
/** A file that others write this often in the meantime is left to them. */
const MOST_TRIES = 5;

export class SharedSettings {
  readonly #listeners = new Set<() => void>();
  #config: LintConfig = DEFAULT_CONFIG;
  /** Undefined while there is no file. */
  #text: string | undefined;
  #obstacle: string | undefined = WORDS.settings.notReadYet;
  #store: unknown;
  readonly #turns = new Turns();

  constructor(
    readonly vault: Vault,
    readonly playbook: LivingPlaybook,
    /** Whether the file is there. */
    readonly exists: () => boolean,
  ) {}

  /** Follows the playbook, which is read anew when the file changes. Gives what ends it. */
  follow(): () => void {
    const look = (): void => {
      if (this.playbook.store === this.#store) return;
      this.#store = this.playbook.store;
      void this.#turns.take(() => this.#look());
    };
    look();
    return this.playbook.subscribe(look);
  }

  get config(): LintConfig {
    return this.#config;
  }

  /** Why nothing can be changed, with the line and what to do; undefined when all can. */
  get obstacle(): string | undefined {
    return this.#obstacle;
  }

  /** Calls back when the file says something that was not written here. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Changes the file, or makes it. Gives why it stays as it is; undefined when it was changed, or says so already. */
  change(edit: ConfigEdit): Promise<string | undefined> {
    return this.#turns.take(async () => {
      try {
        return await this.#write(edit);
      } catch (error) {
        return `${reasonOf(error)}.`;
      }
    });
  }

  async #write(edit: ConfigEdit): Promise<string | undefined> {
    let text = await this.#read();
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const before = text ?? NEW_FILE;
      const changed = await edit(before);
      if (!changed.ok) return changed.message;
      if (changed.text === before) return undefined;
      const found = text === undefined ? await this.#create(changed.text) : await replaceText(this.vault, CONFIG_PATH, text, changed.text);
      if (found === text) {
        await this.#take(changed.text);
        return undefined;
      }
      text = found;
    }
    return WORDS.settings.keepsChanging;
  }

  #read(): Promise<string | undefined> {
    return this.exists() ? this.vault.read(CONFIG_PATH) : Promise.resolve(undefined);
  }

  /** Undefined when the file was made; what stands there when somebody else made it. */
  async #create(text: string): Promise<string | undefined> {
    try {
      await this.vault.create(CONFIG_PATH, text);
      return undefined;
    } catch (error) {
      if (!this.exists()) throw error;
      return this.vault.read(CONFIG_PATH);
    }
  }

  async #look(): Promise<void> {
    const before = this.#obstacle;
    let changed = true;
    try {
      const text = await this.#read();
      changed = text !== this.#text;
      await this.#take(text);
    } catch (error) {
      this.#obstacle = `${reasonOf(error)}.`;
    }
    if (changed || this.#obstacle !== before) for (const listener of [...this.#listeners]) listener();
  }

  async #take(text: string | undefined): Promise<void> {
    const { config } = await readConfig(text ?? '', RULES.map(({ id }) => id));
    this.#obstacle = await obstacleIn(text ?? '');
    this.#config = config;
    this.#text = text;
  }
}

/** Why no setting can be added to the text, with the line; undefined when one can. */
async function obstacleIn(text: string): Promise<string | undefined> {
  const trial = await setYamlValueEdits(text, ['trial'], true);
  return trial.ok ? undefined : WORDS.settings.broken(buildLineIndex(text).position(trial.problem.from).line, trial.problem.message);
}
