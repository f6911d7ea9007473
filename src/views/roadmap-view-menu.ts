/** What is used less often: the entries of the toolbar's menu, and those of its export. */
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import type { ComparedWith } from './comparison-source.js';
import { EXPORT_FORMATS, type MenuEntry, type RoadmapActions, type RoadmapOutput, type SavedViews, type ShowMenu } from './roadmap-actions.js';
import { WORDS } from './words/words.js';

export interface ViewMenu {
  /** As recorded: what is supposed in a what-if leaves no file. */
  readonly layout: RoadmapLayout;
  /** What the layout's ghosts are measured against. */
  readonly since: ComparedWith | undefined;
  readonly choice: RoadmapChoice;
  readonly onChoice: (choice: RoadmapChoice) => void;
  readonly actions: RoadmapActions | undefined;
  readonly output: RoadmapOutput | undefined;
  readonly savedViews: SavedViews | undefined;
  readonly showMenu: ShowMenu;
  readonly onDays: () => void;
  readonly onPanel: (panel: 'saved' | 'problems' | 'help') => void;
}

/** OURS: more are in the panel. */
const VIEWS_SHOWN = 8;

/** `at` is where the menu of the export opens. */
export function viewMenu({ layout, since, choice, onChoice, actions, output, savedViews, showMenu, onDays, onPanel }: ViewMenu, at: HTMLElement): readonly MenuEntry[] {
  const words = WORDS.roadmap;
  const lanes = layout.lanes.map(({ id }) => id);
  const areClosed = lanes.length > 0 && lanes.every((id) => choice.collapsed.includes(id));
  const toggle = (title: string, icon: string, key: 'dropped' | 'commitment' | 'arrows'): MenuEntry => ({ title, icon, isChecked: choice[key], run: () => onChoice({ ...choice, [key]: !choice[key] }) });
  return [
    toggle(words.showCommitment, 'activity', 'commitment'),
    toggle(words.showArrows, 'spline', 'arrows'),
    toggle(words.showDropped, 'circle-slash', 'dropped'),
    { title: words.daysShown, icon: 'calendar-range', run: onDays },
    { title: areClosed ? words.expandAll : words.collapseAll, icon: areClosed ? 'chevrons-up-down' : 'chevrons-down-up', isDisabled: lanes.length === 0, run: () => onChoice({ ...choice, collapsed: areClosed ? [] : lanes }) },
    ...(actions === undefined ? [] : [
      { title: words.undo, icon: 'undo-2', startsGroup: true, run: () => actions.undo() },
      { title: words.redo, icon: 'redo-2', run: () => actions.redo() },
    ]),
    ...(savedViews === undefined ? [] : [
      { title: words.savedViews, icon: 'bookmark', startsGroup: true, run: () => onPanel('saved') },
      ...savedViews.list().slice(0, VIEWS_SHOWN).map((view) => ({ title: words.applyView(view.name), icon: 'bookmark-check', run: () => onChoice(view.choice) })),
    ]),
    ...(output === undefined ? [] : [
      { title: words.exportAs, icon: 'download', startsGroup: true, run: () => showMenu(exportMenu(output, layout, since), at) },
      { title: words.print, icon: 'printer', run: () => output.print(layout, since) },
      { title: words.copyBlock, icon: 'code', run: () => output.copyBlock(choice) },
    ]),
    { title: words.problems, icon: 'triangle-alert', startsGroup: true, run: () => onPanel('problems') },
    { title: words.help, icon: 'keyboard', run: () => onPanel('help') },
  ];
}

const EXPORT_ICONS = { svg: 'shapes', png: 'image', html: 'globe', md: 'file-text', csv: 'table', mermaid: 'git-fork', ics: 'calendar', canvas: 'layout-dashboard', json: 'braces' } as const;

function exportMenu(output: RoadmapOutput, layout: RoadmapLayout, since: ComparedWith | undefined): readonly MenuEntry[] {
  return EXPORT_FORMATS.map((format) => ({ title: WORDS.roadmap.exports[format], icon: EXPORT_ICONS[format], run: () => output.save(format, layout, since) }));
}

/** What "New item" offers. */
export function newItemMenu(actions: RoadmapActions): readonly MenuEntry[] {
  const words = WORDS.roadmap;
  const create = (kind: 'initiative' | 'pilot' | 'milestone') => (): void => actions.create({ kind, start: undefined, end: undefined, lane: undefined });
  return [
    { title: words.addInitiative, icon: 'rows-3', run: create('initiative') },
    { title: words.addPilot, icon: 'flask-conical', run: create('pilot') },
    { title: words.addMilestone, icon: 'diamond', run: create('milestone') },
  ];
}
