import { describe, expect, test } from 'vitest';
import { formatRoadmapCanvas } from '../../src/export/roadmap-canvas.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import { date, playbookOf } from '../builders.js';
import { comparedRoadmap, originOf } from './compared-roadmap.js';
import { HOSTILE_TITLES, hostileRoadmap } from './hostile-titles.js';

interface Canvas {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly Readonly<Record<string, unknown>>[];
}

const COLOUR = /^([1-6]|#[0-9a-f]{6})$/;
const NODE_KEYS: Readonly<Record<string, readonly string[]>> = {
  file: ['id', 'type', 'x', 'y', 'width', 'height', 'color', 'file', 'subpath'],
  text: ['id', 'type', 'x', 'y', 'width', 'height', 'color', 'text'],
  group: ['id', 'type', 'x', 'y', 'width', 'height', 'color', 'label', 'background', 'backgroundStyle'],
};
const EDGE_KEYS = ['id', 'fromNode', 'fromSide', 'fromEnd', 'toNode', 'toSide', 'toEnd', 'color', 'label'];

/** Reads a canvas and checks every field against JSON Canvas 1.0. */
function readCanvas(text: string): Canvas {
  const canvas = JSON.parse(text) as Canvas;
  expect(Object.keys(canvas)).toEqual(['nodes', 'edges']);
  for (const node of canvas.nodes) {
    expect(Object.keys(node).filter((key) => !NODE_KEYS[String(node['type'])]?.includes(key))).toEqual([]);
    for (const key of ['x', 'y', 'width', 'height']) expect(Number.isInteger(node[key])).toBe(true);
    expect(Number(node['width']) > 0 && Number(node['height']) > 0).toBe(true);
    expect(typeof node['id']).toBe('string');
    if (node['color'] !== undefined) expect(node['color']).toMatch(COLOUR);
    if (node['type'] === 'file') expect(typeof node['file']).toBe('string');
  }
  const ids = canvas.nodes.map(({ id }) => id);
  for (const edge of canvas.edges) {
    expect(Object.keys(edge).filter((key) => !EDGE_KEYS.includes(key))).toEqual([]);
    expect(ids).toContain(edge['fromNode']);
    expect(ids).toContain(edge['toNode']);
    for (const side of ['fromSide', 'toSide']) expect(['top', 'right', 'bottom', 'left']).toContain(edge[side]);
    if (edge['color'] !== undefined) expect(edge['color']).toMatch(COLOUR);
  }
  const all = [...ids, ...canvas.edges.map(({ id }) => id)];
  expect(new Set(all).size).toBe(all.length);
  return canvas;
}

describe('roadmap as a canvas', () => {
  const canvas = readCanvas(formatRoadmapCanvas(hostileRoadmap('Purse')));
  const groups = canvas.nodes.filter(({ type }) => type === 'group');
  const files = canvas.nodes.filter(({ type }) => type === 'file');

  test('has a group for each lane and one for what is not on the chart', () => {
    expect(groups.map(({ label }) => label)).toEqual(['Purse', 'No sponsor', 'Not on the chart']);
    expect(files.map(({ file }) => file)).toEqual(['A', 'B', 'C', 'D', 'E'].map((name) => `Initiatives/${name}.md`));
    expect(canvas.edges).toHaveLength(2);
  });

  test('keeps every card inside exactly one group and off every other card', () => {
    const box = (node: Readonly<Record<string, unknown>>) => {
      const [x, y] = [Number(node['x']), Number(node['y'])];
      return { left: x, top: y, right: x + Number(node['width']), bottom: y + Number(node['height']) };
    };
    const cards = files.map(box);
    for (const card of cards) {
      const around = groups.map(box).filter((group) => card.left >= group.left && card.right <= group.right && card.top >= group.top && card.bottom <= group.bottom);
      expect(around).toHaveLength(1);
    }
    cards.forEach((a, index) =>
      cards.slice(index + 1).forEach((b) => expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true)),
    );
  });

  test('keeps the ids of notes between exports', () => {
    expect(formatRoadmapCanvas(hostileRoadmap('Purse'))).toBe(formatRoadmapCanvas(hostileRoadmap('Purse')));
    const other = readCanvas(formatRoadmapCanvas(hostileRoadmap('Purse', 'status')));
    const idOf = (from: Canvas, file: string) => from.nodes.find((node) => node['file'] === file)?.['id'];
    expect(idOf(other, 'Initiatives/A.md')).toBe(idOf(canvas, 'Initiatives/A.md'));
  });

  test('says on cards of text what changed and how the roadmap came about', () => {
    const { nodes } = readCanvas(formatRoadmapCanvas(comparedRoadmap('Purse'), { origin: originOf('v1') }));
    const texts = nodes.filter(({ type }) => type === 'text').map(({ text }) => String(text));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('As of revision v1');
    expect(texts[1]).toContain('- Purse (Initiatives/Moved.md): moved, was 2026-03 to 2026-09, is 2026-05 to 2026-10');
  });

  test.each(Object.entries(HOSTILE_TITLES))('keeps to the format with changes and %s as a title', (_, title) => {
    const { nodes } = readCanvas(formatRoadmapCanvas(comparedRoadmap(title), { origin: originOf(title) }));
    for (const { text } of nodes) if (typeof text === 'string') expect(text).not.toMatch(/<(?:script|img|b)\b|(?<!\\)\]\(|(?<!\\)!\[|(?<!\\)\[\[/);
  });

  test('of an empty playbook is an empty canvas', () => {
    const empty = layoutRoadmap(playbookOf(), { today: date('2026-03-10'), groupBy: 'competency' });
    expect(readCanvas(formatRoadmapCanvas(empty))).toEqual({ nodes: [], edges: [] });
  });

  test.each(Object.entries(HOSTILE_TITLES))('keeps to the format with %s as a title', (_, title) => {
    readCanvas(formatRoadmapCanvas(hostileRoadmap(title, 'property:x')));
  });
});
