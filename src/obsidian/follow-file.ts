/**
 * Where a file is by now, for what is written when a question is answered: the person may rename it while the question
 * stands open. The app keeps one object per file as long as it lives.
 *
 * @example const whereIs = followFile(app, 'Ana.md'); // whereIs() is 'People/Ana.md' once it was moved there
 */
import type { App } from 'obsidian';

/** The path as it was where there is no such file. */
export function followFile({ vault }: App, path: string): () => string {
  const file = vault.getAbstractFileByPath(path);
  return () => file?.path ?? path;
}
