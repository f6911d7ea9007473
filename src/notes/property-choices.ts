/** The values that a property takes in a vault: the schema's, and what the settings add to them or leave out. */
import type { NoteKind } from '../playbook/note.js';
import type { PlaybookSettings } from './playbook-settings.js';
import { choicesOf, type KnownProperty } from './schema.js';
import { signsOf } from './vault-signs.js';

/** Empty when the property is not bound to a list. */
export function choicesIn({ name, definition }: KnownProperty, kind: NoteKind, settings: PlaybookSettings): readonly string[] {
  if (name === 'signs') return signsOf(settings).map(({ slug }) => slug);
  const choices = choicesOf(definition, kind);
  const own = definition.open === true ? settings.ownValues.get(name) : undefined;
  return own === undefined ? choices : [...choices, ...own];
}
