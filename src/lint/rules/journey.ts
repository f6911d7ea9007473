/** The order of the journey: vision before strategy before governance, and phases one after another. */
import { findOutOfOrder, LOST_WITHOUT } from '../../playbook/foundation-order.js';
import { PHASES, type Initiative, type Phase } from '../../playbook/note.js';
import type { Playbook } from '../../playbook/playbook.js';
import { NO_FINDINGS, NOTE_START, type Finding, type PlaybookFinding, type Rule } from '../rule.js';

export const foundationOrder: Rule = {
  id: 'foundation-order',
  severity: 'warning',
  summary: 'Vision comes before strategy, and strategy before governance.',
  why: 'Pretty much in that order: without a vision a strategy lacks direction, without a strategy governance has no plan to govern, without governance units are not aligned.',
  source: 'S4',
  examples: [
    { title: 'In order', notes: { 'V.md': '---\ntype: vision\napproved: 2026-01-10\n---\n', 'S.md': '---\ntype: strategy\napproved: 2026-03-01\n---\n' } },
    { title: 'Governance before strategy', notes: { 'V.md': '---\ntype: vision\napproved: 2026-01-10\n---\n', 'S.md': '---\ntype: strategy\napproved: 2026-03-01\n---\n', 'G.md': '‹---›\ntype: governance\napproved: 2026-02-01\n---\n' } },
    { title: 'Approved while the vision is not', notes: { 'V.md': '---\ntype: vision\nstatus: draft\n---\n', 'S.md': '‹---›\ntype: strategy\napproved: 2026-03-01\n---\n' } },
  ],
  checkPlaybook: (playbook): readonly PlaybookFinding[] =>
    findOutOfOrder(playbook).map(({ document, approved, baseKind, base }) => {
      const before = base?.approved === undefined ? `no approved ${baseKind} is recorded` : `the ${baseKind} only on ${base.approved}`;
      return {
        path: document.path,
        ...NOTE_START,
        wholeNote: true,
        message: `This ${document.kind} was approved on ${approved}, ${before}. What gets lost is ${LOST_WITHOUT[baseKind]}: look at it again in the light of the ${baseKind}.`,
        ...(base === undefined ? {} : { related: [{ path: base.path, ...NOTE_START, message: `The ${baseKind}.` }] }),
      };
    }),
};

export const phaseOrder: Rule = {
  id: 'phase-order',
  severity: 'info',
  summary: 'Phases follow one another: awareness, prove value, broaden, embed.',
  why: 'Awareness leads to pilots that matter, pilots to common issues and tangible results, and those to broader change. Work that depends on a later phase waits for something that comes after it; broader change without a finished pilot has no proof to stand on.',
  source: 'S3',
  examples: [
    { title: 'Proof before breadth', notes: { 'Pilot.md': '---\ntype: pilot\nphase: prove-value\nstatus: done\n---\n', 'Rollout.md': '---\ntype: initiative\nphase: broaden\nstatus: active\ndepends_on: ["[[Pilot]]"]\n---\n' } },
    { title: 'Waits for a later phase', notes: { 'Rollout.md': '---\ntype: initiative\nphase: broaden\n---\n', 'Pilot.md': '---\ntype: pilot\nphase: prove-value\ndepends_on: [‹"[[Rollout]]"›]\n---\n' } },
    { title: 'Breadth without proof', notes: { 'Pilot.md': '---\ntype: pilot\nphase: prove-value\nstatus: active\n---\n', 'Rollout.md': '‹---›\ntype: initiative\nphase: broaden\nstatus: active\n---\n' } },
    { title: 'Planned phases out of order', notes: { 'Journey.md': '‹---›\ntype: journey\n---\n## Phases\n- 2026-07 – 2026-12 awareness — Awareness\n- 2026-01 – 2026-06 prove-value — Pilots\n' } },
  ],
  checkLinks({ note }, links): readonly Finding[] {
    const phase = note === undefined ? undefined : phaseOf(note);
    if (phase === undefined) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const link of links) {
      if (link.property !== 'depends_on') continue;
      const needed = link.targetNote;
      const neededPhase = needed === undefined ? undefined : phaseOf(needed);
      if (neededPhase === undefined || PHASES.indexOf(neededPhase) <= PHASES.indexOf(phase)) continue;
      findings.push({ from: link.from, to: link.to, message: `Phase "${phase}" depends on "${needed?.title ?? ''}" of the later phase "${neededPhase}". Move one of them, or drop the dependency.` });
    }
    return findings;
  },
  *checkPlaybook(playbook): Iterable<PlaybookFinding> {
    yield* plannedPhases(playbook);
    const work = playbook.initiatives;
    const pilots = work.filter(({ phase }) => phase === 'prove-value');
    if (pilots.length === 0 || pilots.some(({ status }) => status === 'done')) return;
    for (const { path, phase, status } of work) {
      if ((phase !== 'broaden' && phase !== 'embed') || status !== 'active') continue;
      yield { path, ...NOTE_START, wholeNote: true, message: `Work of phase "${phase}" is active while no pilot that proves value is done. Finish a pilot and tell its result first.` };
    }
  },
};

function* plannedPhases(playbook: Playbook): Iterable<PlaybookFinding> {
  for (const journey of playbook.ofKind('journey')) {
    const planned = [...journey.phases].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
    for (const [index, { phase, start }] of planned.entries()) {
      const before = planned[index - 1];
      if (before === undefined || before.start.firstDay <= start.firstDay) continue;
      yield { path: journey.path, ...NOTE_START, wholeNote: true, message: `Phase "${phase}" starts ${start.text}, before "${before.phase}" (${before.start.text}). Put the phases in order.` };
    }
  }
}

function phaseOf(note: { readonly kind: string; readonly phase?: Initiative['phase'] }): Phase | undefined {
  return note.phase;
}

export const journeySpan: Rule = {
  id: 'journey-span',
  severity: 'info',
  summary: 'A journey usually takes two to three years.',
  why: 'In a committed organisation the journey takes two to three years; others say three to ten. A shorter or longer plan may be right: this is a hint, never an error.',
  source: 'S3',
  examples: [
    { title: 'Thirty months', notes: { 'Journey.md': '---\ntype: journey\nstart: 2026-01\nend: 2028-06\n---\n' } },
    { title: 'Ten months', notes: { 'Journey.md': '---\ntype: journey\nstart: 2026-01\nend: ‹2026-10›\n---\n' } },
  ],
  kinds: ['journey'],
  checkNote({ parsed, source }, { thresholds }): readonly Finding[] {
    const { note } = parsed;
    const end = source?.frontmatter.get('end');
    if (note?.kind !== 'journey' || note.start === undefined || note.end === undefined || end === undefined) return NO_FINDINGS;
    const months = Math.round((note.end.lastDay - note.start.firstDay + 1) / DAYS_PER_MONTH);
    if (months < 0 || (months >= thresholds.journeyMonthsMin && months <= thresholds.journeyMonthsMax)) return NO_FINDINGS;
    return [{ from: end.valueFrom, to: end.valueTo, message: `The journey spans ${months} months; ${thresholds.journeyMonthsMin} to ${thresholds.journeyMonthsMax} are usual in a committed organisation. Check that the horizon is meant so.` }];
  },
};

/** Mean length of a month in the Gregorian calendar. */
const DAYS_PER_MONTH = 365.2425 / 12;
