import type { CommitmentLevel } from '../../src/playbook/commitment.js';
import type { Ambition, WorkStatus } from '../../src/playbook/note.js';

export interface SceneItem {
  readonly id: string;
  readonly title: string;
  readonly kind: 'initiative' | 'pilot' | 'milestone';
  readonly lane: number;
  readonly startDay: number;
  readonly endDay: number;
  readonly progress: number;
  readonly status: WorkStatus;
  readonly ambition: Ambition;
  readonly dependsOn: readonly string[];
}
export interface SceneLane {
  readonly name: string;
  readonly role: string;
  readonly unit: string;
  readonly levels: readonly { readonly day: number; readonly level: CommitmentLevel }[];
}
export interface Scene {
  readonly items: readonly SceneItem[];
  readonly lanes: readonly SceneLane[];
}
export const FIRST_DAY: number;
export const LAST_DAY: number;
export const TODAY_DAY: number;
export const PX_PER_DAY: number;
export function buildScene(count: number, seed?: number): Scene;
export function isoOf(day: number): string;
export function dateOf(day: number): Date;
