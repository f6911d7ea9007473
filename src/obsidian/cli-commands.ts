/**
 * The commands that the plugin adds to the app's command line, as data: help, the docs and the parser follow from it.
 * They answer with the texts that the playbook's own command line gives.
 *
 * @example obsidian cx-playbook:lint severity=warning format=json
 */
import { formatCommitmentCsv } from '../export/commitment-csv.js';
import { formatCommitmentJson } from '../export/commitment-json.js';
import { formatCommitmentReportMarkdown } from '../export/commitment-markdown.js';
import type { CommitmentWording } from '../export/commitment-sections.js';
import { formatCommitmentText } from '../export/commitment-text.js';
import { formatDiagnosticsJson } from '../export/diagnostics-json.js';
import { formatDiagnosticsMarkdown } from '../export/diagnostics-markdown.js';
import { formatDiagnosticsText, formatSummary } from '../export/diagnostics-text.js';
import { printable } from '../export/printable.js';
import { formatRoadmapCsv } from '../export/roadmap-csv.js';
import { formatRoadmapJson } from '../export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../export/roadmap-markdown.js';
import { formatRoadmapMermaid } from '../export/roadmap-mermaid.js';
import { formatStepsJson } from '../export/steps-json.js';
import { formatStepsText } from '../export/steps-text.js';
import { isAtLeast, SEVERITIES, type LintResult, type Severity } from '../lint/diagnostic.js';
import { findRule, unknownRuleMessage } from '../lint/rules/index.js';
import { signsOf } from '../notes/vault-signs.js';
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import { assessCommitment } from '../playbook/commitment-report.js';
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import { assessNextSteps, type NextStep } from '../playbook/next-steps.js';
import { assessStandings } from '../playbook/standing.js';
import { levelWords } from '../playbook/step-words.js';
import { FIXED_GROUPINGS, parseRoadmapGrouping } from '../roadmap/grouping.js';
import { layoutRoadmap } from '../roadmap/layout.js';
import { homeOptionsOf } from '../vault/home-options.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { sharedPlaybook } from '../vault/shared-part.js';
import { WORDS } from '../views/words/words.js';
import { CliRefusal, type CliFlagDefinition, type FlagValues } from './cli-flags.js';
import { NAMED_VIEWS, type NamedView } from './open-view.js';

/** What a command may ask of the app. */
export interface CliHost {
  readonly version: string;
  /** The playbook, once it was read. Rejects with {@link CliRefusal} when it cannot be. */
  read(): Promise<{ readonly store: PlaybookStore; readonly result: LintResult }>;
  /** Whether a note or folder stands at the path. */
  exists(path: string): boolean;
  open(view: NamedView): Promise<void>;
}

export interface CliCommand {
  readonly id: string;
  readonly description: string;
  readonly flags: readonly CliFlagDefinition[];
  /** Throws {@link CliRefusal} for a value that it cannot take. */
  readonly run: (flags: FlagValues, host: CliHost) => Promise<string>;
}

const LINT_FORMATS = ['text', 'json', 'markdown'] as const;
const TEXT_FORMATS = ['text', 'json'] as const;
const COMMITMENT_FORMATS = ['text', 'json', 'markdown', 'csv'] as const;
const ROADMAP_FORMATS = ['markdown', 'json', 'mermaid', 'csv'] as const;

const words = WORDS.cli;

export const CLI_COMMANDS: readonly CliCommand[] = [
  { id: 'cx-playbook', description: words.status, flags: [], run: async (_, host) => status(await host.read(), host.version) },
  {
    id: 'cx-playbook:lint',
    description: words.lint,
    flags: [
      { name: 'path', value: 'path', description: words.flagPath },
      { name: 'rule', value: 'rule', description: words.flagRule },
      { name: 'severity', choices: SEVERITIES, description: words.flagSeverity },
      formatFlag(LINT_FORMATS),
    ],
    run: lint,
  },
  { id: 'cx-playbook:commitment', description: words.commitment, flags: [formatFlag(COMMITMENT_FORMATS)], run: commitment },
  {
    id: 'cx-playbook:roadmap',
    description: words.roadmap,
    flags: [formatFlag(ROADMAP_FORMATS), { name: 'group', value: `${FIXED_GROUPINGS.join('|')}|property:NAME`, description: words.flagGroup }],
    run: roadmap,
  },
  { id: 'cx-playbook:next', description: words.next, flags: [formatFlag(TEXT_FORMATS)], run: next },
  { id: 'cx-playbook:open', description: words.open, flags: [{ name: 'view', choices: NAMED_VIEWS, description: words.flagView(NAMED_VIEWS[0]) }], run: open },
];

/** The first format is the default. */
function formatFlag(formats: readonly [string, ...string[]]): CliFlagDefinition {
  return { name: 'format', choices: formats, description: words.flagFormat(formats[0]) };
}

function status({ store, result }: { readonly store: PlaybookStore; readonly result: LintResult }, version: string): string {
  const levelName = levelWords(store.config.settings.levelLabels);
  const standings = assessStandings(store.playbook, store.today, store.config.thresholds);
  const levels = [...COMMITMENT_LEVELS, undefined].flatMap((level) => {
    const count = standings.filter((standing) => standing.level === level).length;
    return count === 0 ? [] : [level === undefined ? words.notAssessed(count) : `${count} ${levelName(level)}`];
  });
  const [first] = nextSteps(store);
  const lines = [
    `CX Playbook ${version}`,
    formatSummary(result),
    ...(levels.length === 0 ? [] : [words.executives(levels.join(', '))]),
    ...(first === undefined ? [] : [words.nextStep(first.title)]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

async function lint(flags: FlagValues, host: CliHost): Promise<string> {
  const path = flags.text('path')?.replace(/^\.?\/+|\/+$/g, '');
  if (path !== undefined && path !== '' && path !== '.' && !host.exists(path)) throw new CliRefusal(words.notInVault(path));
  const rule = flags.text('rule');
  if (rule !== undefined && findRule(rule) === undefined) throw new CliRefusal(unknownRuleMessage(rule));
  const severity: Severity = flags.choice('severity', SEVERITIES, 'info');
  const format = flags.choice('format', LINT_FORMATS, 'text');
  const { result } = await host.read();
  const within = (other: string): boolean => path === undefined || path === '' || path === '.' || other === path || other.startsWith(`${path}/`);
  const diagnostics = result.diagnostics.filter((found) => within(found.path) && (rule ?? found.rule) === found.rule && isAtLeast(found.severity, severity));
  const shown = { ...result, diagnostics };
  switch (format) {
    case 'text': return `${formatDiagnosticsText(shown)}${formatSummary(shown)}\n`;
    case 'json': return formatDiagnosticsJson(shown);
    case 'markdown': return formatDiagnosticsMarkdown(shown);
  }
}

async function commitment(flags: FlagValues, host: CliHost): Promise<string> {
  const format = flags.choice('format', COMMITMENT_FORMATS, 'text');
  const { store } = await host.read();
  const { today, config: { thresholds, settings } } = store;
  const signCount = signsOf(settings).length;
  const report = assessCommitment(commitmentRecordOf(sharedPlaybook(store), today), { ...thresholds, signCount });
  const wording: CommitmentWording = { words: levelWords(settings.levelLabels), lineOf: (path, offset) => store.positionOf(path, offset)?.line };
  switch (format) {
    case 'text': return formatCommitmentText(report, wording);
    case 'json': return formatCommitmentJson(report, wording.lineOf);
    case 'markdown': return formatCommitmentReportMarkdown(report, wording);
    case 'csv': return formatCommitmentCsv(report.people.map(({ row }) => row), wording.words);
  }
}

async function roadmap(flags: FlagValues, host: CliHost): Promise<string> {
  const group = flags.text('group') ?? 'competency';
  const groupBy = parseRoadmapGrouping(group);
  if (groupBy === undefined) throw new CliRefusal(words.groupTakes(FIXED_GROUPINGS.join(', '), group));
  const format = flags.choice('format', ROADMAP_FORMATS, 'markdown');
  const { store } = await host.read();
  const { today, config } = store;
  const layout = layoutRoadmap(sharedPlaybook(store), { today, groupBy, levelLabels: config.settings.levelLabels });
  switch (format) {
    case 'markdown': return formatRoadmapMarkdown(layout);
    case 'json': return formatRoadmapJson(layout);
    case 'mermaid': return formatRoadmapMermaid(layout);
    case 'csv': return formatRoadmapCsv(layout);
  }
}

async function next(flags: FlagValues, host: CliHost): Promise<string> {
  const format = flags.choice('format', TEXT_FORMATS, 'text');
  const { store } = await host.read();
  return format === 'json' ? formatStepsJson(nextSteps(store), store.today) : formatStepsText(nextSteps(store));
}

async function open(flags: FlagValues, host: CliHost): Promise<string> {
  const view = flags.choice('view', NAMED_VIEWS, NAMED_VIEWS[0]);
  await host.open(view);
  return `${words.opened(view)}\n`;
}

function nextSteps(store: PlaybookStore): readonly NextStep[] {
  const { thresholds, signCount, levelLabels } = homeOptionsOf(store);
  return assessNextSteps(store.playbook, commitmentRecordOf(store.playbook, store.today), { staleDays: thresholds.assessedDays, evidenceDays: thresholds.evidenceDays, signCount, levelLabels });
}
