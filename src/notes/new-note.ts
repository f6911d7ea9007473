/**
 * A new note of a kind: the properties that a person fills in first, the sections that the kind needs with a line each
 * on what belongs there, in the folder where the vault keeps such notes. What is empty is a hint, not a mistake.
 *
 * @example buildNewNote('executive', { title: 'Ana Ruiz', today, settings, playbook }).path // '10 Executives/Ana Ruiz.md'
 */
import { writeBrackets, writeName, writeScalar } from '../markdown/yaml-writing.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { NoteKind } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import { practiceHeading, PRACTICES } from '../playbook/practice.js';
import { NOTE_TEMPLATES, THIS_MONTH, TODAY } from './note-template.js';
import type { PlaybookSettings } from './playbook-settings.js';
import { PRACTICE_PROMPTS } from './practice-skeleton.js';
import { safeFileName } from './safe-file-name.js';
import { KINDS, propertyDefinition, type PropertyName, type PropertyType } from './schema.js';

export interface NewNoteOptions {
  /** As a person types it; what no file name can hold is left out. */
  readonly title: string;
  readonly today: CalendarDate;
  readonly settings: PlaybookSettings;
  readonly playbook: Playbook;
  /** Of the headings for why, model and reinforce, such as `de`; English where it is not known. */
  readonly language?: string;
}

/** `path` is free among the files that the playbook knows. Lines end with `\n`. */
export interface NewNote {
  readonly path: string;
  readonly text: string;
}

export function buildNewNote(kind: NoteKind, options: NewNoteOptions): NewNote {
  const { today, settings, playbook } = options;
  const path = pathOfNewNote(kind, options);
  const { properties, values, body } = NOTE_TEMPLATES[kind];
  const fill = (text: string): string => text.replaceAll(TODAY, today).replaceAll(THIS_MONTH, today.slice(0, 'yyyy-mm'.length));
  const journey = linkToJourney(path, playbook);
  const written = properties
    .filter((name) => name !== settings.kindProperty)
    .map((name) => {
      const value = values?.[name];
      if (value !== undefined) return `${name}: ${writeScalar(fill(value), 'plain', 'block')}`;
      return leadsToJourney(name) && journey !== undefined ? `${name}:\n  - ${writeScalar(journey, 'plain', 'block')}` : emptyProperty(name);
    });
  const sections = [...practiceSections(kind, options.language ?? 'en'), ...(body.length === 0 ? [] : [body.map(fill).join('\n')])];
  const head = ['---', `${writeName(settings.kindProperty, 'plain')} ${kind}`, ...written, '---', `# ${titleOfPath(path)}`].join('\n');
  return { path, text: `${[head, ...sections].join('\n\n')}\n` };
}

/** Where a new note of the kind and title goes: free among the files that the playbook knows. */
export function pathOfNewNote(kind: NoteKind, { title, settings, playbook }: Pick<NewNoteOptions, 'title' | 'settings' | 'playbook'>): string {
  return freePath(playbook, folderFor(kind, settings, playbook), safeFileName(title) || KINDS[kind].label);
}

const LISTS: ReadonlySet<PropertyType> = new Set(['choices', 'competencies', 'list', 'links', 'moves']);

/** Lists as lists, so that the app keeps them as such. */
function emptyProperty(name: PropertyName): string {
  const type = propertyDefinition(name)?.type;
  return type !== undefined && LISTS.has(type) ? `${name}: ${writeBrackets([], 'plain')}` : `${name}:`;
}

function practiceSections(kind: NoteKind, language: string): readonly string[] {
  return KINDS[kind].practices ? PRACTICES.map((practice) => `## ${practiceHeading(practice, language)}\n${PRACTICE_PROMPTS[practice]}`) : [];
}

/** Where most notes of the kind are, else the folder mapped to it, else the schema's; empty for the top of the vault. */
function folderFor(kind: NoteKind, { kindByFolder }: PlaybookSettings, playbook: Playbook): string {
  const counts = new Map<string, number>();
  for (const { path } of playbook.ofKind(kind)) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  // Of equals the first by path: sorting keeps their order.
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? [...kindByFolder].find(([, mapped]) => mapped === kind)?.[0] ?? KINDS[kind].folder;
}

/** With a number behind the name where the name is taken, in any case and any form of its accents. */
function freePath(playbook: Playbook, folder: string, name: string): string {
  const parent = folder === '' ? '' : `${folder}/`;
  for (let number = 1; ; number++) {
    const path = `${parent}${number === 1 ? name : `${name} ${number}`}.md`;
    if (playbook.resolvePath({ target: `/${path}` }, '') === undefined) return path;
  }
}

function leadsToJourney(name: PropertyName): boolean {
  return propertyDefinition(name)?.linkKinds?.includes('journey') === true;
}

/** The link to the only journey, by its name where that is enough; undefined when there is none, or a choice. */
function linkToJourney(fromPath: string, playbook: Playbook): string | undefined {
  const [journey, another] = playbook.ofKind('journey');
  if (journey === undefined || another !== undefined) return undefined;
  const target = [journey.title, journey.path.replace(/\.md$/i, '')].find((name) => !/[#^|[\]]/.test(name) && playbook.resolvePath({ target: name }, fromPath) === journey.path);
  return target === undefined ? undefined : `[[${target}]]`;
}
