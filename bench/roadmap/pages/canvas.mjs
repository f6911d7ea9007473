/** The scene drawn on a canvas by hand. */
import { drawCanvas } from '../canvas-scene.mjs';
import { runs } from '../in-page.mjs';

let scene, drawing;

runs({
  prepare(made) { scene = made; },
  draw(pane) {
    const canvas = globalThis.document.createElement('canvas');
    canvas.width = 1400;
    canvas.height = 900;
    pane.append(canvas);
    drawing = drawCanvas(canvas, scene);
  },
  isDrawn: () => drawing !== undefined,
  barSelector: 'canvas',
  pan: (px) => drawing.move(px, 0),
  scroll: (px) => drawing.move(0, px),
  toStart: () => drawing.toStart(),
});
