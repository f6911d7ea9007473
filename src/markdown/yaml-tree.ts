/**
 * A YAML file as a tree of plain values with their places, for files of settings. The parser is loaded when first used.
 */
import type { TextRange } from './text-range.js';
import { describeYamlError } from './yaml-problems.js';

export type YamlNode =
  | (TextRange & { readonly kind: 'map'; readonly entries: readonly YamlEntry[] })
  | (TextRange & { readonly kind: 'list'; readonly items: readonly YamlNode[] })
  | (TextRange & { readonly kind: 'scalar'; readonly value: string | number | boolean | null });

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: YamlNode;
}

export interface YamlTree {
  /** Undefined for an empty file, and for one that cannot be read. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly (TextRange & { readonly message: string })[];
}

/** Deeper than this is no file of settings. */
const MAX_DEPTH = 12;

const loadLibrary = () => import('./yaml-library.js');
/** Asked for once: a page may wait for each asking, however often it was answered. */
let library: ReturnType<typeof loadLibrary> | undefined;

/** Never throws; anchors, aliases and custom tags are problems, for settings need none. */
export async function parseYamlTree(text: string): Promise<YamlTree> {
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = await (library ??= loadLibrary());
  const problems: (TextRange & { message: string })[] = [];
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, logLevel: 'error' });
  for (const { code, pos } of document.errors) problems.push({ from: pos[0], to: Math.max(pos[1], pos[0]), message: code === 'DUPLICATE_KEY' ? 'This key stands here a second time. Remove one of the two.' : describeYamlError(code).message });
  for (const { pos } of document.warnings) problems.push({ from: pos[0], to: Math.max(pos[1], pos[0]), message: 'Tags such as "!name" are not read here. Remove it.' });
  const range = (node: { range?: readonly number[] | null }): TextRange => ({ from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0 });

  const build = (node: unknown, depth: number): YamlNode | undefined => {
    if (isAlias(node) || depth > MAX_DEPTH) {
      problems.push({ ...(isAlias(node) ? range(node) : { from: 0, to: 0 }), message: isAlias(node) ? 'Aliases are not read here. Write the value itself.' : 'Values are nested too deeply. Flatten them.' });
      return undefined;
    }
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }) => {
        if (!isScalar(key)) {
          problems.push({ ...range(node), message: 'A key is no text. Write it as "name: value".' });
          return [];
        }
        const built = value === null ? { kind: 'scalar' as const, value: null, ...range(key) } : build(value, depth + 1);
        return built === undefined ? [] : [{ key: String(key.value), keyRange: range(key), value: built }];
      });
      return { kind: 'map', entries, ...range(node) };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => build(item, depth + 1) ?? []), ...range(node) };
    if (!isScalar(node)) return undefined;
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return { kind: 'scalar', value, ...range(node) };
    problems.push({ ...range(node), message: 'This value is no text, number or yes/no. Write it in quotes.' });
    return undefined;
  };
  return { root: document.errors.length > 0 ? undefined : build(document.contents, 0), problems };
}
