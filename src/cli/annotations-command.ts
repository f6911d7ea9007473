import { THREAD_STATES, countsInWords, type AnnotationEntry, type AnnotationList, type ThreadState } from '../export/annotations-entry.js';
import { formatLeaksJson, formatLeaksText } from '../export/annotations-leaks.js';
import { formatRelinkJson, formatRelinkText, relinkSummary } from '../export/annotations-relink.js';
import { printable } from '../export/printable.js';
import { ANNOTATION_KINDS } from '../playbook/annotation.js';
import { countOf } from '../playbook/count-of.js';
import { PRIVATE_FOLDER } from '../playbook/privacy.js';
import { applyPlan } from '../vault/edit-plan.js';
import { isListed, readEntries } from './annotations-entries.js';
import { makeHandOut } from './annotations-handout.js';
import { findAllLeaks, readExports } from './annotations-leaks.js';
import { ANNOTATION_FORMATS, filterOf, formatOf, taskOf, type AnnotationFormat } from './annotations-options.js';
import { VaultPrivacy } from './annotations-private.js';
import { planRelink } from './annotations-relink.js';
import { OUTPUT_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import { readGitIndex } from './git-index.js';
import { openStore, openVault, todayOf } from './open-store.js';
import { giveOutput } from './output.js';
import { givePatches } from './patch.js';

/** What a hand-out holds unless asked otherwise. */
const UNSETTLED: readonly ThreadState[] = ['orphan', 'confirm', 'open'];

export const annotationsCommand: Command = {
  name: 'annotations',
  usage: 'VAULT [relink | FILES…]',
  summary: 'Lists what coaches and clients wrote about notes, mends links after renames, writes a hand-out, finds leaks.',
  options: [
    { name: 'format', value: 'FORMAT', choices: ANNOTATION_FORMATS, description: 'How it is written; see below for what goes with what.' },
    OUTPUT_OPTION,
    { name: 'status', value: THREAD_STATES.join('|'), repeatable: true, description: 'Only threads that stand so.' },
    { name: 'kind', value: ANNOTATION_KINDS.join('|'), repeatable: true, description: 'Only threads of this kind.' },
    { name: 'author', value: 'NAME', repeatable: true, description: 'Only threads that this author began, in any case.' },
    { name: 'note', value: 'PATH', repeatable: true, description: 'Only threads about this note, or the notes of this folder.' },
    { name: 'private', description: 'List private threads too.' },
    { name: 'export', description: 'Write a hand-out for the client: what is not resolved, nothing private.' },
    { name: 'check-leaks', description: 'Find what is private and stands where others read it, also in FILES.' },
    { name: 'write', description: 'With relink: after the same plan, write it.' },
    { name: 'diff', description: 'With relink: show the changes as a patch instead of the plan.' },
    TODAY_OPTION,
  ],
  details: [
    'Without more words: the list, a line "path:line:column state kind, …" for each thread and the place where its quote',
    'stands by now (--format text|json|csv|md). Private threads, and threads about private notes, are left out and counted',
    'on standard error. Exit code: 0 nothing needs a person, however many threads are open; 1 a listed thread is an orphan or',
    'has to be confirmed; 2 could not run.',
    'Format json has "schema": 1. Its keys: today, threads (path, id, state, status, kind, private, author, created, ageDays,',
    'replies, lastAuthor, target, note, quote, heading, place, events), leftOutPrivate.',
    '',
    'relink finds the notes of links that dangle: by renames in git, by the text that the thread was written on, by the quote.',
    'It shows the plan with reasons (--format text|json, or --diff) and writes with --write alone; of several notes that may',
    'be meant it takes none. A shared thread is never linked to a private note. Exit code: 0 no link dangles, or all were',
    'mended; 1 some wait.',
    '',
    '--export writes what is orphan, to confirm or open (or what --status says) as --format md|html. A text that links to a',
    'private note, or tells its name or its words, keeps the hand-out from being written: exit code 1, with the place.',
    '',
    '--check-leaks finds private files that git tracks, shared notes, canvases and bases that link to private files, threads',
    'that lie in the wrong folder, and private names and words in FILES (--format text|json). Private is what lies below',
    '"_coach", and each note with "visibility: coach". Names shorter than 6 letters, and those that shared notes have too, are',
    'no secret. A clone without the private folder, as in CI, tells what git tracks and links that name the folder; names and',
    'words it cannot know. Exit code: 0 clean, 1 leaks.',
    '',
    'Examples:',
    '  cx-playbook annotations playbook',
    '  cx-playbook annotations playbook --status open --kind question --kind risk --note "10 Executives"',
    '  cx-playbook annotations playbook relink --diff',
    '  cx-playbook annotations playbook --export --format html -o remarks.html',
    '  cx-playbook annotations playbook --check-leaks remarks.html cx-report.html',
  ],
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  run: runAnnotations,
};

async function runAnnotations(args: CommandArguments, io: CommandIo): Promise<number> {
  switch (taskOf(args)) {
    case 'list': return listAnnotations(args, io);
    case 'export': return exportHandOut(args, io);
    case 'check-leaks': return checkLeaks(args, io);
    case 'relink': return relinkThreads(args, io);
  }
}

async function listAnnotations(args: CommandArguments, io: CommandIo): Promise<number> {
  const today = todayOf(args, io);
  const vault = openVault(args.positionals[0] ?? '', io, { history: true });
  const filter = filterOf(args, vault, io);
  const chosen = (await readEntries(await openStore(vault, today, io))).filter((entry) => isListed(entry, filter));
  const entries = args.flag('private') ? chosen : chosen.filter(({ isPrivate }) => !isPrivate);
  const leftOutPrivate = chosen.length - entries.length;
  giveOutput(await formatList({ today, entries, leftOutPrivate }, formatOf(args, 'list')), args, io);
  io.err(`${countsInWords(entries)}.${leftOutPrivate === 0 ? '' : ` ${countOf(leftOutPrivate, 'private thread')} left out: add --private to list ${leftOutPrivate === 1 ? 'it' : 'them'}.`}\n`);
  return entries.some(needsPerson) ? 1 : 0;
}

async function exportHandOut(args: CommandArguments, io: CommandIo): Promise<number> {
  const today = todayOf(args, io);
  const vault = openVault(args.positionals[0] ?? '', io, { history: true });
  const filter = filterOf(args, vault, io);
  const states = filter.states.length === 0 ? UNSETTLED : filter.states;
  const entries = (await readEntries(await openStore(vault, today, io))).filter((entry) => !entry.isPrivate && isListed(entry, { ...filter, states }));
  const result = await makeHandOut(entries, today, formatOf(args, 'export'), await VaultPrivacy.read(vault));
  if (!result.ok) {
    io.err(formatLeaksText(result.leaks));
    io.err(`No hand-out was written: ${countOf(result.leaks.length, 'place')} would tell what is private.\n`);
    return 1;
  }
  giveOutput(result.page, args, io);
  io.err(`${countsInWords(entries)}.\n`);
  return 0;
}

async function relinkThreads(args: CommandArguments, io: CommandIo): Promise<number> {
  const vault = openVault(args.positionals[0] ?? '', io);
  const { threads, changes } = await planRelink(await openStore(vault, todayOf(args, io), io), vault);
  if (args.flag('diff')) await givePatches(changes, args, io);
  else giveOutput(formatOf(args, 'relink') === 'json' ? formatRelinkJson(threads) : formatRelinkText(threads), args, io);
  if (!args.flag('write')) {
    io.err(`${relinkSummary(threads)}.${changes.length === 0 ? '' : ' Nothing was written: add --write.'}\n`);
    return threads.length === 0 ? 0 : 1;
  }
  const { written, refused } = await applyPlan(vault, { title: 'Relink', changes, refused: [] });
  for (const { message } of refused) io.err(`${printable(message)}\n`);
  io.err(`${relinkSummary(threads)}. Wrote ${countOf(written.length, 'thread')}.\n`);
  return written.length === threads.length ? 0 : 1;
}

async function checkLeaks(args: CommandArguments, io: CommandIo): Promise<number> {
  const [folder = '', ...names] = args.positionals;
  const vault = openVault(folder, io);
  const exports = readExports(names, io.cwd);
  const store = await openStore(vault, todayOf(args, io), io);
  const privacy = await VaultPrivacy.read(vault);
  const shared = readGitIndex(vault.root);
  const leaks = await findAllLeaks(store, privacy, shared, exports);
  giveOutput(formatOf(args, 'check-leaks') === 'json' ? formatLeaksJson(leaks, { files: names, git: shared !== undefined }) : formatLeaksText(leaks), args, io);
  if (shared === undefined) io.err('Git is not there, or the vault lies in no repository: what git shares was not checked.\n');
  const loose = [...privacy.privatePaths].filter((path) => shared?.untracked.has(path) === true).length;
  if (loose > 0) io.err(`${countOf(loose, 'private file')} not ignored by git: the next "git add" takes ${loose === 1 ? 'it' : 'them'}. Add "/${PRIVATE_FOLDER}/" to .gitignore.\n`);
  io.err(`${leaks.length === 0 ? 'No leak' : countOf(leaks.length, 'leak')}: ${countOf(privacy.privatePaths.size, 'private file')}, ${countOf(privacy.sharedNotes.length, 'shared note')}${names.length === 0 ? '' : `, ${countOf(names.length, 'exported file')}`}.\n`);
  return leaks.length === 0 ? 0 : 1;
}

function needsPerson({ state }: AnnotationEntry): boolean {
  return state === 'orphan' || state === 'confirm';
}

async function formatList(list: AnnotationList, format: AnnotationFormat): Promise<string> {
  switch (format) {
    case 'json': return (await import('../export/annotations-json.js')).formatAnnotationsJson(list);
    case 'csv': return (await import('../export/annotations-csv.js')).formatAnnotationsCsv(list);
    case 'md': return (await import('../export/annotations-markdown.js')).formatAnnotationsMarkdown(list);
    default: return (await import('../export/annotations-text.js')).formatAnnotationsText(list);
  }
}
