/** The questions about tags that a person sets themselves: which level and why, which competencies. */
import type { App } from 'obsidian';
import type { Competency } from '../playbook/competency.js';
import { TagCompetencies } from '../views/TagCompetencies.js';
import { TagRemark } from '../views/TagRemark.js';
import { AskModal } from './ask-modal.js';
import type { OpenDialogs } from './open-dialogs.js';
import { LevelModal, type LevelChoice, type LevelQuestion } from './tagging-level-modal.js';

export class TaggingQuestions {
  constructor(
    readonly app: App,
    readonly dialogs: OpenDialogs,
  ) {}

  /** Null removes the level; undefined when the person cancelled, as with all that follow. */
  level(question: LevelQuestion): Promise<LevelChoice | undefined> {
    const modal = new LevelModal(this.app, question);
    return this.dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  }

  /** Empty when there is nothing to remark. */
  remark(title: string, action: string, lineOf: (remark: string) => string): Promise<string | undefined> {
    return this.#ask(
      new AskModal<string>(this.app, {
        title,
        className: 'cx-tag-modal',
        content: (answer, cancel) => <TagRemark lineOf={lineOf} action={action} onAnswer={answer} onCancel={cancel} />,
      }),
    );
  }

  competencies(title: string, action: string, hint: string, current: readonly Competency[]): Promise<readonly Competency[] | undefined> {
    return this.#ask(
      new AskModal<readonly Competency[]>(this.app, {
        title,
        className: 'cx-tag-modal',
        content: (answer, cancel) => <TagCompetencies current={current} hint={hint} action={action} onAnswer={answer} onCancel={cancel} />,
      }),
    );
  }

  #ask<T>(modal: AskModal<T>): Promise<T | undefined> {
    return this.dialogs.track({ answer: modal.ask(), close: () => modal.close() });
  }
}
