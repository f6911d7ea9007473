/** Reads tables back from text, for comparing them with what is drawn. */

/** Rows of RFC 4180. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of text.split('\r\n').slice(0, -1)) {
    rows.push([...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain));
  }
  return rows;
}

/** Rows of a pipe table without the line of dashes, escapes taken back. */
export function parseMarkdownTable(text: string): readonly (readonly string[])[] {
  const [head = '', , ...rows] = text.trimEnd().split('\n');
  return [head, ...rows].map((line) => line.slice(2, -2).split(' | ').map((cell) => cell.trim().replace(/\\(.)/g, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')));
}
