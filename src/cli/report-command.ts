import { resolve } from 'node:path';
import { formatSummary } from '../export/diagnostics-text.js';
import { RULES } from '../lint/rules/index.js';
import { homeOptionsOf } from '../vault/home-options.js';
import { sharedFindings, sharedPlaybook } from '../vault/shared-part.js';
import { OUTPUT_OPTION, TODAY_OPTION, type Command } from './command.js';
import { openStore, openVault, tellLeftOut, todayOf } from './open-store.js';
import { giveOutput } from './output.js';

export const reportCommand: Command = {
  name: 'report',
  usage: 'VAULT',
  summary: 'Writes one self-contained page for a steering meeting: next steps, roadmap, commitment, proof, health.',
  options: [OUTPUT_OPTION, TODAY_OPTION],
  details: [
    'The page holds levels of commitment of named people: share it with those who may know them.',
    'Private notes and threads, below "_coach" or with "visibility: coach", are left out and counted on standard error.',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: async (args, io) => {
    const today = todayOf(args, io);
    const store = await openStore(openVault(args.positionals[0] ?? '', io, { repository: true }), today, io);
    const { config } = store;
    const playbook = sharedPlaybook(store);
    const { levelLabels } = config.settings;
    const { formatReportHtml } = await import('../export/report-html.js');
    const { layoutRoadmap } = await import('../roadmap/layout.js');
    const shared = sharedFindings(store.lint(), store);
    // That a shared note leads to a private one is for those to know who can mend it.
    const lint = { ...shared, diagnostics: shared.diagnostics.filter(({ rule }) => rule !== 'private-leak') };
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
    tellLeftOut(store, io);
    if (file !== undefined) io.err(`Report written to ${resolve(io.cwd, file)}\n`);
    return 0;
  },
};
