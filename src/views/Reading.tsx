/** The first reading of a vault, in numbers and as a bar. */
import type { VNode } from 'preact';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import { useReadingProgress } from './use-reading-progress.js';
import { formatCount } from './format-count.js';

export interface ReadingWords {
  readonly reading: string;
  readonly readingProgress: (read: string, total: string) => string;
}

export function Reading({ playbook, words }: { readonly playbook: LivingPlaybook; readonly words: ReadingWords }): VNode {
  const { read, total } = useReadingProgress(playbook);
  const text = total === 0 ? words.reading : words.readingProgress(formatCount(read), formatCount(total));
  return (
    <div class="cx-reading" role="status">
      <p>{text}</p>
      <progress aria-hidden="true" max={Math.max(total, 1)} value={read} />
    </div>
  );
}
