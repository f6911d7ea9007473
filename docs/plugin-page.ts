/** The page about the plugin: its commands, links, settings and commands of the app's command line, from the code's tables. */
import { CLI_COMMANDS } from '../src/obsidian/cli-commands.js';
import { flagSyntax } from '../src/obsidian/cli-flags.js';
import { NAMED_VIEWS } from '../src/obsidian/open-view.js';
import { LABEL_ROWS, READING_ROWS, RULE_ROWS, SIGN_ROWS, SWITCH_ROWS, THRESHOLD_ROWS } from '../src/obsidian/setting-rows.js';
import { WORDS } from '../src/views/words/words.js';
import { table } from './markdown-table.js';

const { annotate, annotationMarks, commitment, comparison, conflicts, create, edits, editor, evidence, findings, history, overview, roadmapHost, rooms, settings, tagging } = WORDS;

/** Every command of the palette: its id behind `cx-playbook:`, its name, what it does. */
export const PLUGIN_COMMANDS: readonly (readonly [id: string, name: string, meaning: string])[] = [
  ['open-overview', overview.open, 'Executives by level, what is missing, where to act next.'],
  ['open-findings', findings.open, 'All findings, by note or by rule, with their fixes.'],
  ['open-roadmap', roadmapHost.open, 'The journey on time, with the commitment of its sponsors.'],
  ['open-commitment-map', commitment.open, 'Every executive on the five levels, now and needed; who moves whom; what the sources allow next.'],
  ...Object.entries(commitment.saveAllAs).map(([format, name]) => [`save-commitment-as-${format}`, name, 'The rows of the open commitment map, else all, in the folder for attachments.'] as const),
  ...Object.entries(roadmapHost.saveAs).map(([format, name]) => [`save-roadmap-as-${format}`, name, 'As the open roadmap shows it, in the folder for attachments.'] as const),
  ['print-roadmap', roadmapHost.printCommand, 'One page a year, as the open roadmap shows it.'],
  ['insert-roadmap-block', roadmapHost.insertBlock, 'At the cursor, with what the open roadmap shows.'],
  ['set-level', tagging.commands.setLevel, 'Of the executive that is open, with a dated line in its assessments.'],
  ['set-needed-level', tagging.commands.setNeeded, 'The level that the journey needs of the executive that is open.'],
  ['set-competencies', tagging.commands.setCompetencies, 'Of the note that is open.'],
  ['tag-note', tagging.commands.tagNote, 'Levels and competencies with the sentences and evidence they rest on; nothing is written unseen.'],
  ['tag-untagged', tagging.commands.tagUntagged, 'The same for every executive that lacks a level or competencies, one by one.'],
  ['add-evidence', evidence.add, 'A dated line of what an executive said or did: of the note that is open, or from a selection in any other note, with a link back.'],
  ['set-signs', evidence.checkSigns, 'Of the executive that is open: what is listed, when each sign was seen last, and which level the evidence reaches.'],
  ['annotate', annotate.annotate, 'In a file of its own: the note keeps every byte. Without a selection, the note as a whole.'],
  ['open-annotations', annotate.open, 'Of the note in front, or of the vault: what waits for an answer or for its place comes first.'],
  ['resolve-annotation', annotate.resolveHere, 'At the cursor, or whose file is open.'],
  ['share-annotation', annotate.shareHere, 'At the cursor, or whose file is open: moves a private thread to where the client sees it, after a preview of all that will be seen.'],
  ['undo-edits', edits.undoCommand, 'Takes back the newest edit of notes as one. A note that was changed since stays.'],
  ['redo-edits', edits.redoCommand, 'Makes the edit again that was taken back last.'],
  ['resolve-conflict', conflicts.resolveCommand, 'Of the note that is open, where it has conflict markers: both sides beside each other, property by property and section by section, with a preview.'],
  ['show-conflicts', conflicts.listCommand, 'All notes of the vault in which a merge left markers, each leading to its choices.'],
  ['next-annotation', annotationMarks.next, 'In the editor: with its card at the cursor.'],
  ['previous-annotation', annotationMarks.previous, 'In the editor.'],
  ['open-annotation', annotationMarks.openHere, 'The thread of the annotation at the cursor, beside the note.'],
  ['next-finding', editor.nextFinding, 'In the editor.'],
  ['previous-finding', editor.previousFinding, 'In the editor.'],
  ['fix-finding', editor.fixFinding, 'The finding at the cursor.'],
  ['fix-note', editor.fixNote, 'All that can be fixed in the note that is open.'],
  ['fix-vault', editor.fixVault, 'In all notes, with a preview.'],
  ...Object.entries(create.newNote).map(([kind, name]) => [`new-${kind}`, name, 'From the schema’s template, where the vault keeps such notes.'] as const),
  ['prepare-room', rooms.prepare, 'A note for the next customer room: stages to walk, promises of last time and whether they were kept, voices and results since.'],
  ['create-starter-playbook', create.starter, 'A small playbook to learn from; existing files are left as they are.'],
];

/** Those that are there on desktops alone, in a repository: they start git. */
export const DESKTOP_COMMANDS: typeof PLUGIN_COMMANDS = [
  ['compare-roadmap-with-revision', comparison.command, 'Shows where each item stood at a branch, tag or commit.'],
  ['stop-comparing-roadmap', comparison.stop, 'The roadmap alone again.'],
  ['read-commitment-history', history.read, 'The levels that its commits recorded, for the map and the tracks of the roadmap. It can be stopped.'],
];

export function formatPluginPage(): string {
  const shared = [...READING_ROWS, ...THRESHOLD_ROWS].map(({ name, desc }) => [name, desc]);
  return [
    '# Plugin',
    '',
    '## Commands',
    '',
    'No command has a hotkey of its own: set the ones that you like in the app’s settings.',
    '',
    ...commandTable(PLUGIN_COMMANDS),
    '',
    'On desktops, where the vault lies in a git repository:',
    '',
    ...commandTable(DESKTOP_COMMANDS),
    '',
    '## Links',
    '',
    `\`obsidian://cx-playbook?view=${NAMED_VIEWS.join('|')}\` opens a view from anywhere. With \`view=findings\`, \`rule=\` and \`path=\` show the findings of one rule or one note. With \`view=roadmap\`, the options of a \`cx-roadmap\` block say what is shown: \`view=roadmap&group=leader&gaps=true\`. With \`view=commitment\`, \`unit=\`, \`as=map|table\`, \`order=\`, \`search=\`, \`person=\`, \`panel=\` and \`peers=all\` do: \`view=commitment&unit=Freight,Crossings&as=table\`.`,
    '',
    '## Settings',
    '',
    `### ${settings.personal}`,
    '',
    'Your name is kept by the app on this device; the others in the plugin’s own data.',
    '',
    ...table(['Setting', 'Meaning'], [[settings.authorName, settings.authorNameDesc], ...SWITCH_ROWS.map(({ name, desc }) => [name, desc])]),
    '',
    `### ${settings.shared}`,
    '',
    settings.sharedFileDesc,
    '',
    ...table(['Setting', 'Meaning'], [
      ...shared,
      [settings.labels, `${settings.labelsDesc} (${LABEL_ROWS.map(({ name }) => name).join(', ')})`],
      [settings.signs, `${settings.signsDesc} (${SIGN_ROWS.map(({ name }) => name).join(', ')})`],
      [settings.rules, `${settings.rulesDesc} ${RULE_ROWS.length} rules: see [Rules](rules/README.md).`],
      [settings.ignore, 'Folders whose notes do not belong to the playbook.'],
    ]),
    '',
    '## The app’s command line',
    '',
    'With Obsidian’s own command line, which asks the running app. Flags are written `name=value`. An answer that begins with `Error:` says what was wrong and what is allowed.',
    '',
    ...CLI_COMMANDS.flatMap(({ id, description, flags }) => [
      `### ${id}`,
      '',
      description,
      '',
      ...(flags.length === 0 ? [] : [...table(['Flag', 'Meaning'], flags.map((flag) => [`\`${flag.name}=${flagSyntax(flag)}\``, flag.description])), '']),
    ]),
  ].join('\n');
}

function commandTable(commands: typeof PLUGIN_COMMANDS): readonly string[] {
  return table(['Command', 'Id', 'What it does'], commands.map(([id, name, meaning]) => [name, `\`cx-playbook:${id}\``, meaning]));
}
