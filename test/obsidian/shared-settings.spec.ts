import { describe, expect, it } from 'vitest';
import { setTagPrefix, setThreshold } from '../../src/lint/config-edit.js';
import { hostClock } from '../../src/obsidian/host-clock.js';
import { SharedSettings } from '../../src/obsidian/shared-settings.js';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import { date } from '../builders.js';
import { MemoryVault } from '../memory-vault.js';

const CONFIG = 'cx-playbook.yml';

/** A vault in which another program writes at the worst moment: after a file was read and before it is written. */
class BusyVault extends MemoryVault {
  /** What the other program makes of the file, time after time; undefined once it rests. */
  meanwhile: (() => string | undefined) | undefined;

  #write(): void {
    const text = this.meanwhile?.();
    if (text !== undefined) this.files.set(CONFIG, text);
  }

  override process(path: string, edit: (text: string) => string): Promise<string> {
    this.#write();
    return super.process(path, edit);
  }

  override create(path: string, text: string): Promise<void> {
    this.#write();
    return super.create(path, text);
  }
}

function settingsOf(files: Readonly<Record<string, string>>, ...meanwhile: readonly string[]): { vault: BusyVault; shared: SharedSettings } {
  const vault = new BusyVault(files);
  const left = [...meanwhile];
  vault.meanwhile = () => left.shift();
  const playbook = new LivingPlaybook(vault, { clock: hostClock(), today: () => date('2026-11-22') });
  return { vault, shared: new SharedSettings(vault, playbook, () => vault.files.has(CONFIG)) };
}

describe('a change of the shared settings', () => {
  it('is made to what the file says at that moment', async () => {
    const { vault, shared } = settingsOf({ [CONFIG]: 'tag_prefix: cx\n' }, '# from git\ntag_prefix: cx\nignore: [Old]\n', '# again\ntag_prefix: cx\n');
    expect(await shared.change((text) => setTagPrefix(text, 'voc'))).toBeUndefined();
    expect(vault.files.get(CONFIG)).toBe('# again\ntag_prefix: voc\n');
    expect(shared.config.settings.tagPrefix).toBe('voc');
  });

  it('goes into a file that another program makes first', async () => {
    const { vault, shared } = settingsOf({}, '# theirs\n');
    expect(await shared.change((text) => setTagPrefix(text, 'voc'))).toBeUndefined();
    expect(vault.files.get(CONFIG)).toBe('# theirs\ntag_prefix: voc\n');
  });

  it('gives way to a program that writes on and on, and says so', async () => {
    let count = 0;
    const { vault, shared } = settingsOf({ [CONFIG]: 'tag_prefix: cx\n' });
    vault.meanwhile = () => `# ${++count}\n`;
    expect(await shared.change((text) => setTagPrefix(text, 'voc'))).toBe('cx-playbook.yml was not changed: another program keeps writing it. Try again in a moment.');
    expect(vault.files.get(CONFIG)).toBe(`# ${count}\n`);
  });

  it('is made beside others that are made at once', async () => {
    const { vault, shared } = settingsOf({});
    const refusals = await Promise.all([
      shared.change((text) => setTagPrefix(text, 'voc')),
      shared.change((text) => setThreshold(text, 'assessedDays', 90)),
      shared.change((text) => setTagPrefix(text, 'ours')),
    ]);
    expect(refusals).toEqual([undefined, undefined, undefined]);
    expect(vault.files.get(CONFIG)).toMatch(/^# .*\ntag_prefix: ours\nthresholds:\n {2}assessed_days: 90\n$/);
  });

  it('is not made to a broken file, nor to one that broke meanwhile', async () => {
    const broken = 'rules: [\n';
    const { vault, shared } = settingsOf({ [CONFIG]: 'tag_prefix: cx\n' }, broken);
    expect(await shared.change((text) => setTagPrefix(text, 'voc'))).toMatch(/^cx-playbook\.yml was not changed: line \d+: /);
    expect(vault.files.get(CONFIG)).toBe(broken);
  });

  it('keeps line endings and a byte-order mark', async () => {
    const { vault, shared } = settingsOf({ [CONFIG]: '\ufeff# ours\r\ntag_prefix: cx # short\r\n' });
    await shared.change((text) => setTagPrefix(text, 'voc'));
    expect(vault.files.get(CONFIG)).toBe('\ufeff# ours\r\ntag_prefix: voc # short\r\n');
  });
});

describe('the reading of the shared settings', () => {
  it('follows the playbook, and tells only what was not written here', async () => {
    const { vault, shared } = settingsOf({ [CONFIG]: 'tag_prefix: cx\n' });
    const { playbook } = shared;
    let told = 0;
    const stop = shared.follow();
    shared.subscribe(() => told++);
    await playbook.start();
    await expect.poll(() => shared.obstacle).toBeUndefined();
    expect(told).toBe(1);
    await shared.change((text) => setTagPrefix(text, 'voc'));
    playbook.changed(CONFIG);
    await playbook.settled();
    await shared.change((text) => setTagPrefix(text, 'voc'));
    expect(told).toBe(1);
    vault.files.set(CONFIG, 'tag_prefix: theirs\n');
    playbook.changed(CONFIG);
    await playbook.settled();
    await expect.poll(() => told).toBe(2);
    expect(shared.config.settings.tagPrefix).toBe('theirs');
    stop();
    playbook.dispose();
  });

  it('says why a file that cannot be read is locked', async () => {
    const { vault, shared } = settingsOf({ [CONFIG]: 'tag_prefix: cx\n' });
    vault.unreadable.add(CONFIG);
    shared.follow();
    await shared.playbook.start();
    await expect.poll(() => shared.obstacle).toBe('Cannot read "cx-playbook.yml": it does not exist. Name another.');
  });
});
