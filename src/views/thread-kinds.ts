/** The icons of the kinds of annotations; the word stands beside each. */
import type { AnnotationKind } from '../playbook/annotation.js';

export const KIND_ICON: Readonly<Record<AnnotationKind, string>> = {
  question: 'circle-help',
  praise: 'thumbs-up',
  risk: 'triangle-alert',
  suggestion: 'lightbulb',
  action: 'list-todo',
};
