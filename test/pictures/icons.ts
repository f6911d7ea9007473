/**
 * The icons that our views ask the app for, drawn here since the app brings its own. Shapes of Lucide (ISC licence),
 * each on a field of 24.
 */
const SHAPES: Readonly<Record<string, string>> = {
  'arrow-down-to-line': 'M12 17V3 M6 11l6 6 6-6 M19 21H5',
  'arrow-left': 'm12 19-7-7 7-7 M19 12H5',
  'arrow-right': 'M5 12h14 M12 5l7 7-7 7',
  bookmark: 'm19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z',
  'calendar-range': 'M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2 M16 2v4 M3 10h18 M8 2v4 M17 14h-6 M13 18H7',
  'chart-gantt': 'M10 6h8 M12 16h6 M3 3v16a2 2 0 0 0 2 2h16 M8 11h7',
  'chevron-right': 'm9 18 6-6-6-6',
  'chevrons-down-up': 'm7 20 5-5 5 5 M7 4l5 5 5-5',
  'chevrons-right': 'm6 17 5-5-5-5 M13 17l5-5-5-5',
  'chevrons-up-down': 'm7 15 5 5 5-5 M7 9l5-5 5 5',
  'circle-check': 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M9 12l2 2 4-4',
  'circle-dashed': 'M10.1 2.18a9.93 9.93 0 0 1 3.8 0 M17.6 3.71a9.95 9.95 0 0 1 2.69 2.7 M21.82 10.1a9.93 9.93 0 0 1 0 3.8 M20.29 17.6a9.95 9.95 0 0 1-2.7 2.69 M13.9 21.82a9.94 9.94 0 0 1-3.8 0 M6.4 20.29a9.95 9.95 0 0 1-2.69-2.7 M2.18 13.9a9.93 9.93 0 0 1 0-3.8 M3.71 6.4a9.95 9.95 0 0 1 2.7-2.69',
  'circle-help': 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3 M12 17h.01',
  'circle-x': 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M15 9l-6 6 M9 9l6 6',
  command: 'M15 6v12a3 3 0 1 0 3-3H6a3 3 0 1 0 3 3V6a3 3 0 1 0-3 3h12a3 3 0 1 0-3-3',
  compass: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M16.24 7.76l-2.12 6.36-6.36 2.12 2.12-6.36z',
  copy: 'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2z M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2',
  crown: 'M11.56 3.27a.5.5 0 0 1 .88 0L15.39 8.87a1 1 0 0 0 1.52.29L21.18 5.5a.5.5 0 0 1 .8.52l-2.83 10.25a1 1 0 0 1-.96.73H5.81a1 1 0 0 1-.96-.73L2.02 6.02a.5.5 0 0 1 .8-.52L7.09 9.16a1 1 0 0 0 1.52-.29z M5 21h14',
  diamond: 'M2.7 10.3a2.41 2.41 0 0 0 0 3.41l7.59 7.59a2.41 2.41 0 0 0 3.41 0l7.59-7.59a2.41 2.41 0 0 0 0-3.41l-7.59-7.59a2.41 2.41 0 0 0-3.41 0z',
  download: 'M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4 M7 10l5 5 5-5 M12 15V3',
  'file-text': 'M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7z M14 2v4a2 2 0 0 0 2 2h4 M10 9H8 M16 13H8 M16 17H8',
  filter: 'M22 3H2l8 9.46V19l4 2v-8.54z',
  'flask-conical': 'M10 2v7.31 M14 9.3V1.99 M8.5 2h7 M14 9.3a6.5 6.5 0 1 1-4 0 M5.52 16h12.96',
  'gantt-chart': 'M8 6h10 M6 12h9 M11 18h7',
  history: 'M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8 M3 3v5h5 M12 7v5l4 2',
  info: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M12 16v-4 M12 8h.01',
  lightbulb: 'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5 M9 18h6 M10 22h4',
  'list-todo': 'M3 5h6v6H3z M3 17l2 2 4-4 M13 6h8 M13 12h8 M13 18h8',
  locate: 'M2 12h3 M19 12h3 M12 2v3 M12 19v3 M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14',
  lock: 'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z M7 11V7a5 5 0 0 1 10 0v4',
  'message-square-quote': 'M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z M8 12a2 2 0 0 0 2-2V8H8 M14 12a2 2 0 0 0 2-2V8h-2',
  'more-horizontal': 'M12 11a1 1 0 1 0 0 2a1 1 0 1 0 0-2 M19 11a1 1 0 1 0 0 2a1 1 0 1 0 0-2 M5 11a1 1 0 1 0 0 2a1 1 0 1 0 0-2',
  'more-vertical': 'M12 11a1 1 0 1 0 0 2a1 1 0 1 0 0-2 M12 4a1 1 0 1 0 0 2a1 1 0 1 0 0-2 M12 18a1 1 0 1 0 0 2a1 1 0 1 0 0-2',
  'move-horizontal': 'm18 8 4 4-4 4 M2 12h20 M6 8l-4 4 4 4',
  'panel-right': 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2 M15 3v18',
  pencil: 'M21.17 6.81a1 1 0 0 0-3.99-3.99L3.84 16.17a2 2 0 0 0-.5.83l-1.32 4.35a.5.5 0 0 0 .62.62l4.35-1.32a2 2 0 0 0 .83-.5z M15 5l4 4',
  plus: 'M5 12h14 M12 5v14',
  'redo-2': 'm15 14 5-5-5-5 M20 9H9.5A5.5 5.5 0 0 0 4 14.5A5.5 5.5 0 0 0 9.5 20H13',
  'rows-3': 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2 M21 9H3 M21 15H3',
  signal: 'M2 20h.01 M7 20v-4 M12 20v-8 M17 20V8 M22 4v16',
  target: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20 M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12 M12 10a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
  'thumbs-up': 'M7 10v12 M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88z',
  'trash-2': 'M3 6h18 M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6 M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2 M10 11v6 M14 11v6',
  'triangle-alert': 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3 M12 9v4 M12 17h.01',
  'undo-2': 'M9 14 4 9l5-5 M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11',
  users: 'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2 M9 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8 M22 21v-2a4 4 0 0 0-3-3.87 M16 3.13a4 4 0 0 1 0 7.75',
  'wand-2': 'm21.64 3.64-1.28-1.28a1.21 1.21 0 0 0-1.72 0L2.36 18.64a1.21 1.21 0 0 0 0 1.72l1.28 1.28a1.2 1.2 0 0 0 1.72 0L21.64 5.36a1.2 1.2 0 0 0 0-1.72 M14 7l3 3 M5 6v4 M19 14v4 M10 2v2 M7 8H3 M21 16h-4 M11 3H9',
  waypoints: 'M12 2a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5 M10.2 6.3 6.2 10.3 M4.5 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5 M7 12h10 M19.5 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5 M13.8 17.7l3.9-3.9 M12 17a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5',
  x: 'M18 6 6 18 M6 6l12 12',
  'zoom-in': 'M11 3a8 8 0 1 0 0 16a8 8 0 1 0 0-16 M21 21l-4.35-4.35 M11 8v6 M8 11h6',
  'zoom-out': 'M11 3a8 8 0 1 0 0 16a8 8 0 1 0 0-16 M21 21l-4.35-4.35 M8 11h6',
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
