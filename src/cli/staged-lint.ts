/**
 * Checks what the next commit would change, in the moment before it is made: each changed note as it is staged, by
 * everything that can be said for certain without reading the other thousands.
 *
 * Certain are the rules over one note; links that lead to a file by its name (a link by alias, or one that leads
 * nowhere, is the whole vault's business); what is private, by path and by the property of the notes linked to. The rest is
 * for a run over the vault, such as that of CI.
 */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildLineIndex } from '../markdown/text-range.js';
import { CONFIG_PATH } from '../lint/config.js';
import { compareDiagnostics, isAtLeast, type Diagnostic, type LintResult, type Severity } from '../lint/diagnostic.js';
import { ActiveRules, buildDiagnostics, checkLinks, checkPlaybook, type PlaybookRuleFinding } from '../lint/lint-note.js';
import type { RuleContext } from '../lint/rule.js';
import { RULES } from '../lint/rules/index.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import { foldedName } from '../playbook/link-index.js';
import { isPrivatePath, PRIVATE_FOLDER } from '../playbook/privacy.js';
import { isMarkdown } from '../vault/vault.js';
import type { VaultSettings } from '../vault/vault-settings.js';
import { isHidden } from './fs-vault.js';
import { readStagedFiles, type StagedFiles } from './staged-files.js';
import { checkPaths, isPluginData, PATH_RULES, STAGED_FACTS } from './staged-paths.js';
import type { BlobReader, StagedGit } from './staged-git.js';
import { followLinks, StagedLinks, type FollowedLinks } from './staged-links.js';
import { readStagedNotes, readStagedSettings, readStagedTexts, type StagedNote } from './staged-notes.js';

export interface StagedLint {
  readonly result: LintResult;
  /** What was not looked at, one message each. */
  readonly skipped: readonly string[];
}

/** What a check is asked for. */
export interface StagedOptions {
  readonly today: CalendarDate;
  /** Lighter findings are not looked for: most of the time would go into them. */
  readonly failOn: Severity;
}

/**
 * The rules whose findings can be so grave: none tells of anything graver than it is itself. One that tells of directives
 * which silence nothing would have to know what all others find.
 */
function rulesOf({ config }: VaultSettings, failOn: Severity, isWanted: (id: string) => boolean): ActiveRules {
  const rules = RULES.filter(({ id, severity }) => {
    const active = config.severities.get(id) ?? severity;
    return active !== 'off' && isAtLeast(active, failOn) && isWanted(id);
  });
  return new ActiveRules(config, rules);
}

/** Throws `CommandFailure` when git gives no answer. `git` is at work in the vault's folder, and is closed at the end. */
export async function lintStaged(git: StagedGit, options: StagedOptions): Promise<StagedLint> {
  try {
    return await check(git.folder, await readStagedFiles(git), git.blobs, options);
  } finally {
    git.close();
  }
}

async function check(folder: string, staged: StagedFiles, blobs: BlobReader, { today, failOn }: StagedOptions): Promise<StagedLint> {
  const skipped = [
    ...staged.unreadableNames.map((name) => `The name of "${name}" is no UTF-8. It is left out.`),
    ...staged.unmerged.map((path) => `"${path}" is still in conflict. Resolve it, and stage it with "git add".`),
  ];
  const settings = await readStagedSettings(staged.index, blobs);
  const context: RuleContext = { today, notes: buildNoteContext(settings.config.settings), thresholds: settings.config.thresholds, repository: STAGED_FACTS };
  const rules = rulesOf(settings, failOn, (id) => id !== 'unused-directive');
  const ofLeaks = rulesOf(settings, failOn, (id) => id === 'private-leak');
  const isRead = (path: string): boolean => !path.split('/').some(isHidden) && !settings.isIgnored(path);

  const changed = staged.changed.filter(({ path }) => isMarkdown(path) && isRead(path));
  const notes = await readStagedNotes(await readStagedTexts(changed, blobs, (message) => skipped.push(message)), rules, context);
  const paths = staged.changed.map(({ path }) => path).filter((path) => !settings.isIgnored(path));
  const links = new StagedLinks(notes, rules.ofLinks.length > 0);
  // One look through the index for all names that matter.
  const named = staged.index.named(new Set([...links.names, ...paths.map(foldedName)])).filter(({ path }) => !settings.isIgnored(path));
  const linkable = new Map(named.filter(({ path }) => isRead(path)).map((file) => [file.path, file]));
  const readTexts = (wanted: readonly string[]): Promise<ReadonlyMap<string, string>> => readStagedTexts(wanted.flatMap((path) => linkable.get(path) ?? []), blobs);
  const followed = await followLinks(notes, links, [...linkable.keys(), ...privateFilesOnDisk(folder)], readTexts, context.notes);
  const data = await readStagedTexts(staged.changed.filter(({ path }) => isPluginData(path)), blobs);
  const ofPaths = checkPaths(paths, data, named.map(({ path }) => path), rulesOf(settings, failOn, (id) => PATH_RULES.has(id)), context);
  const leaks = checkPlaybook(followed.playbook, ofLeaks, context);
  const diagnostics = [...ofSettings(staged, settings), ...ofPrivateFiles(staged, ofLeaks), ...ofPaths.flatMap((one) => fileDiagnostics(one, rules)), ...notes.flatMap((note) => ofNote(note, followed, leaks, rules, context))];
  return {
    result: { notes: notes.length, playbookNotes: notes.filter(({ parsed }) => parsed.note !== undefined).length, diagnostics: diagnostics.filter(({ severity }) => isAtLeast(severity, failOn)).sort(compareDiagnostics) },
    skipped,
  };
}

function ofNote({ path, text, parsed, record }: StagedNote, { playbook, certainLinks }: FollowedLinks, leaks: readonly PlaybookRuleFinding[], rules: ActiveRules, context: RuleContext): readonly Diagnostic[] {
  const ofLinks = checkLinks({ ...parsed, links: certainLinks(path) }, playbook, rules, context);
  const findings = [...record.noteFindings, ...ofLinks, ...leaks.filter((leak) => leak.path === path)];
  if (findings.length === 0 && record.directives.length === 0) return [];
  const lines = buildLineIndex(text);
  return buildDiagnostics(path, findings, record.directives, rules, (other) => (other === path ? lines : NO_LINES));
}

function ofSettings({ changed }: StagedFiles, settings: VaultSettings): readonly Diagnostic[] {
  return changed.some(({ path }) => path === CONFIG_PATH) ? settings.diagnostics([]) : [];
}

/** Whoever clones the repository gets what is in it. */
function ofPrivateFiles({ changed }: StagedFiles, rules: ActiveRules): readonly Diagnostic[] {
  const [active] = rules.all;
  if (active === undefined) return [];
  const finding = { from: 0, to: 0, message: PRIVATE_FILE };
  return changed.filter(({ path }) => isPrivatePath(path)).flatMap(({ path }) => fileDiagnostics({ path, rule: active.rule.id, severity: active.severity, finding }, rules));
}

const PRIVATE_FILE = `This file lies in the coach’s private folder, and would be handed to everybody with the commit. Take it out with "git rm --cached", and have git ignore the folder ${PRIVATE_FOLDER}.`;

/** About a file as a whole. */
function fileDiagnostics({ path, ...found }: PlaybookRuleFinding, rules: ActiveRules): readonly Diagnostic[] {
  return buildDiagnostics(path, [found], [], rules, () => NO_LINES);
}

const NO_LINES = buildLineIndex('');

/** Files of the private folder that git ignores: a link can lead to them, and tell of them, all the same. */
function privateFilesOnDisk(folder: string): readonly string[] {
  try {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && isPrivatePath(`${entry.name}/`));
    const files = folders.flatMap(({ name }) => readdirSync(join(folder, name), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()));
    return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).filter((path) => !path.split('/').some(isHidden));
  } catch {
    return [];
  }
}
