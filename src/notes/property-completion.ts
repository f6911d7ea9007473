/**
 * What can be typed at a place in a note's frontmatter: names of the kind's properties, values from the schema, units of
 * the journey, links to notes of the right kinds, quoted as YAML wants them. Works on what is half typed and not valid.
 *
 * @example completeProperty('---\ntype: executive\ncommitment: sup', 38, { playbook, settings })
 * // { from: 35, to: 38, options: [{ label: 'supporter', detail: 'gives resources, …', apply: 'supporter' }] }
 */
import { findPropertyPlace, type NamePlace, type ValuePlace } from '../markdown/property-place.js';
import { writeBrackets, writeScalar } from '../markdown/yaml-writing.js';
import { COMMITMENT_LEVELS, COMMITMENT_MEANING, COMMITMENT_MOVES } from '../playbook/commitment.js';
import { COMPETENCIES, COMPETENCY_LABEL } from '../playbook/competency.js';
import { NOTE_KINDS, type NoteKind, type PlaybookNote } from '../playbook/note.js';
import type { Playbook } from '../playbook/playbook.js';
import type { PlaybookSettings } from './playbook-settings.js';
import { choicesIn } from './property-choices.js';
import { KINDS, parseNoteKind, propertiesOfKind, propertyDefinition, type PropertyDefinition } from './schema.js';
import { signsOf } from './vault-signs.js';

export interface CompletionContext {
  readonly playbook: Playbook;
  readonly settings: PlaybookSettings;
  /** Path of the note that is typed in, so that its kind by folder counts and it does not link to itself. */
  readonly path?: string;
}

export interface PropertyOption {
  readonly label: string;
  /** What it means; empty where there is nothing to add. */
  readonly detail: string;
  /** What replaces the range. */
  readonly apply: string;
}

export interface PropertyCompletion {
  readonly from: number;
  readonly to: number;
  /** At most 50: those that begin with what was typed first, then those that hold it. Never empty. */
  readonly options: readonly PropertyOption[];
}

/** More than a list on screen is looked through. */
const MAX_OPTIONS = 50;

/** Undefined outside the frontmatter and where nothing fits. Never throws. */
export function completeProperty(text: string, offset: number, context: CompletionContext): PropertyCompletion | undefined {
  const place = findPropertyPlace(text, offset);
  if (place === undefined) return undefined;
  const kind = kindOf(place, context);
  const options = place.kind === 'name' ? nameOptions(place, kind, context.settings) : valueOptions(place, kind, context);
  return options.length === 0 ? undefined : { from: place.from, to: place.to, options };
}

function kindOf({ scalars }: NamePlace | ValuePlace, { playbook, settings, path }: CompletionContext): NoteKind | undefined {
  return parseNoteKind(scalars.get(settings.kindProperty) ?? '') ?? (path === undefined ? undefined : playbook.note(path)?.kind);
}

interface Candidate {
  readonly label: string;
  readonly detail: string;
}

function nameOptions({ query, hasColon, scalars }: NamePlace, kind: NoteKind | undefined, { kindProperty }: PlaybookSettings): readonly PropertyOption[] {
  const names: Candidate[] = kind === undefined ? [] : propertiesOfKind(kind).map(([label, { description }]) => ({ label, detail: description }));
  const candidates = [{ label: kindProperty, detail: 'Kind of the note.' }, ...names].filter(({ label }) => label === query || !scalars.has(label));
  return bestMatches(candidates, query).map((candidate) => ({ ...candidate, apply: hasColon ? candidate.label : `${candidate.label}: ` }));
}

function valueOptions(place: ValuePlace, kind: NoteKind | undefined, context: CompletionContext): readonly PropertyOption[] {
  const { name, query } = place;
  const { settings } = context;
  if (name === settings.kindProperty) return bestMatches(NOTE_KINDS.map((label) => ({ label, detail: KINDS[label].description })), query).map((candidate) => option(place, candidate, candidate.label, false));
  const definition = propertyDefinition(name);
  if (definition === undefined) return [];
  if (definition.type === 'links') {
    return bestMatches(linkCandidates(definition, context), query).map((candidate) => option(place, candidate, linkTo(candidate.note, context), true));
  }
  const isList = definition.type === 'choices' || definition.type === 'competencies' || definition.type === 'list' || definition.type === 'moves';
  return bestMatches(candidatesFor(name, definition, kind, context), query).map((candidate) => option(place, candidate, candidate.label, isList));
}

function candidatesFor(name: string, definition: PropertyDefinition, kind: NoteKind | undefined, { playbook, settings }: CompletionContext): readonly Candidate[] {
  if (name === 'signs') return signsOf(settings).map(({ slug, label }) => ({ label: slug, detail: label === slug ? '' : label }));
  switch (definition.type) {
    case 'level':
      return COMMITMENT_LEVELS.map((label) => ({ label, detail: settings.levelLabels[label] ?? COMMITMENT_MEANING[label] }));
    case 'competencies':
      return COMPETENCIES.map((label) => ({ label, detail: COMPETENCY_LABEL[label] }));
    case 'checkbox':
      return [{ label: 'true', detail: '' }, { label: 'false', detail: '' }];
    case 'moves':
      return COMMITMENT_LEVELS.flatMap((from) => {
        const move = COMMITMENT_MOVES[from];
        return move === undefined ? [] : [{ label: `${from} -> ${move.to}`, detail: move.by }];
      });
    default: {
      if (name === 'unit' || name === 'units') return (playbook.journey?.units ?? []).map((label) => ({ label, detail: '' }));
      const shown = kind !== undefined && definition.kinds.includes(kind) ? kind : definition.kinds[0];
      return shown === undefined ? [] : choicesIn({ name, definition }, shown, settings).map((label) => ({ label, detail: '' }));
    }
  }
}

interface LinkCandidate extends Candidate {
  readonly note: PlaybookNote;
}

/** Notes that the property may link to; made one by one, as only the first that match are looked at. */
function* linkCandidates({ linkKinds = NOTE_KINDS }: PropertyDefinition, { playbook, path }: CompletionContext): Iterable<LinkCandidate> {
  for (const kind of linkKinds) {
    for (const note of playbook.ofKind(kind)) {
      if (note.path !== path) yield { note, label: note.title, detail: note.kind === 'executive' && note.role !== undefined ? note.role : KINDS[kind].label };
    }
  }
}

/** By title where that leads to the note, else by path with the title as label. */
function linkTo({ path, title }: PlaybookNote, { playbook, path: fromPath = '' }: CompletionContext): string {
  return playbook.resolvePath({ target: title }, fromPath) === path ? `[[${title}]]` : `[[${path.replace(/\.md$/i, '')}|${title}]]`;
}

function option({ form, quote, needsSpace }: ValuePlace, { label, detail }: Candidate, value: string, isList: boolean): PropertyOption {
  const style = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
  const written = form === 'scalar' && isList ? writeBrackets([value], style) : writeScalar(value, style, form === 'brackets' ? 'brackets' : 'block');
  return { label, detail, apply: needsSpace ? ` ${written}` : written };
}

/** Those that begin with the query before those that hold it, each in the given order. */
function bestMatches<T extends Candidate>(candidates: Iterable<T>, query: string): readonly T[] {
  const wanted = query.trim().toLowerCase();
  const beginning: T[] = [];
  const holding: T[] = [];
  for (const candidate of candidates) {
    const at = candidate.label.toLowerCase().indexOf(wanted);
    if (at === 0) beginning.push(candidate);
    else if (at > 0 && holding.length < MAX_OPTIONS) holding.push(candidate);
    if (beginning.length === MAX_OPTIONS) break;
  }
  return [...beginning, ...holding].slice(0, MAX_OPTIONS);
}
