/**
 * The command that git runs for the merge driver, as it stands in a clone's settings. A driver that cannot start, because
 * Node or the program has moved, would leave our side without markers, and the other side would be lost at the commit: then
 * `git merge-file` does what git itself would have done. `%S`, `%X` and `%Y`, the names of the sides, are known to git since
 * 2.45; older ones pass them on as they are, and the driver does without.
 */

/** Conflicts are written. Not 1: Node ends so when it does not find the program. Git gets a 1. */
export const CONFLICTS = 100;

/** `node` and `program` are file names on this machine. Git gives the line to a POSIX shell, also on Windows. */
export function mergeDriverLine(node: string, program: string): string {
  return [
    `${quoted(node)} ${quoted(program)} merge-driver %O %A %B %L %P %S %X %Y`,
    // Killed on its way, the driver has left both sides between markers; never started, it has left nothing.
    `r=$?; case $r in 0) exit 0;; ${CONFLICTS}) exit 1;; 1|126|127|129) ;; *) if grep -q '^<<<<<<<' %A; then exit 1; fi;; esac`,
    'git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B',
    's=$?; if test $s -lt 128; then exit $s; fi; exit $r',
  ].join('; ');
}

/** One word for the shell, which on Windows takes `/` in names; a percent sign is doubled for git. */
function quoted(word: string): string {
  const name = /^[A-Za-z]:[\\/]/.test(word) ? word.replaceAll('\\', '/') : word;
  return `'${name.replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
