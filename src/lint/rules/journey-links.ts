/**
 * Work and messages belong to a journey, and everybody can see their part in the vision. Each note is told of once: what
 * serves nothing at all by `no-journey-link`, what serves something and not the strategy or vision by `line-of-sight`.
 */
import type { Initiative, NoteKind, PlaybookNote } from '../../playbook/note.js';
import type { Playbook } from '../../playbook/playbook.js';
import { isOpen } from '../../playbook/short-work.js';
import { foundationsReached, type FoundationsReached } from '../foundations-reached.js';
import { NOTE_START, type PlaybookFinding, type Rule } from '../rule.js';

/** From so many items on, of which none says what it serves, one finding speaks for all. OURS. */
const NONE_LINKED = 3;

const JOURNEY = '---\ntype: journey\n---\n';
const STRATEGY = '---\ntype: strategy\nsupports: ["[[Vision]]"]\n---\n';
const VISION = '---\ntype: vision\n---\n';
const work = (supports: string, status = 'active'): string => `---\ntype: initiative\nstatus: ${status}\n${supports === '' ? '' : `supports: ["[[${supports}]]"]\n`}---\n`;
const marked = (note: string): string => note.replace('---', '‹---›');

export const noJourneyLink: Rule = {
  id: 'no-journey-link',
  severity: 'info',
  summary: 'An initiative, a pilot or a message belongs to no journey.',
  why: 'Always refer to the journey: people who cannot place a step take it for one more programme. Work belongs to it by "supports", over any number of notes, up to the journey, the vision, the strategy or the governance; a message by a link to one of those or to work. Ideas, and what is done or dropped, are left alone; where no work of a vault says what it serves, or no message refers to any, that is told once, at the journey.',
  source: 'S1',
  examples: [
    { title: 'By the strategy, and by larger work', notes: { 'Journey.md': JOURNEY, 'Vision.md': VISION, 'Strategy.md': STRATEGY, 'A.md': work('Strategy'), 'B.md': work('A') } },
    { title: 'Serves nothing', notes: { 'Journey.md': JOURNEY, 'A.md': work('Journey'), 'B.md': marked(work('')) } },
    { title: 'Work that serves only itself', notes: { 'Journey.md': JOURNEY, 'A.md': marked(work('B')), 'B.md': marked(work('A')) } },
    { title: 'A message without a link to the journey or to work', notes: { 'Journey.md': JOURNEY, 'Ana.md': '---\ntype: executive\n---\n', 'Letter.md': marked('---\ntype: comms\n---\nYours, [[Ana]].\n'), 'Script.md': '---\ntype: comms\n---\nPart of [[Journey]].\n' } },
    { title: 'A link that leads nowhere: resolved-link says so', notes: { 'Journey.md': JOURNEY, 'A.md': work('Journy') } },
    { title: 'An idea may wait', notes: { 'Journey.md': JOURNEY, 'A.md': work('', 'idea') } },
    { title: 'A vault without a journey', notes: { 'A.md': work('') } },
    { title: 'No work says what it serves', notes: { 'Journey.md': marked(JOURNEY), 'A.md': work(''), 'B.md': work(''), 'C.md': work('') } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    if (playbook.journey === undefined) return [];
    return [...unlinkedWork(playbook, playbook.journey.path), ...unlinkedMessages(playbook, playbook.journey.path)];
  },
};

function unlinkedWork(playbook: Playbook, journeyPath: string): readonly PlaybookFinding[] {
  const reached = foundationsReached(playbook);
  const judged = playbook.initiatives.filter(isJudged);
  if (judged.length >= NONE_LINKED && judged.every(({ supports }) => supports.length === 0)) {
    return [{ path: journeyPath, ...NOTE_START, wholeNote: true, message: 'No open initiative or pilot of this vault says what it serves. Link each to the strategy, the vision or this journey in "supports".' }];
  }
  return judged
    .filter((item) => !reachesAny(item.path, reached) && !hasDanglingLink(item, playbook))
    .map(({ path, kind }) => ({ path, ...NOTE_START, wholeNote: true, message: `This ${kind} belongs to no journey: nothing leads from "supports" to the strategy, the vision or the journey. Link what it serves.` }));
}

/** What a message may speak of to belong to the journey. */
const PLACES: readonly NoteKind[] = ['journey', 'vision', 'strategy', 'governance', 'initiative', 'pilot', 'milestone', 'case'];

function unlinkedMessages(playbook: Playbook, journeyPath: string): readonly PlaybookFinding[] {
  const messages = playbook.ofKind('comms');
  const unlinked = messages.filter(({ mentions, path }) => {
    return !mentions.some((link) => {
      const note = playbook.resolve(link, path);
      return note !== undefined && PLACES.includes(note.kind);
    });
  });
  if (unlinked.length >= NONE_LINKED && unlinked.length === messages.length) {
    return [{ path: journeyPath, ...NOTE_START, wholeNote: true, message: 'No message of this vault links to a journey, a strategy or work. Refer to the journey: link each to it, or to what the message is about.' }];
  }
  return unlinked.map(({ path }) => ({ path, ...NOTE_START, wholeNote: true, message: 'This message links to no journey, strategy or work. Refer to the journey: link to it, or to what the message is about.' }));
}

/** Initiatives and pilots that are planned or under way. */
function isJudged(item: Initiative): boolean {
  return item.kind !== 'milestone' && item.status !== 'idea' && isOpen(item);
}

/** Told by resolved-link, which may be all that is wrong. */
function hasDanglingLink({ path, supports }: Initiative, playbook: Playbook): boolean {
  return supports.some((link) => playbook.resolvePath(link, path) === undefined);
}

function reachesAny(path: string, { journey, vision, strategy, governance }: FoundationsReached): boolean {
  return journey.has(path) || vision.has(path) || strategy.has(path) || governance.has(path);
}

export const lineOfSight: Rule = {
  id: 'line-of-sight',
  severity: 'info',
  summary: 'The chain from work to the strategy and on to the vision is broken.',
  why: 'A shared vision is one that everyone sees their part in: from an initiative to the strategy that it serves, and from the strategy to the vision. The missing link is told where it is missing, so a strategy without a vision is told once and not at all work that serves it, and three strategies of which none leads to it are told once, at the vision. Only what the vault has is asked for: without a strategy and a vision nothing is told.',
  source: 'S3',
  examples: [
    { title: 'Initiative, strategy, vision', notes: { 'Vision.md': VISION, 'Strategy.md': STRATEGY, 'A.md': work('Strategy') } },
    { title: 'The strategy names no vision', notes: { 'Vision.md': VISION, 'Strategy.md': marked('---\ntype: strategy\n---\n'), 'A.md': work('Strategy') } },
    { title: 'The work passes the strategy by', notes: { 'Journey.md': JOURNEY, 'Vision.md': VISION, 'Strategy.md': STRATEGY, 'A.md': marked(work('Journey')) } },
    { title: 'Straight to the vision is a line of sight too', notes: { 'Vision.md': VISION, 'Strategy.md': STRATEGY, 'A.md': work('Vision') } },
    { title: 'Serves nothing, in a vault without a journey', notes: { 'Vision.md': VISION, 'A.md': marked(work('')), 'B.md': work('Vision') } },
    { title: 'Serves nothing: no-journey-link says so', notes: { 'Journey.md': JOURNEY, 'Vision.md': VISION, 'A.md': work(''), 'B.md': work('Vision') } },
  ],
  checkPlaybook(playbook): readonly PlaybookFinding[] {
    const [vision] = playbook.ofKind('vision');
    const hasStrategy = playbook.ofKind('strategy').length > 0;
    if (vision === undefined && !hasStrategy) return [];
    return [...(vision === undefined ? [] : strategiesWithoutVision(playbook, vision)), ...workOutOfSight(playbook, hasStrategy ? 'strategy' : 'vision')];
  },
};

function strategiesWithoutVision(playbook: Playbook, vision: PlaybookNote): readonly PlaybookFinding[] {
  const { vision: reached } = foundationsReached(playbook);
  const strategies = playbook.ofKind('strategy').filter(({ status }) => status !== 'retired');
  const outOfSight = strategies.filter(({ path }) => !reached.has(path));
  if (outOfSight.length >= NONE_LINKED && outOfSight.length === strategies.length) {
    return [{ path: vision.path, ...NOTE_START, wholeNote: true, message: 'No strategy of this vault leads to the vision, so nobody can see their part in it. Link the vision in the "supports" of each.' }];
  }
  return outOfSight.map(({ path }) => ({ path, ...NOTE_START, wholeNote: true, message: 'This strategy leads to no vision, so nobody can see their part in it. Link the vision in "supports".' }));
}

function workOutOfSight(playbook: Playbook, wanted: 'strategy' | 'vision'): readonly PlaybookFinding[] {
  const reached = foundationsReached(playbook);
  const judged = playbook.initiatives.filter(isJudged);
  const isAnyLinked = judged.length < NONE_LINKED || judged.some(({ supports }) => supports.length > 0);
  return judged.flatMap((item): readonly PlaybookFinding[] => {
    const { path, kind } = item;
    if (reached.strategy.has(path) || reached.vision.has(path) || hasDanglingLink(item, playbook)) return [];
    const servesNothing = !reachesAny(path, reached);
    // Where there is a journey, no-journey-link tells of these; where no work is linked, the vault does not record it.
    if (servesNothing && (playbook.journey !== undefined || !isAnyLinked)) return [];
    const found = servesNothing ? `leads from "supports" to no ${wanted}` : `serves the ${reached.governance.has(path) ? 'governance' : 'journey'} and leads to no ${wanted}`;
    return [{ path, ...NOTE_START, wholeNote: true, message: `This ${kind} ${found}. Link the ${wanted} that it serves in "supports".` }];
  });
}
