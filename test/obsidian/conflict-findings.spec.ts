import { describe, expect, it } from 'vitest';
import { registerConflicts } from '../../src/obsidian/conflict-commands.js';
import { registerFindings } from '../../src/obsidian/findings-view.js';
import { hostWith } from './feature-host.js';

const FINDINGS = '.workspace-leaf-content[data-type="cx-playbook-findings"]';
const EXECUTIVE = (level: string): string => `---\ntype: executive\ncommitment: ${level}\n---\n# Ana\n`;

/** Both sides made the note: git puts its first marker before the properties. */
const WHOLE = `<<<<<<< HEAD\n${EXECUTIVE('passive')}=======\n${EXECUTIVE('supporter')}>>>>>>> origin/main\n`;

describe('a conflict from the first line on', () => {
  it.each([
    ['with properties on both sides', WHOLE],
    ['with properties behind it', `<<<<<<< HEAD\n=======\nSaid in May.\n>>>>>>> origin/main\n${EXECUTIVE('passive')}`],
    ['with line endings of Windows', WHOLE.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\ufeff${WHOLE}`],
    ['without any properties', '<<<<<<< HEAD\nRain.\n=======\nSun.\n>>>>>>> origin/main\n'],
    ['with a heading first', '<<<<<<< HEAD\n# Ana\n=======\n# Ana Ruiz\n>>>>>>> origin/main\n'],
    ['with a list first', '<<<<<<< HEAD\n- Rain\n=======\n- Sun\n>>>>>>> origin/main\n'],
  ])('%s is a finding, whose button opens the resolver', async (_what, text) => {
    const { host, context } = await hostWith([registerFindings, registerConflicts], { files: { 'Executives/Ana.md': text } });
    expect(context.playbook.result.diagnostics.map(({ rule, path }) => [rule, path])).toEqual([['team/conflict-markers', 'Executives/Ana.md']]);
    await host.run('cx-playbook:open-findings');
    await host.settle();
    const resolve = [...document.querySelectorAll<HTMLElement>(`${FINDINGS} .cx-finding button`)].find(({ textContent }) => textContent === 'Resolve…');
    resolve?.click();
    await host.settle();
    expect(host.app.workspace.getLeavesOfType('cx-playbook-conflicts')[0]?.view.containerEl.textContent).toContain('Ana');
  });
});
