/** What git's own files and settings lack for a vault that is shared. Silent where no host knows of a repository. */
import { countOf } from '../../playbook/count-of.js';
import type { TextEdit } from '../../markdown/text-edit.js';
import { layersOf } from '../repository.js';
import { ATTRIBUTES_FILE, attributeOf, IGNORE_FILE, ignoreOf, MERGE_DRIVER, withWantedAttributes, withWantedIgnores } from '../repository-files.js';
import type { PlaybookFinding, Rule } from '../rule.js';
import { EXAMPLE_CONFIG } from './example-config-folder.js';

const WHOLE_FILE = { from: 0, to: 0, wholeNote: true } as const;
const WANTED = '*.md text=auto eol=lf merge=cx-playbook\n_annotations/** merge=union\n';

export const workspaceTracked: Rule = {
  id: 'team/workspace-tracked',
  severity: 'error',
  summary: 'What belongs to one device must not be tracked by git: the app’s workspace and cache, the trash, files of the system.',
  why: 'The app writes its workspace with every click. Tracked, it is in every commit, conflicts in every merge, and tells which notes somebody had open. The fix adds the lines to .gitignore; what is tracked already stays so until “git rm --cached” takes it out, which leaves the file on the disk.',
  source: 'OURS',
  examples: [
    { title: 'Settings that everybody shares', notes: {}, repository: { tracked: [`${EXAMPLE_CONFIG}/app.json`, `${EXAMPLE_CONFIG}/plugins/cx-playbook/data.json`] } },
    { title: 'A workspace', notes: {}, repository: { tracked: [`‹${EXAMPLE_CONFIG}/workspace.json›`], ignores: `${EXAMPLE_CONFIG}/workspace*\n` } },
    { title: 'A trash, told once', notes: {}, repository: { tracked: ['‹.trash/New.md›', '.trash/Old.md'], ignores: '.trash/\n' } },
    {
      title: 'Files that .gitignore does not name',
      notes: {},
      repository: { tracked: ['‹.DS_Store›', '‹.trash/Old.md›'], ignores: '‹›*.tmp\n' },
      after: { '.gitignore': withWantedIgnores('*.tmp\n', EXAMPLE_CONFIG).text },
    },
  ],
  checkPlaybook(_playbook, { repository }): readonly PlaybookFinding[] {
    if (repository?.tracked === undefined) return [];
    const { configFolder, ignores } = repository;
    const personal = repository.tracked.filter((path) => isPersonal(path, configFolder));
    if (personal.length === 0) return [];
    const { text } = withWantedIgnores(ignores.text, configFolder, ignores.above);
    const isIgnored = (path: string, vaultText: string | undefined): boolean => ignoreOf(path, layersOf({ ...ignores, text: vaultText })).value === 'ignored';
    // What somebody wants tracked, by a line of theirs, stays out of the advice.
    const open = personal.filter((path) => !isIgnored(path, ignores.text) && isIgnored(path, text));
    const findings = inFolders(personal, configFolder).map(({ folder, paths: [path = '', ...others] }): PlaybookFinding => ({
      path,
      ...WHOLE_FILE,
      message: folder === undefined || others.length === 0
        ? `"${path}" belongs to one device and is tracked by git. Take it out with "git rm --cached -- ${shellWord(path)}": it stays on the disk.`
        : `"${path}" and ${countOf(others.length, 'other file')} in "${folder}" belong to one device and are tracked by git. Take them out with "git rm -r --cached -- ${shellWord(folder)}": they stay on the disk.`,
    }));
    if (open.length === 0) return findings;
    const message = `${IGNORE_FILE} does not keep out ${countOf(open.length, 'file')} that ${open.length === 1 ? 'belongs' : 'belong'} to one device, such as "${open[0] ?? ''}". Add the lines for them.`;
    return [...findings, { path: IGNORE_FILE, ...WHOLE_FILE, message, fix: { title: `Add what belongs to one device to ${IGNORE_FILE}`, edits: editsTo(ignores.text ?? '', text) } }];
  },
};

interface PersonalFiles {
  /** Of which everything is personal; undefined for a file of its own. */
  readonly folder: string | undefined;
  readonly paths: readonly string[];
}

/** What lies in the trash or the cache is told once, however much it is. */
function inFolders(paths: readonly string[], configFolder: string): readonly PersonalFiles[] {
  const folders = ['.trash', `${configFolder}/cache`];
  const groups = new Map<string, { readonly folder: string | undefined; readonly paths: string[] }>();
  for (const path of paths) {
    const folder = folders.find((name) => path.startsWith(`${name}/`));
    const group = groups.get(folder ?? path);
    if (group === undefined) groups.set(folder ?? path, { folder, paths: [path] });
    else group.paths.push(path);
  }
  return [...groups.values()];
}

function isPersonal(path: string, configFolder: string): boolean {
  if (path.startsWith(`${configFolder}/`)) return /^(?:workspace(?:[^/]*\.json)?$|cache(?:\/|$))/.test(path.slice(configFolder.length + 1));
  return path.startsWith('.trash/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}

export const missingGitattributes: Rule = {
  id: 'team/missing-gitattributes',
  severity: 'warning',
  summary: 'A vault that is shared through git needs the lines in .gitattributes that tell git how to merge notes and threads.',
  why: 'Without them two people who change different properties of one note get a conflict, two comments on one note get one, and line endings change with each system. Where the merge driver is not set up git merges notes as before: the lines do no harm. They stand at the top, so that your own lines win; what you decided otherwise stays and is not reported.',
  source: 'OURS',
  examples: [
    { title: 'All lines', notes: {}, repository: { attributes: WANTED } },
    { title: 'A repository that nobody else has', notes: {}, repository: { isShared: false } },
    { title: 'Decided otherwise', notes: {}, repository: { attributes: '*.md text=auto eol=lf -merge\n_annotations/** merge=union\n' } },
    { title: 'Lines that are missing', notes: {}, repository: { attributes: '‹›*.pdf binary\n' }, after: { '.gitattributes': withWantedAttributes('*.pdf binary\n').text } },
  ],
  checkPlaybook(_playbook, { repository }): readonly PlaybookFinding[] {
    if (repository?.isShared !== true) return [];
    const before = repository.attributes.text ?? '';
    const { text, added } = withWantedAttributes(repository.attributes.text, repository.attributes.above);
    if (added.length === 0) return [];
    const message = `${before === '' ? `${ATTRIBUTES_FILE} is not there, or is empty` : `${ATTRIBUTES_FILE} lacks lines`}: git does not know how notes and threads merge. Add: ${added.join(', ')}.`;
    return [{ path: ATTRIBUTES_FILE, ...WHOLE_FILE, message, fix: { title: `Add what notes and threads need to ${ATTRIBUTES_FILE}`, edits: editsTo(before, text) } }];
  },
};

export const mergeDriverNotInstalled: Rule = {
  id: 'team/merge-driver-not-installed',
  severity: 'warning',
  summary: 'A clone whose .gitattributes names the merge driver for notes needs the driver in its settings.',
  why: 'Git keeps drivers in the settings of each clone, not in the repository: everybody sets it up once, with “cx-playbook install-git”. Until then git merges notes line by line, with conflicts in properties that the driver would not have. Nothing is said on a phone or in a CI run, where nobody merges.',
  source: 'OURS',
  examples: [
    { title: 'A driver that is set up', notes: {}, repository: { attributes: WANTED, driver: { isConfigured: true } } },
    { title: 'A vault that does not use it', notes: {}, repository: { attributes: '*.md text=auto eol=lf -merge\n_annotations/** merge=union\n', driver: { isConfigured: false } } },
    { title: 'No driver', notes: {}, repository: { attributes: `‹›${WANTED}`, driver: { isConfigured: false } } },
    { title: 'A program that is not there', notes: {}, repository: { attributes: `‹›${WANTED}`, driver: { isConfigured: true, missingProgram: '/opt/cx-playbook/cli.js' } } },
  ],
  checkPlaybook(_playbook, { repository }): readonly PlaybookFinding[] {
    const driver = repository?.driver;
    if (repository === undefined || driver === undefined || (driver.isConfigured && driver.missingProgram === undefined)) return [];
    if (attributeOf('Note.md', 'merge', layersOf(repository.attributes)).value !== MERGE_DRIVER) return [];
    const message = driver.isConfigured
      ? `The merge driver for notes is set up in this clone, but its program "${driver.missingProgram ?? ''}" is not there. Run: cx-playbook install-git.`
      : 'The merge driver for notes is not set up in this clone: git merges notes line by line. Run: cx-playbook install-git.';
    return [{ path: ATTRIBUTES_FILE, ...WHOLE_FILE, message }];
  },
};

/** What was put in between the start and the end that both texts share. */
function editsTo(before: string, after: string): readonly TextEdit[] {
  let from = 0;
  while (from < before.length && from < after.length && before.charAt(from) === after.charAt(from)) from++;
  let kept = 0;
  while (kept < before.length - from && kept < after.length - from && before.charAt(before.length - 1 - kept) === after.charAt(after.length - 1 - kept)) kept++;
  return [{ from, to: before.length - kept, insert: after.slice(from, after.length - kept) }];
}

/** In quotes where a shell would take the path for more than one word. */
function shellWord(path: string): string {
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
