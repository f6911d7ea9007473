/** A small vault for the roadmap's specs, and what is often looked for on the page. */
import type { FeatureHost } from './feature-host.js';

export const ROADMAP_FILES: Readonly<Record<string, string>> = {
  'Journey/CX journey.md': '---\ntype: journey\nstart: 2026\nend: 2028\nunits: [Lines, Freight]\n---\n',
  'People/Ines.md': '---\ntype: executive\nrole: CEO\ncommitment: supporter\nassessed: 2026-05-12\n---\n',
  'People/Ada.md': '---\ntype: executive\nrole: COO\ncommitment: passive\nassessed: 2026-05-12\n---\n',
  'Work/Purse.md': '---\ntype: initiative\nstart: 2026-10\nend: 2027-03\nstatus: active\nambition: unit\nsponsor: "[[Ada]]"\nunits: [Lines]\ncompetencies: [employee-engagement]\n---\n',
  'Work/Ride along.md': '---\ntype: pilot\nstart: 2027-Q1\nend: 2027-Q2\nsponsor: "[[Ines]]"\ndepends_on: ["[[Purse]]"]\ncompetencies: [purposeful-leadership]\n---\n',
  'Work/Go.md': '---\ntype: milestone\nend: 2028-05-01\n---\n',
  'Work/Someday.md': '---\ntype: initiative\nstatus: idea\n---\n',
};

export const ROADMAP = '.workspace-leaf-content[data-type="cx-playbook-roadmap"]';

/** Names of the items drawn in an element, each once. */
export function drawnIn(parent: ParentNode | null | undefined): readonly string[] {
  const ids = [...(parent?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].map(({ dataset }) => dataset['id'] ?? '');
  return [...new Set(ids)].sort();
}

export async function click({ host }: Pick<FeatureHost, 'host'>, element: HTMLElement | null | undefined): Promise<void> {
  if (element === null || element === undefined) throw new Error('Nothing to click.');
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  await host.settle();
}

/** The line of the open menu that says this. */
export function menuItem(title: string): HTMLElement {
  const items = [...document.querySelectorAll<HTMLElement>('.menu .menu-item')];
  const found = items.find(({ textContent }) => textContent.startsWith(title));
  if (found === undefined) throw new Error(`No line "${title}" in the menu: ${items.map(({ textContent }) => textContent).join(' | ')}`);
  return found;
}
