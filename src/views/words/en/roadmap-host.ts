/** What the roadmap says as a part of the app: view, base, block, files, print. */
export const ROADMAP_HOST_WORDS = {} as const;
