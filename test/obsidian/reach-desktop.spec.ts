import type { App } from 'obsidian';
import { FileSystemAdapter } from 'obsidian-test-mocks/obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { reachDesktop } from '../../src/obsidian/reach-desktop.js';
import { createHost, type HostOptions } from '../host/host.js';

/** What Node gives to the app's plugins, as far as it is asked for. */
const NODE: Readonly<Record<string, unknown>> = {
  child_process: { spawn: () => undefined },
  fs: { existsSync: () => false, promises: { readFile: () => Promise.resolve('') } },
  path: { dirname: () => '/app', join: (...parts: string[]) => parts.join('/') },
  crypto: { createHash: () => undefined },
  process: { env: { PATH: '/bin' }, execPath: '/app/obsidian' },
};

function appOn(platform: NonNullable<HostOptions['platform']>, folder: string | undefined): App {
  const { app } = createHost({ platform });
  if (folder !== undefined) Object.defineProperty(app.vault, 'adapter', { value: FileSystemAdapter.create__(folder), configurable: true });
  return app;
}

describe('what only a desktop has', () => {
  afterEach(() => void Reflect.deleteProperty(window, 'require'));
  const giveNode = (modules: Readonly<Record<string, unknown>>): void => void Reflect.set(window, 'require', (name: string) => modules[name]);

  it('is reached through the app\'s window, with the folder of the vault', () => {
    giveNode(NODE);
    expect(reachDesktop(appOn('desktop', '/disk/ana/Vault'))).toMatchObject({ folder: '/disk/ana/Vault', programFolder: '/app', environment: { PATH: '/bin' } });
  });

  it('is not there on a phone, though its window had Node', () => {
    giveNode(NODE);
    expect(reachDesktop(appOn('phone', '/disk/ana/Vault'))).toBeUndefined();
  });

  it('is not there where the vault is no folder', () => {
    giveNode(NODE);
    expect(reachDesktop(appOn('desktop', undefined))).toBeUndefined();
  });

  it('is not there where the window gives no Node, or less of it', () => {
    expect(reachDesktop(appOn('desktop', '/disk/ana/Vault'))).toBeUndefined();
    giveNode({ ...NODE, child_process: undefined });
    expect(reachDesktop(appOn('desktop', '/disk/ana/Vault'))).toBeUndefined();
  });
});
