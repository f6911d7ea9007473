import { printable } from '../export/printable.js';
import { oneOfNot } from '../notes/nearest-name.js';
import { buildNoteContext } from '../notes/playbook-settings.js';
import { buildTagContext, proposeTags } from '../notes/propose-tags.js';
import { readNote } from '../notes/read-note.js';
import { PROPERTIES } from '../notes/schema.js';
import { changeTags } from '../notes/tag-edit.js';
import { buildTagPlan, TAG_FIELDS, type TagField } from '../notes/tag-plan.js';
import { countOf } from '../playbook/count-of.js';
import { byCodeUnits } from '../playbook/playbook.js';
import { levelWords } from '../playbook/step-words.js';
import { applyPlan, failureMessage, type PlannedChange, type RefusedNote } from '../vault/edit-plan.js';
import type { PlaybookStore } from '../vault/playbook-store.js';
import { CommandFailure, OUTPUT_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import type { FsVault } from './fs-vault.js';
import { openStore, openVault, todayOf, vaultPath } from './open-store.js';
import { giveOutput } from './output.js';
import { givePatches } from './patch.js';
import { formatTags, TAG_FORMATS, type TaggedNote } from './tag-output.js';

export const tagCommand: Command = {
  name: 'tag',
  usage: 'VAULT',
  summary: 'Proposes levels, competencies and mirror tags with reasons, and writes them when asked to.',
  options: [
    { name: 'format', value: 'FORMAT', choices: TAG_FORMATS, description: 'How proposals are written. Default: text.' },
    OUTPUT_OPTION,
    { name: 'only', value: 'PATH', repeatable: true, description: 'Only this note, or the notes of this folder.' },
    { name: 'field', value: TAG_FIELDS.join('|'), repeatable: true, description: 'Only this kind of tag. Default: all of them.' },
    { name: 'mirror-tags', description: 'Give each level a tag that mirrors it, such as cx/supporter.' },
    { name: 'diff', description: 'Show the changes as a patch instead of the proposals.' },
    { name: 'write', description: 'After the same preview, write what is proposed.' },
    { name: 'by', value: 'NAME', description: 'Who assesses, for the dated line of a level.' },
    TODAY_OPTION,
  ],
  details: [
    'Exit code: 0 nothing is proposed, or all of it was written; 1 proposals wait, or a note could not be written; 2 could',
    'not run. Without --write nothing is written.',
    'A level is proposed from what the recorded evidence reaches, or from a newer dated assessment; evidence alone never',
    'lowers one. A level set today stands. Writing a level adds its dated line under "Assessments"; every other byte stays.',
    'A note that changed on disk meanwhile, or that cannot be written, stays as it is and is named.',
    'Format json has "schema": 1 and stored slugs. Its keys: today, notes (path, title, kind, evidenced, proposals, without),',
    'refused. Proposals have field, from, to and reasons (kind, about, text, path, line).',
    '',
    'Examples:',
    '  cx-playbook tag playbook',
    '  cx-playbook tag playbook --only "10 Executives" --field level --diff',
    '  cx-playbook tag playbook --field competencies --write',
    '  cx-playbook tag playbook --mirror-tags --by "M. Devereux" --write',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: runTag,
};

async function runTag(args: CommandArguments, io: CommandIo): Promise<number> {
  const today = todayOf(args, io);
  const fields = fieldsOf(args.texts('field'));
  const by = authorOf(args.text('by'));
  if (args.flag('diff') && args.text('format') !== undefined) throw new CommandFailure('Option --diff writes a patch and takes no --format. Leave out one of them.');
  if (args.flag('mirror-tags') && !fields.includes('mirror-tag')) throw new CommandFailure('Option --mirror-tags needs the mirror tags. Add --field mirror-tag, or leave out --mirror-tags.');
  const vault = openVault(args.positionals[0] ?? '', io);
  const store = await openStore(vault, today, io);
  const paths = chosenPaths(args.texts('only').map((file) => vaultPath(file, vault, io)), store);
  const { notes, changes, refused } = await planTags(store, vault, paths, { fields, by, mirrorTags: args.flag('mirror-tags') });

  if (args.flag('diff')) await givePatches(changes, args, io);
  else giveOutput(formatTags({ today, notes, refused }, args.choice('format', TAG_FORMATS, 'text'), levelWords(store.config.settings.levelLabels)), args, io);
  tellRefused(refused, io);
  if (!args.flag('write')) {
    io.err(`${changes.length > 0 ? `Proposals for ${countOf(changes.length, 'note')}, nothing was written` : refused.length > 0 ? 'Nothing can be written' : 'Nothing is proposed'}.\n`);
    return changes.length + refused.length === 0 ? 0 : 1;
  }
  const outcome = await applyPlan(vault, { title: 'Tag', changes, refused: [] });
  tellRefused(outcome.refused, io);
  io.err(`Wrote ${countOf(outcome.written.length, 'note')}.\n`);
  return refused.length + outcome.refused.length === 0 ? 0 : 1;
}

interface Tagging {
  readonly fields: readonly TagField[];
  readonly by: string;
  readonly mirrorTags: boolean;
}

interface PlannedTags {
  readonly notes: readonly TaggedNote[];
  readonly changes: readonly PlannedChange[];
  readonly refused: readonly RefusedNote[];
}

/** Reads each note as it stands now and works out its new text; writes nothing. */
async function planTags(store: PlaybookStore, vault: FsVault, paths: readonly string[], { fields, by, mirrorTags }: Tagging): Promise<PlannedTags> {
  const { playbook, today, config: { settings, thresholds } } = store;
  const context = buildNoteContext(settings);
  const tagContext = buildTagContext({ playbook, notes: context, today, evidenceDays: thresholds.evidenceDays });
  const notes: TaggedNote[] = [];
  const changes: PlannedChange[] = [];
  const refused: RefusedNote[] = [];
  for (const path of paths) {
    try {
      const text = await vault.read(path);
      const reading = await readNote(path, text, context);
      const proposal = proposeTags(reading, tagContext);
      if (proposal === undefined) continue;
      const plan = buildTagPlan(reading, proposal, { fields, mirrorTags, tagPrefix: settings.tagPrefix });
      notes.push({ ...plan, text });
      if (plan.planned.length === 0) continue;
      // Nothing is written, but bytes that are not UTF-8 are found before they are shown.
      await vault.process(path, (now) => now);
      const result = changeTags(text, { ...plan.change, by }, { today, notes: context, mirrorTags });
      if (!result.ok) refused.push({ path, message: `"${path}" cannot be tagged: ${result.problem.message}` });
      else if (result.text !== text) changes.push({ path, before: text, after: result.text });
    } catch (error) {
      refused.push({ path, message: failureMessage(path, error) });
    }
  }
  return { notes, changes, refused };
}

/** Notes of the kinds that carry tags, ordered by path; below the chosen paths where there are any. */
function chosenPaths(only: readonly string[], { playbook }: PlaybookStore): readonly string[] {
  const isChosen = (path: string): boolean => only.length === 0 || only.some((chosen) => chosen === '' || path === chosen || path.startsWith(`${chosen}/`));
  return PROPERTIES.competencies.kinds.flatMap((kind) => playbook.ofKind(kind).map(({ path }) => path)).filter(isChosen).sort(byCodeUnits);
}

function tellRefused(refused: readonly RefusedNote[], io: CommandIo): void {
  for (const { message } of refused) io.err(`${printable(message)}\n`);
}

function fieldsOf(written: readonly string[]): readonly TagField[] {
  if (written.length === 0) return TAG_FIELDS;
  return written.map((name) => {
    const field = TAG_FIELDS.find((known) => known === name);
    if (field === undefined) throw new CommandFailure(`Option --field takes ${oneOfNot(TAG_FIELDS, name)}`);
    return field;
  });
}

/** Throws {@link CommandFailure} for a name that would not stay in its line. */
function authorOf(written = ''): string {
  if (/\p{Cc}/u.test(written) || written.includes('%%')) throw new CommandFailure('Option --by takes a name on one line, without control characters and "%%".');
  return written.trim();
}
