/** Icons are drawn as empty pictures that carry their name as a class, as the app's do. */
const SVG = 'http://www.w3.org/2000/svg';

/** What plugins added by `addIcon`; the app knows the rest by name. */
export const addedIcons = new Set<string>();

export function addIcon(name: string): void {
  addedIcons.add(name);
}

export function removeIcon(name: string): void {
  addedIcons.delete(name);
}

export function getIcon(name: string): SVGSVGElement | null {
  if (name === '') return null;
  const svg = activeDocument.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `svg-icon ${name.startsWith('lucide-') || addedIcons.has(name) ? name : `lucide-${name}`}`);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', '24');
  svg.setAttribute('height', '24');
  return svg;
}

export function getIconIds(): string[] {
  return [...addedIcons];
}

export function setIcon(parent: HTMLElement, name: string): void {
  parent.empty();
  const icon = getIcon(name);
  if (icon !== null) parent.appendChild(icon);
}
