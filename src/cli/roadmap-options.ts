/**
 * The options of `roadmap` that choose what is seen. They have the names and values of a `cx-roadmap` block, and are read
 * by the same reader; where the block has a switch that is on, the command line has one that turns it off.
 */
import { FIXED_GROUPINGS } from '../roadmap/grouping.js';
import { readRoadmapChoice, ROADMAP_OPTIONS, type RoadmapChoice } from '../roadmap/roadmap-choice.js';
import { CommandFailure, type CommandArguments, type CommandOption } from './command.js';

type BlockOption = (typeof ROADMAP_OPTIONS)[number]['name'];

/** Word for the value of each option that takes one. */
const VALUES: Readonly<Partial<Record<BlockOption, string>>> = {
  search: 'TEXT',
  kind: 'KIND',
  competency: 'COMPETENCY',
  status: 'STATUS',
  phase: 'PHASE',
  ambition: 'AMBITION',
  unit: 'UNIT',
  sponsor: 'NAME',
  focus: 'NOTE',
  rows: 'ROWS',
  from: 'DATE',
  to: 'DATE',
};

/** Names on the command line of switches: what they set. */
const SWITCHES: Readonly<Record<string, { readonly option: BlockOption; readonly value: boolean; readonly description: string }>> = {
  'only-gaps': { option: 'gaps', value: true, description: 'Only items with days on which the recorded commitment is too low.' },
  'no-commitment': { option: 'commitment', value: false, description: 'Nothing about commitment: no levels, no gaps, no ranking of sponsors.' },
  'no-arrows': { option: 'arrows', value: false, description: 'No arrows from each item to what waits for it.' },
};

const VALUE_OPTIONS: readonly CommandOption[] = ROADMAP_OPTIONS.flatMap((option): readonly CommandOption[] => {
  const { name, form, description } = option;
  const value = VALUES[name];
  if (value === undefined) return [];
  if (name === 'rows') return [{ name, value, choices: option.values, description }];
  if (form !== 'list') return [{ name, value, description }];
  return [{ name, value, repeatable: true, description: 'values' in option ? `${description.replace(/\.$/, '')}: ${option.values.join(', ')}.` : description }];
});

export const CHOICE_OPTIONS: readonly CommandOption[] = [...VALUE_OPTIONS, ...Object.entries(SWITCHES).map(([name, { description }]) => ({ name, description }))];

/** Throws {@link CommandFailure} with the first value that cannot be read. */
export function choiceOf(args: CommandArguments): RoadmapChoice {
  const given = Object.fromEntries(VALUE_OPTIONS.map(({ name, repeatable }) => [name, repeatable === true ? oneOrAll(args.texts(name)) : args.text(name)]));
  const switched = Object.entries(SWITCHES).flatMap(([name, { option, value }]) => (args.flag(name) ? [[option, value] as const] : []));
  const values = { ...given, ...Object.fromEntries(switched), group: args.text('group'), dropped: args.flag('dropped') };
  const { choice, problems } = readRoadmapChoice(values);
  const [problem] = problems;
  if (problem === undefined) return choice;
  if (problem.key === 'group') throw new CommandFailure(`Option --group takes ${FIXED_GROUPINGS.join(', ')} or property:NAME, not "${args.text('group')}".`);
  throw new CommandFailure(problem.message.replace(`Option "${problem.key}"`, `Option --${problem.key}`));
}

/** One text may be a list with commas; of several each stands for itself. */
function oneOrAll(texts: readonly string[]): string | readonly string[] | undefined {
  return texts.length > 1 ? texts : texts[0];
}
