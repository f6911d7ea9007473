/** Whether a note says of itself that it is for the coach alone, also where its properties as a whole cannot be read. */
import { splitFrontmatter } from '../markdown/frontmatter-block.js';
import type { Frontmatter } from '../markdown/frontmatter.js';
import { isPrivateVisibility } from '../playbook/privacy.js';

/** Such a line alone is enough where a merge or a slip of the pen broke what stands round it. */
const LINE = /^visibility[ \t]*:[ \t]*["']?[ \t]*coach(?![\p{L}\p{N}_-])/imu;

export function saysPrivate(text: string, frontmatter: Frontmatter): boolean {
  if (!frontmatter.broken && !text.startsWith('<<<<<<<')) return isPrivateVisibility(frontmatter.get('visibility')?.value);
  const block = splitFrontmatter(text);
  return LINE.test(block?.closed === true ? text.slice(block.yamlFrom, block.yamlTo) : text);
}
