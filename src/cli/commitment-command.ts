import { printable } from '../export/printable.js';
import type { CommitmentWording } from '../export/commitment-sections.js';
import { nearestName } from '../notes/nearest-name.js';
import { signsOf } from '../notes/vault-signs.js';
import { commitmentRecordOf } from '../playbook/commitment-record-of.js';
import { assessCommitment, type CommitmentReport } from '../playbook/commitment-report.js';
import type { Executive } from '../playbook/note.js';
import { unitKey } from '../playbook/readiness.js';
import { levelWords } from '../playbook/step-words.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { CommandFailure, OUTPUT_OPTION, PRIVATE_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import { openStore, openVault, shownPlaybook, tellLeftOut, todayOf } from './open-store.js';
import { giveOutput } from './output.js';
import { findLeader, readWhatIf } from './what-if-option.js';

const FORMATS = ['text', 'json', 'md', 'csv'] as const;

export const commitmentCommand: Command = {
  name: 'commitment',
  usage: 'VAULT',
  summary: 'Tells who stands where, needed versus now, said versus done, who moves whom, and where to start.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'How it is written. Default: text.' },
    OUTPUT_OPTION,
    { name: 'unit', value: 'UNIT', repeatable: true, description: 'Only executives of this unit, in any case.' },
    { name: 'percent', value: 'N', description: 'So many percent of the peers make strong support. Default: coalition_percent of the vault.' },
    { name: 'what-if', value: 'NAME=LEVEL', repeatable: true, description: 'Who moves whom if an executive stood at this level.' },
    { name: 'with-case', value: 'NAME', repeatable: true, description: 'Who moves whom if an executive had a linked business case.' },
    PRIVATE_OPTION,
    TODAY_OPTION,
  ],
  details: [
    'Exit code: 0, also where something was said and nothing done: this command reports, and lint judges. 2 could not run.',
    'Format csv is the table alone, md the table and what follows from it, both with the words of the vault’s labels.',
    'Format json has "schema": 1 and stored slugs; what is not recorded is null. Its keys: today, thresholds, units, levels,',
    'executives (path, title, role, unit, isCeo, isHead, influence, peers, level, needed, gapLevels, assessedOn,',
    'assessedDaysAgo, stale, said, did, didByCategory, saidDoneGap, saidLines, didLines, evidenced, trend, expected, runs,',
    'changes, advice), coalition (label, percent, whatIf, recorded, rounds, levels, still, sensitivity), startHere, results.',
    'Options --percent, --what-if and --with-case change the coalition alone; nothing is written to the vault.',
    'Private notes, below "_coach" or with "visibility: coach", are left out and counted on standard error.',
    'What comes out holds levels of named people: share it with those who may know them.',
    '',
    'Examples:',
    '  cx-playbook commitment playbook',
    '  cx-playbook commitment playbook --unit Freight --unit Marketing --format csv -o commitment.csv',
    '  cx-playbook commitment playbook --what-if "Ana Ruiz=supporter" --with-case "Ben Okri" --percent 67',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: runCommitment,
};

async function runCommitment(args: CommandArguments, io: CommandIo): Promise<number> {
  const today = todayOf(args, io);
  const percent = percentOf(args.text('percent'));
  const store = await openStore(openVault(args.positionals[0] ?? '', io), today, io);
  const { settings, thresholds } = store.config;
  const playbook = shownPlaybook(store, args);
  const { executives } = playbook;
  const report = assessCommitment(commitmentRecordOf(playbook, today), {
    assessedDays: thresholds.assessedDays,
    evidenceDays: thresholds.evidenceDays,
    signCount: signsOf(settings).length,
    coalitionPercent: percent ?? thresholds.coalitionPercent,
    units: unitsOf(args.texts('unit'), executives),
    levels: new Map(readWhatIf(args.texts('what-if'), executives, settings.levelLabels).map(({ path, level }) => [path, level])),
    withCase: new Set(args.texts('with-case').map((name) => findLeader(name.trim(), executives, 'with-case').path)),
  });
  giveOutput(await formatCommitment(report, store, args), args, io);
  if (!args.flag('private')) tellLeftOut(store, io);
  if (report.people.length === 0 && args.choice('format', FORMATS, 'text') !== 'text') io.err('No executive is recorded in this vault.\n');
  return 0;
}

async function formatCommitment(report: CommitmentReport, store: PlaybookStore, args: CommandArguments): Promise<string> {
  const wording: CommitmentWording = {
    words: levelWords(store.config.settings.levelLabels),
    lineOf: (path, offset) => store.positionOf(path, offset)?.line,
  };
  switch (args.choice('format', FORMATS, 'text')) {
    case 'text': return (await import('../export/commitment-text.js')).formatCommitmentText(report, wording);
    case 'json': return (await import('../export/commitment-json.js')).formatCommitmentJson(report, wording.lineOf);
    case 'md': return (await import('../export/commitment-markdown.js')).formatCommitmentReportMarkdown(report, wording);
    case 'csv': return (await import('../export/commitment-csv.js')).formatCommitmentCsv(report.people.map(({ row }) => row), wording.words);
  }
}

/** A whole number from 1 to 100; undefined when the option was not given. */
function percentOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const percent = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (percent < 1 || percent > 100) throw new CommandFailure(`Option --percent takes a whole number from 1 to 100, not "${written}".`);
  return percent;
}

/** Throws {@link CommandFailure} for a unit that no executive's note names. */
function unitsOf(written: readonly string[], executives: readonly Executive[]): readonly string[] {
  const known = new Map(executives.flatMap(({ unit }) => (unit === undefined ? [] : [[unitKey(unit), unit] as const])));
  return written.map((unit) => {
    const found = known.get(unitKey(unit));
    if (found !== undefined) return found;
    const nearest = nearestName(unit, [...known.values()]);
    throw new CommandFailure(`No executive’s note names the unit "${printable(unit)}". ${nearest === undefined ? 'Option --unit takes what a note of type executive holds as "unit".' : `Did you mean "${nearest}"?`}`);
  });
}
