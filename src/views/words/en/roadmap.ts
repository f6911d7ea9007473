/** What the roadmap says around its chart: toolbar, filters, tray, agenda, sponsors, help. */
export const ROADMAP_WORDS = {} as const;
