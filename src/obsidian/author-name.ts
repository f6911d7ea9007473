/** The name that the person's annotations carry: known on this device, or asked for once. */
import { h } from 'preact';
import { AuthorForm } from '../views/AuthorForm.js';
import { WORDS } from '../views/words/words.js';
import { AskModal } from './ask-modal.js';
import { LONGEST_AUTHOR_NAME } from './device-settings.js';
import type { OpenDialogs } from './open-dialogs.js';
import type { PluginContext } from './plugin-context.js';

/** Undefined when the person gave none. */
export async function authorName({ app, personal }: PluginContext, dialogs: OpenDialogs): Promise<string | undefined> {
  const known = personal.values.authorName.trim();
  if (known !== '') return known;
  const modal = new AskModal<string>(app, {
    title: WORDS.annotate.author.title,
    className: 'cx-create-modal',
    content: (answer, cancel) => h(AuthorForm, { longest: LONGEST_AUTHOR_NAME, onSave: answer, onCancel: cancel }),
  });
  const name = await dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  if (name !== undefined) personal.setOnDevice('authorName', name);
  return name;
}
