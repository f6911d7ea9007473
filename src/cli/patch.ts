/** Changes of notes as patches that git applies. */

/**
 * What a terminal must not get, beyond tabs, line ends of both kinds and the byte order mark at the start of a note: a
 * patch is text that must stay as it is, or it does not apply.
 */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)|\p{Surrogate}/u;

/** Whether a patch must go to a file, not to a terminal. */
export function holdsControls(patch: string): boolean {
  return CONTROLS.test(patch);
}

/** As git writes it: names with special characters are quoted, a tab ends a name with spaces. */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
