/**
 * Rules by what a practitioner would call the trouble. A rule that is in none is shown as "other", so that a new rule is
 * never unseen.
 */
import type { OVERVIEW_WORDS } from './words/en/overview.js';

export type RuleGroup = keyof (typeof OVERVIEW_WORDS)['groups'];

export const RULES_OF_GROUP: Readonly<Record<RuleGroup, readonly string[]>> = {
  practices: ['require-why', 'require-model', 'require-reinforce', 'no-empty-practice', 'near-miss-heading', 'practice-depth'],
  links: ['resolved-link', 'link-kind'],
  people: ['known-commitment', 'no-stale-assessment', 'one-ceo', 'tag-agrees', 'known-competency'],
  commitment: ['said-done-gap', 'buy-in-only', 'evidenced-level', 'unexplained-jump', 'lever-mismatch', 'ambition-gap', 'ceo-first'],
  proof: ['untold-proof', 'siloed-pilot', 'cost-only-initiative', 'number-and-story', 'two-metrics'],
  enablement: ['reward-conflict', 'empowerment-incomplete'],
  journey: ['no-journey-link', 'line-of-sight', 'competency-coverage', 'only-incremental', 'unit-benefit'],
  momentum: ['complacency', 'stalled-work'],
  order: ['foundation-order', 'phase-order', 'date-order', 'dated-item', 'journey-span'],
  language: ['conflicting-message', 'compliance-language'],
  annotations: ['private-leak', 'annotation-orphan', 'annotation-target', 'annotation-format', 'annotation-id', 'annotation-status', 'unresolved-older-than'],
  properties: ['valid-frontmatter', 'readable-note', 'known-kind', 'known-property', 'known-value'],
  team: [
    ...['team/conflict-markers', 'team/double-frontmatter', 'team/sync-conflict-copy', 'team/case-collision', 'team/reserved-name', 'team/workspace-tracked', 'team/secret-in-plugin-data', 'team/mixed-eol'],
    ...['team/bom', 'team/missing-gitattributes', 'team/merge-driver-not-installed', 'team/volatile-field', 'team/plugin-data-tracked', 'team/link-case-mismatch'],
  ],
  upkeep: ['known-config', 'unused-directive'],
  other: [],
};

const GROUP_OF_RULE = new Map<string, RuleGroup>();
for (const group of Object.keys(RULES_OF_GROUP).filter(isRuleGroup)) {
  for (const rule of RULES_OF_GROUP[group]) GROUP_OF_RULE.set(rule, group);
}

export function groupOfRule(rule: string): RuleGroup {
  return GROUP_OF_RULE.get(rule) ?? 'other';
}

/** The group that holds exactly these rules; undefined when none does. */
export function groupOfRules(rules: readonly string[]): RuleGroup | undefined {
  const wanted = new Set(rules);
  return Object.keys(RULES_OF_GROUP)
    .filter(isRuleGroup)
    .find((group) => RULES_OF_GROUP[group].length === wanted.size && wanted.size > 0 && RULES_OF_GROUP[group].every((rule) => wanted.has(rule)));
}

function isRuleGroup(name: string): name is RuleGroup {
  return Object.hasOwn(RULES_OF_GROUP, name);
}
