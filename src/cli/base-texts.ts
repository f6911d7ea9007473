/**
 * Texts that quotes were made from, by their git blob ids: what an annotation's note said when somebody wrote about it.
 * They help to find the quote again and are never needed: without git, outside a repository, or in a clone that lacks
 * them, there are none, and nothing is said about it.
 */
import { CommandFailure } from './command.js';
import { NodeGit } from './node-git.js';

const BLOB_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** A note to find a quote in is not larger; a file may name any blob of its repository. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;
/** Of one vault, the texts asked for first. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** The texts that the repository round the folder has. Nothing is run when no id is one. */
export function readBaseTexts(folder: string, blobs: readonly string[]): ReadonlyMap<string, string> {
  const ids = [...new Set(blobs)].filter((id) => BLOB_ID.test(id));
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  try {
    const git = new NodeGit(folder, 'the blobs of annotations');
    let total = 0;
    const wanted = [...git.blobSizes(ids)].flatMap(([id, sizeBytes]) => {
      if (sizeBytes > MAX_TEXT_BYTES || total + sizeBytes > MAX_TOTAL_BYTES) return [];
      total += sizeBytes;
      return [id];
    });
    if (wanted.length === 0) return texts;
    for (const [id, bytes] of git.blobs(wanted)) texts.set(id, bytes.toString('utf8'));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
  }
  return texts;
}
