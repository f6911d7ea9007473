/** The roadmap's view on a page: notes in a few words, a host and actions that write down what they are asked. */
import { DEFAULT_CHOICE, type RoadmapChoice } from '../../src/roadmap/roadmap-choice.js';
import type { NewItem, RoadmapChange } from '../../src/roadmap/roadmap-change.js';
import type { MenuEntry, RoadmapActions, RoadmapOutput, SavedViews } from '../../src/views/roadmap-actions.js';
import { RoadmapView, type RoadmapViewProps } from '../../src/views/RoadmapView.js';
import roadmapLook from '../../styles/roadmap.css';
import shapesLook from '../../styles/roadmap-shapes.css';
import chartLook from '../../styles/plugin/roadmap-chart.css';
import viewLook from '../../styles/plugin/roadmap.css';
import { draw, living, openPane, recordingHost, type Living, type RecordingHost } from './in-page.js';

/** A playbook of a few items: two short of commitment, one without dates, one that ends before it starts. */
export const NOTES: Readonly<Record<string, string>> = {
  'Journey.md': '---\ntype: journey\nstart: 2026-01\nend: 2027-12\nunits: [Freight, Crossings]\n---\n## Phases\n- 2026-01 to 2026-12 awareness: Listening\n',
  'People/Ana Ruiz.md': '---\ntype: executive\nrole: CEO\ncommitment: advocate\nassessed: 2025-01-10\n---\n',
  'People/Ben Okafor.md': '---\ntype: executive\nrole: COO\nunit: Freight\ncommitment: toe-dipper\nassessed: 2025-11-10\n---\n',
  'Work/Alpha.md': work('initiative', 'start: 2026-02\nend: 2026-09-30\nstatus: active\nprogress: 40\nambition: unit\nunits: [Freight]\nsponsor: ["[[Ben Okafor]]"]\ncompetencies: [employee-engagement]\nregion: north'),
  'Work/Beta.md': work('initiative', 'start: 2026-06\nend: 2027-03\nstatus: planned\nambition: cross-unit\nunits: [Freight]\nsponsor: ["[[Ben Okafor]]"]\ncompetencies: [customer-connectedness]\ndepends_on: ["[[Alpha]]"]'),
  'Work/Gamma.md': work('pilot', 'start: 2027-01\nend: 2027-04\nstatus: idea\nsponsor: ["[[Ana Ruiz]]"]\ncompetencies: [purposeful-leadership]\ndepends_on: ["[[Beta]]"]'),
  'Work/Gate.md': work('milestone', 'end: 2027-05-01\nstatus: planned\ncompetencies: [purposeful-leadership]'),
  'Work/Someday.md': work('initiative', 'status: idea\ncompetencies: [purposeful-leadership]'),
  'Work/Reversed.md': work('initiative', 'start: 2027-05\nend: 2026-05\nstatus: planned'),
  'Work/Later.md': work('initiative', 'start: 2031-02\nend: 2031-09\nstatus: planned'),
  'Work/Old.md': work('initiative', 'start: 2026-03\nend: 2026-05\nstatus: dropped'),
};

export function work(type: 'initiative' | 'pilot' | 'milestone', properties: string): string {
  return `---\ntype: ${type}\n${properties}\n---\n`;
}

export interface ShownRoadmap extends Living {
  readonly pane: HTMLElement;
  readonly host: RecordingHost;
  readonly changes: RoadmapChange[];
  readonly edited: string[];
  readonly created: NewItem[];
  readonly did: string[];
  /** The menu that was shown last. */
  readonly menu: () => readonly MenuEntry[];
  readonly choice: () => RoadmapChoice;
}

interface ShowOptions extends Partial<Pick<RoadmapViewProps, 'problems' | 'compact' | 'source' | 'output' | 'comparison'>> {
  readonly files?: Readonly<Record<string, string>>;
  readonly choice?: Partial<RoadmapChoice>;
  readonly pane?: HTMLElement;
  /** Without actions. */
  readonly lookOnly?: boolean;
}

export function openRoadmapPane(size: Parameters<typeof openPane>[0] = { width: 1100, height: 700 }): HTMLElement {
  const pane = openPane(size);
  const style = pane.ownerDocument.head.querySelector('style[data-views]');
  style?.append(`${roadmapLook}\n${shapesLook}\n${chartLook}\n${viewLook}`);
  return pane;
}

/** Views that are kept in memory. */
export function savedInMemory(): SavedViews {
  let views: readonly { readonly name: string; readonly choice: RoadmapChoice }[] = [];
  const listeners = new Set<() => void>();
  const set = (next: typeof views): void => {
    views = next;
    for (const listener of listeners) listener();
  };
  return {
    list: () => views,
    save: (name, choice) => set([...views.filter((view) => view.name !== name), { name, choice }]),
    remove: (name) => set(views.filter((view) => view.name !== name)),
    subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
  };
}

export async function showRoadmap({ files = NOTES, choice: wanted = {}, pane = openRoadmapPane(), lookOnly = false, ...rest }: ShowOptions = {}): Promise<ShownRoadmap> {
  const life = living(files);
  await life.playbook.start();
  const host = recordingHost();
  const savedViews = savedInMemory();
  const changes: RoadmapChange[] = [];
  const edited: string[] = [];
  const created: NewItem[] = [];
  const did: string[] = [];
  let menu: readonly MenuEntry[] = [];
  let choice: RoadmapChoice = { ...DEFAULT_CHOICE, ...wanted };
  const actions: RoadmapActions = {
    change: (change) => (changes.push(change), Promise.resolve(true)),
    edit: ({ id }) => void edited.push(id),
    create: (item) => void created.push(item),
    undo: () => void did.push('undo'),
    redo: () => void did.push('redo'),
  };
  const output: RoadmapOutput = {
    save: (format) => void did.push(`save ${format}`),
    print: () => void did.push('print'),
    copyBlock: () => void did.push('copy block'),
  };
  const redraw = async (): Promise<void> => {
    await draw(
      <RoadmapView
        playbook={life.playbook}
        host={host}
        choice={choice}
        onChoice={(next) => {
          choice = next;
          void redraw();
        }}
        actions={lookOnly ? undefined : actions}
        output={output}
        savedViews={savedViews}
        showMenu={(entries) => {
          menu = entries;
        }}
        {...rest}
      />,
      pane,
    );
  };
  await redraw();
  return { ...life, pane, host, changes, edited, created, did, menu: () => menu, choice: () => choice };
}

/** The entry of a menu by the beginning of its title. */
export function entry(menu: readonly MenuEntry[], title: string): MenuEntry {
  const found = menu.find((each) => each.title.startsWith(title));
  if (found === undefined) throw new Error(`No entry "${title}". There are: ${menu.map((each) => each.title).join(' | ')}`);
  return found;
}
