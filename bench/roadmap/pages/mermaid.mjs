/** mermaid: a picture; it has nothing to pan, zoom or drag. The part that draws Gantt charts is loaded beforehand. */
import mermaid from 'mermaid';
import { runs } from '../in-page.mjs';
import { isoOf } from '../scene.mjs';

let text;

runs({
  async prepare({ items, lanes }) {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'loose', maxTextSize: 1e9, maxEdges: 1e9, gantt: { useMaxWidth: false, useWidth: 4400 } });
    await mermaid.parse('gantt\n  dateFormat YYYY-MM-DD\n  section A\n  B :b, 2026-01-01, 2026-02-01');
    const lines = lanes.flatMap(({ name }, lane) => [
      `  section ${name}`,
      ...items.filter((item) => item.lane === lane).map(({ id, title, kind, startDay, endDay }) => `  ${title} :${kind === 'milestone' ? 'milestone, ' : ''}${id}, ${isoOf(startDay)}, ${isoOf(endDay + 1)}`),
    ]);
    text = ['gantt', '  dateFormat YYYY-MM-DD', ...lines].join('\n');
  },
  async draw(pane) {
    const { svg } = await mermaid.render('chart', text);
    pane.innerHTML = svg;
  },
  isDrawn: () => globalThis.document.querySelector('#pane rect.task') !== null,
  barSelector: 'rect.task',
});
