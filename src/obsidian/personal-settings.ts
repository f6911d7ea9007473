/**
 * The person's own settings, kept in the plugin's data, or on the device where others must not get them
 * ({@link DeviceValues}). What comes from disk is unknown and read value by value, so that an older, newer or damaged
 * file loses nothing but the value at fault.
 */
import type { Plugin } from 'obsidian';
import { Turns } from '../vault/turns.js';
import { EVIDENCE_SORTS, type EvidenceSort } from '../playbook/evidence.js';
import { DEVICE_DEFAULTS, moveNameToDevice, readDeviceValues, saveDeviceValue, type DeviceValues } from './device-settings.js';
import { NO_KEPT_VIEWS, readKeptViews } from './kept-views.js';

/** Raised when a value changes its meaning; what is older is brought up to it when read. */
export const SETTINGS_VERSION = 1;

/** Those of the file. */
const FILE_DEFAULTS = {
  /** Underlines, gutter and hover in the editor. */
  lintInEditor: true,
  /** A line in reading view where a practice is missing. */
  markMissingPractices: true,
  /** The number of findings in the status bar. */
  showStatusBar: true,
  /** Mirror tags `cx/<level>` are written beside the level. */
  writeMirrorTags: false,
  /** The welcome was shown. */
  welcomed: false,
  /** What the person recorded last: said, or done of which category. */
  lastEvidence: firstSort(),
  /** Choices of the roadmap kept under a name. */
  roadmapViews: NO_KEPT_VIEWS,
};

type FileValues = Readonly<typeof FILE_DEFAULTS>;
export type PersonalValues = FileValues & DeviceValues;

export const PERSONAL_DEFAULTS: PersonalValues = { ...FILE_DEFAULTS, ...DEVICE_DEFAULTS };

/** What a person switches on and off. */
export const SWITCHES = ['lintInEditor', 'markMissingPractices', 'showStatusBar', 'writeMirrorTags'] as const;

export class PersonalSettings {
  readonly #listeners = new Set<() => void>();
  readonly #saves = new Turns();

  private constructor(
    readonly plugin: Plugin,
    private data: Readonly<Record<string, unknown>>,
    private current: PersonalValues,
    /** Why the file could not be read; undefined when it could, or there is none. */
    readonly damage: string | undefined,
  ) {}

  /** A file that cannot be read at all gives way to the defaults, so that the plugin loads. */
  static async load(plugin: Plugin): Promise<PersonalSettings> {
    const { app } = plugin;
    let data: Readonly<Record<string, unknown>>;
    try {
      data = asRecord(await plugin.loadData());
    } catch (error) {
      return new PersonalSettings(plugin, {}, { ...FILE_DEFAULTS, ...readDeviceValues(app) }, error instanceof Error ? error.message : String(error));
    }
    const withoutName = moveNameToDevice(app, data);
    const settings = new PersonalSettings(plugin, withoutName ?? data, { ...readValues(data), ...readDeviceValues(app) }, undefined);
    // Where it cannot be saved, the next start or change tries again.
    if (withoutName !== undefined) await settings.#save().catch(() => undefined);
    return settings;
  }

  get values(): PersonalValues {
    return this.current;
  }

  /** Takes a value and saves it. Keys that a newer version wrote stay in the file. */
  async set<K extends keyof FileValues>(key: K, value: FileValues[K]): Promise<void> {
    const { version } = this.data;
    this.#take({ ...this.data, version: typeof version === 'number' && version > SETTINGS_VERSION ? version : SETTINGS_VERSION, [key]: value });
    await this.#save();
  }

  /** Takes a value and keeps it on this device. Throws what the app does where the device keeps nothing. */
  setOnDevice<K extends keyof DeviceValues>(key: K, value: DeviceValues[K]): void {
    saveDeviceValue(this.plugin.app, key, value);
    this.#take(this.data);
  }

  /** Takes what a form gives for a key. Rejects a key or a type of value that no setting has. */
  async setFromForm(key: string, value: unknown): Promise<void> {
    const flag = SWITCHES.find((name) => name === key);
    if (flag !== undefined && typeof value === 'boolean') await this.set(flag, value);
    else if (key === 'authorName' && typeof value === 'string') this.setOnDevice(key, value);
    else throw new Error(`No personal setting "${key}" takes a ${typeof value}.`);
  }

  /** Reads the file again: another program, or sync, changed it. One that cannot be read changes nothing. */
  async reload(): Promise<void> {
    try {
      this.#take(asRecord(await this.plugin.loadData()));
    } catch {
      // Half of a file that is still being written.
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #save(): Promise<void> {
    return this.#saves.take(() => this.plugin.saveData(this.data));
  }

  #take(data: Readonly<Record<string, unknown>>): void {
    this.data = data;
    this.current = { ...readValues(data), ...readDeviceValues(this.plugin.app) };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The least claim: what was said counts for no level. */
function firstSort(): EvidenceSort {
  return 'said';
}

function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {};
}

/** A value of another type than the default's gives way to the default. */
function readValues(data: Readonly<Record<string, unknown>>): FileValues {
  const flag = (key: keyof FileValues, otherwise: boolean): boolean => (typeof data[key] === 'boolean' ? data[key] : otherwise);
  const { lintInEditor, markMissingPractices, showStatusBar, writeMirrorTags, welcomed } = FILE_DEFAULTS;
  return {
    lintInEditor: flag('lintInEditor', lintInEditor),
    markMissingPractices: flag('markMissingPractices', markMissingPractices),
    showStatusBar: flag('showStatusBar', showStatusBar),
    writeMirrorTags: flag('writeMirrorTags', writeMirrorTags),
    welcomed: flag('welcomed', welcomed),
    lastEvidence: EVIDENCE_SORTS.find((sort) => sort === data['lastEvidence']) ?? FILE_DEFAULTS.lastEvidence,
    roadmapViews: readKeptViews(data['roadmapViews']),
  };
}
