/** Leaks of private notes, for people and programs: `path:line:column message`, one a line. */
import type { PositionRange } from '../lint/diagnostic.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { formatJson, printable } from './printable.js';

export const LEAK_KINDS = ['tracked', 'visibility', 'link', 'embed', 'words'] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

export interface Leak {
  /** Of the file that leaks, as it was named. */
  readonly path: string;
  readonly range: PositionRange;
  readonly kind: LeakKind;
  /** What was found, what to do. */
  readonly message: string;
  /** The private file; null where it is not there. */
  readonly privatePath: string | null;
}

export function compareLeaks(a: Leak, b: Leak): number {
  return byCodeUnits(a.path, b.path) || a.range.start.offset - b.range.start.offset || byCodeUnits(a.kind, b.kind) || byCodeUnits(a.message, b.message);
}

export function formatLeaksText(leaks: readonly Leak[]): string {
  return leaks.map(({ path, range: { start }, message }) => `${printable(path)}:${start.line}:${start.column} ${printable(message)}\n`).join('');
}

export function formatLeaksJson(leaks: readonly Leak[], checked: { readonly files: readonly string[]; readonly git: boolean }): string {
  const data = leaks.map(({ path, range, kind, message, privatePath }) => ({ path, range, kind, message, private: privatePath }));
  return `${formatJson({ schema: 1, checked, leaks: data }, 2)}\n`;
}
