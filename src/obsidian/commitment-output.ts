/** The rows of the commitment map as text: into the clipboard, or as a file of the vault. Nothing is ever written over a file that is there. */
import { Notice } from 'obsidian';
import { formatCommitmentCsv } from '../export/commitment-csv.js';
import { formatCommitmentMarkdown } from '../export/commitment-markdown.js';
import { safeFileName } from '../notes/safe-file-name.js';
import type { CommitmentRow } from '../playbook/commitment-table.js';
import type { LevelWords } from '../playbook/step-words.js';
import type { CommitmentFormat, CommitmentOutput } from '../views/commitment-actions.js';
import { WORDS } from '../views/words/words.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';
import { freeFilePath } from './roadmap-files.js';
import { tellSaved } from './tell-saved.js';

const words = WORDS.commitment;

interface TableFile {
  readonly extension: string;
  readonly write: (rows: readonly CommitmentRow[], levelName: LevelWords) => string;
}

const TABLE_FILES: Readonly<Record<CommitmentFormat, TableFile>> = {
  csv: { extension: 'csv', write: formatCommitmentCsv },
  markdown: { extension: 'md', write: formatCommitmentMarkdown },
};

/** `documentOf` gives the document of the pane's window as it is now: panes move. */
export function createCommitmentOutput(context: PluginContext, documentOf: () => Document): CommitmentOutput {
  return {
    copy: (format, rows, levelName) => {
      copyTable(format, rows, levelName, documentOf()).catch((error: unknown) => new Notice(words.notCopied(reasonOf(error))));
    },
    save: (format, rows, levelName) => {
      saveTable(context, format, rows, levelName).catch((error: unknown) => new Notice(words.notSaved(reasonOf(error))));
    },
  };
}

async function copyTable(format: CommitmentFormat, rows: readonly CommitmentRow[], levelName: LevelWords, { defaultView }: Document): Promise<void> {
  await (defaultView ?? window).navigator.clipboard.writeText(TABLE_FILES[format].write(rows, levelName));
  new Notice(words.copied(rows.length, words.exports[format]));
}

async function saveTable(context: PluginContext, format: CommitmentFormat, rows: readonly CommitmentRow[], levelName: LevelWords): Promise<void> {
  const { app, vault, playbook } = context;
  const { extension, write } = TABLE_FILES[format];
  const journey = playbook.store?.playbook.journey;
  const name = safeFileName(words.fileName(journey?.title ?? '', playbook.options.today())) || words.noTitle;
  const path = await freeFilePath(app, name, extension, journey?.path);
  await vault.create(path, write(rows, levelName));
  tellSaved(context, path);
}
