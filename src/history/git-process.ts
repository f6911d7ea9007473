/** What every git that a program starts is given, and what it makes of git's complaint, whoever starts it. */

/** As `-c` arguments: paths come as they are, and no program that a repository names watches its files or checks signatures. */
export const GIT_SETTINGS: readonly string[] = ['core.quotePath=false', 'core.fsmonitor=false', 'log.showSignature=false'].flatMap((setting) => ['-c', setting]);

/** Nobody is asked for a password, and nothing fetches a blob that is missing. */
export const GIT_ALONE = { GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' } as const;

/** For what only reads: it takes no lock, and answers in large pieces, not in one for each commit. */
export const GIT_READS = { ...GIT_ALONE, GIT_OPTIONAL_LOCKS: '0', GIT_FLUSH: '0' } as const;

/** The line that says why git failed, behind warnings and before advice; without full stop. */
export function reasonIn(complaint: string): string {
  const lines = complaint.split('\n').map((line) => line.trim().replace(/\.$/, '')).filter((line) => line !== '');
  const reason = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0] ?? '';
  return reason === '' ? 'no reason given' : reason.replace(/^(?:fatal|error): */, '');
}
