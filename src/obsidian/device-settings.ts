/**
 * What belongs to the person at this device: kept by the app for this vault and this device, and in no file, since teams
 * share the plugin's data with their vault. What an annotation or an assessment is signed with must be nobody else's name.
 */
import type { App } from 'obsidian';
import { ANNOTATION_KINDS, ANNOTATION_VISIBILITIES, type AnnotationKind, type AnnotationVisibility } from '../playbook/annotation.js';

/** Longer names are cut. */
export const LONGEST_AUTHOR_NAME = 200;

export interface DeviceValues {
  /** Signs annotations, and stands behind "by" in dated assessments; empty = none. */
  readonly authorName: string;
  /** What the person chose last for an annotation. */
  readonly annotationKind: AnnotationKind;
  readonly annotationVisibility: AnnotationVisibility;
}

/** Private first: what was shared by mistake cannot be taken back, what was not can be shared any time. */
export const DEVICE_DEFAULTS: DeviceValues = { authorName: '', annotationKind: 'question', annotationVisibility: 'coach' };

/** A value that is none gives way to the default. */
export function readDeviceValues(app: App): DeviceValues {
  const kind: unknown = app.loadLocalStorage(storageKey('annotationKind'));
  const visibility: unknown = app.loadLocalStorage(storageKey('annotationVisibility'));
  return {
    authorName: readName(app.loadLocalStorage(storageKey('authorName'))) ?? DEVICE_DEFAULTS.authorName,
    annotationKind: ANNOTATION_KINDS.find((known) => known === kind) ?? DEVICE_DEFAULTS.annotationKind,
    annotationVisibility: ANNOTATION_VISIBILITIES.find((known) => known === visibility) ?? DEVICE_DEFAULTS.annotationVisibility,
  };
}

/** Throws what the app does where the device keeps nothing. */
export function saveDeviceValue<K extends keyof DeviceValues>(app: App, key: K, value: DeviceValues[K]): void {
  app.saveLocalStorage(storageKey(key), value);
}

/**
 * Takes the name that an older version kept in the plugin's data, unless one was given on this device. Gives the data
 * without it, to be saved; undefined where there is nothing to move, or it could not be kept.
 */
export function moveNameToDevice(app: App, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  if (!Object.hasOwn(data, 'authorName')) return undefined;
  const { authorName, ...rest } = data;
  try {
    const name = readName(authorName);
    if (name !== undefined && readName(app.loadLocalStorage(storageKey('authorName'))) === undefined) saveDeviceValue(app, 'authorName', name);
    return rest;
  } catch {
    return undefined;
  }
}

function readName(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, LONGEST_AUTHOR_NAME) : undefined;
}

function storageKey(key: keyof DeviceValues): string {
  return `cx-playbook:${key}`;
}
