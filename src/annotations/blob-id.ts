/**
 * Git's name for a text: SHA-1 over `blob <bytes>\0` and the bytes. An annotation keeps it, so that a text that did not
 * change since is known at once, and so that git can hand out the text that the annotation was made on.
 *
 * @example blobIdOf('') // 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { lfText } from './folded-text.js';

/**
 * 40 hexadecimal digits: what `git hash-object` says of the text with `\n` as line ending, which is how git keeps it
 * where `core.autocrlf` or attributes are at work. Nothing else is normalised.
 */
export function blobIdOf(text: string): string {
  const bytes = utf8ToBytes(lfText(text));
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${bytes.length}\0`), bytes)));
}
