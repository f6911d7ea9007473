/** What edits of the roadmap are called, and what their dialogs say. */
export const ROADMAP_EDITS_WORDS = {} as const;
