import { FIXED_GROUPINGS } from '../roadmap/grouping.js';
import { layoutOptionsOf, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import type { RoadmapLayout, RoadmapOptions } from '../roadmap/roadmap-layout.js';
import { emptyInWords } from '../roadmap/roadmap-words.js';
import { compareGaps } from '../roadmap/what-if.js';
import { printable } from '../export/printable.js';
import type { RoadmapOrigin, RoadmapRevision, RoadmapWhatIf } from '../export/roadmap-origin.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { CommandFailure, OUTPUT_OPTION, PRIVATE_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import type { GitVault } from './git-vault.js';
import { openStore, openVault, shownPlaybook, tellLeftOut, todayOf } from './open-store.js';
import { giveOutput } from './output.js';
import { CHOICE_OPTIONS, choiceOf } from './roadmap-options.js';
import { readWhatIf } from './what-if-option.js';

const FORMATS = ['svg', 'html', 'png', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'] as const;
const THEMES = ['auto', 'light', 'dark'] as const;

type RoadmapFormat = (typeof FORMATS)[number];

export const roadmapCommand: Command = {
  name: 'roadmap',
  usage: 'VAULT',
  summary: 'Draws the journey roadmap with the commitment of the leaders on it.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'What is written. Default: svg.' },
    OUTPUT_OPTION,
    { name: 'group', value: `${FIXED_GROUPINGS.join('|')}|property:NAME`, description: 'What the lanes stand for. Default: competency.' },
    { name: 'theme', value: 'THEME', choices: THEMES, description: 'Colours of svg, html and png. Default: auto, the reader’s system.' },
    { name: 'dropped', description: 'Draw dropped work too.' },
    ...CHOICE_OPTIONS,
    { name: 'by-year', description: 'With --format html: a drawing for each year, each on a page of its own in print.' },
    { name: 'what-if', value: 'NAME=LEVEL', repeatable: true, description: 'Take an executive to stand at this level at least, from today on.' },
    { name: 'history', description: 'On days that a note does not date, show the level that git recorded. Lanes of leaders show it: --group leader.' },
    { name: 'since', value: 'REV', description: 'Show what moved, is new or is gone since a git revision.' },
    { name: 'at', value: 'REV', description: 'Draw the vault as it was at a git revision. Nothing is checked out.' },
    PRIVATE_OPTION,
    TODAY_OPTION,
  ],
  details: [
    'Format png needs -o and Chrome or Chromium: the one that CHROME_PATH names, or one that is installed.',
    'What cannot be drawn, such as an end before its start, is named on standard error.',
    'The options that choose items are those of a cx-roadmap block. Several values stand in one text with commas, or in',
    'several options; given several times, a comma is part of the value.',
    'Private notes, below "_coach" or with "visibility: coach", are left out and counted on standard error.',
    'A level of --history counts from the day of the commit that recorded it; what a note dates itself always wins, and what',
    'cannot be read stays a gap. What was read is kept as by the command history.',
    'Options --history, --since and --at need git. The settings of a revision (cx-playbook.yml) are those that it had itself.',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: runRoadmap,
};

async function runRoadmap(args: CommandArguments, io: CommandIo): Promise<number> {
  const choice = choiceOf(args);
  const today = todayOf(args, io);
  const format = args.choice('format', FORMATS, 'svg');
  checkFormat(format, args);
  const { at, since } = await openRevisions(args, io);
  const name = args.positionals[0] ?? '';
  const vault = at ?? openVault(name, io);
  const store = await openStore(vault, today, io);
  const history = args.flag('history') ? await (await import('./roadmap-history.js')).readRoadmapHistory(openVault(name, io, { history: true }).root, store, at?.revision.commit, args, io) : undefined;
  const { layoutRoadmap } = await import('../roadmap/layout.js');
  const layoutOf = (drawnStore: PlaybookStore, more: Partial<RoadmapOptions> = {}): RoadmapLayout =>
    layoutRoadmap(shownPlaybook(drawnStore, args), { ...layoutOptionsOf(choice, today), levelLabels: drawnStore.config.settings.levelLabels, history, ...more });
  const raised = readWhatIf(args.texts('what-if'), shownPlaybook(store, args).executives, store.config.settings.levelLabels);
  const drawn = layoutOf(store, { raised: new Map(raised.map(({ path, level }) => [path, level])) });
  tellProblems(drawn, io);
  if (!args.flag('private')) tellLeftOut(store, io);
  const ghosts = since === undefined ? [] : await (await import('./roadmap-comparison.js')).ghostsSince(since, await openStore(since, today, io), { vault, store, drawn, layoutOf });
  const origin: RoadmapOrigin = {
    at: at === undefined ? undefined : revisionOf(at),
    since: since === undefined ? undefined : revisionOf(since),
    whatIf: raised.length === 0 ? undefined : { raised, ...countGaps(layoutOf(store), drawn) },
  };
  giveOutput(await formatRoadmap({ ...drawn, ghosts }, format, { choice, origin, args, io }), args, io);
  return 0;
}

function checkFormat(format: RoadmapFormat, args: CommandArguments): void {
  if (format === 'png' && args.text('output') === undefined) throw new CommandFailure('Format png is a picture: name a file with -o FILE.png.');
  if (args.flag('by-year') && format !== 'html') throw new CommandFailure(`Option --by-year needs pages, and ${format} has none. Add --format html, or name the days with --from and --to.`);
}

interface Revisions {
  readonly at: GitVault | undefined;
  readonly since: GitVault | undefined;
}

/** The vaults of `--at` and `--since`. Throws {@link CommandFailure} when git has no such thing. */
async function openRevisions(args: CommandArguments, io: CommandIo): Promise<Revisions> {
  const [at, since] = [args.text('at'), args.text('since')];
  if (at === undefined && since === undefined) return { at: undefined, since: undefined };
  const { VaultHistory } = await import('./vault-history.js');
  const name = args.positionals[0] ?? '';
  const history = new VaultHistory(openVault(name, io), name, at === undefined ? '--since' : '--at');
  if (at === undefined && history.isBare()) throw new CommandFailure(`"${name}" is a bare repository and has no folder of notes. Add --at with the revision to draw.`);
  return { at: at === undefined ? undefined : history.open(at), since: since === undefined ? undefined : history.open(since) };
}

function revisionOf({ revision: { name, commit, day } }: GitVault): RoadmapRevision {
  return { name, commit, day };
}

/** Each item counts once, in however many lanes it stands. */
function countGaps(recorded: RoadmapLayout, raised: RoadmapLayout): Omit<RoadmapWhatIf, 'raised'> {
  const { vanishing, remaining } = compareGaps(recorded, raised);
  return { vanishing: new Set(vanishing).size, remaining: new Set(remaining).size, shortDays: { recorded: countShortDays(recorded), raised: countShortDays(raised) } };
}

/** Those that are over stay as they were, whoever is raised. */
function countShortDays({ lanes, todayDay }: RoadmapLayout): number {
  const gapsById = new Map(lanes.flatMap(({ bars, milestones }) => [...bars, ...milestones]).map(({ id, gaps }) => [id, gaps]));
  return [...gapsById.values()].flat().reduce((days, { state, fromDay, toDay }) => (state === 'short' ? days + Math.max(0, toDay - Math.max(fromDay, todayDay) + 1) : days), 0);
}

/** Says what is wrong with the notes that are drawn. Throws {@link CommandFailure} when there is nothing to focus on. */
function tellProblems(layout: RoadmapLayout, io: CommandIo): void {
  const { problems, lanes, hidden } = layout;
  const focus = problems.find(({ kind }) => kind === 'unknown-focus');
  if (focus !== undefined) throw new CommandFailure(focus.message);
  for (const { path, message } of problems) io.err(`${printable(path === '' ? message : `${path}: ${message}`)}\n`);
  if (hidden.length > 0 && lanes.every(({ itemCount }) => itemCount === 0)) io.err(`${emptyInWords(layout)}\n`);
}

interface Drawing {
  readonly choice: RoadmapChoice;
  readonly origin: RoadmapOrigin;
  readonly args: CommandArguments;
  readonly io: CommandIo;
}

async function formatRoadmap(layout: RoadmapLayout, format: RoadmapFormat, { choice, origin, args, io }: Drawing): Promise<string | Uint8Array> {
  const theme = args.choice('theme', THEMES, 'auto');
  const { rows, commitment, arrows } = choice;
  const told = { commitment, origin };
  switch (format) {
    case 'svg': return (await import('../export/roadmap-svg.js')).formatRoadmapSvg(layout, { theme, rows, arrows, ...told });
    case 'html': return (await import('../export/roadmap-html.js')).formatRoadmapHtml(layout, { theme, rows, arrows, byYear: args.flag('by-year'), ...told });
    case 'png': {
      const { formatRoadmapSvg } = await import('../export/roadmap-svg.js');
      const { drawSvgAsPng } = await import('./browser-png.js');
      return drawSvgAsPng(formatRoadmapSvg(layout, { theme: theme === 'auto' ? 'light' : theme, rows, arrows, ...told }), io.env);
    }
    case 'json': return (await import('../export/roadmap-json.js')).formatRoadmapJson(layout, told);
    case 'mermaid': return (await import('../export/roadmap-mermaid.js')).formatRoadmapMermaid(layout, told);
    case 'ics': return (await import('../export/roadmap-calendar.js')).formatRoadmapCalendar(layout, told);
    case 'canvas': return (await import('../export/roadmap-canvas.js')).formatRoadmapCanvas(layout, told);
    case 'csv': return (await import('../export/roadmap-csv.js')).formatRoadmapCsv(layout, told);
    case 'md': return (await import('../export/roadmap-markdown.js')).formatRoadmapMarkdown(layout, told);
  }
}
