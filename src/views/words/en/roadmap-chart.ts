/** What the chart of the roadmap says: names, descriptions, live messages. */
export const ROADMAP_CHART_WORDS = {} as const;
