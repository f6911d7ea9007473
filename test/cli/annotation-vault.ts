/** Threads for tests of the command line, as files. */

export interface ThreadValues {
  readonly id?: string;
  /** Of the link, without brackets. */
  readonly target: string;
  readonly kind?: string;
  readonly visibility?: string;
  readonly author?: string;
  readonly created?: string;
  readonly quote?: string;
  readonly blob?: string;
  /** Author, instant and text, then maybe what the event is. */
  readonly events?: readonly (readonly [author: string, at: string, text: string, event?: string])[];
}

export function threadText(values: ThreadValues): string {
  const { id = 'aaaaaaaa', target, kind = 'question', visibility = 'client', author = 'hal', created = '2026-11-01T08:00:00Z', quote = '', blob } = values;
  const events = values.events ?? [[author, created, 'Is this decided?']];
  const lines = [
    '---',
    'type: annotation',
    'format: 1',
    `id: ${id}`,
    `target: ${JSON.stringify(`[[${target}]]`)}`,
    'status: open',
    `kind: ${kind}`,
    `visibility: ${visibility}`,
    `author: ${JSON.stringify(author)}`,
    `created: ${created}`,
    `quote: ${JSON.stringify(quote)}`,
    'prefix: ""',
    'suffix: ""',
    ...(blob === undefined ? [] : [`blob: ${blob}`]),
    '---',
    `> [!quote] [[${target}]]`,
    `> ${quote.replaceAll('\n', '\n> ')}`,
    '',
    ...events.flatMap(([by, at, text, event]) => [`## ${at} ${by}${event === undefined ? '' : ` · ${event}`}`, text, '']),
  ];
  return lines.join('\n');
}
