/**
 * An editor of the app's stand-in with a long note and annotations all over it, in a real browser: keys go the way of a
 * person's, one a frame, in the middle of what is in sight. The note is saved 2 s after the last key, as in the app, so
 * no saving falls between keys.
 */
import '../../test/host/dom-setup.js';
import { EditorView } from '@codemirror/view';
import { ANNOTATION_FOLDERS } from '../../src/playbook/annotation.js';
import { registerEditorAnnotations } from '../../src/obsidian/editor-annotations.js';
import { livePlacesIn } from '../../src/obsidian/live-places.js';
import { codeOf, hostWith } from '../../test/obsidian/feature-host.js';
import { longNote } from '../hostile-notes.mjs';
import { afterFrame, nextFrame } from '../page-frames.mjs';

const QUOTE_LENGTH = 60;

let code: EditorView;
let at = 0;

const bench = {
  /** Opens a note of so many characters with so many annotations in a stretch of it round the middle; resolves with those that are marked. */
  async open(characters: number, annotations: number, stretch: number): Promise<{ marked: number; inSight: number; characters: number }> {
    const text = longNote(1).slice(0, characters);
    const body = text.indexOf('# Long');
    const middle = Math.floor(text.length / 2);
    const first = Math.max(body, middle - Math.floor(stretch / 2));
    const step = (Math.min(text.length - first, stretch) - QUOTE_LENGTH) / Math.max(1, annotations);
    const threads = Array.from({ length: annotations }, (_, index) => {
      const from = first + Math.floor(index * step);
      return [`${ANNOTATION_FOLDERS.client}/note--${String(index).padStart(8, 'a')}.md`, threadOf(text, from)] as const;
    });
    const { host } = await hostWith([registerEditorAnnotations], { files: { 'Note.md': text, ...Object.fromEntries(threads) }, timeScale: 1 });
    code = codeOf(await host.open('Note.md'));
    await host.settle();
    code.dispatch({ selection: { anchor: middle }, effects: EditorView.scrollIntoView(middle, { y: 'center' }) });
    await nextFrame();
    await afterFrame();
    at = middle;
    return { marked: livePlacesIn(code.state).length, inSight: code.dom.querySelectorAll('.cx-annotation').length, characters: code.state.doc.length };
  },
  /** Types so many keys; resolves with the milliseconds that each took until its line was laid out. */
  async type(keys: number): Promise<readonly number[]> {
    const runs: number[] = [];
    for (let key = 0; key < keys; key++) {
      await nextFrame();
      const started = performance.now();
      code.dispatch({ changes: { from: at, insert: key % 6 === 5 ? ' ' : 'x' }, selection: { anchor: at + 1 }, userEvent: 'input.type' });
      code.contentDOM.getBoundingClientRect();
      runs.push(performance.now() - started);
      at++;
      await afterFrame();
    }
    return runs;
  },
};

function threadOf(text: string, from: number): string {
  const quote = JSON.stringify(text.slice(from, from + QUOTE_LENGTH));
  const [prefix, suffix] = [JSON.stringify(text.slice(Math.max(0, from - 64), from)), JSON.stringify(text.slice(from + QUOTE_LENGTH, from + QUOTE_LENGTH + 64))];
  return `---\ntype: annotation\nformat: 1\ntarget: "[[Note]]"\nstatus: open\nkind: risk\nvisibility: client\nauthor: raj\ncreated: 2026-11-20T10:00:00Z\nquote: ${quote}\nprefix: ${prefix}\nsuffix: ${suffix}\nstart: ${from}\n---\n\n## 2026-11-20T10:00:00Z raj\nIs this so?\n`;
}

Object.assign(globalThis, { bench });
