/** Where the passages stand by now that threads speak of, and threads that nobody answers. */
import { daysBetween } from '../../playbook/calendar-date.js';
import { countOf } from '../../playbook/count-of.js';
import type { PlacedAnnotation } from '../../playbook/annotation.js';
import { leadsOutOfVault } from '../../playbook/link-index.js';
import type { Playbook } from '../../playbook/playbook.js';
import type { PlaybookFinding, Rule } from '../rule.js';
import { placeIn, threadExample } from './annotation-files.js';
import { notesOfName } from './annotation-target.js';

const NOTE = '---\ntype: executive\n---\n## Why\nWe will cut the programme in the third quarter.\n';
const PATH = '_annotations/ana--7k3m9q2x.md';
const quoting = (quote: string, target = '"[[Ana]]"', events?: string): string => threadExample(`id: 7k3m9q2x\ntarget: ${target}\nquote: ${quote}\n`, events);

export const annotationOrphan: Rule = {
  id: 'annotation-orphan',
  severity: 'warning',
  summary: 'An open thread whose note or passage is no longer there, or not for certain.',
  why: 'Notes go on without the threads about them. A passage that was edited is found again; one that is gone leaves its thread without a place, which is kept and shown, never deleted. Where several places are alike, a person says which one is meant: that is a hint. Resolved threads may stay as they are.',
  source: 'OURS',
  examples: [
    { title: 'In its place', notes: { 'Ana.md': NOTE, [PATH]: quoting('"cut the programme in the third quarter"') } },
    { title: 'The passage is gone', notes: { 'Ana.md': '---\ntype: executive\n---\n## Why\nFreight first.\n', [PATH]: quoting('‹"cut the programme in the third quarter"›') } },
    { title: 'The note is gone', notes: { [PATH]: quoting('"cut the programme in the third quarter"', '‹"[[Ana]]"›') } },
    { title: 'A passage of a file that holds no Markdown', notes: { 'Plan.canvas': '{}', [PATH]: quoting('‹"cut the programme"›', '"[[Plan.canvas]]"') } },
    { title: 'A canvas as a whole', notes: { 'Plan.canvas': '{}', [PATH]: quoting('""', '"[[Plan.canvas]]"') } },
    { title: 'Resolved', notes: { 'Ana.md': 'x', [PATH]: quoting('"cut the programme in the third quarter"', '"[[Ana]]"', '## 2026-03-04T09:00:00Z ana.ruiz · resolved\n') } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    return playbook.annotations.flatMap((placed) => (placed.annotation.status === 'open' ? findLost(placed, playbook) : []));
  },
};

function findLost(placed: PlacedAnnotation, playbook: Playbook): readonly PlaybookFinding[] {
  const { annotation: { path, target }, targetPath, place } = placed;
  if (place.state === 'anchored') return [];
  const quote = { path, ...placeIn(placed, 'quote') };
  if (place.state === 'confirm') {
    const related = place.candidates.map(({ from, to, score }) => ({ path: targetPath ?? '', from, to, message: `Alike by ${Math.round(score * 100)} percent.` }));
    return [{ ...quote, severity: 'info', message: `The passage of this thread was edited, and may be in ${countOf(place.candidates.length, 'place')} now. Confirm the one that is meant.`, related }];
  }
  if (place.missing === 'quote') {
    const message = targetPath?.toLowerCase().endsWith('.md') === false
      ? `A passage is looked for in Markdown notes, and "${targetPath}" is none. Empty "quote", so that the thread speaks of the file as a whole.`
      : `The passage of this thread is no longer in "${targetPath ?? target}". Choose its new place, or resolve the thread.`;
    return [{ ...quote, message }];
  }
  const named = { path, ...placeIn(placed, 'target') };
  if (targetPath !== undefined) return [{ ...named, message: `"${targetPath}", which this thread speaks of, cannot be read. Make it readable, or resolve the thread.` }];
  // What is wrong with the link itself is told by annotation-target.
  if (target === '' || leadsOutOfVault(target, path) || notesOfName(playbook, { target }).length > 0) return [];
  return [{ ...named, message: `"${target}", which this thread speaks of, is not there any more. Point the thread to the note that holds the passage now, or resolve it.` }];
}

export const unresolvedOlderThan: Rule = {
  id: 'unresolved-older-than',
  severity: 'info',
  summary: 'An open thread in which nothing was said for long.',
  why: 'A question that nobody answers is an answer too. Threads without a word for 60 days are told until somebody answers or resolves them; the number is a default of ours. Praise needs no answer.',
  source: 'OURS',
  examples: [
    { title: 'Asked last month', notes: { 'Ana.md': NOTE, [PATH]: quoting('""') } },
    { title: 'Asked in winter', notes: { 'Ana.md': NOTE, [PATH]: quoting('""', '"[[Ana]]"', '## 2026-01-05T09:00:00Z hal.quist\nDecided, or a fear?\n').replace('2026-03-02T09:00:00Z', '‹2026-01-05T09:00:00Z›') } },
    { title: 'Answered since', notes: { 'Ana.md': NOTE, [PATH]: quoting('""', '"[[Ana]]"', '## 2026-01-05T09:00:00Z hal.quist\nDecided, or a fear?\n\n## 2026-03-20T09:00:00Z ana.ruiz\nA fear.\n').replace('2026-03-02', '2026-01-05') } },
    { title: 'Praise', notes: { 'Ana.md': NOTE, [PATH]: quoting('""', '"[[Ana]]"', '## 2026-01-05T09:00:00Z hal.quist\nSaid with numbers.\n').replace('question', 'praise') } },
  ],
  checkPlaybook({ annotations }, { today, thresholds: { unresolvedDays } }): readonly PlaybookFinding[] {
    return annotations.flatMap((placed): readonly PlaybookFinding[] => {
      const { path, kind, status, lastOn } = placed.annotation;
      if (status !== 'open' || kind === 'praise' || lastOn === undefined) return [];
      const days = daysBetween(lastOn, today);
      if (days <= unresolvedDays) return [];
      return [{ path, ...placeIn(placed, 'created'), message: `This ${kind} is open, and its last word is from ${lastOn}, ${countOf(days, 'day')} ago (limit ${unresolvedDays}, OURS). Answer it, or resolve it.` }];
    });
  },
};
