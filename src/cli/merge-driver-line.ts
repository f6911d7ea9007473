/**
 * The command that git runs for the merge driver, as it stands in a clone's settings. A driver that cannot start, because
 * Node or the program has moved, would leave our side without markers, and the other side would be lost at the commit: then
 * `git merge-file` does what git itself would have done. `%S`, `%X` and `%Y`, the names of the sides, are known to git since
 * 2.45; older ones pass them on as they are, and the driver does without.
 */

/** `node` and `program` are file names on this machine. Git gives the line to a POSIX shell, also on Windows. */
export function mergeDriverLine(node: string, program: string): string {
  const driver = `${quoted(node)} ${quoted(program)} merge-driver %O %A %B %L %P %S %X %Y`;
  return `${driver}; r=$?; if test $r -le 1; then exit $r; fi; if grep -q '^<<<<<<<' %A; then exit 1; fi; exec git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B`;
}

/** One word for the shell; a percent sign is doubled for git. */
function quoted(word: string): string {
  return `'${word.replaceAll('\\', '/').replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
