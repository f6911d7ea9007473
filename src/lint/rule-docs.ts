/** A rule's page, made from the rule: what it reports, why, whether it fixes, how to set it, and its examples. */
import { CONFIG_PATH } from './config.js';
import { rulePageName, type ExampleRepository, type Rule, type RuleExample } from './rule.js';
import { ATTRIBUTES_FILE, IGNORE_FILE } from './repository-files.js';

/** Markdown. Examples show what is found between `‹` and `›`. */
export function formatRulePage(rule: Rule): string {
  const fixes = rule.examples.some(({ after }) => after !== undefined) || rule.id.startsWith('require-');
  return [
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    rule.why,
    '',
    '| Severity | Fix | Source |',
    '| --- | --- | --- |',
    `| ${rule.severity} | ${fixes ? 'yes' : 'no'} | ${rule.source} |`,
    '',
    '## Examples',
    '',
    'What is found stands between ‹ and ›; without them the example is clean.',
    '',
    ...rule.examples.flatMap(formatExample),
    '## How to set it',
    '',
    `In \`${CONFIG_PATH}\`: \`off\`, \`info\`, \`warning\` or \`error\`.`,
    '',
    '```yaml',
    'rules:',
    `  ${rule.id}: ${rule.severity === 'info' ? 'off' : 'info'}`,
    '```',
    '',
    'In a note, from there on:',
    '',
    '```markdown',
    `%% cx-lint-disable ${rule.id} -- the reason %%`,
    '```',
    '',
  ].join('\n');
}

function formatExample({ title, notes, after, config, repository }: RuleExample): string[] {
  return [
    `### ${title}`,
    '',
    ...(config === undefined ? [] : [...codeBlock(CONFIG_PATH, config, 'yaml')]),
    ...(repository === undefined ? [] : formatRepository(repository)),
    ...Object.entries(notes).flatMap(([path, text]) => codeBlock(path, text, 'markdown')),
    ...Object.entries(after ?? {}).flatMap(([path, text]) => ['Its fix gives:', '', ...codeBlock(path, text, 'markdown')]),
  ];
}

function formatRepository({ tracked, attributes, ignores, isShared, driver, pluginData }: ExampleRepository): string[] {
  const secrets = (pluginData ?? []).filter((data) => data.secrets.length > 0);
  const program = driver?.missingProgram === undefined ? '' : ', but not its program';
  const facts = [
    isShared === false ? 'The vault lies in a repository that has no remote.' : 'The vault lies in a repository that is shared.',
    ...(driver === undefined ? [] : [driver.isConfigured ? `This clone has the merge driver in its settings${program}.` : 'This clone has no merge driver in its settings.']),
    ...secrets.map((data) => `In \`${data.path}\` a key stands under ${data.secrets.map((name) => `\`${name}\``).join(', ')}.`),
  ];
  return [
    facts.join(' '),
    '',
    ...(tracked === undefined ? [] : ['Git tracks:', '', '````text', ...tracked, '````', '']),
    ...(attributes === undefined ? [] : codeBlock(ATTRIBUTES_FILE, attributes, 'text')),
    ...(ignores === undefined ? [] : codeBlock(IGNORE_FILE, ignores, 'text')),
  ];
}

function codeBlock(path: string, text: string, language: string): string[] {
  return [`\`${path}\``, '', `\`\`\`\`${language}`, text.replace(/\n$/, ''), '````', ''];
}

/** The index of all pages. */
export function formatRuleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, summary, source }) => `| [${id}](${rulePageName(id)}.md) | ${severity} | ${summary} | ${source} |`);
  return ['# Rules', '', `${rules.length} rules. OURS marks what no source states.`, '', '| Rule | Severity | Reports | Source |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}
