import type { Scene } from './scene.mjs';

export interface PageProgram {
  prepare(scene: Scene, pane: Element): unknown;
  draw(pane: Element): unknown;
  isDrawn(): boolean;
  readonly barSelector: string;
  pan?(px: number): void;
  scroll?(px: number): void;
  scrollRoom?(): number;
  toStart?(): void;
  zoom?(direction: 1 | -1): void;
}
export function runs(program: PageProgram): void;
