/**
 * The icons that our views ask the app for, drawn here since the app brings its own. Shapes of Lucide (ISC licence),
 * each on a field of 24.
 */
const SHAPES: Readonly<Record<string, string>> = {
  'chevron-right': 'm9 18 6-6-6-6',
  'chevrons-down-up': 'm7 20 5-5 5 5 M7 4l5 5 5-5',
  'chevrons-up-down': 'm7 15 5 5 5-5 M7 9l5-5 5 5',
  'circle-check': 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M9 12l2 2 4-4',
  'circle-dashed': 'M10.1 2.18a9.93 9.93 0 0 1 3.8 0 M17.6 3.71a9.95 9.95 0 0 1 2.69 2.7 M21.82 10.1a9.93 9.93 0 0 1 0 3.8 M20.29 17.6a9.95 9.95 0 0 1-2.7 2.69 M13.9 21.82a9.94 9.94 0 0 1-3.8 0 M6.4 20.29a9.95 9.95 0 0 1-2.69-2.7 M2.18 13.9a9.93 9.93 0 0 1 0-3.8 M3.71 6.4a9.95 9.95 0 0 1 2.7-2.69',
  'circle-x': 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M15 9l-6 6 M9 9l6 6',
  compass: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M16.24 7.76l-2.12 6.36-6.36 2.12 2.12-6.36z',
  command: 'M15 6v12a3 3 0 1 0 3-3H6a3 3 0 1 0 3 3V6a3 3 0 1 0-3 3h12a3 3 0 1 0-3-3',
  lightbulb: 'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5 M9 18h6 M10 22h4',
  'triangle-alert': 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3 M12 9v4 M12 17h.01',
  'wand-2': 'm21.64 3.64-1.28-1.28a1.21 1.21 0 0 0-1.72 0L2.36 18.64a1.21 1.21 0 0 0 0 1.72l1.28 1.28a1.2 1.2 0 0 0 1.72 0L21.64 5.36a1.2 1.2 0 0 0 0-1.72 M14 7l3 3 M5 6v4 M19 14v4 M10 2v2 M7 8H3 M21 16h-4 M11 3H9',
  x: 'M18 6 6 18 M6 6l12 12',
};

/** As the app's own: fills the element with a line drawing; an unknown name leaves it empty. */
export function drawIcon(element: HTMLElement, name: string): void {
  const shape = SHAPES[name];
  if (shape === undefined) return;
  const svg = element.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const attributes = { class: `svg-icon lucide-${name}`, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', width: '24', height: '24' };
  for (const [attribute, value] of Object.entries(attributes)) svg.setAttribute(attribute, value);
  const path = element.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shape);
  svg.append(path);
  element.replaceChildren(svg);
}
