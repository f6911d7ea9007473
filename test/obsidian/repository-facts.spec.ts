import { describe, expect, test } from 'vitest';
import type { Git, GitAsk } from '../../src/history/git-port.js';
import { GitFailure } from '../../src/history/git-port.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import { registerFindings } from '../../src/obsidian/findings-view.js';
import { openView } from '../../src/obsidian/open-view.js';
import { readRepositoryFacts } from '../../src/obsidian/repository-facts.js';
import { withWantedAttributes } from '../../src/lint/repository-files.js';
import { createHost } from '../host/host.js';
import { hostWith } from './feature-host.js';

const REMOTE = '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://example.org/vault.git\n';
const WANTED = withWantedAttributes(undefined).text;
const FINDINGS = '.workspace-leaf-content[data-type="cx-playbook-findings"]';
const CASE = '---\ntype: case\n---\nIt cost 4 million.\n## The story\nShe waited.\n';

/** Answers as git would of a vault in the folder `Vault` of its repository. */
const GIT_BELOW_TOP: Git = {
  async *ask({ args }: GitAsk): AsyncIterable<Uint8Array> {
    const answers: Readonly<Record<string, string>> = {
      'ls-files': 'Case.md\0.obsidian/plugins/assistant/data.json\0',
      config: 'remote.origin.url\nhttps://example.org/vault.git\0',
      'rev-parse': 'Vault/\n',
      'cat-file :.gitattributes': '*.md merge=cx-playbook\n',
    };
    const answer = answers[args[0] ?? ''] ?? answers[`${args[0] ?? ''} ${args[2] ?? ''}`];
    await Promise.resolve();
    if (answer === undefined) throw new GitFailure('Git does not know that.', 128);
    yield new TextEncoder().encode(answer);
  },
  decode: (bytes) => new TextDecoder().decode(bytes),
};

describe('what the plugin knows of the repository', () => {
  test('without git comes from the files in the vault’s folder', async () => {
    const { app } = createHost({ files: { 'Case.md': CASE, '.git/config': REMOTE, '.gitignore': '*.tmp\n' } });
    expect(await readRepositoryFacts(app)).toEqual({
      configFolder: '.obsidian',
      isShared: true,
      tracked: undefined,
      attributes: { text: undefined, above: [] },
      ignores: { text: '*.tmp\n', above: [] },
      driver: undefined,
      pluginData: [],
    });
  });

  test('is nothing outside of a repository, and little where the repository lies elsewhere', async () => {
    expect(await readRepositoryFacts(createHost({ files: { 'Case.md': CASE } }).app)).toBeUndefined();
    expect(await readRepositoryFacts(createHost({ files: { '.git': 'gitdir: ../.git/worktrees/vault\n' } }).app)).toMatchObject({ isShared: true, tracked: undefined });
    expect(await readRepositoryFacts(createHost({ files: { '.git/config': '[core]\n\tbare = false\n' } }).app)).toMatchObject({ isShared: false });
  });

  test('with git is what git says, for a vault below the top of its repository too', async () => {
    const { app } = createHost({ files: { 'Case.md': CASE, '.obsidian/plugins/assistant/data.json': '{"apiKey":"4f9a8b7c6d5e"}' } });
    expect(await readRepositoryFacts(app, GIT_BELOW_TOP)).toEqual({
      configFolder: '.obsidian',
      isShared: true,
      tracked: ['.obsidian/plugins/assistant/data.json', 'Case.md'],
      attributes: { text: undefined, above: [{ folder: 'Vault', text: '*.md merge=cx-playbook\n' }] },
      ignores: { text: undefined, above: [] },
      driver: { isConfigured: false },
      pluginData: [{ path: '.obsidian/plugins/assistant/data.json', secrets: ['apiKey'] }],
    });
  });
});

describe('git’s own files in the findings', () => {
  const files = { 'Case.md': CASE, '.git/config': REMOTE };

  test('are mended behind a preview, made where they are not there, and taken back', async () => {
    const { host } = await hostWith([registerFindings, registerEdits], { files });
    await host.run('cx-playbook:open-findings');
    await host.settle();
    const fix = document.querySelector<HTMLElement>(`${FINDINGS} .cx-finding .cx-fix`);
    expect(document.querySelector(FINDINGS)?.textContent).toContain('.gitattributes is not there, or is empty');
    fix?.click();
    await host.settle();
    expect(document.querySelector('.modal')?.textContent).toContain('merge=cx-playbook');
    expect(await host.app.vault.adapter.exists('.gitattributes')).toBe(false);
    [...document.querySelectorAll<HTMLElement>('.modal button')].find((each) => each.textContent.startsWith('Change'))?.click();
    await host.settle();
    expect(await host.app.vault.adapter.read('.gitattributes')).toBe(WANTED);
    expect(document.querySelector(FINDINGS)?.textContent).not.toContain('.gitattributes');
    await host.run('cx-playbook:undo-edits');
    await host.settle();
    expect(await host.app.vault.adapter.read('.gitattributes')).toBe('');
    expect(document.querySelector(FINDINGS)?.textContent).toContain('.gitattributes is not there, or is empty');
  });

  test('are looked at again when somebody comes back to the app', async () => {
    const { host, context } = await hostWith([registerFindings], { files });
    await openView(host.app, 'findings');
    const rules = (): readonly string[] => context.playbook.result.diagnostics.map(({ rule }) => rule);
    expect(rules()).toContain('team/missing-gitattributes');
    await host.app.vault.adapter.write('.gitattributes', WANTED);
    window.dispatchEvent(new Event('focus'));
    await context.playbook.settled();
    expect(rules()).not.toContain('team/missing-gitattributes');
    const { result } = context.playbook;
    window.dispatchEvent(new Event('focus'));
    await context.playbook.settled();
    expect(context.playbook.result).toBe(result);
  });
});
