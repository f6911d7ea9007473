/** Commitment over time, as the commits of the vault's repository recorded it. */
import { printable } from '../export/printable.js';
import { executivesIn, type HistoryPeriod } from '../export/history-words.js';
import { askText, GitAbsent, GitFailure } from '../history/git-port.js';
import { readRecordedHistory } from '../history/read-history.js';
import { readRepository, type Repository } from '../history/revision.js';
import { CONFIG_PATH } from '../lint/config.js';
import { nearestName } from '../notes/nearest-name.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { parseCalendarDate, type CalendarDate } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import type { RecordedExecutive, RecordedHistory } from '../playbook/recorded-history.js';
import { levelWords } from '../playbook/step-words.js';
import { VaultSettings } from '../vault/vault-settings.js';
import { CommandFailure, OUTPUT_OPTION, PRIVATE_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import type { FsVault } from './fs-vault.js';
import { openHistoryCache } from './history-cache.js';
import { NodeGitPort } from './node-git-port.js';
import { NodeGit } from './node-git.js';
import { openVault } from './open-store.js';
import { giveOutput } from './output.js';
import { startProgress } from './progress.js';

const FORMATS = ['text', 'json', 'csv'] as const;

export const historyCommand: Command = {
  name: 'history',
  usage: 'VAULT',
  summary: 'Tells from git how the recorded commitment of each executive changed over time.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'How it is written. Default: text.' },
    OUTPUT_OPTION,
    { name: 'executive', value: 'NAME', repeatable: true, description: 'Only this executive: the title, or the path of the note, also a former one.' },
    { name: 'since', value: 'REV|DAY', description: 'Leave out what had ended by this day (yyyy-mm-dd), or by that of a git revision.' },
    { name: 'until', value: 'REV|DAY', description: 'Leave out what was recorded after this day, or after that of a git revision.' },
    { name: 'revision', value: 'REV', description: 'The revision at which the history ends. Default: what is checked out.' },
    { name: 'no-cache', description: 'Read everything anew, and keep nothing.' },
    PRIVATE_OPTION,
  ],
  details: [
    'A level has the day on which git recorded it, where the committer was: not the day on which it came about. Column',
    '"Note says" is the day that the note itself gives ("assessed"). Commits that leave the level as it is add nothing; what',
    'cannot be read, is not there, or is no executive’s note is a gap. Renamed notes are followed. Where branches disagreed,',
    'the side that the merge kept is told. The present settings of the vault (cx-playbook.yml) hold for all its revisions.',
    'What was read is kept in the repository’s own folder (".git/cx-playbook"), so that the next run reads only what is new.',
    'Changes that are not committed are not in the history.',
    'Format json has "schema": 1 and stored slugs; what is not recorded is null. Its keys: revision, commits, firstDay,',
    'lastDay, shallow, since, until, executives (path, title, present, formerPaths, stretches: kind "level" with level,',
    'steps, recordedOn, lastRecordedOn, assessed, commit, author, subject; kind "gap" with reason instead).',
    'Private notes, below "_coach" or with "visibility: coach", are left out and counted on standard error; a note that is',
    'shared now is told from the day on which it became so.',
    'Exit code: 0; 2 could not run, such as without git (2.31 or newer) or outside a repository.',
    '',
    'Examples:',
    '  cx-playbook history playbook',
    '  cx-playbook history playbook --executive "Ana Ruiz" --since 2026-01-01',
    '  cx-playbook history playbook --format csv -o history.csv',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: runHistory,
};

async function runHistory(args: CommandArguments, io: CommandIo): Promise<number> {
  const name = args.positionals[0] ?? '';
  const vault = openVault(name, io);
  const git = new NodeGitPort(vault.root);
  const repository = await repositoryOf(git, name);
  const options = new NodeGit(vault.root, 'the option');
  const dayOf = (option: string): CalendarDate | undefined => dayGiven(args.text(option), options);
  const period: HistoryPeriod = { since: dayOf('since'), until: dayOf('until') };
  const asked = args.text('revision');
  const revision = asked === undefined ? undefined : options.revision(asked).commit;
  const settings = await settingsOf(vault, git, repository.isBare);
  const progress = startProgress('Reading text', io);
  let history: RecordedHistory;
  try {
    history = await readRecordedHistory(git, repository, {
      notes: buildNoteContext(settings.config.settings),
      isIgnored: (path) => settings.isIgnored(path),
      includePrivate: args.flag('private'),
      revision,
      cache: args.flag('no-cache') ? undefined : await openHistoryCache(git, vault.root, repository.prefix),
      onProgress: (done, total) => progress.update(done, total),
    });
  } catch (error) {
    if (error instanceof GitFailure) throw new CommandFailure(error.message);
    throw error;
  } finally {
    progress.end();
  }
  const shown = only(args.texts('executive'), history);
  giveOutput(await formatHistory(shown, period, settings, args), args, io);
  const format = args.choice('format', FORMATS, 'text');
  if (history.privateLeftOut > 0) io.err(`${countOf(history.privateLeftOut, 'private note')} left out.\n`);
  if (history.shallow && format !== 'text') io.err('This clone is shallow: what is older is not known. Fetch it with "git fetch --unshallow".\n');
  if (executivesIn(shown, period).length === 0 && format !== 'text') io.err('No executive’s level is recorded in this history.\n');
  return 0;
}

async function repositoryOf(git: NodeGitPort, name: string): Promise<Repository> {
  try {
    return await readRepository(git);
  } catch (error) {
    if (error instanceof GitAbsent) throw new CommandFailure(error.message);
    if (error instanceof GitFailure) throw new CommandFailure(`A history needs a git repository, and "${name}" is in none that git can read. ${error.message}`);
    throw error;
  }
}

/** A day as it is written, else that of a revision. Throws {@link CommandFailure} for what is neither. */
function dayGiven(written: string | undefined, git: NodeGit): CalendarDate | undefined {
  return written === undefined ? undefined : (parseCalendarDate(written) ?? git.revision(written).day);
}

/** Those of the folder; a bare repository has them in its newest revision. */
async function settingsOf(vault: FsVault, git: NodeGitPort, isBare: boolean): Promise<VaultSettings> {
  if (!isBare) return VaultSettings.read(vault);
  try {
    return await VaultSettings.parse(await askText(git, { args: ['cat-file', 'blob', `HEAD:${CONFIG_PATH}`] }));
  } catch (error) {
    // It has none, or nothing was committed yet.
    if (error instanceof GitFailure) return VaultSettings.DEFAULT;
    throw error;
  }
}

/** Those who were named. Throws {@link CommandFailure} for a name that nobody had. */
function only(names: readonly string[], history: RecordedHistory): RecordedHistory {
  if (names.length === 0) return history;
  const wanted = new Set(names.flatMap((name) => {
    const found = history.executives.filter((executive) => isCalled(executive, fold(name)));
    if (found.length > 0) return found;
    const nearest = nearestName(name, history.executives.map(({ title }) => title));
    throw new CommandFailure(`The history has no executive "${printable(name)}". ${nearest === undefined ? 'Name one by the title or the path of the note.' : `Did you mean "${printable(nearest)}"?`}`);
  }));
  return { ...history, executives: history.executives.filter((executive) => wanted.has(executive)) };
}

function isCalled({ title, path, formerPaths }: RecordedExecutive, name: string): boolean {
  return fold(title) === name || [path, ...formerPaths].some((known) => fold(known) === name || fold(known) === `${name}.md`);
}

function fold(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

async function formatHistory(history: RecordedHistory, period: HistoryPeriod, { config }: VaultSettings, args: CommandArguments): Promise<string> {
  const words = levelWords(config.settings.levelLabels);
  switch (args.choice('format', FORMATS, 'text')) {
    case 'text': return (await import('../export/history-text.js')).formatHistoryText(history, period, words);
    case 'json': return (await import('../export/history-json.js')).formatHistoryJson(history, period);
    case 'csv': return (await import('../export/history-csv.js')).formatHistoryCsv(history, period, words);
  }
}
