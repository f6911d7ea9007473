/** Larger notes are no notes: on disk, in a revision and in a history alike. */
export const LARGEST_NOTE_BYTES = 64 * 1024 * 1024;
