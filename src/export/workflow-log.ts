/**
 * Text that GitHub's runner prints and does not obey. The runner reads every line of a step's log, of both streams: one
 * that begins with `::name` after spaces is a command, and so is `##[name]` anywhere in a line. A note called
 * `::set-output name=x::y.md` must stay a note. Source: actions/runner, ActionCommand.cs.
 *
 * @example workflowLogText('::error::x.md:1:1 warning …\n') // './::error::x.md:1:1 warning …\n'
 */

/** Characters that a comparison by the rules of a language passes over, as the runner's may: they could hide a command. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The text with each line that would be a command made harmless; all others as they are. */
export function workflowLogText(text: string): string {
  return text.split(/(\r\n|\r|\n)/).map(harmlessLine).join('');
}

function harmlessLine(line: string): string {
  const bare = line.replace(IGNORABLE, '');
  const begins = /^\s*::/.test(bare);
  if (!begins && !bare.includes('##[')) return line;
  return `${begins ? './' : ''}${bare.replaceAll('##[', '## [')}`;
}
