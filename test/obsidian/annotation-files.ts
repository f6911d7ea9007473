/** Threads as files, for specs that show them. */

export interface ThreadParts {
  readonly quote: string;
  /** Link target; `Ana` without a wish. */
  readonly target?: string;
  readonly kind?: string;
  readonly visibility?: 'client' | 'coach';
  readonly author?: string;
  /** Of the first event. */
  readonly said?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly isResolved?: boolean;
}

/** The path of a thread with this id. */
export function threadPath(id: string, visibility: 'client' | 'coach' = 'client'): string {
  return `${visibility === 'coach' ? '_coach/annotations' : '_annotations'}/note--${id}.md`;
}

export function threadText(id: string, parts: ThreadParts): string {
  const { quote, target = 'Ana', kind = 'question', visibility = 'client', author = 'raj.patel', said = 'Is this decided?', prefix = '', suffix = '', start, isResolved = false } = parts;
  const value = (text: string): string => JSON.stringify(text);
  return [
    '---',
    'type: annotation',
    'format: 1',
    `id: ${id}`,
    `target: "[[${target}]]"`,
    `status: ${isResolved ? 'resolved' : 'open'}`,
    `kind: ${kind}`,
    `visibility: ${visibility}`,
    `author: ${author}`,
    'created: 2026-11-20T10:04:11Z',
    `quote: ${value(quote)}`,
    ...(prefix === '' ? [] : [`prefix: ${value(prefix)}`]),
    ...(suffix === '' ? [] : [`suffix: ${value(suffix)}`]),
    ...(start === undefined ? [] : [`start: ${start}`]),
    '---',
    `> [!quote] [[${target}]]`,
    ...quote.split('\n').map((line) => `> ${line}`),
    '',
    `## 2026-11-20T10:04:11Z ${author}`,
    said,
    ...(isResolved ? ['', `## 2026-11-21T10:04:11Z ${author} · resolved`] : []),
    '',
  ].join('\n');
}
