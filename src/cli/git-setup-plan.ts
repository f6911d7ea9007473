/**
 * What setting a vault up for sharing through git would do, as data: steps that write, and advice on what is left to
 * people. Nothing is read or written here; the same state gives the same plan, and an applied plan leaves none behind.
 */
import { ignoreOf, withoutBlock, withWantedAttributes, withWantedIgnores, type LayeredFile, type WantedFile } from '../lint/repository-files.js';
import { isPrivatePath } from '../playbook/privacy.js';
import { ciFileState, githubWorkflow, gitlabJob, gitlabPipeline, isOurs, type CiFile, type CiOptions } from './ci-files.js';
import { CommandFailure } from './command.js';
import { hookLine, hookObstacle, vaultsOf, withHookBlock, withoutHookBlock } from './git-setup-hook.js';
import type { FileOnDisk, GitSetupState } from './git-setup-state.js';
import { mergeDriverLine } from './merge-driver-line.js';

export type SetupStep =
  /** Before: undefined for a new file. After: undefined takes the file away. */
  | { readonly kind: 'file'; readonly file: string; readonly shown: string; readonly before: string | undefined; readonly after: string | undefined; readonly executable: boolean }
  /** In this repository's own settings; undefined for one that is not set, or is taken out. */
  | { readonly kind: 'setting'; readonly name: string; readonly before: string | undefined; readonly after: string | undefined }
  /** Paths from the vault that git forgets; the files stay. */
  | { readonly kind: 'untrack'; readonly paths: readonly string[] };

export interface SetupPlan {
  readonly steps: readonly SetupStep[];
  /** What is left to people, one sentence or two each. */
  readonly advice: readonly string[];
}

export interface SetupOptions {
  /** Undefined: by the remote's host, and by what is there. */
  readonly github: boolean | undefined;
  readonly gitlab: boolean | undefined;
  readonly ci: Omit<CiOptions, 'vaultFolder'>;
}

export const CONFIG_FOLDER = '.obsidian';
export const DRIVER_TITLE = 'CX Playbook: merges properties one by one';
const DRIVER = 'merge.cx-playbook.driver';
const NAME = 'merge.cx-playbook.name';

/** A repository's name as GitHub writes it. */
const OWNER_AND_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/;

class Draft {
  readonly steps: SetupStep[] = [];
  readonly advice: string[] = [];

  /** Writes a file unless it is so already, or something keeps it from being written. */
  file({ file, shown, text, obstacle }: FileOnDisk, after: string | undefined, executable = false): void {
    if (text === after) return;
    if (obstacle === undefined) this.steps.push({ kind: 'file', file, shown, before: text, after, executable });
    else this.advice.push(`"${shown}" ${obstacle}, and is left alone. Change it by hand, or put it aside and run this again.`);
  }

  setting(name: string, before: string | undefined, after: string | undefined): void {
    if (before !== after) this.steps.push({ kind: 'setting', name, before, after });
  }

  get plan(): SetupPlan {
    return { steps: this.steps, advice: this.advice };
  }
}

/** Throws {@link CommandFailure} when the program's repository is not written as the service wants it. */
export function planSetup(state: GitSetupState, options: SetupOptions): SetupPlan {
  const draft = new Draft();
  const attributes = withWantedAttributes(state.attributes.text, state.attributesAbove);
  const ignores = withWantedIgnores(state.ignores.text, CONFIG_FOLDER, state.ignoresAbove);
  planWanted(state.attributes, attributes, draft);
  planWanted(state.ignores, ignores, draft);
  planUntracking(state, ignores, draft);
  draft.setting(NAME, state.driverName, DRIVER_TITLE);
  draft.setting(DRIVER, state.driver, driverLine(state));
  planHook(state, draft);
  planCi(state, options, draft);
  return draft.plan;
}

/** Takes out what {@link planSetup} brought in: blocks, settings and files of its own. What git no longer tracks stays so. */
export function planRemoval(state: GitSetupState): SetupPlan {
  const draft = new Draft();
  for (const place of [state.attributes, state.ignores]) {
    if (place.text === undefined) continue;
    const left = withoutBlock(place.text);
    draft.file(place, left === '' ? undefined : left);
  }
  const { hook, prefix, program } = state;
  // The settings are those of all vaults of the repository.
  if (vaultsOf(hook.text ?? '').every((vault) => vault === prefix)) {
    draft.setting(NAME, state.driverName, undefined);
    draft.setting(DRIVER, state.driver, undefined);
  }
  if (hook.text !== undefined) draft.file(hook, withoutHookBlock(hook.text, prefix, program), true);
  for (const place of state.ci.values()) {
    if (place.text !== undefined && isOurs(place.text) && isOfVault(place.text, prefix)) draft.file(place, undefined);
  }
  return draft.plan;
}

export function driverLine({ program }: Pick<GitSetupState, 'program'>): string {
  return mergeDriverLine(program.node, program.script);
}

function planWanted(place: FileOnDisk, { text, added, contradictions }: WantedFile, draft: Draft): void {
  draft.file(place, added.length === 0 && place.text === undefined ? undefined : text);
  for (const { line, text: written, wanted, folder } of contradictions) {
    const where = folder === '' ? `"${place.shown}"` : `The same file of a folder above`;
    draft.advice.push(`${where} says "${written}" in line ${line}, where "${wanted}" is wanted. Your line is respected: take it out if it is not meant.`);
  }
}

/** What git tracks although it is to be ignored: an ignored file that is tracked goes on being committed. */
export function trackedThoughIgnored({ tracked, ignoresAbove }: Pick<GitSetupState, 'tracked' | 'ignoresAbove'>, ignores: string): readonly string[] {
  const wanted: readonly LayeredFile[] = [{ folder: '', text: withWantedIgnores(undefined, CONFIG_FOLDER).text }];
  const files: readonly LayeredFile[] = [...ignoresAbove, { folder: '', text: ignores }];
  return tracked.filter((path) => ignoreOf(path, wanted).value === 'ignored' && ignoreOf(path, files).value === 'ignored');
}

function planUntracking(state: GitSetupState, ignores: WantedFile, draft: Draft): void {
  const paths = trackedThoughIgnored(state, ignores.text);
  if (paths.length === 0) return;
  draft.steps.push({ kind: 'untrack', paths });
  if (paths.some(isPrivatePath)) draft.advice.push('Private notes in "_coach" were committed before, and stay in the history: whoever has the repository can read them there. To take them out, the history must be written anew (git filter-repo), or a new repository begun.');
}

function planHook({ hook, prefix, program }: GitSetupState, draft: Draft): void {
  const line = hookLine(prefix);
  const byHand = (why: string): void => void draft.advice.push(`The hook "${hook.shown}" ${why}, and is left alone. To check notes before each commit, add this line to it: ${line}`);
  if (!hook.isOwn) {
    if (hook.text?.includes(line) === true) return;
    if (/[\\/]\.husky[\\/]_[\\/]pre-commit$/.test(hook.file)) draft.advice.push(`Hooks of this repository are those of husky. To check notes before each commit, add this line to ".husky/pre-commit": ${line}`);
    else byHand('lies where "core.hooksPath" says, outside this repository’s own hooks');
    return;
  }
  const obstacle = hook.obstacle ?? (hook.text === undefined ? undefined : (hookObstacle(hook.text) ?? (hook.executable ? undefined : 'is not executable, so git does not run it')));
  if (obstacle !== undefined) byHand(obstacle);
  else draft.file(hook, withHookBlock(hook.text, prefix, program), true);
}

function planCi(state: GitSetupState, options: SetupOptions, draft: Draft): void {
  const [github, gitlab] = [isWanted('github', state, options.github), isWanted('gitlab', state, options.gitlab)];
  const ciOptions: CiOptions = { ...options.ci, ...(state.prefix === '' ? {} : { vaultFolder: state.prefix }) };
  const { tool } = options.ci;
  if (github && tool !== undefined && !OWNER_AND_NAME.test(tool.repository)) throw new CommandFailure(`Option --tool takes owner/name for GitHub, not "${tool.repository}".`);
  if (github) planCiFile(state, githubWorkflow(ciOptions), options, draft);
  if (gitlab) {
    planCiFile(state, gitlabJob(ciOptions), options, draft);
    const pipeline = gitlabPipeline();
    const { text } = placeOf(state, pipeline);
    const includes = 'include: [{ local: /.gitlab/cx-playbook.yml }]';
    if (text === undefined) planCiFile(state, pipeline, options, draft);
    else if (!text.includes('.gitlab/cx-playbook.yml')) draft.advice.push(`"${pipeline.path}" is yours, and is left alone. To lint the vault in its pipeline, add this line to it: ${includes}`);
  }
  if ((github || gitlab) && tool === undefined && draft.steps.some((step) => step.kind === 'file' && state.ci.get(step.shown) !== undefined)) {
    draft.advice.push('The service takes the program from the repository that its variable CX_PLAYBOOK_REPOSITORY names: set it, or give --tool. Pull requests from forks see no variables.');
  }
  if (!github && !gitlab) draft.advice.push('No service that runs checks is known of. Add --github or --gitlab to have its files written.');
}

function planCiFile(state: GitSetupState, wanted: CiFile, { ci }: SetupOptions, draft: Draft): void {
  const place = placeOf(state, wanted);
  const fileState = ciFileState(place.text, wanted);
  if (fileState === 'absent') draft.file(place, wanted.text);
  else if (fileState === 'foreign') draft.advice.push(`"${wanted.path}" was not written by this program, and is left alone. Put it aside, and run this again, to have it written.`);
  else if (fileState === 'outdated' && !isOfVault(place.text ?? '', state.prefix)) draft.advice.push(`"${wanted.path}" checks another vault of this repository, and is left alone. Copy its steps by hand for this one.`);
  // What was chosen once is kept by whoever runs this without choosing anew.
  else if (fileState === 'outdated' && Object.keys(ci).length > 0) draft.file(place, wanted.text);
}

function placeOf({ ci, top }: GitSetupState, { path }: CiFile): FileOnDisk {
  return ci.get(path) ?? { file: `${top}/${path}`, shown: path, text: undefined, obstacle: undefined };
}

/** Whether a CI file of ours checks the vault: a file that names none, such as the one that takes in another, is anybody's. */
function isOfVault(text: string, prefix: string): boolean {
  const named = /^ *(?:vault|CX_VAULT): (.*)$/m.exec(text.replaceAll('\r', ''))?.[1];
  const wanted = [githubWorkflow, gitlabJob].map((write) => /^ *(?:vault|CX_VAULT): (.*)$/m.exec(write(prefix === '' ? {} : { vaultFolder: prefix }).text)?.[1]);
  return named === undefined || wanted.includes(named);
}

function isWanted(service: 'github' | 'gitlab', { hosts, ci }: GitSetupState, chosen: boolean | undefined): boolean {
  if (chosen !== undefined) return chosen;
  if (hosts.some((host) => host === `${service}.com` || host.startsWith(`${service}.`))) return true;
  return [...ci].some(([path, { text }]) => text !== undefined && path.startsWith(`.${service}`));
}

/** Whether the repository has a check of this vault by a service; for `doctor`. */
export function hasCi({ ci, prefix }: GitSetupState): boolean {
  return [...ci.values()].some(({ text }) => text !== undefined && (isOurs(text) ? isOfVault(text, prefix) : /cx-playbook/.test(text)));
}

/** Whether the check before a commit is set up as it would be set up now; for `doctor`. */
export function hookState({ hook, prefix, program }: GitSetupState): 'current' | 'absent' | 'outdated' | 'disabled' | 'elsewhere' {
  const { text } = hook;
  if (!hook.isOwn) return text !== undefined && /cx-playbook[^\n]* --staged/.test(text) ? 'current' : 'elsewhere';
  if (text === undefined || !(vaultsOf(text).includes(prefix) || text.includes(hookLine(prefix)))) return 'absent';
  if (!hook.executable) return 'disabled';
  return text.includes(hookLine(prefix)) || withHookBlock(text, prefix, program) === text ? 'current' : 'outdated';
}
