/** What working on the chart of the roadmap by keys and pointer says. */
export const ROADMAP_KEYS_WORDS = {} as const;
