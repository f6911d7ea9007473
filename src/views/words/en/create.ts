/** "1 file", "8 files". */
function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

export const CREATE_WORDS = {
  newNote: {
    executive: 'New executive',
    initiative: 'New initiative',
    pilot: 'New pilot',
    milestone: 'New milestone',
    play: 'New play',
    insight: 'New insight',
    case: 'New case',
    room: 'New customer room',
    comms: 'New message',
    empowerment: 'New empowerment note',
    recognition: 'New recognition note',
    session: 'New session',
  },
  nameOfPerson: 'Name',
  title: 'Title',
  place: (path: string) => `Will be written to ${path}`,
  noName: 'Write a name with at least one character that a file name can hold.',
  otherName: (name: string) => String.raw`File names cannot hold every character, such as / \ : * ? " < > | # ^ [ or ], so the note will be called "${name}".`,
  nameTaken: (name: string) => `A note with this name exists, so this one will be called "${name}".`,
  create: 'Create',
  cancel: 'Cancel',
  stillReading: 'The vault is still being read. Try again in a moment.',
  notOpened: (path: string, reason: string) => `"${path}" was written and could not be opened: ${reason}. Open it from the list of files.`,
  starter: 'Create starter playbook',
  starterIntro: 'A small playbook to learn from and to change: a journey, vision, strategy, governance, two executives and one initiative as examples, ten plays and a guide. Files that exist are left as they are.',
  folder: 'Folder',
  folderHint: 'Empty for the top of the vault.',
  folderBad: 'Use a folder name that every system can hold: no characters such as : * ? " < > | # ^ [ or ], and no full stop at its start or end.',
  folderIsFile: (path: string) => `"${path}" is a file. Name a folder.`,
  settingsStay: 'The shared settings go to the top of the vault, where they are read.',
  clash: (count: number) => (count === 1 ? '1 file exists already and is left as it is.' : `${count} files exist already and are left as they are.`),
  created: (count: number) => `New: ${files(count)}`,
  kept: (count: number) => `Left as they are: ${files(count)}`,
  createFiles: (count: number) => (count === 0 ? 'Nothing to create' : `Create ${files(count)}`),
} as const;
