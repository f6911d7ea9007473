/** The steps about proof: results that nobody was told, and chains of proof that break off. Each undefined when there is nothing to say. */
import { countOf } from './count-of.js';
import type { NextStep, StepContext } from './next-step.js';
import type { Initiative } from './note.js';
import { pathsOf } from './paths-of.js';
import type { Proof } from './proof.js';
import { BROKEN_LINK_KINDS, type BrokenLink, type ProofChains } from './proof-chain.js';
import type { QuotableResult } from './quotable-results.js';
import { listedLong, listedLongOf, names, shortened, shortName } from './step-words.js';
import { findUntoldPilots } from './told-results.js';

/** So many pilots or breaks get words of their own. */
const MAX_NAMED = 4;
const MAX_METRIC_LENGTH = 80;

/** `results` are those that can be quoted, as far as the record tells. */
export function untoldProofStep(results: readonly QuotableResult[], { record, words }: StepContext): NextStep | undefined {
  const pilots = findUntoldPilots(record.playbook, record.today);
  const [first] = pilots;
  if (first === undefined) return undefined;
  const untold = new Set<QuotableResult['result']>(pilots);
  const quotable = results.filter(({ result }) => untold.has(result));
  const tellers = [...new Set(quotable.map(({ by }) => by))];
  const listeners = [...new Set(quotable.flatMap(({ to }) => to))];
  return {
    kind: 'untold-proof',
    title: pilots.length === 1 ? `Tell the result of ${shortName(first)}` : `Tell ${countOf(pilots.length, 'result')} that nobody was told`,
    reasons: [
      `Recorded in this vault: ${listedLongOf(pilots, (pilot) => `${shortName(pilot)}, ${resultInWords(pilot)}`, MAX_NAMED)}.`,
      `No note of an executive, a message, a room or a session links to ${pilots.length === 1 ? 'it' : 'them'}, and no day is written under "Told to".`,
    ],
    actions: [
      'Success recruits others (S1): decide who hears it first, and from whom.',
      ...(tellers.length === 0 ? [] : [`Can quote ${pilots.length === 1 ? 'it' : 'them'}, at ${words('supporter')} or above: ${names(tellers)}.`]),
      ...(listeners.length === 0 ? [] : [`Who name ${tellers.length === 1 ? 'that person' : 'one of them'} as a peer and stand below ${words('supporter')}: ${names(listeners)}.`]),
    ],
    people: [...new Set([...tellers, ...listeners])],
    work: pilots,
    paths: pathsOf([...pilots, ...tellers, ...listeners]),
    source: 'S1, S4; what counts as told is OURS',
  };
}

/** A result that nobody was told is a step of its own, so it is left out here. */
export function brokenChainStep({ broken }: ProofChains): NextStep | undefined {
  const links = broken.filter(({ kind }) => kind !== 'untold-result');
  const [first] = links;
  if (first === undefined) return undefined;
  const sentences = BROKEN_LINK_KINDS.flatMap((kind) => {
    const ofKind = links.filter((each) => each.kind === kind);
    return ofKind.length === 0 ? [] : [`${names(ofKind.map(({ note }) => note))}: ${BROKEN_LINK_WORDS[kind]}`];
  });
  return {
    kind: 'broken-chain',
    title: links.length === 1 ? `Mend the chain of proof at ${shortName(first.note)}` : `Mend the chain of proof at ${countOf(links.length, 'note')}`,
    reasons: [`Recorded in this vault: ${listedLong(sentences, MAX_NAMED)}.`],
    actions: [
      'What customers say leads to a pilot, the pilot to a case with a number and a story, the case to an executive (S1, S3, S4). Add the link that is missing, or write down what is not there yet.',
    ],
    people: [],
    work: links.flatMap(({ note }) => (note.kind === 'insight' || note.kind === 'case' ? [] : [note])),
    paths: links.map(({ note }) => note.path),
    source: 'S1, S3, S4; which links count is OURS',
  };
}

/** What the vault records of a break, after the note's name and a colon. */
export const BROKEN_LINK_WORDS: Readonly<Record<BrokenLink['kind'], string>> = {
  'unused-insight': 'no work and no case uses it',
  'no-result': 'done, without a recorded result',
  'no-case': 'no business case is linked',
  'untold-result': 'proven, told to nobody',
  'incomplete-case': 'a number or a story is missing',
  'untold-case': 'no note shows that anybody was told',
};

/** "NPS of guests: from -22 to 17; staying intent: 71". As the note records it; which way is better is the reader's to judge. */
export function resultInWords({ proof }: Pick<Initiative, 'proof'>): string {
  return proof === undefined ? 'no result' : proofInWords(proof);
}

export function proofInWords({ metric, baseline, result, employeeMetric, employeeResult }: Proof): string {
  const customer = result === undefined ? [] : [`${nameOfMetric(metric, 'result')}: ${baseline === undefined ? '' : `from ${baseline} to `}${result}`];
  const employee = employeeResult === undefined ? [] : [`${nameOfMetric(employeeMetric, 'employee result')}: ${employeeResult}`];
  return [...customer, ...employee].join('; ');
}

function nameOfMetric(metric: string | undefined, other: string): string {
  return metric === undefined ? other : shortened(metric, MAX_METRIC_LENGTH);
}
