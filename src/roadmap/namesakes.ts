/**
 * Tells items of one title apart by where their notes lie: the shortest part of the path that differs.
 *
 * @example distinguish([{ path: '2026/Retail/Storm.md', title: 'Storm' }, { path: '2027/Retail/Storm.md', title: 'Storm' }])
 * // '2026' for the first, '2027' for the second
 */
interface Titled {
  readonly path: string;
  readonly title: string;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** By path, of those whose title is not the only one. */
export function distinguish(notes: readonly Titled[]): ReadonlyMap<string, string> {
  const first = new Map<string, Titled>();
  const groups = new Map<string, Titled[]>();
  for (const note of notes) {
    const other = first.get(note.title);
    if (other === undefined) {
      first.set(note.title, note);
      continue;
    }
    const group = groups.get(note.title);
    if (group === undefined) groups.set(note.title, [other, note]);
    else group.push(note);
  }
  if (groups.size === 0) return NOTHING;
  const parts = new Map<string, string>();
  for (const group of groups.values()) distinguishGroup(group, parts);
  return parts;
}

/**
 * Folders from the note outwards: those that all share are passed over, then as many are named as it takes. What still
 * is not told apart (two files of one folder) is named by its whole path.
 */
function distinguishGroup(group: readonly Titled[], parts: Map<string, string>): void {
  const folder = folderOf(group[0]?.path ?? '');
  if (group.every(({ path }) => path.startsWith(folder) && !path.includes('/', folder.length))) {
    for (const { path } of group) parts.set(path, path);
    return;
  }
  const open = group.map(({ path }) => ({ path, folders: path.split('/').slice(0, -1).reverse() }));
  const deepest = Math.max(...open.map(({ folders }) => folders.length));
  let shared = 0;
  while (shared < deepest && open.every(({ folders }) => folders[shared] === open[0]?.folders[shared])) shared++;
  let left = open;
  for (let depth = shared + 1; depth <= deepest && left.length > 0; depth++) {
    const named = left.map((one) => ({ one, name: one.folders.slice(shared, depth).reverse().join('/') }));
    const count = new Map<string, number>();
    for (const { folders } of open) {
      const name = folders.slice(shared, depth).reverse().join('/');
      count.set(name, (count.get(name) ?? 0) + 1);
    }
    left = [];
    for (const { one, name } of named) {
      if (count.get(name) === 1) parts.set(one.path, name === '' ? '/' : name);
      else left.push(one);
    }
  }
  for (const { path } of left) parts.set(path, path);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
