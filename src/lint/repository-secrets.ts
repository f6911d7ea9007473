/**
 * Secrets in the settings of plugins, by the names of their entries and the look of their values. Values never leave here.
 *
 * @example secretNames({ account: { apiKey: 'sk-4f9…' }, theme: 'dark' }) // ['account.apiKey']
 */

const SECRET_NAME = /(?:api|access|auth|private|secret|client|license|licence|encryption)[-_ ]?(?:key|token|secret)|password|passwd|passphrase|^pwd$|^secret$|^token$|token$|^pat$|credential|bearer/i;
/** Names that speak of secrets and hold none: how many tokens, which path, whether there is one. */
const NO_SECRET_NAME = /(?:max|min|num|count|total|used|limit|url|uri|endpoint|path|file|folder|name|type|id|expir\w*|length|size|hint|prompt|hotkey|shortcut)$|^(?:max|num|use|show|has|is|enable|save|remember|ask)/i;
/** How widely used keys and tokens begin, or are built. */
const SECRET_VALUE = /^(?:sk-[\w-]{16,}|sk_(?:live|test)_\w{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*|hf_\w{20,})$/;
/** Shorter values of a telling name are settings, such as `token: "none"`. */
const SHORTEST_SECRET = 8;
/** Settings nest a few levels; deeper is data. */
const DEEPEST = 12;
/** A few names tell as much as hundreds. */
const MOST_NAMES = 20;

/** Names of entries with what looks like a secret, from the outermost, in the order of the data. */
export function secretNames(data: unknown): readonly string[] {
  const found: string[] = [];
  look(data, '', 0, found);
  return found;
}

function look(value: unknown, name: string, depth: number, found: string[]): void {
  if (found.length >= MOST_NAMES || depth > DEEPEST) return;
  if (typeof value === 'string') {
    if (isSecret(name, value)) found.push(name);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) look(inner, name === '' ? key : `${name}.${key}`, depth + 1, found);
  }
}

function isSecret(name: string, value: string): boolean {
  if (SECRET_VALUE.test(value)) return true;
  const key = name.slice(name.lastIndexOf('.') + 1);
  return value.length >= SHORTEST_SECRET && !/\s/.test(value) && SECRET_NAME.test(key) && !NO_SECRET_NAME.test(key);
}
