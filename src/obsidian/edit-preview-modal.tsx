/** Shows the changes of an edit before they are made, and asks for the paths of those to make. */
import type { App } from 'obsidian';
import type { EditPlan } from '../vault/edit-plan.js';
import { EditPreview } from '../views/EditPreview.js';
import { AskModal } from './ask-modal.js';

export class EditPreviewModal extends AskModal<readonly string[]> {
  constructor(
    app: App,
    readonly plan: EditPlan,
  ) {
    super(app, {
      title: plan.title,
      className: 'cx-edit-modal',
      content: (answer, cancel) => <EditPreview plan={plan} onWrite={answer} onCancel={cancel} />,
    });
  }
}
