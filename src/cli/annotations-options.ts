/** The options of `annotations`: what is to be done, and which options go with it. */
import { THREAD_STATES } from '../export/annotations-entry.js';
import { oneOfNot } from '../notes/nearest-name.js';
import { ANNOTATION_KINDS } from '../playbook/annotation.js';
import type { EntryFilter } from './annotations-entries.js';
import { CommandFailure, type CommandArguments, type CommandIo } from './command.js';
import type { FsVault } from './fs-vault.js';
import { vaultPath } from './open-store.js';

export const ANNOTATION_FORMATS = ['text', 'json', 'csv', 'md', 'html'] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];

/** What one run of the command does. */
export type TaskName = 'list' | 'export' | 'relink' | 'check-leaks';

interface Task {
  /** As messages name it. */
  readonly name: string;
  /** The first is the default. */
  readonly formats: readonly [AnnotationFormat, ...AnnotationFormat[]];
  /** Options that it takes besides `--format`, `--output`, `--today` and the one that asks for it. */
  readonly options: readonly string[];
}

const FILTERS = ['status', 'kind', 'author', 'note'];
const TASKS: Readonly<Record<TaskName, Task>> = {
  list: { name: 'the list', formats: ['text', 'json', 'csv', 'md'], options: [...FILTERS, 'private'] },
  export: { name: '--export', formats: ['md', 'html'], options: FILTERS },
  relink: { name: 'relink', formats: ['text', 'json'], options: ['write', 'diff'] },
  'check-leaks': { name: '--check-leaks', formats: ['text', 'json'], options: [] },
};

const TASK_OPTIONS = [...FILTERS, 'private', 'write', 'diff'];

/** Throws {@link CommandFailure} for tasks and options that do not go together. */
export function taskOf(args: CommandArguments): TaskName {
  const [, word, ...more] = args.positionals;
  const asked = (['export', 'check-leaks'] as const).filter((name) => args.flag(name));
  if (asked.length > 1) throw new CommandFailure('Options --export and --check-leaks do not go together. Run one after the other.');
  const task: TaskName = asked[0] ?? (word === 'relink' ? 'relink' : 'list');
  if (task !== 'check-leaks' && word !== undefined && (word !== 'relink' || task !== 'relink' || more.length > 0)) {
    throw new CommandFailure(`After the vault, "annotations" takes the word relink, or FILES with --check-leaks, not "${task === 'relink' ? (more[0] ?? '') : word}". Name a note with --note.`);
  }
  const { name, options, formats } = TASKS[task];
  const wrong = TASK_OPTIONS.find((option) => isGiven(option, args) && !options.includes(option));
  if (wrong === 'private' && task === 'export') throw new CommandFailure('A hand-out holds nothing private: option --private does not go with --export. Leave out one of them.');
  if (wrong !== undefined) throw new CommandFailure(`Option --${wrong} does not go with ${name}. See "cx-playbook annotations --help".`);
  const format = args.text('format');
  if (format !== undefined && !formats.some((known) => known === format)) throw new CommandFailure(`Option --format takes for ${name} ${oneOfNot(formats, format)}`);
  if (args.flag('diff') && format !== undefined) throw new CommandFailure('Option --diff writes a patch and takes no --format. Leave out one of them.');
  return task;
}

export function formatOf(args: CommandArguments, task: TaskName): AnnotationFormat {
  const [first] = TASKS[task].formats;
  return args.choice('format', ANNOTATION_FORMATS, first);
}

/** Throws {@link CommandFailure} for words that are none, and for notes that are not there. */
export function filterOf(args: CommandArguments, vault: FsVault, io: CommandIo): EntryFilter {
  return {
    states: choicesOf('status', THREAD_STATES, args),
    kinds: choicesOf('kind', ANNOTATION_KINDS, args),
    authors: args.texts('author'),
    notes: args.texts('note').map((file) => vaultPath(file, vault, io)),
  };
}

function choicesOf<T extends string>(option: string, choices: readonly T[], args: CommandArguments): readonly T[] {
  return args.texts(option).map((word) => {
    const found = choices.find((choice) => choice === word);
    if (found === undefined) throw new CommandFailure(`Option --${option} takes ${oneOfNot(choices, word)}`);
    return found;
  });
}

function isGiven(option: string, args: CommandArguments): boolean {
  return args.flag(option) || args.texts(option).length > 0;
}
