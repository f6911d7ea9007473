import { SEVERITIES, type Severity } from '../lint/diagnostic.js';
import { CommandFailure, type Command, type CommandArguments, type CommandIo } from './command.js';
import { applySteps, describeStep } from './git-setup-apply.js';
import { planRemoval, planSetup, type SetupOptions, type SetupStep } from './git-setup-plan.js';
import { formatPlan } from './git-setup-show.js';
import { readSetupState } from './git-setup-state.js';
import { NodeGit } from './node-git.js';
import { openVault } from './open-store.js';
import { printable } from '../export/printable.js';

export const installGitCommand: Command = {
  name: 'install-git',
  usage: 'VAULT',
  summary: 'Sets a vault up for sharing through git; shows first what it will do.',
  options: [
    { name: 'yes', description: 'Do it without asking.' },
    { name: 'remove', description: 'Take out again what this command wrote.' },
    { name: 'github', description: 'Write a workflow that lints the vault on GitHub.' },
    { name: 'gitlab', description: 'Write a job that lints the vault on GitLab.' },
    { name: 'no-ci', description: 'Write neither.' },
    { name: 'tool', value: 'REPOSITORY[@REF]', description: 'Where the service gets CX Playbook: owner/name for GitHub, an address that git can clone for GitLab.' },
    { name: 'baseline', value: 'FILE', description: 'For the service: leave out the findings that the file holds; a path in the repository.' },
    { name: 'fail-on', value: 'SEVERITY', choices: SEVERITIES, description: 'For the service: lightest severity that fails its run.' },
  ],
  details: [
    'It writes blocks between marks into .gitattributes and .gitignore of the vault, the merge driver into the settings of this clone, a check',
    'into its pre-commit hook, and files for the service that the remote’s host name tells. What others wrote is kept; what cannot be written',
    'safely is named with what to add by hand. Files that are tracked though ignored are taken out of git’s index, and stay on disk.',
    'Without --yes it asks at the terminal; where there is none it writes nothing, and the exit code is 1 when something is to be done.',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: runInstallGit,
};

async function runInstallGit(args: CommandArguments, io: CommandIo): Promise<number> {
  const name = args.positionals[0] ?? '';
  const vault = openVault(name, io);
  const options = setupOptions(args);
  const git = new NodeGit(vault.root, 'this command');
  const state = readSetupState(vault.root, git, io);
  const plan = args.flag('remove') ? planRemoval(state) : planSetup(state, options);
  io.out(await formatPlan(plan));
  if (plan.steps.length === 0) {
    io.err('Nothing is left to do.\n');
    return 0;
  }
  if (!args.flag('yes') && !(await isAgreed(io))) {
    io.err('Nothing was written. Add --yes to do it.\n');
    return 1;
  }
  applySteps(plan.steps, git, (step) => {
    io.err(`Done: ${printable(describeStep(step))}.\n`);
  });
  if (args.flag('remove')) return 0;
  if (plan.steps.some(isForOthers)) io.err('Commit the changed files for the others. Whoever clones the repository runs this command once; "cx-playbook doctor" says what a clone lacks.\n');
  else io.err('This clone is set up. There is nothing to commit.\n');
  return 0;
}

/** What travels with the repository: all but the settings and the hook of this clone. */
function isForOthers(step: SetupStep): boolean {
  return step.kind === 'untrack' || (step.kind === 'file' && !step.executable);
}

async function isAgreed({ ask }: CommandIo): Promise<boolean> {
  return ask !== undefined && /^y(?:es)?$/i.test((await ask('Do this? Type yes: ')).trim());
}

function setupOptions(args: CommandArguments): SetupOptions {
  const [github, gitlab, none] = [args.flag('github'), args.flag('gitlab'), args.flag('no-ci')];
  if (none && (github || gitlab)) throw new CommandFailure('Option --no-ci does not go with --github and --gitlab. Leave out one of them.');
  const tool = toolOf(args.text('tool'));
  const baseline = args.text('baseline');
  const failOn: Severity | undefined = SEVERITIES.find((severity) => severity === args.text('fail-on'));
  const chosen = github || gitlab || none;
  return {
    github: chosen ? github : undefined,
    gitlab: chosen ? gitlab : undefined,
    ci: { ...(tool === undefined ? {} : { tool }), ...(baseline === undefined ? {} : { baseline }), ...(failOn === undefined ? {} : { failOn }) },
  };
}

/** `owner/name@v1`; the `@` of an address such as `git@host:owner/name` begins no tag. */
function toolOf(written: string | undefined): { readonly repository: string; readonly ref?: string } | undefined {
  if (written === undefined) return undefined;
  const [, repository = '', ref] = /^(.+?)(?:@([^@/:]+))?$/.exec(written) ?? [];
  if (repository === '' || repository.startsWith('-')) throw new CommandFailure(`Option --tool takes the name or address of a repository, not "${written}".`);
  return ref === undefined ? { repository } : { repository, ref };
}
