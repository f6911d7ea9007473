import { nearestName } from '../notes/nearest-name.js';
import { formatRulePage } from '../lint/rule-docs.js';
import { findRule, RULES } from '../lint/rules/index.js';
import { CommandFailure, type Command } from './command.js';

export const explainCommand: Command = {
  name: 'explain',
  usage: 'RULE',
  summary: 'Shows the page of a rule: what it reports, why, examples, how to set it.',
  options: [],
  minArguments: 1,
  maxArguments: 1,
  run: ({ positionals: [id = ''] }, io) => {
    const rule = findRule(id);
    if (rule === undefined) {
      const ids = RULES.map((known) => known.id);
      const nearest = nearestName(id, ids);
      throw new CommandFailure(`Rule "${id}" does not exist. ${nearest === undefined ? `Known: ${ids.join(', ')}.` : `Did you mean "${nearest}"?`}`);
    }
    io.out(formatRulePage(rule));
    return Promise.resolve(0);
  },
};
