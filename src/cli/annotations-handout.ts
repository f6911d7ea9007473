/** `annotations --export`: the hand-out for the client, and the check that nothing private stands in it. */
import { buildHandOut } from '../export/annotations-handout.js';
import type { AnnotationEntry } from '../export/annotations-entry.js';
import { compareLeaks, type Leak } from '../export/annotations-leaks.js';
import { inWords, toLeak } from './annotations-leaks.js';
import { buildLineIndex } from '../markdown/text-range.js';
import { findWikilinks } from '../markdown/wikilink.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { AnnotationFormat } from './annotations-options.js';
import type { VaultPrivacy } from './annotations-private.js';

/** The page, or what keeps it from being handed out: then there is none. */
export type HandOutResult = { readonly ok: true; readonly page: string } | { readonly ok: false; readonly leaks: readonly Leak[] };

/** Nothing of the entries is private; what their texts say is looked at here. */
export async function makeHandOut(entries: readonly AnnotationEntry[], today: CalendarDate, format: AnnotationFormat, privacy: VaultPrivacy): Promise<HandOutResult> {
  const leaks = (await Promise.all(entries.map((entry) => leaksOf(entry, privacy)))).flat().sort(compareLeaks);
  if (leaks.length > 0) return { ok: false, leaks };
  const page = await formatHandOut(entries.map(withReadableLinks), today, format);
  const lines = buildLineIndex(page);
  const left = (await privacy.toldBy(page)).map((told) => toLeak('hand-out', lines, told, `${inWords(told, 'The hand-out')} Reword what says so, or make the thread private.`));
  return left.length > 0 ? { ok: false, leaks: left } : { ok: true, page };
}

async function formatHandOut(entries: readonly AnnotationEntry[], today: CalendarDate, format: AnnotationFormat): Promise<string> {
  const handOut = buildHandOut({ today, entries });
  if (format === 'html') return (await import('../export/annotations-handout-html.js')).formatHandOutHtml(handOut);
  return (await import('../export/annotations-handout-markdown.js')).formatHandOutMarkdown(handOut);
}

/** Places in the thread's own file, where a person can mend them. */
async function leaksOf({ annotation, notePath }: AnnotationEntry, privacy: VaultPrivacy): Promise<readonly Leak[]> {
  const { path, events, selector, author } = annotation;
  const file = await privacy.textOf(path);
  const lines = buildLineIndex(file);
  const leaks: Leak[] = [];
  let behind = 0;
  const parts = [author, selector.quote, notePath ?? annotation.target, ...events.flatMap((event) => [event.author, event.text])];
  for (const part of parts) {
    const told = await privacy.toldBy(part);
    if (told.length === 0) continue;
    const start = Math.max(0, file.indexOf(part, behind), file.indexOf(part));
    behind = start;
    for (const { from, to, ...secret } of told) {
      const moved = { ...secret, from: start + from, to: start + to };
      leaks.push(toLeak(path, lines, moved, `${inWords(moved, 'The text')} Reword it, or make the thread private.`));
    }
  }
  return leaks;
}

/** Links by their label: a hand-out is read where they lead nowhere. */
function withReadableLinks(entry: AnnotationEntry): AnnotationEntry {
  const { annotation } = entry;
  return { ...entry, annotation: { ...annotation, events: annotation.events.map((event) => ({ ...event, text: readable(event.text) })) } };
}

function readable(text: string): string {
  let shown = '';
  let at = 0;
  for (const { from, to, label, target, subpath } of findWikilinks(text)) {
    shown += text.slice(at, from) + (label ?? (target === '' ? (subpath ?? '') : titleOfPath(target)));
    at = to;
  }
  return shown + text.slice(at);
}
