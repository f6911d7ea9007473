/** Options that name leaders: `--what-if "NAME=LEVEL"` takes them to stand elsewhere than recorded. Nothing is written. */
import { COMMITMENT_LEVELS, parseCommitmentLevel, type CommitmentLevel } from '../playbook/commitment.js';
import type { Executive } from '../playbook/note.js';
import { nearestName, oneOfNot } from '../notes/nearest-name.js';
import { CommandFailure } from './command.js';

export interface RaisedLeader {
  readonly path: string;
  readonly name: string;
  readonly level: CommitmentLevel;
}

type LevelLabels = Readonly<Partial<Record<CommitmentLevel, string>>>;

/** In the order given; of one leader the last level counts. Throws {@link CommandFailure} for what cannot be read. */
export function readWhatIf(written: readonly string[], executives: readonly Executive[], labels: LevelLabels): readonly RaisedLeader[] {
  const byPath = new Map(written.map((text) => readOne(text, executives, labels)).map((leader) => [leader.path, leader]));
  return [...byPath.values()];
}

function readOne(written: string, executives: readonly Executive[], labels: LevelLabels): RaisedLeader {
  const equals = written.lastIndexOf('=');
  if (equals === -1) throw new CommandFailure(`Option --what-if takes NAME=LEVEL, such as "Ana Ruiz=supporter", not "${written}".`);
  const { path, title } = findLeader(written.slice(0, equals).trim(), executives, 'what-if');
  return { path, name: title, level: readLevel(written.slice(equals + 1).trim(), labels) };
}

/** The executive of a name, alias or path, in any case. Throws {@link CommandFailure} when it is nobody's, or several people's. */
export function findLeader(name: string, executives: readonly Executive[], option: string): Executive {
  const wanted = fold(name);
  const named = executives.filter(({ path, title, aliases }) => [path, path.replace(/\.md$/i, ''), title, ...aliases].some((known) => fold(known) === wanted));
  const [leader, another] = named;
  if (leader === undefined) {
    const nearest = nearestName(name, executives.map(({ title }) => title));
    throw new CommandFailure(`No executive is called "${name}". ${nearest === undefined ? `Option --${option} takes the name or path of a note of type executive.` : `Did you mean "${nearest}"?`}`);
  }
  if (another !== undefined) throw new CommandFailure(`Several executives are called "${name}". Name one by its path: ${named.map(({ path }) => `"${path}"`).join(', ')}.`);
  return leader;
}

function readLevel(text: string, labels: LevelLabels): CommitmentLevel {
  const level = parseCommitmentLevel(text) ?? COMMITMENT_LEVELS.find((known) => fold(labels[known] ?? '') === fold(text) && text !== '');
  if (level === undefined) throw new CommandFailure(`Option --what-if takes as level ${oneOfNot(COMMITMENT_LEVELS, text)}`);
  return level;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
