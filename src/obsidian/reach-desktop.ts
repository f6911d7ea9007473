/** Reaches what only a desktop has: see {@link Desktop}. */
import { FileSystemAdapter, Platform, type App } from 'obsidian';
import { desktopOf, type Desktop } from './desktop-node.js';

/** Undefined on phones, in a vault that is no folder, and where the app gives plugins no Node. */
export function reachDesktop({ vault: { adapter } }: App): Desktop | undefined {
  if (!Platform.isDesktopApp || !(adapter instanceof FileSystemAdapter)) return undefined;
  const ask: unknown = Reflect.get(window, 'require');
  return isRequire(ask) ? desktopOf(ask, adapter.getBasePath()) : undefined;
}

function isRequire(value: unknown): value is (name: string) => unknown {
  return typeof value === 'function';
}
