/**
 * Writes the pages that follow from the code: rules, notes, command line, plugin, JSON schema, and the drawing in the
 * README. `npm run docs` runs it; the check fails when what it writes differs from what is committed.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCommands } from '../src/cli/commands.js';
import { formatCommandHelp } from '../src/cli/command.js';
import { FsVault } from '../src/cli/fs-vault.js';
import { formatRoadmapSvg } from '../src/export/roadmap-svg.js';
import { buildConfigSchema } from '../src/lint/config-schema.js';
import { formatRuleIndex, formatRulePage } from '../src/lint/rule-docs.js';
import { rulePageName } from '../src/lint/rule.js';
import { RULES } from '../src/lint/rules/index.js';
import { formatSchemaPage } from '../src/notes/schema-docs.js';
import { parseCalendarDate } from '../src/playbook/calendar-date.js';
import { layoutRoadmap } from '../src/roadmap/layout.js';
import { PlaybookStore } from '../src/vault/playbook-store.js';
import { formatLanguagePage, measureLanguageRules } from './language-page.js';
import { formatPluginPage } from './plugin-page.js';
import { formatRoadmapPage } from './roadmap-page.js';
import { formatSourcesPage } from './sources-page.js';

const DOCS = 'docs';
const GENERATED = '<!-- Made from the code by "npm run docs". Change the code, not this page. -->\n\n';

function write(path: string, text: string): void {
  const file = join(DOCS, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

for (const page of readdirSync(join(DOCS, 'rules'), { withFileTypes: true })) rmSync(join(DOCS, 'rules', page.name));
for (const rule of RULES) write(`rules/${rulePageName(rule.id)}.md`, GENERATED + formatRulePage(rule));
write('rules/README.md', GENERATED + formatRuleIndex(RULES));
write('notes.md', GENERATED + formatSchemaPage());
write('plugin.md', GENERATED + formatPluginPage());
write('sources.md', GENERATED + formatSourcesPage());
write('roadmap.md', GENERATED + formatRoadmapPage());
write('language-rules.md', GENERATED + formatLanguagePage(await measureLanguageRules()));
write('cx-playbook.schema.json', `${JSON.stringify(buildConfigSchema(RULES), undefined, 2)}\n`);
write(
  'command-line.md',
  `${GENERATED}# Command line\n\nExit code: 0 clean, 1 findings, 2 could not run. Data goes to standard output, everything else to standard error.\n\n${(await loadCommands()).map((command) => `## ${command.name}\n\n\`\`\`text\n${formatCommandHelp(command)}\`\`\`\n`).join('\n')}`,
);

const today = parseCalendarDate('2026-11-22');
if (today === undefined) throw new Error('The day of the drawing is none.');
const { playbook } = await PlaybookStore.open(new FsVault('test/sample-vault'), { today });
for (const theme of ['light', 'dark'] as const) {
  write(`pictures/roadmap-${theme}.svg`, formatRoadmapSvg(layoutRoadmap(playbook, { today, groupBy: 'leader' }), { theme }));
}
