/** Asks for an annotation of a passage. */
import type { VNode } from 'preact';
import type { AnnotationFormProps } from './thread-props.js';

export function AnnotationForm({ quote }: AnnotationFormProps): VNode {
  return <form class="cx-annotation-form">{quote}</form>;
}
