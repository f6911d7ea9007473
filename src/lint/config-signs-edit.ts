/**
 * The list of a vault's own signs in `cx-playbook.yml` written as names, each of which can then take words or be left
 * out. Comments and order stay.
 *
 * @example await signsAsNames('signs:\n  - walks-a-store # monthly\n') // 'signs:\n  walks-a-store: true # monthly\n'
 */
import { applyEdits, type TextEdit } from '../markdown/text-edit.js';
import { lineStartAt } from '../markdown/text-lines.js';
import { parseYamlTree } from '../markdown/yaml-tree.js';
import { readConfig } from './config.js';

/** The text as it is when there is no list, and when names would not say the same. */
export async function signsAsNames(text: string): Promise<string> {
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(shift);
  const { root } = await parseYamlTree(body);
  const list = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'signs')?.value : undefined;
  if (list?.kind !== 'list') return text;
  const isFlow = body.startsWith('[', list.from);
  const edits: TextEdit[] = isFlow ? [{ from: list.from, to: list.from + 1, insert: '{' }, { from: list.to - 1, to: list.to, insert: '}' }] : [];
  for (const { from, to } of list.items) {
    const dash = isFlow ? from : body.lastIndexOf('-', from - 1);
    // A list may stand as far left as its key, names may not.
    edits.push({ from: dash, to: from, insert: !isFlow && dash === lineStartAt(body, dash) ? '  ' : '' }, { from: to, to, insert: ': true' });
  }
  try {
    const named = text.slice(0, shift) + applyEdits(body, edits);
    return (await saysTheSame(text, named)) ? named : text;
  } catch {
    // An item without a place of its own.
    return text;
  }
}

async function saysTheSame(before: string, after: string): Promise<boolean> {
  const [old, now] = [await readConfig(before, []), await readConfig(after, [])];
  const signs = ({ config: { settings: { ownValues } } }: typeof old): string => JSON.stringify(ownValues.get('signs'));
  return signs(old) === signs(now) && old.problems.length === now.problems.length;
}
