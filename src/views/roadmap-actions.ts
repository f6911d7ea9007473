/** What the roadmap asks of the program it is shown in, beside {@link ViewHost}; views without it are to look at only. */
import type { ComparedWith } from './comparison-source.js';
import type { CommitmentLevel } from '../playbook/commitment.js';
import type { NewItem, RoadmapChange } from '../roadmap/roadmap-change.js';
import type { RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapItem, RoadmapLayout } from '../roadmap/roadmap-layout.js';

export interface RoadmapActions {
  /**
   * Writes a change: of one note at once, of several, or one that asks for it, after a preview. Resolves with true when something was written,
   * after the playbook took it in; what could not be written is told by the host. Never rejects.
   */
  change(change: RoadmapChange): Promise<boolean>;
  /** Asks for dates, status, sponsor and ambition of an item in a dialog, then writes them. */
  edit(item: RoadmapItem): void;
  /** Asks for a title in a dialog, then creates the note. */
  create(item: NewItem): void;
  undo(): void;
  redo(): void;
}

export const EXPORT_FORMATS = ['svg', 'png', 'html', 'md', 'csv', 'mermaid', 'ics', 'canvas', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What can be done with the roadmap as it is shown. */
export interface RoadmapOutput {
  /** Writes a file into the vault and tells where. With `since`, what the layout's ghosts are measured against is told in it. */
  save(format: ExportFormat, layout: RoadmapLayout, since?: ComparedWith): void;
  print(layout: RoadmapLayout, since?: ComparedWith): void;
  /** Puts a `cx-roadmap` block with this choice into the clipboard. */
  copyBlock(choice: RoadmapChoice): void;
}

/** Choices kept under a name, by this person in this vault. */
export interface SavedViews {
  list(): readonly { readonly name: string; readonly choice: RoadmapChoice }[];
  save(name: string, choice: RoadmapChoice): void;
  remove(name: string): void;
  subscribe(listener: () => void): () => void;
}

/** One line of a menu. */
export interface MenuEntry {
  readonly title: string;
  readonly icon: string;
  /** A line is drawn above it. */
  readonly startsGroup?: boolean;
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
  readonly isWarning?: boolean;
  run(): void;
}

/** Shows a menu at a position of the window, or below an element. */
export type ShowMenu = (entries: readonly MenuEntry[], at: HTMLElement | { readonly x: number; readonly y: number }) => void;

/** What if an executive stood at this level, by path. */
export type RaisedLevels = ReadonlyMap<string, CommitmentLevel>;
