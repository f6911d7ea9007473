/** The files of threads: readable, named by their id, and with a status that their events bear out. Their reader finds it. */
import type { PlacedAnnotation } from '../../playbook/annotation.js';
import { addTo } from '../../playbook/add-to.js';
import { NOTE_START, type PlaybookFinding, type Rule } from '../rule.js';

/** The text of a thread for an example; `more` are properties, each with its line end. */
export function threadExample(more: string, events = '## 2026-03-02T09:00:00Z hal.quist\nDecided, or a fear?\n'): string {
  return `---\ntype: annotation\nformat: 1\n${more}${more.includes('status:') ? '' : 'status: open\n'}kind: question\nvisibility: client\nauthor: hal.quist\ncreated: 2026-03-02T09:00:00Z\n---\n${events}`;
}

const TARGET = 'target: "[[Ana]]"\n';
const RESOLVED = '## 2026-03-02T09:00:00Z hal.quist\nDecided, or a fear?\n\n## 2026-03-04T09:00:00Z ana.ruiz · resolved\n';

export const annotationFormat: Rule = {
  id: 'annotation-format',
  severity: 'warning',
  summary: 'The file of an annotation must be one that every reader understands.',
  why: 'A thread is read as far as it goes, and nothing in it is thrown away; yet a value that is not known counts as its default, and a remark whose heading is no event is not shown. Correct the place, or leave it to the app to write threads.',
  source: 'OURS',
  examples: [
    { title: 'A thread', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}`), 'Ana.md': 'x' } },
    { title: 'A kind that is none', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}`).replace('question', '‹doubt›'), 'Ana.md': 'x' } },
    { title: 'A heading that is no event', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}`, '## 2026-03-02T09:00:00Z hal.quist\nDecided, or a fear?\n\n‹## 2026-03-04 ana.ruiz›\nA fear.\n'), 'Ana.md': 'x' } },
    {
      title: 'Two versions merged by halves',
      notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}`, '## 2026-03-02T09:00:00Z hal.quist\nDecided?\n‹<<<<<<< HEAD›\n## 2026-03-04T09:00:00Z ana.ruiz\nA fear.\n=======\n## 2026-03-04T10:00:00Z ben.kuhn\nDecided.\n>>>>>>> ben\n'), 'Ana.md': 'x' },
    },
  ],
  problems: 'annotation-format',
};

export const annotationId: Rule = {
  id: 'annotation-id',
  severity: 'warning',
  summary: 'A thread must have an id of its own, the same as in the name of its file.',
  why: 'Replies, links and git’s history hold on to a thread by its id. A copied file that keeps the id of the first makes two threads of one name; give the copy another id and file name, or remove it.',
  source: 'OURS',
  examples: [
    { title: 'Its own', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}`), 'Ana.md': 'x' } },
    { title: 'None', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(TARGET).replace('---', '‹---›'), 'Ana.md': 'x' } },
    { title: 'No id', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: ‹first›\n${TARGET}`), 'Ana.md': 'x' } },
    { title: 'Another than its file', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: ‹9q2x7k3m›\n${TARGET}`), 'Ana.md': 'x' } },
    {
      title: 'A copy in another folder',
      notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}`), '_coach/annotations/ana--7k3m9q2x.md': threadExample(`id: ‹7k3m9q2x›\n${TARGET}`).replace('client', 'coach'), 'Ana.md': 'x' },
    },
  ],
  problems: 'annotation-id',
  checkPlaybook({ annotations }): readonly PlaybookFinding[] {
    const byId = new Map<string, PlacedAnnotation[]>();
    for (const placed of annotations) if (placed.annotation.id !== '') addTo(byId, placed.annotation.id, placed);
    return [...byId].flatMap(([id, [first, ...others]]) => others.map((other): PlaybookFinding => ({
      path: other.annotation.path,
      ...placeIn(other, 'id'),
      message: `Two threads have the id "${id}". Give this one another, in its property and at the end of its file’s name, or remove it.`,
      ...(first === undefined ? {} : { related: [{ path: first.annotation.path, ...placeIn(first, 'id'), message: 'The first thread with this id.' }] }),
    })));
  },
};

export const annotationStatus: Rule = {
  id: 'annotation-status',
  severity: 'warning',
  summary: 'The status of a thread must be the one that its last event gives it.',
  why: 'Events are the record: the last “resolved” or “reopened” decides. The property says the same for search and tables, and stays behind when two devices write one thread, or a hand edits it.',
  source: 'OURS',
  examples: [
    { title: 'As its events say', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}status: resolved\n`, RESOLVED), 'Ana.md': 'x' } },
    {
      title: 'Left behind',
      notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}status: ‹open› # by hand\n`, RESOLVED), 'Ana.md': 'x' },
      after: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}status: resolved # by hand\n`, RESOLVED) },
    },
    { title: 'Resolved by the property alone', notes: { '_annotations/ana--7k3m9q2x.md': threadExample(`id: 7k3m9q2x\n${TARGET}status: ‹resolved›\n`), 'Ana.md': 'x' } },
  ],
  problems: 'annotation-status',
};

/** Where a property of a thread stands in its file. */
export function placeIn({ values }: PlacedAnnotation, property: string): { readonly from: number; readonly to: number } {
  return values?.get(property) ?? NOTE_START;
}
