/**
 * What of a vault may travel: a report, a drawing, findings that are pasted into a review. It is what those see who have
 * the shared notes alone, wherever it is made (docs/decisions/0009).
 *
 * @example formatReportHtml({ playbook: sharedPlaybook(store), lint: sharedFindings(store.lint(), store), … })
 */
import { findPrivateWords, secretsOfTitle } from '../annotations/leak-check.js';
import type { Diagnostic, LintResult } from '../lint/diagnostic.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { Playbook } from '../playbook/playbook.js';
import { isPrivatePath, PRIVATE_FOLDER } from '../playbook/privacy.js';
import type { PlaybookStore } from './playbook-store.js';

/** A store, or one of whose notes more are to be kept private than it knows of itself. */
type KnownVault = Pick<PlaybookStore, 'playbook' | 'positionOf'> & { readonly leaks: Pick<PlaybookStore['leaks'], 'privatePaths'> };

/** The playbook itself where nothing is private. */
export function sharedPlaybook({ playbook, leaks }: KnownVault): Playbook {
  const paths = leaks.privatePaths;
  return paths.length === 0 ? playbook : playbook.without(new Set(paths));
}

/** Findings in shared notes that neither name a private one nor point into it. */
export function sharedFindings(result: LintResult, store: KnownVault): LintResult {
  const { playbook, leaks: { privatePaths: paths } } = store;
  const known = new Set(paths);
  const isShared = (path: string): boolean => !known.has(path) && !isPrivatePath(path);
  const tells = privateNamesIn(playbook, known);
  const diagnostics = result.diagnostics.flatMap((diagnostic): Diagnostic[] => {
    if (!isShared(diagnostic.path) || tells(diagnostic.message)) return [];
    const { related } = diagnostic;
    return related === undefined ? [diagnostic] : [{ ...diagnostic, related: related.filter(({ path, message }) => isShared(path) && !tells(message)) }];
  });
  const ofPlaybook = paths.filter((path) => playbook.note(path) !== undefined).length;
  const read = paths.filter((path) => store.positionOf(path, 0) !== undefined).length;
  return { notes: result.notes - read, playbookNotes: result.playbookNotes - ofPlaybook, diagnostics };
}

/** Titles of the files that are not private, in lower case: what is called so too tells nothing. */
export function titlesBeside(privatePaths: ReadonlySet<string>, { files }: Pick<Playbook, 'files'>): ReadonlySet<string> {
  return new Set([...files].filter((path) => !privatePaths.has(path)).map((path) => titleOfPath(path).toLowerCase()));
}

/** Whether a message has the path or the title of a private file. */
function privateNamesIn(playbook: Playbook, privatePaths: ReadonlySet<string>): (message: string) => boolean {
  const sharedTitles = privatePaths.size === 0 ? new Set<string>() : titlesBeside(privatePaths, playbook);
  const names = [...privatePaths].map((path) => ({ secrets: secretsOfTitle(path, sharedTitles), path: fold(path), title: fold(titleOfPath(path)) }));
  return (message) => {
    const folded = fold(message);
    return folded.includes(`${PRIVATE_FOLDER}/`) || names.some(({ secrets, path, title }) => folded.includes(path) || (folded.includes(title) && findPrivateWords(message, [secrets]).length > 0));
  };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
