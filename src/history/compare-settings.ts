/** Which keys of the settings file say something else: its order, comments and style say nothing. */
import { parseYamlTree, type YamlNode } from '../markdown/yaml-tree.js';
import type { SettingDifference } from '../playbook/playbook-difference.js';
import { byCodeUnits } from '../playbook/playbook.js';

/**
 * Ordered by name. Undefined stands for no file, which says as much as an empty one. A file that cannot be read says
 * nothing either: that it cannot be read is a finding of its own.
 */
export async function compareSettings(before: string | undefined, after: string | undefined): Promise<readonly SettingDifference[]> {
  if (before === after) return [];
  const [then, now] = [await readKeys(before), await readKeys(after)];
  return [...new Set([...then.keys(), ...now.keys()])].sort(byCodeUnits).flatMap((name): readonly SettingDifference[] => {
    const [from, to] = [then.get(name), now.get(name)];
    return from === to ? [] : [{ name, from, to }];
  });
}

/** Values by key; those of groups by the keys of group and value. */
async function readKeys(text: string | undefined): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  const { root } = await parseYamlTree(text ?? '');
  for (const { key, value } of root?.kind === 'map' ? root.entries : []) {
    if (value.kind !== 'map') keys.set(key, written(value));
    else for (const entry of value.entries) keys.set(`${key}.${entry.key}`, written(entry.value));
  }
  return keys;
}

function written(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar': return String(node.value);
    case 'list': return `[${node.items.map(written).join(', ')}]`;
    case 'map': return `{${node.entries.map(({ key, value }) => `${key}: ${written(value)}`).sort().join(', ')}}`;
  }
}
