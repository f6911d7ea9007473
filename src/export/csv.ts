/**
 * Comma-separated values after RFC 4180: CRLF, quotes where needed, and no cell that a spreadsheet would run.
 *
 * A cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return gets a `'` before it: spreadsheets read it as
 * text then. A plain number below zero stays a number. Dates as the playbook writes them never start so.
 *
 * @example formatCsv([['name'], ['=1+1']]) // "name\r\n'=1+1\r\n"
 */
const RISKY_START = /^(?!-\d+(?:\.\d+)?$)[=+\-@\t\r]/;
/** Controls other than tab and line ends, direction overrides, lone surrogates. */
const UNSAFE = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu;

export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(value: string): string {
  const clean = value.replace(UNSAFE, '');
  const safe = RISKY_START.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
