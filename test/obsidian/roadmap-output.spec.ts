/** Files, prints and blocks that are made of the roadmap: the bytes of the exports, never over a file that is there. */
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json';
import { formatRoadmapCalendar } from '../../src/export/roadmap-calendar.js';
import { formatRoadmapCanvas } from '../../src/export/roadmap-canvas.js';
import { formatRoadmapCsv } from '../../src/export/roadmap-csv.js';
import { formatRoadmapHtml } from '../../src/export/roadmap-html.js';
import { formatRoadmapJson } from '../../src/export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../../src/export/roadmap-markdown.js';
import { formatRoadmapMermaid } from '../../src/export/roadmap-mermaid.js';
import { formatRoadmapSvg } from '../../src/export/roadmap-svg.js';
import { layoutChoice } from '../../src/obsidian/choice-layout.js';
import { date } from '../builders.js';
import { createRoadmapOutput } from '../../src/obsidian/roadmap-output.js';
import { registerRoadmap } from '../../src/obsidian/roadmap-view.js';
import { openView } from '../../src/obsidian/open-view.js';
import { DEFAULT_CHOICE } from '../../src/roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import type { RoadmapOutput } from '../../src/views/roadmap-actions.js';
import { CxPlaybookPlugin } from '../../src/obsidian/plugin.js';
import { createHost, type HostOptions } from '../host/host.js';
import { LAYS_OUT } from '../views/in-page.js';
import { hostWith, type FeatureHost } from './feature-host.js';
import { click, menuItem, ROADMAP, ROADMAP_FILES } from './roadmap-files.js';

interface Shown extends FeatureHost {
  readonly output: RoadmapOutput;
  readonly layout: RoadmapLayout;
}

async function withOutput(options: HostOptions = {}): Promise<Shown> {
  const shown = await hostWith([registerRoadmap], { files: ROADMAP_FILES, ...options });
  const { store } = shown.context.playbook;
  return { ...shown, output: createRoadmapOutput(shown.context, { document: () => document, look: () => DEFAULT_CHOICE }), layout: layoutChoice(store!, DEFAULT_CHOICE) };
}

const NAME = 'Journey/CX journey 2026-11-22';

/** The only file that was not there at the start. */
function newFile({ host }: FeatureHost): string {
  const [path, ...more] = host.paths().filter((each) => !(each in ROADMAP_FILES));
  if (path === undefined || more.length > 0) throw new Error(`Not one new file: ${[path, ...more].join(', ')}`);
  return path;
}

describe('saving', () => {
  test.each([
    ['svg', 'svg', (layout: RoadmapLayout) => formatRoadmapSvg(layout, { theme: 'auto' })],
    ['html', 'html', (layout: RoadmapLayout) => formatRoadmapHtml(layout)],
    ['md', 'md', (layout: RoadmapLayout) => formatRoadmapMarkdown(layout)],
    ['csv', 'csv', (layout: RoadmapLayout) => formatRoadmapCsv(layout)],
    ['mermaid', 'md', (layout: RoadmapLayout) => `\`\`\`mermaid\n${formatRoadmapMermaid(layout)}\`\`\`\n`],
    ['ics', 'ics', (layout: RoadmapLayout) => formatRoadmapCalendar(layout)],
    ['canvas', 'canvas', (layout: RoadmapLayout) => formatRoadmapCanvas(layout)],
    ['json', 'json', (layout: RoadmapLayout) => formatRoadmapJson(layout)],
  ] as const)('writes %s beside the journey, byte for byte what the export gives', async (format, extension, write) => {
    const shown = await withOutput();
    shown.output.save(format, shown.layout);
    await shown.host.settle();
    expect(newFile(shown)).toBe(`${NAME}.${extension}`);
    expect(shown.host.text(`${NAME}.${extension}`)).toBe(write(shown.layout));
  });

  test('tells in every text what the roadmap is compared with', async () => {
    const since = { name: 'main', commit: 'f'.repeat(40), day: date('2026-10-01') };
    for (const format of ['svg', 'html', 'md', 'mermaid', 'ics', 'canvas', 'json'] as const) {
      const shown = await withOutput();
      shown.output.save(format, shown.layout, { ...since });
      await shown.host.settle();
      expect(shown.host.text(newFile(shown)), format).toMatch(/main.{0,40}ffffffffff/su);
    }
  });

  test('tells where, and opens the file on request', async () => {
    const shown = await withOutput();
    shown.output.save('md', shown.layout);
    await shown.host.settle();
    expect(shown.host.notices()[0]).toContain(`Saved "${NAME}.md".`);
    await click(shown, document.querySelector<HTMLElement>('.notice button'));
    expect(shown.host.app.workspace.getActiveFile()?.path).toBe(`${NAME}.md`);
  });

  test('never writes over a file, also where the names differ in case alone', async () => {
    const shown = await withOutput({ files: { ...ROADMAP_FILES, 'Journey/cx Journey 2026-11-22.SVG': 'mine' } });
    shown.output.save('svg', shown.layout);
    await shown.host.settle();
    shown.output.save('svg', shown.layout);
    await shown.host.settle();
    expect(shown.host.text('Journey/cx Journey 2026-11-22.SVG')).toBe('mine');
    expect(shown.host.paths().filter((path) => path.startsWith(NAME))).toEqual([`${NAME} 2.svg`, `${NAME} 3.svg`]);
  });

  test('makes a name of a title that no file can have', async () => {
    const shown = await withOutput();
    shown.output.save('csv', { ...shown.layout, title: '../*?: <x>' });
    await shown.host.settle();
    expect(newFile(shown)).toMatch(/^Journey\/[^/*?:<>]+\.csv$/);
  });

  test('tells why nothing was saved', async () => {
    const shown = await withOutput();
    shown.host.app.vault.create = () => Promise.reject(new Error('EROFS: read-only file system.'));
    shown.output.save('csv', shown.layout);
    await shown.host.settle();
    expect(shown.host.notices()[0]).toContain('read-only file system');
    expect(shown.host.paths()).toEqual(Object.keys(ROADMAP_FILES).sort());
  });

  test('draws a picture twice as large as the drawing, where the device can', async () => {
    const shown = await withOutput();
    shown.output.save('png', shown.layout);
    if (!LAYS_OUT) {
      await expect.poll(() => shown.host.notices()[0]).toContain('could not draw the picture');
      return;
    }
    await expect.poll(() => shown.host.notices()[0]).toContain(`Saved "${NAME}.png".`);
    const bytes = shown.host.bytes(`${NAME}.png`)!;
    expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const numbers = new DataView(bytes.buffer);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(formatRoadmapSvg(shown.layout, { theme: 'light' }))!;
    expect([numbers.getUint32(16), numbers.getUint32(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
  });

  test('says so when the picture is too large for any device', async () => {
    const shown = await withOutput();
    const [lane] = shown.layout.lanes;
    shown.output.save('png', { ...shown.layout, lanes: Array.from({ length: 300 }, (_, index) => ({ ...lane!, id: `lane ${index}` })) });
    await shown.host.settle();
    expect(shown.host.notices()[0]).toMatch(/would be 2800 × \d+ pixels, more than this device can draw/);
    expect(shown.host.paths()).toEqual(Object.keys(ROADMAP_FILES).sort());
  });
});

describe('printing', () => {
  test('puts one page a year on paper, and takes them away afterwards', async () => {
    const shown = await withOutput();
    shown.output.print(shown.layout);
    const [print] = shown.host.page.prints;
    const pages = [...print!.body.querySelectorAll('.cx-roadmap-print .cx-roadmap-page')];
    expect(pages.map((page) => page.querySelectorAll('svg').length)).toEqual([1, 1, 1]);
    expect(pages.map(({ textContent }) => /Purse/.test(textContent))).toEqual([true, true, false]);
    expect(pages.map(({ textContent }) => textContent.includes('Someday'))).toEqual([false, false, true]);
    expect(print!.body.hasClass('cx-printing')).toBe(true);
    expect(document.querySelector('.cx-roadmap-print')).toBeNull();
    expect(document.body.hasClass('cx-printing')).toBe(false);
    await shown.host.unload();
    expect(shown.host.leftovers()).toEqual([]);
  });

  test('leaves no page behind when the window never tells that it printed and the plugin goes', async () => {
    const shown = await withOutput();
    window.print = () => undefined;
    shown.output.print(shown.layout);
    expect(document.querySelectorAll('.cx-roadmap-print')).toHaveLength(1);
    await shown.host.unload();
    expect(document.querySelector('.cx-roadmap-print')).toBeNull();
    expect(shown.host.leftovers()).toEqual([]);
    window.dispatchEvent(new Event('afterprint'));
  });

  test('prints no page of an earlier print that never told of its end', async () => {
    const shown = await withOutput();
    window.print = () => undefined;
    shown.output.print(shown.layout);
    shown.output.print(shown.layout);
    expect(document.querySelectorAll('.cx-roadmap-print')).toHaveLength(1);
    expect(document.querySelectorAll('.cx-roadmap-page')).toHaveLength(3);
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.cx-roadmap-print')).toBeNull();
    expect(document.body.hasClass('cx-printing')).toBe(false);
  });

  test('prints the window that shows the roadmap, and no other', async () => {
    const shown = await withOutput();
    const leaf = shown.host.app.workspace.openPopoutLeaf();
    const doc = leaf.view.containerEl.ownerDocument;
    createRoadmapOutput(shown.context, { document: () => doc, look: () => DEFAULT_CHOICE }).print(shown.layout);
    expect(shown.host.page.prints).toHaveLength(1);
    expect(shown.host.page.prints[0]?.body.ownerDocument).toBe(doc);
    expect(shown.host.page.prints[0]?.body.querySelectorAll('.cx-roadmap-page svg')).toHaveLength(3);
    expect(doc.querySelector('.cx-roadmap-print')).toBeNull();
  });

  test('keeps titles of notes as text', async () => {
    const shown = await withOutput({ files: { ...ROADMAP_FILES, 'Work/x.md': '---\ntype: initiative\nstart: 2027\nunits: ["<script>alert(1)</script>"]\n---\n', 'Work/A<img src=x>.md': '---\ntype: initiative\nstart: 2027\n---\n' } });
    shown.output.print(shown.layout);
    const [print] = shown.host.page.prints;
    expect(print!.body.querySelectorAll('.cx-roadmap-print :is(img, script)')).toHaveLength(0);
    expect(print!.body.textContent).toContain('A<img src=x>');
  });

  test('is told to be impossible on a phone, and for far too many years', async () => {
    const phone = await withOutput({ platform: 'phone' });
    phone.output.print(phone.layout);
    expect(phone.host.notices()[0]).toContain('cannot print on this device');
    const endless = await withOutput({ files: { 'Work/Slip.md': '---\ntype: initiative\nstart: "0001"\nend: 9999\n---\n', 'Journey.md': '---\ntype: journey\nstart: "0001"\nend: 9999\n---\n' } });
    endless.output.print(endless.layout);
    expect(endless.host.notices()[0]).toContain('covers 9999 years, too many for a page each');
    expect(document.querySelector('.cx-roadmap-print')).toBeNull();
  });
});

describe('the block for a note', () => {
  test('goes to the clipboard with what differs from the usual', async () => {
    const shown = await withOutput();
    shown.output.copyBlock({ ...DEFAULT_CHOICE, groupBy: 'leader', filter: { ...DEFAULT_CHOICE.filter, units: ['A, B: "c"'] } });
    await shown.host.settle();
    expect(shown.host.page.copied).toMatch(/^```cx-roadmap\ngroup: leader\n/);
    expect(shown.host.notices()).toEqual(['Copied. Paste the block into a note.']);
  });

  test('is told to be impossible when the system refuses', async () => {
    const shown = await withOutput();
    shown.host.page.refusesClipboard = true;
    shown.output.copyBlock(DEFAULT_CHOICE);
    await shown.host.settle();
    expect(shown.host.notices()[0]).toContain('Write permission denied');
  });

  test('is inserted on lines of its own, with what the open roadmap shows', async () => {
    const shown = await withOutput({ files: { ...ROADMAP_FILES, 'Note.md': 'Before after' } });
    await openView(shown.host.app, 'roadmap', { group: 'unit' });
    const view = await shown.host.open('Note.md', { newTab: true });
    view.editor.setCursor({ line: 0, ch: 6 });
    await shown.host.run('cx-playbook:insert-roadmap-block');
    expect(view.editor.getValue()).toBe('Before\n\n```cx-roadmap\ngroup: unit\n```\n\n after');
  });
});

describe('commands and menu', () => {
  test('save and print what the open roadmap shows', async () => {
    const shown = await withOutput();
    await openView(shown.host.app, 'roadmap', { group: 'leader', commitment: false, arrows: false });
    await shown.host.run('cx-playbook:save-roadmap-as-svg');
    const layout = layoutChoice(shown.context.playbook.store!, { ...DEFAULT_CHOICE, groupBy: 'leader' });
    expect(shown.host.text(`${NAME}.svg`)).toBe(formatRoadmapSvg(layout, { theme: 'auto', commitment: false, arrows: false }));
    await shown.host.run('cx-playbook:print-roadmap');
    expect(shown.host.page.prints).toHaveLength(1);
  });

  test('the view’s own menu leads to every format, and back to the focus', async () => {
    const shown = await withOutput();
    await shown.host.run('cx-playbook:open-roadmap');
    const button = document.querySelector<HTMLElement>(`${ROADMAP} [aria-label="View and export"]`)!;
    button.focus();
    await click(shown, button);
    await click(shown, menuItem('Export'));
    await click(shown, menuItem('Table (CSV)'));
    expect(shown.host.text(`${NAME}.csv`)).toBe(formatRoadmapCsv(shown.layout));
    expect(document.querySelector('.menu')).toBeNull();
  });

  test('wait for the notes to be read', async () => {
    const host = createHost({ files: ROADMAP_FILES });
    await host.load(CxPlaybookPlugin, manifest);
    await host.run('cx-playbook:save-roadmap-as-svg');
    expect(host.notices()[0]).toContain('still being read');
  });
});
