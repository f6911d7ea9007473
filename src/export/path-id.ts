/**
 * A short id that stays the same while a note keeps its path: 16 hexadecimal digits of two FNV-1a hashes. For ids in
 * files (calendar, canvas), not for secrets.
 *
 * @example pathId('Initiatives/Purse.md') // always the same 16 digits
 */
export function pathId(path: string): string {
  return fnv1a(path, 0x811c9dc5) + fnv1a(`${path}\u0000`, 0x9747b28c);
}

/** Ids for paths, made distinct should two ever hash alike. */
export function pathIds(paths: Iterable<string>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths) {
    let id = pathId(path);
    for (let attempt = 1; taken.has(id); attempt++) id = pathId(`${path}\u0000${attempt}`);
    taken.add(id);
    ids.set(path, id);
  }
  return ids;
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
