import type { ComparedRevision } from '../playbook/playbook-difference.js';
import { isAtLeast, SEVERITIES, type Severity } from '../lint/diagnostic.js';
import { levelWords } from '../playbook/step-words.js';
import { countOf } from '../playbook/count-of.js';
import type { DiffView } from '../export/diff-words.js';
import { printable } from '../export/printable.js';
import { CommandFailure, OUTPUT_OPTION, PRIVATE_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import type { GitRevision } from './node-git.js';
import { openVault, todayOf } from './open-store.js';
import { giveOutput } from './output.js';

const FORMATS = ['text', 'markdown', 'md', 'json'] as const;

export const diffCommand: Command = {
  name: 'diff',
  usage: 'VAULT BASE [HEAD]',
  summary: 'Reviews what changed since a git revision: levels, evidence, dates, practices, annotations, findings.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'How it is written; md is markdown. Default: text.' },
    OUTPUT_OPTION,
    { name: 'merge-base', description: 'Compare with the commit that BASE and HEAD both come from: what HEAD alone changed.' },
    { name: 'fail-on', value: 'SEVERITY', choices: SEVERITIES, description: 'Lightest severity of an introduced finding that makes the exit code 1. Default: warning.' },
    { name: 'roadmap', value: 'FILE', description: 'Write the roadmap of HEAD with the dates of BASE behind it, to FILE.svg or FILE.html.' },
    PRIVATE_OPTION,
    TODAY_OPTION,
  ],
  details: [
    'BASE and HEAD are branches, tags or commits; without HEAD the files are compared as they are. "BASE...HEAD" means the same',
    'as --merge-base, "BASE..HEAD" the same as two revisions. Nothing is checked out.',
    'How something is written is no change: order and quotes of properties, style of lists, blank lines, line ends. Notes that say',
    'the same in other words are counted as reworded. Both sides are linted on one day, each by its own settings.',
    'Exit code: 0, 1 when findings were introduced (see --fail-on), 2 could not run.',
    'Format markdown fits a comment of a review (65,536 characters). Format json has "schema": 1; its keys stand in docs/diff.md.',
    'Private notes, below "_coach" or with "visibility: coach" on either side, are left out and counted on standard error.',
    'Files that git ignores count as unchanged.',
    '',
    'Examples:',
    '  cx-playbook diff playbook HEAD',
    '  cx-playbook diff playbook main...feature --format markdown -o review.md',
    '  cx-playbook diff playbook v1 v2 --roadmap roadmap.svg',
  ],
  minArguments: 2,
  maxArguments: 3,
  run: runDiff,
};

async function runDiff(args: CommandArguments, io: CommandIo): Promise<number> {
  const today = todayOf(args, io);
  const name = args.positionals[0] ?? '';
  const [{ VaultHistory }, { openSides, comparedRevision }, { diffSides }, { RoadmapComparison }] = await Promise.all([import('./vault-history.js'), import('./diff-sides.js'), import('./diff-store.js'), import('./diff-roadmap.js')]);
  const roadmap = RoadmapComparison.of(args.text('roadmap'), today);
  const folder = openVault(name, io);
  const history = new VaultHistory(folder, name, 'the comparison');
  const { base, head } = revisionsOf(args, history);
  if (head === undefined && history.isBare()) throw new CommandFailure(`"${name}" is a bare repository and has no folder of notes. Name a revision as HEAD too.`);
  const sides = openSides(history, folder, { base, head }, (message) => io.err(`${printable(message)}\n`));
  let words = levelWords();
  const { difference, findings, renames, leftOut } = await diffSides(sides, {
    today,
    private: args.flag('private'),
    onSide: (side, playbook, store) => {
      if (side === 'head') words = levelWords(store.config.settings.levelLabels);
      roadmap?.take(side, playbook, store);
    },
  }, io);
  const compared: Readonly<Record<'base' | 'head', ComparedRevision>> = { base: comparedRevision(base), head: comparedRevision(head) };
  await roadmap?.write(renames, compared, io);
  giveOutput(await formatDiff({ ...compared, difference, findings, words }, args, io), args, io);
  if (leftOut > 0) io.err(`${countOf(leftOut, 'private note')} left out.\n`);
  const failOn: Severity = args.choice('fail-on', SEVERITIES, 'warning');
  return findings.introduced.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}

interface History {
  readonly git: { revision(name: string): GitRevision; commonCommit(one: GitRevision, other: GitRevision): GitRevision | undefined };
  isBare(): boolean;
}

/** Names of revisions never hold two dots: what does is a range. */
function revisionsOf(args: CommandArguments, { git }: History): { readonly base: GitRevision; readonly head: GitRevision | undefined } {
  const [, written = '', second] = args.positionals;
  const range = /^(.*?)(\.{2,3})(.*)$/.exec(written);
  if (range !== null && second !== undefined) throw new CommandFailure(`"${written}" names two revisions already. Leave out "${second}".`);
  const [baseName, headName] = range === null ? [written, second] : [range[1] === '' ? 'HEAD' : (range[1] ?? ''), range[3] === '' ? 'HEAD' : range[3]];
  const base = git.revision(baseName);
  const head = headName === undefined ? undefined : git.revision(headName);
  if (range?.[2] !== '...' && !args.flag('merge-base')) return { base, head };
  const common = git.commonCommit(base, head ?? git.revision('HEAD'));
  if (common === undefined) throw new CommandFailure(`Git knows no commit that "${baseName}" and "${headName ?? 'HEAD'}" both come from. Fetch more of the history, or compare the two themselves, without --merge-base and "...".`);
  return { base: { ...common, name: `the merge base with ${baseName}` }, head };
}

async function formatDiff(view: DiffView, args: CommandArguments, io: CommandIo): Promise<string> {
  switch (args.choice('format', FORMATS, 'text')) {
    case 'text': {
      const { revisionInWords } = await import('../export/diff-words.js');
      io.err(`${printable(`From ${revisionInWords(view.base)} to ${revisionInWords(view.head)}:`)}\n`);
      return (await import('../export/diff-text.js')).formatDiffText(view);
    }
    case 'markdown':
    case 'md': return (await import('../export/diff-markdown.js')).formatDiffMarkdown(view);
    case 'json': return (await import('../export/diff-json.js')).formatDiffJson(view);
  }
}
