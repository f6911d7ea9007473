/**
 * Links that open a view from anywhere: `obsidian://cx-playbook?view=findings&rule=require-why&path=People/Ana.md`, or
 * `obsidian://cx-playbook?view=roadmap&group=leader&gaps=true`, or `obsidian://cx-playbook?view=commitment&unit=Freight`. Such a link may come from a web page: it opens our views
 * and nothing else, and of notes it names only what this vault has.
 */
import { normalizePath, Notice, type App, type ObsidianProtocolData } from 'obsidian';
import { RULES } from '../lint/rules/index.js';
import { oneOfNot } from '../notes/nearest-name.js';
import { describeRoadmapChoice, readRoadmapChoice } from '../roadmap/roadmap-choice.js';
import { COMMITMENT_OPTIONS, describeCommitmentChoice, MAP_FORMS, MAP_ORDERS, MAP_PANELS, readCommitmentChoice } from '../views/commitment-choice.js';
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
async function openLinked(app: App, params: ObsidianProtocolData): Promise<string | undefined> {
  const { view = NAMED_VIEWS[0], rule, path } = params;
  const named = NAMED_VIEWS.find((name) => name === view);
  if (named === undefined) return WORDS.cli.linkTakes(oneOfNot(NAMED_VIEWS, shown(view)));
  if (named === 'roadmap') return openRoadmap(app, params);
  if (named === 'commitment') return openCommitment(app, params);
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

/** The options that a link may name are those of a block. */
async function openRoadmap(app: App, { action, vault, view, ...options }: ObsidianProtocolData): Promise<string | undefined> {
  const { choice, problems } = readRoadmapChoice(options);
  const [problem] = problems;
  if (problem !== undefined) return WORDS.roadmapHost.linkOption(shown(problem.message, 300));
  await openView(app, 'roadmap', Object.keys(options).length === 0 ? undefined : describeRoadmapChoice(choice));
  return undefined;
}

const COMMITMENT_CHOICES: Readonly<Record<string, readonly string[]>> = { as: MAP_FORMS, order: MAP_ORDERS, panel: MAP_PANELS };

/** A link may name what the view keeps: units, map or table, order, an executive. */
async function openCommitment(app: App, { action, vault, view, ...options }: ObsidianProtocolData): Promise<string | undefined> {
  const words = WORDS.commitment;
  for (const [name, value] of Object.entries(options)) {
    if (!COMMITMENT_OPTIONS.some((option) => option === name)) return words.linkOptions(oneOfNot(COMMITMENT_OPTIONS, shown(name)));
    const known = COMMITMENT_CHOICES[name];
    if (known !== undefined && !known.includes(value)) return words.linkOption(name, oneOfNot(known, shown(value)));
  }
  const { person } = options;
  if (person !== undefined && app.vault.getFileByPath(normalizePath(person)) === null) return words.linkPerson(shown(person));
  const choice = readCommitmentChoice({ ...options, ...(person === undefined ? {} : { person: normalizePath(person) }) });
  await openView(app, 'commitment', Object.keys(options).length === 0 ? undefined : describeCommitmentChoice(choice));
  return undefined;
}

/** What a stranger wrote, short enough for a notice. */
function shown(text: string, most = 80): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
