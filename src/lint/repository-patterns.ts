/**
 * The patterns of `.gitattributes` and `.gitignore`: which paths they mean. Names are compared as they are written. No
 * pattern takes longer than its length times that of the path, whatever somebody wrote.
 *
 * @example matchesPattern('Notes/**', 'Notes/2026/Ana.md') // true
 */

/**
 * Whether a pattern means the path. Without a slash it means a name in any folder, else the path from where the file with
 * the pattern lies; a slash in front says that alone. `**` stands for any folders, at the end for everything inside.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const steps = (pattern.startsWith('/') ? pattern.slice(1) : pattern).split('/');
  const names = path.split('/');
  if (!pattern.includes('/')) return matchesName(pattern, names.at(-1) ?? '');
  return matchesFolders(steps, names);
}

/** Goes back to the last `**` only: what an earlier one could take, the last one can too. */
function matchesFolders(steps: readonly string[], names: readonly string[]): boolean {
  let [step, name, lastStars, nameThen] = [0, 0, -1, 0];
  while (name < names.length) {
    const pattern = steps[step];
    if (pattern === '**') {
      if (step === steps.length - 1) return true;
      [lastStars, nameThen] = [step++, name];
    } else if (pattern !== undefined && matchesName(pattern, names[name] ?? '')) {
      step++;
      name++;
    } else if (lastStars >= 0) {
      step = lastStars + 1;
      name = ++nameThen;
    } else return false;
  }
  return step === steps.length;
}

/** `*`, `?`, `[…]` and `\`, in one name. */
function matchesName(pattern: string, name: string): boolean {
  let [at, char, lastStar, charThen] = [0, 0, -1, 0];
  while (char < name.length) {
    const end = pattern.charAt(at) === '*' ? -1 : endOfMatch(pattern, at, name.charAt(char));
    if (pattern.charAt(at) === '*') [lastStar, charThen] = [at++, char];
    else if (end > 0) {
      at = end;
      char++;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      char = ++charThen;
    } else return false;
  }
  while (pattern.charAt(at) === '*') at++;
  return at === pattern.length;
}

/** The place in the pattern after what matches the character; -1 when it does not. */
function endOfMatch(pattern: string, at: number, char: string): number {
  const sign = pattern.charAt(at);
  if (sign === '') return -1;
  if (sign === '?') return at + 1;
  if (sign === '\\' && at + 1 < pattern.length) return pattern.charAt(at + 1) === char ? at + 2 : -1;
  const close = sign === '[' ? pattern.indexOf(']', at + 2) : -1;
  if (close === -1) return sign === char ? at + 1 : -1;
  return isInClass(pattern.slice(at + 1, close), char) ? close + 1 : -1;
}

function isInClass(written: string, char: string): boolean {
  const isNegated = written.startsWith('!') || written.startsWith('^');
  const chars = isNegated ? written.slice(1) : written;
  let found = false;
  for (let at = 0; at < chars.length; at++) {
    if (chars.charAt(at + 1) === '-' && at + 2 < chars.length) {
      found ||= char >= chars.charAt(at) && char <= chars.charAt(at + 2);
      at += 2;
    } else found ||= chars.charAt(at) === char;
  }
  return found !== isNegated;
}
