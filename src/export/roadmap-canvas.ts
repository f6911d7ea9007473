/**
 * The roadmap as a JSON Canvas 1.0 file: lanes as groups, items as cards of their notes, dependencies as edges.
 *
 * Open it in the app and every card is the note itself. Ids come from paths, so that a new export moves cards instead
 * of replacing them. What a card of a note cannot say stands on cards of text: how the roadmap came about, what changed.
 */
import { COMPETENCIES, type Competency } from '../playbook/competency.js';
import { entriesOf } from '../roadmap/layout.js';
import type { RoadmapEntry, RoadmapLane, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { packRows } from '../roadmap/row-packing.js';
import { cleanText } from '../roadmap/clean-text.js';
import { pathIds } from './path-id.js';
import { originInWords, toldLayout, type RoadmapTextOptions } from './roadmap-origin.js';
import { escapeMarkdown } from './markdown-text.js';
import { changesInMarkdown } from './roadmap-markdown.js';
import { formatJson } from './printable.js';

const PX_PER_DAY = 4;
/** A card narrower than this shows nothing of its note. */
const MIN_CARD_PX = 260;
const CARD_PX = 160;
const CARD_GAP_PX = 40;
const GROUP_PAD_PX = 40;
const TRAY_COLUMNS = 6;
const TEXT_CARD_PX = 760;
/** A line of text on a card, with its space. */
const TEXT_LINE_PX = 34;
/** Preset colours of the format (purple, orange, green) and, for blue, which it lacks, a value. */
const COLOUR_OF_SLOT = ['6', '2', '#086ddd', '4'] as const;
const RED = '1';

interface Card {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly competency: Competency | undefined;
}

export function formatRoadmapCanvas(recorded: RoadmapLayout, options: RoadmapTextOptions = {}): string {
  const layout = toldLayout(recorded, options);
  const lanes = layout.lanes.filter(({ itemCount }) => itemCount > 0);
  const texts = textsOf(layout, options);
  const paths = [...lanes.flatMap((lane) => entriesOf(lane).map(({ id }) => id)), ...layout.unscheduled.map(({ id }) => id)];
  const ids = pathIds([...paths, ...lanes.map(({ id }) => `group ${id}`), 'group tray', ...layout.arrows.map(edgeKey), ...(texts.length === 0 ? [] : TEXT_KEYS)]);
  const idOf = (key: string): string => ids.get(key) ?? key;
  const groups: object[] = [];
  const cards: object[] = [];
  const chartWidth = (layout.horizon.lastDay - layout.horizon.firstDay + 1) * PX_PER_DAY;
  let y = 0;
  const addGroup = (key: string, label: string, placed: readonly Card[], color: string | undefined): void => {
    const right = placed.reduce((edge, card) => Math.max(edge, card.x + card.width), chartWidth);
    const bottom = placed.reduce((edge, card) => Math.max(edge, card.y + CARD_PX), y);
    const height = bottom - y + GROUP_PAD_PX;
    groups.push({ id: idOf(key), type: 'group', x: -GROUP_PAD_PX, y, width: right + 2 * GROUP_PAD_PX, height, label: cleanText(label), ...(color === undefined ? {} : { color }) });
    for (const card of placed) cards.push(fileNode(card, idOf(card.path)));
    y += height + CARD_GAP_PX;
  };
  for (const lane of lanes) addGroup(`group ${lane.id}`, laneLabel(lane), placeLane(lane, layout, y + GROUP_PAD_PX), colourOf(lane.colourSlot));
  if (layout.unscheduled.length > 0) addGroup('group tray', 'Not on the chart', placeTray(layout, y + GROUP_PAD_PX), undefined);
  const textCards = placeTexts(texts, idOf, y);
  const edges = layout.arrows.map((arrow) => ({
    id: idOf(edgeKey(arrow)),
    fromNode: idOf(arrow.from),
    fromSide: 'right',
    toNode: idOf(arrow.to),
    toSide: 'left',
    ...(arrow.conflict || arrow.inCycle ? { color: RED, label: arrow.inCycle ? 'waits in a circle' : 'starts too early' } : {}),
  }));
  return `${formatJson({ nodes: [...groups, ...cards, ...textCards], edges }, '\t')}\n`;
}

const TEXT_KEYS = ['text origin', 'text changes'] as const;

interface CardText {
  readonly key: (typeof TEXT_KEYS)[number];
  readonly text: string;
  readonly lines: number;
}

/** Texts of Markdown in which no title is more than words. */
function textsOf(layout: RoadmapLayout, { origin }: RoadmapTextOptions): readonly CardText[] {
  const remarks = originInWords(layout, origin);
  const texts: readonly CardText[] = [
    { key: 'text origin', text: remarks.map(escapeMarkdown).join('\n\n'), lines: remarks.length },
    { key: 'text changes', text: `## Changes\n\n${changesInMarkdown(layout)}`, lines: layout.ghosts.length + 2 },
  ];
  return texts.filter(({ key }) => (key === 'text origin' ? remarks.length : layout.ghosts.length) > 0);
}

/** Side by side, below the groups. */
function placeTexts(texts: readonly CardText[], idOf: (key: string) => string, y: number): readonly object[] {
  return texts.map(({ key, text, lines }, index) => ({
    id: idOf(key),
    type: 'text',
    x: -GROUP_PAD_PX + index * (TEXT_CARD_PX + CARD_GAP_PX),
    y,
    width: TEXT_CARD_PX,
    height: Math.max(CARD_PX, (lines + 1) * TEXT_LINE_PX),
    text,
  }));
}

function placeLane(lane: RoadmapLane, layout: RoadmapLayout, top: number): readonly Card[] {
  const entries = entriesOf(lane).map((entry) => ({ entry, ...cardSpan(entry, layout) }));
  const { rows } = packRows(entries.map(({ x, width }) => ({ from: x, to: x + width + CARD_GAP_PX - 1 })));
  return entries.map(({ entry, x, width }, index) => ({
    path: entry.id,
    x,
    y: top + (rows[index] ?? 0) * (CARD_PX + CARD_GAP_PX),
    width,
    competency: entry.competency,
  }));
}

function cardSpan(entry: RoadmapEntry, { horizon }: RoadmapLayout): { readonly x: number; readonly width: number } {
  const x = (entry.firstDay - horizon.firstDay) * PX_PER_DAY;
  return { x, width: Math.max(MIN_CARD_PX, (entry.lastDay - entry.firstDay + 1) * PX_PER_DAY) };
}

function placeTray(layout: RoadmapLayout, top: number): readonly Card[] {
  return layout.unscheduled.map((item, index) => ({
    path: item.id,
    x: (index % TRAY_COLUMNS) * (MIN_CARD_PX + CARD_GAP_PX),
    y: top + Math.floor(index / TRAY_COLUMNS) * (CARD_PX + CARD_GAP_PX),
    width: MIN_CARD_PX,
    competency: item.competency,
  }));
}

function fileNode({ path, x, y, width, competency }: Card, id: string): object {
  const color = colourOf(competency === undefined ? undefined : COMPETENCIES.indexOf(competency));
  return { id, type: 'file', file: path, x, y, width, height: CARD_PX, ...(color === undefined ? {} : { color }) };
}

function colourOf(slot: number | undefined): string | undefined {
  return slot === undefined ? undefined : COLOUR_OF_SLOT[slot];
}

function laneLabel({ label, sublabel }: RoadmapLane): string {
  return sublabel === undefined ? label : `${label}, ${sublabel}`;
}

function edgeKey({ from, to }: { readonly from: string; readonly to: string }): string {
  return `edge ${from} → ${to}`;
}
