/** `annotations --check-leaks`: what is private and stands where others read it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Leak, LeakKind } from '../export/annotations-leaks.js';
import { compareLeaks } from '../export/annotations-leaks.js';
import type { PositionRange } from '../lint/diagnostic.js';
import { buildLineIndex, type LineIndex, type TextRange } from '../markdown/text-range.js';
import { visibilityOfPath } from '../playbook/annotation.js';
import { isPrivatePath, PRIVATE_FOLDER } from '../playbook/privacy.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import type { ToldSecret, VaultPrivacy } from './annotations-private.js';
import { CommandFailure } from './command.js';
import { reasonOf } from './error-reason.js';
import type { SharedByGit } from './git-index.js';

const START: TextRange = { from: 0, to: 0 };

/** An exported file as it was named, with its text. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** Throws {@link CommandFailure} for one that cannot be checked: it must not pass for clean. */
export function readExports(names: readonly string[], cwd: string): readonly ExportedFile[] {
  return names.map((name) => {
    try {
      const text = readFileSync(resolve(cwd, name), 'utf8');
      if (!text.includes('\0')) return { name, text };
    } catch (error) {
      throw new CommandFailure(`Cannot check "${name}": ${reasonOf(error)}. Name a file of text that exists.`);
    }
    throw new CommandFailure(`Cannot check "${name}": it is no text. Check the page or drawing that it was made from.`);
  });
}

/** Ordered by path and place. */
export async function findAllLeaks(store: PlaybookStore, privacy: VaultPrivacy, shared: SharedByGit | undefined, exports: readonly ExportedFile[]): Promise<readonly Leak[]> {
  return [
    ...trackedLeaks(privacy, shared),
    ...(await visibilityLeaks(store, privacy)),
    ...(await linkLeaks(privacy)),
    ...(await exportLeaks(privacy, exports)),
  ].sort(compareLeaks);
}

function trackedLeaks(privacy: VaultPrivacy, shared: SharedByGit | undefined): readonly Leak[] {
  const tracked = [...(shared?.tracked ?? [])].filter((path) => isPrivatePath(path) || privacy.privatePaths.has(path));
  return tracked.map((path) =>
    leak(path, buildLineIndex(''), START, 'tracked', `Git tracks this private file, so everyone with the repository has it. Run "git rm --cached" on it, ignore it, and mind that older commits keep it.`, path),
  );
}

/** Threads whose property and folder say different things. */
async function visibilityLeaks({ annotations }: PlaybookStore, privacy: VaultPrivacy): Promise<readonly Leak[]> {
  const leaks: Leak[] = [];
  for (const { annotation: { path, visibility } } of annotations.placed) {
    const byFolder = visibilityOfPath(path);
    if (byFolder === visibility || (byFolder === undefined && visibility === 'client')) continue;
    const message = visibility === 'coach'
      ? 'The thread is private by its "visibility" and lies where it is shared. Move it to "_coach/annotations", or make it "client".'
      : 'The thread says "visibility: client" and lies in the private folder. Share it in the app, or make it "coach".';
    leaks.push(leak(path, buildLineIndex(await privacy.textOf(path)), annotations.thread(path)?.values.get('visibility') ?? START, 'visibility', message, path));
  }
  return leaks;
}

async function linkLeaks(privacy: VaultPrivacy): Promise<readonly Leak[]> {
  const leaks: Leak[] = [];
  for (const path of privacy.sharedNotes) {
    const text = await privacy.textOf(path);
    const told = privacy.linksIn(path, text);
    if (told.length === 0) continue;
    const lines = buildLineIndex(text);
    for (const secret of told) leaks.push(toLeak(path, lines, secret, `${inWords(secret, 'The note')} Remove the link, or make the note private.`));
  }
  for (const path of privacy.sharedBoards) {
    const text = await privacy.textOf(path);
    const links = privacy.linksIn(path, text);
    const told = [...links, ...privacy.pathsIn(text).filter(({ from }) => !links.some((link) => link.from <= from && from < link.to))];
    const lines = buildLineIndex(text);
    for (const secret of told) leaks.push(toLeak(path, lines, secret, `${inWords(secret, 'The file')} Take it out, or move the file to "${PRIVATE_FOLDER}".`));
  }
  return leaks;
}

async function exportLeaks(privacy: VaultPrivacy, exports: readonly ExportedFile[]): Promise<readonly Leak[]> {
  const leaks: Leak[] = [];
  for (const { name, text } of exports) {
    const lines = buildLineIndex(text);
    for (const secret of await privacy.toldBy(text)) leaks.push(toLeak(name, lines, secret, `${inWords(secret, 'The file')} Do not hand it out.`));
  }
  return leaks;
}

/** What a text does with what is private, as a sentence. */
export function inWords({ form, privatePath }: ToldSecret, subject: string): string {
  const verb = { link: 'links to', embed: 'embeds', words: 'tells words of' }[form];
  return `${subject} ${verb} ${privatePath === undefined ? 'a file of the private folder' : `"${privatePath}", which is private`}.`;
}

export function toLeak(path: string, lines: LineIndex, secret: ToldSecret, message: string): Leak {
  return leak(path, lines, secret, secret.form, message, secret.privatePath);
}

function leak(path: string, lines: LineIndex, { from, to }: TextRange, kind: LeakKind, message: string, privatePath: string | undefined): Leak {
  const range: PositionRange = { start: lines.position(from), end: lines.position(to) };
  return { path, range, kind, message, privatePath: privatePath ?? null };
}
