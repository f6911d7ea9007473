import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { registerSettings } from '../../src/obsidian/setting-tab.js';
import { RULES } from '../../src/lint/rules/index.js';
import type { Host } from '../host/host.js';
import { SIGN_LABEL } from '../../src/playbook/sign.js';
import { hostWith } from './feature-host.js';

const CONFIG = 'cx-playbook.yml';
const NOTE = { 'Executives/Ana.md': '---\ntype: executive\n---\n# Ana\n' };

async function settings(files: Readonly<Record<string, string>> = NOTE): Promise<{ host: Host; page: HTMLElement; context: Awaited<ReturnType<typeof hostWith>>['context'] }> {
  const { host, context } = await hostWith([registerSettings], { files });
  const page = await host.openSettings();
  // The file is read behind the playbook; a browser fetches the YAML reader for it first.
  await vi.waitFor(() => expect(page.textContent).not.toContain('The vault is still being read'));
  return { host, context, page };
}

function row(page: HTMLElement, name: string): HTMLElement {
  const rows = [...page.querySelectorAll<HTMLElement>('.setting-item')];
  const found = rows.find((item) => item.querySelector('.setting-item-name')?.textContent === name);
  if (found === undefined) throw new Error(`No row "${name}" among: ${rows.map((item) => item.querySelector('.setting-item-name')?.textContent).join(', ')}`);
  return found;
}

function control(page: HTMLElement, name: string): HTMLInputElement | HTMLSelectElement {
  const found = row(page, name).querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (found === null) throw new Error(`Row "${name}" has no control.`);
  return found;
}

async function write(host: Host, page: HTMLElement, name: string, value: string): Promise<void> {
  const input = control(page, name);
  input.value = value;
  input.dispatchEvent(new Event(input.instanceOf(HTMLSelectElement) ? 'change' : 'input'));
  await host.settle();
}

async function openPage(host: Host, page: HTMLElement, name: string): Promise<void> {
  row(page, name).click();
  await host.settle();
}

function complaint(page: HTMLElement, name: string): string {
  return row(page, name).querySelector('.setting-item-error')?.textContent ?? '';
}

describe('shared settings', () => {
  it('keep every comment and byte of the file but the value', async () => {
    const before = '# Ours\r\nthresholds: # none of these is law\r\n  assessed_days: 90 # quarterly\r\nrules:\r\n  one-ceo: off\r\n';
    const { host, page } = await settings({ ...NOTE, [CONFIG]: before });
    expect(control(page, 'Days until an assessment is old').value).toBe('90');
    await write(host, page, 'Days until an assessment is old', '120');
    expect(host.text(CONFIG)).toBe(before.replace('90', '120'));
  });

  it('make the file with the first change, and not before', async () => {
    const { host, page } = await settings();
    expect(host.text(CONFIG)).toBeUndefined();
    await write(host, page, 'First part of tags', 'voc');
    expect(host.text(CONFIG)).toMatch(/^# .*\ntag_prefix: voc\n$/);
  });

  it('leave a sign of commitment out, and take it in again', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'signs:\n  - walks-a-store # monthly\n' });
    await openPage(host, page, 'Signs of commitment');
    expect([control(page, 'agenda-item').value, row(page, 'agenda-item').querySelector('.setting-item-description')?.textContent]).toEqual(['listed', SIGN_LABEL['agenda-item']]);
    await write(host, page, 'agenda-item', 'out');
    expect(host.text(CONFIG)).toBe('signs:\n  walks-a-store: true # monthly\n  agenda-item: false\n');
    await write(host, page, 'agenda-item', 'listed');
    expect(host.text(CONFIG)).toBe('signs:\n  walks-a-store: true # monthly\n');
  });

  it('write nothing for the value that stands there anyway', async () => {
    const { host, page } = await settings();
    await write(host, page, 'Days for which evidence counts', '180');
    await write(host, page, 'First part of tags', ' cx ');
    expect(host.text(CONFIG)).toBeUndefined();
  });

  it('give a setting its default by taking its line away', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'tag_prefix: voc\n# kept\nrules:\n  one-ceo: off\n' });
    await write(host, page, 'First part of tags', '');
    expect(host.text(CONFIG)).toBe('# kept\nrules:\n  one-ceo: off\n');
  });

  it.each([
    ['Days until an assessment is old', '0', 'Write a whole number from 1 to 3650.'],
    ['Days until an assessment is old', '1.5', 'Write a whole number from 1 to 3650.'],
    ['Days until an assessment is old', '', 'Write a whole number from 1 to 3650.'],
    ['Shortest usual journey in months', '40', 'Write at most 36, the longest usual journey.'],
    ['Longest usual journey in months', '12', 'Write at least 24, the shortest usual journey.'],
    ['First part of tags', 'two words', 'Use letters, digits, hyphens or underscores, with at least one letter.'],
    ['First part of tags', '2026', 'Use letters, digits, hyphens or underscores, with at least one letter.'],
  ])('refuse for "%s" the value "%s", and say why', async (name, value, reason) => {
    const { host, page } = await settings();
    await write(host, page, name, value);
    expect(complaint(page, name)).toBe(reason);
    expect(host.text(CONFIG)).toBeUndefined();
  });

  it('have a row for every rule, with its own severity as the default', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'rules:\n  require-model: info\n' });
    await openPage(host, page, 'Rules');
    for (const { id, summary } of RULES) expect(row(page, id).querySelector('.setting-item-description')?.textContent).toBe(summary);
    expect(control(page, 'require-model').value).toBe('info');
    expect([...control(page, 'require-why').querySelectorAll('option')].map(({ text }) => text)).toEqual(['Default (warning)', 'Off', 'Hint', 'Warning', 'Error']);
  });

  it('switch a rule off and to its default again, and the findings follow', async () => {
    const { host, page, context } = await settings({ ...NOTE, [CONFIG]: 'labels:\n  opposer: not yet\n' });
    const found = (): boolean => context.playbook.result.diagnostics.some(({ rule }) => rule === 'require-why');
    expect(found()).toBe(true);
    await openPage(host, page, 'Rules');
    await write(host, page, 'require-why', 'off');
    expect(host.text(CONFIG)).toBe('labels:\n  opposer: not yet\nrules:\n  require-why: off\n');
    await context.playbook.settled();
    expect(found()).toBe(false);
    await write(host, page, 'require-why', 'default');
    await context.playbook.settled();
    expect(found()).toBe(true);
    expect(host.text(CONFIG)).not.toContain('require-why');
  });

  it('name the levels in other words', async () => {
    const { host, page, context } = await settings();
    await openPage(host, page, 'Names of the levels');
    await write(host, page, 'opposer', 'not convinced yet: so far');
    await context.playbook.settled();
    expect(context.playbook.store?.config.settings.levelLabels).toEqual({ opposer: 'not convinced yet: so far' });
  });

  it('take and give back ignored folders', async () => {
    const { host, page, context } = await settings({ ...NOTE, 'Archive/Old.md': '---\ntype: case\n---\n' });
    page.querySelector<HTMLElement>('.setting-list-add')?.click();
    await host.settle();
    const choice = [...document.querySelectorAll<HTMLElement>('.suggestion-item')].find(({ textContent }) => textContent === 'Archive');
    choice?.click();
    await host.settle();
    await context.playbook.settled();
    expect(host.text(CONFIG)).toContain('Archive');
    expect(context.playbook.store?.isIgnored('Archive/Old.md')).toBe(true);
    row(page, 'Archive').querySelector<HTMLElement>('button')?.click();
    await host.settle();
    await context.playbook.settled();
    expect(context.playbook.store?.isIgnored('Archive/Old.md')).toBe(false);
    expect([...page.querySelectorAll('.setting-item-name')].map(({ textContent }) => textContent)).not.toContain('Archive');
  });

  it('are locked while the file is broken, with its line and what to do; the file stays', async () => {
    const broken = 'tag_prefix: cx\nrules:\n  one-ceo: [off\nignore: []\n';
    const { host, page } = await settings({ ...NOTE, [CONFIG]: broken });
    expect(row(page, 'Shared settings cannot be changed here').textContent).toMatch(/cx-playbook\.yml, line \d+: .+\. Until then the file stays as it is\./);
    for (const name of ['First part of tags', 'Days until an assessment is old']) expect(control(page, name).disabled).toBe(true);
    await openPage(host, page, 'Rules');
    expect(control(page, 'one-ceo').disabled).toBe(true);
    await write(host, page, 'one-ceo', 'error');
    expect(host.text(CONFIG)).toBe(broken);
    expect(host.notices().join()).toContain('The setting was not saved.');
  });

  it('are free again once the file is mended', async () => {
    const { host, page, context } = await settings({ ...NOTE, [CONFIG]: 'rules: [\n' });
    host.changeFromOutside(CONFIG, 'tag_prefix: voc\n');
    await host.settle();
    await context.playbook.settled();
    await host.settle();
    expect(control(page, 'First part of tags').disabled).toBe(false);
    expect(control(page, 'First part of tags').value).toBe('voc');
  });

  it('keep what another program wrote while the person was typing', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'tag_prefix: cx\n' });
    const input = control(page, 'Days until an assessment is old');
    input.value = '90';
    input.dispatchEvent(new Event('input'));
    host.changeFromOutside(CONFIG, '# from git\ntag_prefix: voc\n');
    await host.settle();
    expect(host.text(CONFIG)).toBe('# from git\ntag_prefix: voc\nthresholds:\n  assessed_days: 90\n');
  });

  it('lose none of several changes in a row', async () => {
    const { host, page } = await settings();
    for (const [name, value] of [['Days until an assessment is old', '90'], ['First part of tags', 'voc'], ['Longest usual journey in months', '48']] as const) {
      const input = control(page, name);
      input.value = value;
      input.dispatchEvent(new Event('input'));
    }
    await host.closeSettings();
    for (const line of ['assessed_days: 90', 'tag_prefix: voc', 'journey_months_max: 48']) expect(host.text(CONFIG)).toContain(line);
  });

  it('write once when the keys rest, not with every key', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'tag_prefix: cx\n' });
    const texts = new Set<string | undefined>();
    const input = control(page, 'Days until an assessment is old');
    for (const value of ['1', '12', '120']) {
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await Promise.resolve();
      texts.add(host.text(CONFIG));
    }
    await host.settle();
    expect(texts).toEqual(new Set(['tag_prefix: cx\n']));
    expect(host.text(CONFIG)).toContain('assessed_days: 120');
  });

  it('write what is typed when the plugin goes', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'tag_prefix: cx\n' });
    const input = control(page, 'First part of tags');
    input.value = 'voc';
    input.dispatchEvent(new Event('input'));
    await Promise.resolve();
    await host.unload();
    expect(host.text(CONFIG)).toBe('tag_prefix: voc\n');
    expect(host.leftovers()).toEqual([]);
  });

  it('say why a file that cannot be written stays', async () => {
    const { host, page } = await settings({ ...NOTE, [CONFIG]: 'tag_prefix: cx\n' });
    host.lock(CONFIG);
    await write(host, page, 'First part of tags', 'voc');
    expect(host.notices().join()).toMatch(/The setting was not saved\. Cannot (read|write) "cx-playbook.yml"/);
    expect(control(page, 'First part of tags').value).toBe('cx');
  });
});

describe('the search of the settings', () => {
  it('finds every rule by name and by what it reports, and reads no file for it', async () => {
    const { host } = await settings();
    const entries = host.settingsSearch();
    for (const { id, summary } of RULES) expect(entries).toContainEqual(expect.objectContaining({ name: id, desc: summary }));
    for (const name of ['Your name', 'Days until an assessment is old', 'Names of the levels']) expect(entries.map((entry) => entry.name)).toContain(name);
  });
});

describe('personal settings', () => {
  it('are kept in the plugin’s data, the name on the device alone, never in the vault', async () => {
    const { host, page, context } = await settings();
    await write(host, page, 'Your name', 'M. Devereux');
    const box = control(page, 'Show findings while you write') as HTMLInputElement;
    box.checked = false;
    box.dispatchEvent(new Event('change'));
    await host.settle();
    expect(context.personal.values).toMatchObject({ authorName: 'M. Devereux', lintInEditor: false });
    expect(host.savedData('cx-playbook')).toEqual({ version: 1, lintInEditor: false });
    expect(host.paths()).toEqual(['Executives/Ana.md']);
  });

  it('leave the field that is typed in on the screen', async () => {
    const { host, page } = await settings();
    const input = control(page, 'Your name');
    await write(host, page, 'Your name', 'M');
    expect(input.isConnected).toBe(true);
  });

  it('show what another device changed', async () => {
    const { host, page, context } = await settings();
    await context.personal.plugin.saveData({ version: 1, lintInEditor: false });
    await context.personal.reload();
    await host.settle();
    expect((control(page, 'Show findings while you write') as HTMLInputElement).checked).toBe(false);
  });

  it('refuse a name of two lines or of more than 200 characters', async () => {
    const { host, page, context } = await settings();
    await write(host, page, 'Your name', 'x'.repeat(201));
    expect(complaint(page, 'Your name')).toBe('Write at most 200 characters on one line.');
    expect(context.personal.values.authorName).toBe('');
  });
});

describe('the page', () => {
  it('has a name for every control', async () => {
    const { page } = await settings();
    const { violations } = await axe.run(page, { runOnly: ['wcag2a', 'wcag2aa'], rules: { 'color-contrast': { enabled: false }, 'nested-interactive': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('says of every threshold that it is our default', async () => {
    const { page } = await settings();
    for (const name of ['Days until an assessment is old', 'Days for which evidence counts', 'Shortest usual journey in months', 'Longest usual journey in months']) {
      expect(row(page, name).querySelector('.setting-item-description')?.textContent).toContain('our default');
    }
  });
});
