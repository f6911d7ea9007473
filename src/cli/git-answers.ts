/** What git answers, read from its bytes: names may hold any byte but NUL. */

/** A file, link or submodule of a revision. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string;
  readonly id: string;
  /** Undefined for what is no blob, and where the clone lacks it. */
  readonly sizeBytes: number | undefined;
  /** Undefined when the name is no UTF-8. */
  readonly path: string | undefined;
  /** The name as far as it can be shown. */
  readonly shownPath: string;
}

/** Reads `<mode> <type> <id> <size>\t<path>\0…`, also without sizes. Names may hold any byte but NUL. */
export function readTree(answer: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let at = 0;
  while (at < answer.length) {
    const end = answer.indexOf(0, at);
    const tab = answer.indexOf(9, at);
    if (end === -1 || tab === -1 || tab > end) break;
    const [mode = '', , id = '', size = ''] = answer.toString('latin1', at, tab).split(/ +/);
    const name = answer.subarray(tab + 1, end);
    entries.push({ mode, id, sizeBytes: /^\d+$/.test(size) ? Number(size) : undefined, path: decode(utf8, name), shownPath: name.toString('utf8') });
    at = end + 1;
  }
  return entries;
}

function decode(utf8: InstanceType<typeof TextDecoder>, bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads `<id> blob <size>\n<bytes>\n…`, and passes over `<id> missing\n`. */
export function readBatch(answer: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let at = 0;
  while (at < answer.length) {
    const lineEnd = answer.indexOf(10, at);
    if (lineEnd === -1) break;
    const [id = '', type = '', size = ''] = answer.toString('latin1', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (!/^\d+$/.test(size)) continue;
    const end = at + Number(size);
    if (type === 'blob') blobs.set(id, answer.subarray(at, end));
    at = end + 1;
  }
  return blobs;
}
