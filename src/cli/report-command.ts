import { resolve } from 'node:path';
import { formatSummary } from '../export/diagnostics-text.js';
import { RULES } from '../lint/rules/index.js';
import { homeOptionsOf } from '../vault/home-options.js';
import { OUTPUT_OPTION, TODAY_OPTION, type Command } from './command.js';
import { openStore, openVault, todayOf } from './open-store.js';
import { giveOutput } from './output.js';

export const reportCommand: Command = {
  name: 'report',
  usage: 'VAULT',
  summary: 'Writes one self-contained page for a steering meeting: next steps, roadmap, commitment, proof, health.',
  options: [OUTPUT_OPTION, TODAY_OPTION],
  details: ['The page holds levels of commitment of named people: share it with those who may know them.'],
  minArguments: 1,
  maxArguments: 1,
  run: async (args, io) => {
    const today = todayOf(args, io);
    const store = await openStore(openVault(args.positionals[0] ?? '', io), today, io);
    const { playbook, config } = store;
    const { levelLabels } = config.settings;
    const { formatReportHtml } = await import('../export/report-html.js');
    const { layoutRoadmap } = await import('../roadmap/layout.js');
    const lint = store.lint();
    const page = formatReportHtml({
      today,
      playbook,
      layouts: [layoutRoadmap(playbook, { today, groupBy: 'leader', levelLabels })],
      lint,
      ruleSummaries: new Map(RULES.map(({ id, summary }) => [id, summary])),
      ...homeOptionsOf(store),
      thresholds: config.thresholds,
    });
    giveOutput(page, args, io);
    const file = args.text('output');
    io.err(`${formatSummary(lint)}\n`);
    if (file !== undefined) io.err(`Report written to ${resolve(io.cwd, file)}\n`);
    return 0;
  },
};
