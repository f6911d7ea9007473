/**
 * Links that open a view from anywhere: `obsidian://cx-playbook?view=findings&rule=require-why&path=People/Ana.md`. Such a
 * link may come from a web page: it opens our views and nothing else, and names only what this vault has.
 */
import { normalizePath, Notice, type App, type ObsidianProtocolData } from 'obsidian';
import { RULES } from '../lint/rules/index.js';
import { oneOfNot } from '../notes/nearest-name.js';
import { EVERYTHING } from '../views/findings-model.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import { NAMED_VIEWS, openView } from './open-view.js';
import type { PluginContext } from './plugin-context.js';

export function registerOpenUri({ app, plugin }: PluginContext): void {
  plugin.registerObsidianProtocolHandler('cx-playbook', async (params) => {
    try {
      const trouble = await openLinked(app, params);
      if (trouble !== undefined) new Notice(trouble);
    } catch (error) {
      new Notice(WORDS.plugin.viewNotOpened(reasonOf(error)));
    }
  });
}

/** Why nothing was opened; undefined when it was. */
async function openLinked(app: App, { view = NAMED_VIEWS[0], rule, path }: ObsidianProtocolData): Promise<string | undefined> {
  const named = NAMED_VIEWS.find((name) => name === view);
  if (named === undefined) return WORDS.cli.linkTakes(oneOfNot(NAMED_VIEWS, shown(view)));
  if (named !== 'findings' || (rule === undefined && path === undefined)) {
    await openView(app, named);
    return undefined;
  }
  const rules = RULES.map(({ id }) => id);
  if (rule !== undefined && !rules.includes(rule)) return WORDS.findings.linkRule(oneOfNot(rules, shown(rule)));
  const file = path === undefined ? undefined : app.vault.getFileByPath(normalizePath(path));
  if (file === null) return WORDS.findings.linkPath(shown(path ?? ''));
  await openView(app, named, { ...EVERYTHING, rules: rule === undefined ? [] : [rule], path: file?.path });
  return undefined;
}

/** What a stranger wrote, short enough for a notice. */
function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
