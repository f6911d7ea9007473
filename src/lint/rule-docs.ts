/** A rule's page, made from the rule: what it reports, why, whether it fixes, how to set it, and its examples. */
import { CONFIG_PATH } from './config.js';
import type { Rule, RuleExample } from './rule.js';

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

function formatExample({ title, notes, after, config }: RuleExample): string[] {
  return [
    `### ${title}`,
    '',
    ...(config === undefined ? [] : [...codeBlock(CONFIG_PATH, config, 'yaml')]),
    ...Object.entries(notes).flatMap(([path, text]) => codeBlock(path, text, 'markdown')),
    ...Object.entries(after ?? {}).flatMap(([path, text]) => ['Its fix gives:', '', ...codeBlock(path, text, 'markdown')]),
  ];
}

function codeBlock(path: string, text: string, language: string): string[] {
  return [`\`${path}\``, '', `\`\`\`\`${language}`, text.replace(/\n$/, ''), '````', ''];
}

/** The index of all pages. */
export function formatRuleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, summary, source }) => `| [${id}](${id}.md) | ${severity} | ${summary} | ${source} |`);
  return ['# Rules', '', `${rules.length} rules. OURS marks what no source states.`, '', '| Rule | Severity | Reports | Source |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}
