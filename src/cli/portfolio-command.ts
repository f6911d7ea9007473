import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { ReadingContext } from '../export/portfolio-reading.js';
import { printable } from '../export/printable.js';
import { RULES } from '../lint/rules/index.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { countOf } from '../playbook/count-of.js';
import { buildPortfolio, UNREAD_REASON, type Client, type Portfolio, type UnreadClient } from '../playbook/portfolio-clients.js';
import { MOVE_DAYS } from '../playbook/portfolio.js';
import { CommandFailure, OUTPUT_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import { todayOf } from './open-store.js';
import { giveOutput } from './output.js';
import { readResults } from './portfolio-results.js';
import { folderName, sourcesOf, type PortfolioSource } from './portfolio-sources.js';
import { readVaultSummary } from './portfolio-vault.js';

const FORMATS = ['text', 'json', 'md', 'csv', 'html'] as const;

export const portfolioCommand: Command = {
  name: 'portfolio',
  usage: 'DIR…',
  summary: 'Tells where each of many clients stands, with nothing private in it.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'How it is written. Default: text.' },
    OUTPUT_OPTION,
    { name: 'name', value: 'DIR=NAME', repeatable: true, description: 'What a client is called. Default: the folder’s name.' },
    { name: 'anonymous', description: 'Call the clients A, B, C… in the order shown.' },
    { name: 'days', value: 'N', description: `Days back to which movement is counted. Default: ${MOVE_DAYS}.` },
    TODAY_OPTION,
  ],
  details: [
    'Each DIR is a vault on this machine, or a folder or file of JSON results: of portfolio, of lint, of commitment. Results of',
    'lint and commitment in one folder are of one client, called by the folder’s name. Nothing is fetched from anywhere.',
    'Let each vault’s own runner write its result, and collect those: cx-playbook portfolio VAULT --format json -o acme.json.',
    'It holds counts alone. Results of lint and commitment hold names and messages; of those only counts are taken.',
    'What comes out holds no name of a person, no title, no path and no word of a note; private notes do not count.',
    'The order is a rule of ours, written out below the table. Of two results with one name the newer one counts.',
    'Exit code: 0 all were read, 1 some were not and are listed with the reason, 2 none was read.',
    '',
    'Examples:',
    '  cx-playbook portfolio clients/acme clients/birch --name clients/birch=Birch',
    '  cx-playbook portfolio results --format html -o portfolio.html --anonymous',
  ],
  minArguments: 1,
  maxArguments: Number.POSITIVE_INFINITY,
  run: runPortfolio,
};

async function runPortfolio(args: CommandArguments, io: CommandIo): Promise<number> {
  const today = todayOf(args, io);
  const moveDays = daysOf(args.text('days'));
  const sources = await distinctSources(args.positionals, io);
  const names = namesOf(args.texts('name'), sources, io);
  const collected = await readSources(sources, names, { moveDays, knownRules: new Set(RULES.map(({ id }) => id)) }, today, io);
  const portfolio = buildPortfolio(newestOfEachName(collected.clients, io), collected.unread, { isAnonymous: args.flag('anonymous') });
  for (const { name, reason } of collected.unread) io.err(`"${printable(name)}" was not read. ${UNREAD_REASON[reason]}\n`);
  if (portfolio.clients.length === 0) throw new CommandFailure('No client could be read. Name a vault, or a folder of JSON results.');
  giveOutput(await formatPortfolio(portfolio, today, args), args, io);
  if (collected.privateNotes > 0) io.err(`${countOf(collected.privateNotes, 'private note')} left out.\n`);
  return portfolio.unread.length > 0 ? 1 : 0;
}

async function formatPortfolio(portfolio: Portfolio, today: CalendarDate, args: CommandArguments): Promise<string> {
  switch (args.choice('format', FORMATS, 'text')) {
    case 'text': return (await import('../export/portfolio-text.js')).formatPortfolioText(portfolio, today);
    case 'json': return (await import('../export/portfolio-json.js')).formatPortfolioJson(portfolio);
    case 'md': return (await import('../export/portfolio-markdown.js')).formatPortfolioMarkdown(portfolio, today);
    case 'csv': return (await import('../export/portfolio-csv.js')).formatPortfolioCsv(portfolio);
    case 'html': return (await import('../export/portfolio-html.js')).formatPortfolioHtml(portfolio, today);
  }
}

/** Each folder once, however often and by whatever link it was named; results of one folder together. */
async function distinctSources(positionals: readonly string[], io: CommandIo): Promise<readonly PortfolioSource[]> {
  const sources: PortfolioSource[] = [];
  for (const argument of positionals) {
    for (const source of await sourcesOf(argument, io.cwd)) {
      const at = sources.findIndex(({ kind, folder }) => kind === source.kind && folder === source.folder);
      const known = sources[at];
      if (known?.kind === 'results' && source.kind === 'results') {
        sources[at] = { ...known, files: [...new Set([...known.files, ...source.files])], isNamed: known.isNamed && source.isNamed };
      } else if (known !== undefined) io.err(`"${printable(argument)}" is named twice. It counts once.\n`);
      else sources.push(source);
    }
  }
  return sources;
}

/** Names by folder or file, absolute. Throws {@link CommandFailure} for what is not written `DIR=NAME` or names none of the sources. */
function namesOf(written: readonly string[], sources: readonly PortfolioSource[], io: CommandIo): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const text of written) {
    // Folders and names may hold a "=" of their own: the first that ends the name of a source counts.
    const splits = [...text.matchAll(/=/g)]
      .map(({ index }) => ({ path: text.slice(0, index), name: text.slice(index + 1).trim() }))
      .filter(({ path, name }) => path !== '' && name !== '');
    if (splits.length === 0) throw new CommandFailure(`Option --name takes DIR=NAME, not "${text}".`);
    const named = splits.map(({ path, name }) => ({ real: realPath(resolve(io.cwd, path)), name })).find(({ real }) => isSource(real, sources));
    if (named === undefined) throw new CommandFailure(`Option --name names none of the folders given, "${text}". Name its folder as a DIR too.`);
    names.set(named.real, named.name);
  }
  return names;
}

/** Whether a path is the folder of a source, or one of its files. */
function isSource(path: string, sources: readonly PortfolioSource[]): boolean {
  return sources.some((source) => source.folder === path || (source.kind === 'results' && source.files.includes(path)));
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface Collected {
  readonly clients: readonly Client[];
  readonly unread: readonly UnreadClient[];
  readonly privateNotes: number;
}

/** A vault that fails stops no other. */
async function readSources(sources: readonly PortfolioSource[], names: ReadonlyMap<string, string>, context: ReadingContext, today: CalendarDate, io: CommandIo): Promise<Collected> {
  const clients: Client[] = [];
  const unread: UnreadClient[] = [];
  let privateNotes = 0;
  for (const source of sources) {
    const { folder, kind } = source;
    const name = names.get(folder) ?? clientName(folder, sources);
    if (kind === 'unread') unread.push({ name, reason: source.reason });
    else if (kind === 'results') {
      const found = readResults(source.files, name, source.isNamed, context, io);
      clients.push(...renamed(found.clients, source.files, names));
      unread.push(...found.unread);
    } else {
      try {
        const vault = await readVaultSummary(folder, today, context.moveDays, io);
        privateNotes += vault.privateNotes;
        if (vault.summary === undefined) unread.push({ name, reason: 'no-playbook' });
        else clients.push({ name, summary: vault.summary });
      } catch (error) {
        io.err(`${printable(error instanceof Error ? error.message : String(error))}\n`);
        unread.push({ name, reason: 'failed' });
      }
    }
  }
  return { clients, unread, privateNotes };
}

/** The folder's name; with the folder above it where two vaults are called the same. */
function clientName(folder: string, sources: readonly PortfolioSource[]): string {
  const name = folderName(folder);
  const isShared = sources.filter((source) => source.kind === 'vault' && folderName(source.folder) === name).length > 1;
  return isShared ? `${basename(dirname(folder))}/${name}` : name;
}

/** A name given for the one file of a source is that of its one client. Throws {@link CommandFailure} where it holds several. */
function renamed(clients: readonly Client[], files: readonly string[], names: ReadonlyMap<string, string>): readonly Client[] {
  const [file, ...others] = files;
  const name = file === undefined || others.length > 0 ? undefined : (names.get(file) ?? names.get(dirname(file)));
  const [client, ...more] = clients;
  if (name === undefined || client === undefined) return clients;
  if (more.length > 0) throw new CommandFailure(`Option --name gives one name to a result of ${clients.length} clients. Leave it out, or name each where it is written.`);
  return [{ ...client, name }];
}

/** Of clients with one name the one of the newest day; a day that is not told is older than any. */
function newestOfEachName(clients: readonly Client[], io: CommandIo): readonly Client[] {
  const newest = new Map<string, Client>();
  for (const client of clients) {
    const known = newest.get(client.name);
    if (known !== undefined) io.err(`"${printable(client.name)}" comes twice. The newer one counts; give another name with --name if these are two clients.\n`);
    if (known === undefined || (client.summary.asOf ?? '') > (known.summary.asOf ?? '')) newest.set(client.name, client);
  }
  return [...newest.values()];
}

/** A whole number from 1 to 3650; {@link MOVE_DAYS} when the option was not given. */
function daysOf(written: string | undefined): number {
  if (written === undefined) return MOVE_DAYS;
  const days = /^\d{1,4}$/.test(written) ? Number(written) : 0;
  if (days < 1 || days > 3650) throw new CommandFailure(`Option --days takes a whole number from 1 to 3650, not "${written}".`);
  return days;
}
