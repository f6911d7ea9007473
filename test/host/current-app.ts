import type { HostApp } from './app.js';

/** Menus are made without an app: they belong to the one that runs. */
let running: HostApp | undefined;

export function setCurrentApp(app: HostApp | undefined): void {
  running = app;
}

export function currentApp(): HostApp {
  if (running === undefined) throw new Error('No host runs. Call createHost() first.');
  return running;
}
