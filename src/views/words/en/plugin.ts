export const PLUGIN_WORDS = {
  name: 'CX Playbook',
  readingFailed: (reason: string) => `The playbook could not be read: ${reason}. Your notes are untouched. Reload the plugin, and report this if it happens again.`,
  noSuchNote: (path: string) => `There is no file "${path}" in this vault. It may have been moved, renamed or deleted.`,
  notOpened: (path: string, reason: string) => `"${path}" could not be opened: ${reason}. Open it from the file list.`,
  viewNotOpened: (reason: string) => `The view could not be opened: ${reason}. Open it from the command palette.`,
  runFromPalette: 'Nothing was done. Run the command from the command palette.',
} as const;
