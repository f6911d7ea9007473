import { formatRulePage } from '../lint/rule-docs.js';
import { findRule, unknownRuleMessage } from '../lint/rules/index.js';
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
    if (rule === undefined) throw new CommandFailure(unknownRuleMessage(id));
    io.out(formatRulePage(rule));
    return Promise.resolve(0);
  },
};
