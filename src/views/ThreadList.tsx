/** The annotations of the note in front, or of the vault: what waits for a person comes first. */
import type { VNode } from 'preact';
import type { ThreadListProps } from './thread-props.js';

export function ThreadList({ threads }: ThreadListProps): VNode {
  return <div class="cx-threads">{threads?.length}</div>;
}
