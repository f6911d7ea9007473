/** Threads on the sample vault's notes, one in each state: for the specs of the views, and for pictures. */
import type { Annotation, AnnotationPlace, PlacedAnnotation, ThreadEvent } from '../../src/playbook/annotation.js';
import { parseCalendarDate } from '../../src/playbook/calendar-date.js';

export const RECORD = '20 Initiatives/Shared customer record.md';
export const MUNT = '10 Executives/Leocadia Munt (CIO).md';
export const LOUNGE = '20 Initiatives/Quiet lounge for night crossings.md';

export interface ThreadValues extends Partial<Omit<Annotation, 'selector' | 'events' | 'createdOn' | 'lastOn'>> {
  readonly id: string;
  readonly quote?: string;
  readonly heading?: readonly string[];
  readonly start?: number;
  /** As `[instant, author, text, kind]`. */
  readonly events?: readonly (readonly [at: string, author: string, text: string, kind?: ThreadEvent['kind']])[];
  /** Of the note; null for a link that dangles. */
  readonly note?: string | null;
  readonly place?: AnnotationPlace;
}

/** A thread that reads like one: open, and anchored at the start of its note, where nothing else is said. */
export function thread({ id, quote = 'a passage', heading = [], start, events = [['2026-11-20T09:00:00Z', 'hal.quist', 'What does it mean?']], note = RECORD, place, ...values }: ThreadValues): PlacedAnnotation {
  const visibility = values.visibility ?? 'client';
  const read = events.map(([at, author, text, kind = 'comment']): ThreadEvent => ({ at, author, text, kind }));
  const created = values.created ?? read[0]?.at ?? '2026-11-20T09:00:00Z';
  const deciding = read.filter(({ kind }) => kind === 'resolved' || kind === 'reopened');
  const annotation: Annotation = {
    path: `${visibility === 'coach' ? '_coach/annotations' : '_annotations'}/note--${id}.md`,
    id,
    target: (note ?? 'Ferry app relaunch').replace(/\.md$/, ''),
    kind: 'question',
    visibility,
    author: read[0]?.author ?? 'hal.quist',
    created,
    createdOn: parseCalendarDate(created.slice(0, 10)),
    lastOn: parseCalendarDate((read.at(-1)?.at ?? created).slice(0, 10)),
    selector: { quote, prefix: '', suffix: '', heading, start, blob: undefined },
    status: deciding.at(-1)?.kind === 'resolved' ? 'resolved' : 'open',
    events: read,
    ...values,
  };
  return { annotation, targetPath: note ?? undefined, place: place ?? (note === null ? { state: 'orphan', missing: 'note' } : { state: 'anchored', from: 0, to: quote.length }) };
}

/** `texts` are those of the sample vault, where places are looked up. */
export function brackwaterThreads(texts: Readonly<Record<string, string>>): readonly PlacedAnnotation[] {
  const at = (path: string, quote: string): AnnotationPlace & { readonly state: 'anchored' } => {
    const from = texts[path]?.indexOf(quote) ?? -1;
    if (from < 0) throw new Error(`"${path}" does not say "${quote}".`);
    return { state: 'anchored', from, to: from + quote.length };
  };
  const plan = 'five units go live on the same weekend in November 2027';
  const private1 = 'Two of the five heads have said in private that they would rather start with Terminals alone.';
  return [
    thread({
      id: '7k3m9q2x', kind: 'risk', quote: plan, heading: ['Shared customer record', 'Operating model'], place: at(RECORD, plan),
      events: [
        ['2026-10-23T08:12:40Z', 'hal.quist', 'Five heads, one weekend, and the sponsor has turned down every invitation so far. What would Terminals and the phones gain if they went alone in spring?'],
        ['2026-11-04T16:55:02Z', 'maren.devereux', 'Most of the re-entries, about 700 of the 1,100 a month. I will ask [[Marguerite Oyelaran (COO)|Marguerite]] whether she would take it on as her own.\nIt needs two tables, not nine.'],
        ['2026-11-20T07:30:11Z', 'hal.quist', 'Then write that version down before the December forum, with her name on it.'],
      ],
    }),
    thread({
      id: 'p4r1s8v6', kind: 'suggestion', visibility: 'coach', quote: private1, heading: ['Shared customer record', 'Risks'], place: at(RECORD, private1),
      events: [['2026-11-19T18:02:00Z', 'hal.quist', 'Yara and Rune. Speak with each alone before the room, and do not name them in the minutes.']],
    }),
    thread({
      id: 'c0nf1rm5', kind: 'question', quote: 'A unit whose count halves tells the others how in the next room.', heading: ['Shared customer record', 'Reinforcement'],
      place: {
        state: 'confirm',
        candidates: [at(RECORD, 'A unit whose count halves presents how in the next customer room.'), at(RECORD, 'Monthly count of manual re-entries per desk')].map(({ from, to }, index) => ({ from, to, score: 0.7 - index / 10 })),
      },
      events: [['2026-11-10T10:04:11Z', 'maren.devereux', 'Who chairs that part? If it is Leocadia, I would ask her now.']],
    }),
    thread({
      id: 'n0t3g0n3', kind: 'action', quote: 'The pilot on the Aurora ends in September', heading: [], note: RECORD, place: { state: 'orphan', missing: 'quote' },
      events: [['2026-08-30T12:00:00Z', 'ines.falk', 'Ask the crew of the Aurora what they would keep.']],
    }),
    thread({
      id: 'd0n3d0n3', kind: 'praise', quote: 'A stranded passenger tells the story 3.4 times.', heading: ['Shared customer record', 'Why'], place: at(RECORD, 'A stranded passenger tells the story 3.4 times.'),
      events: [
        ['2026-10-02T08:00:00Z', 'hal.quist', 'One number that everybody can repeat. Use it in the letter too.'],
        ['2026-10-05T08:00:00Z', 'ines.falk', 'It stands in the letter of January.', 'resolved'],
      ],
    }),
    thread({
      id: 'm0nt4t01', kind: 'question', note: MUNT, quote: 'Dinner with Marguerite and Tobias, not about IT at all. Not booked.', place: at(MUNT, 'Dinner with Marguerite and Tobias, not about IT at all. Not booked.'),
      events: [['2026-11-22T06:40:00Z', 'hal.quist', 'Before or after 2 December?']],
    }),
    thread({
      id: 'w0n0t3xx', kind: 'action', note: null, quote: 'Relaunch of the ferry app in summer', events: [['2026-06-11T12:00:00Z', 'maren.devereux', 'Stop this one in writing, so that nobody waits for it.']],
    }),
  ];
}
