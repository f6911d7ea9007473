export const ROOM_WORDS = {
  prepare: 'Prepare customer room',
  /** Name of the note. */
  nextRoom: 'Next customer room',
} as const;
