import type { NoteKind } from '../../src/playbook/note.js';
import type { NoteOfKind } from '../../src/playbook/playbook.js';
import { read } from './read.js';

/** A note of a kind whose text below the properties is given, and what was wrong with it: message and the text that it speaks of. */
export async function readKind<K extends NoteKind>(kind: K, body: string, properties = ''): Promise<{ readonly note: NoteOfKind<K>; readonly problems: readonly (readonly [message: string, text: string])[]; readonly text: string }> {
  const end = body.includes('\r\n') ? '\r\n' : '\n';
  const text = `---${end}type: ${kind}${end}${properties}---${end}${body}`;
  const { parsed } = await read(text);
  const { note } = parsed;
  if (!isOfKind(note, kind)) throw new Error(`It is no ${kind}.`);
  return { note, problems: parsed.problems.map(({ message, from, to }) => [message, text.slice(from, to)]), text };
}

function isOfKind<K extends NoteKind>(note: { readonly kind: NoteKind } | undefined, kind: K): note is NoteOfKind<K> {
  return note?.kind === kind;
}
