/**
 * Every idea of the sources, and where the product shows it. A place is named by what the code calls it, so that a test
 * can tell when it is gone; docs/sources.md is made from this table.
 */
import { WORDS } from '../src/views/words/words.js';
import type { NamedView } from '../src/obsidian/open-view.js';
import type { HomeCardId } from '../src/playbook/home-card.js';
import type { NoteKind } from '../src/playbook/note.js';

/** Where an idea shows. `part` is what stands there on screen, from the words of the view. */
export type Place =
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'view'; readonly view: NamedView; readonly part: string }
  /** Of the plugin, by its id; of the command line, by its name. */
  | { readonly kind: 'plugin-command' | 'cli-command'; readonly id: string; readonly what: string }
  /** Of the home view and of its printed twin in the report. */
  | { readonly kind: 'card'; readonly id: HomeCardId }
  | { readonly kind: 'notes'; readonly of: NoteKind };

export interface Idea {
  /** Numbers of the ideas, one row each: 1 to 44, without 13, which no source states. */
  readonly numbers: readonly number[];
  readonly idea: string;
  readonly sources: readonly string[];
  readonly places: readonly Place[];
}

const rules = (...ids: readonly string[]): readonly Place[] => ids.map((id) => ({ kind: 'rule', id }));
const view = (named: NamedView, part: string): Place => ({ kind: 'view', view: named, part });
const command = (id: string, what: string): Place => ({ kind: 'plugin-command', id, what });
const cli = (id: string, what: string): Place => ({ kind: 'cli-command', id, what });
const card = (id: HomeCardId): Place => ({ kind: 'card', id });
const notes = (of: NoteKind): Place => ({ kind: 'notes', of });

export const IDEAS: readonly Idea[] = [
  {
    numbers: [1, 2, 3, 4, 5],
    idea: 'Five levels of commitment, and what moves three of them up',
    sources: ['S1'],
    places: [...rules('known-commitment', 'lever-mismatch'), view('commitment', WORDS.commitmentDetails.advice), cli('commitment', 'who stands where, and what moves whom; “no rule in the sources” where none is stated')],
  },
  {
    numbers: [6, 7],
    idea: 'Commitment can’t be faked; it shows in decisions, priorities, trade-offs, time and money',
    sources: ['S1', 'S4'],
    places: [...rules('said-done-gap', 'evidenced-level', 'unexplained-jump', 'dated-item'), view('commitment', WORDS.commitmentDetails.saidDone), command('add-evidence', 'a dated line of what was said or done')],
  },
  { numbers: [8], idea: 'Without commitment: energy, then reversion, unfinished efforts, disheartened staff', sources: ['S1'], places: [...rules('stalled-work'), card('stopped')] },
  { numbers: [9], idea: 'Commitment beats inertia: why, model, reinforce', sources: ['S1'], places: rules('require-why', 'require-model', 'require-reinforce', 'no-empty-practice', 'practice-depth') },
  { numbers: [10], idea: 'Signs of executive commitment; advocates show most', sources: ['S1'], places: [command('set-signs', 'the vault’s list of signs, each with its newest dated line')] },
  { numbers: [11], idea: 'Teach executives all four competencies', sources: ['S1'], places: [...rules('competency-coverage', 'known-competency'), card('coverage')] },
  { numbers: [12], idea: 'Always refer to the journey', sources: ['S1'], places: rules('no-journey-link') },
  { numbers: [14], idea: 'Start with a committed unit leader; success recruits others', sources: ['S1'], places: [view('overview', WORDS.overview.next), cli('commitment', 'units to start in, ranked with reasons')] },
  { numbers: [15], idea: 'A case with numbers and anecdotes keeps believers on course', sources: ['S1'], places: [...rules('number-and-story'), card('chains'), notes('case')] },
  { numbers: [16, 17], idea: 'Executives want to be loved, and want greatness', sources: ['S1'], places: [view('commitment', WORDS.commitmentDetails.advice)] },
  { numbers: [18], idea: 'Ambition must match commitment; it stalls where change crosses units', sources: ['S1'], places: [...rules('ambition-gap'), card('gaps'), view('roadmap', WORDS.roadmap.showCommitment)] },
  { numbers: [19, 20], idea: 'Conflicting messages: premium service and lowest cost in one breath; CX as a veneer on cost cutting', sources: ['S1'], places: rules('conflicting-message', 'cost-only-initiative') },
  { numbers: [21, 29], idea: '“I want to” against “I have to”; fear earns the minimum', sources: ['S0', 'S2'], places: rules('compliance-language') },
  { numbers: [22, 23, 24, 27], idea: 'Authority where the work is done; an honest mistake is coached, abuse is not; the split is renegotiated', sources: ['S0', 'S2'], places: [...rules('empowerment-incomplete'), card('enablement'), notes('empowerment')] },
  { numbers: [25, 26], idea: 'Sales paid on volume; CX rewarded on par with sales', sources: ['S0', 'S2'], places: [...rules('reward-conflict'), card('enablement'), notes('recognition')] },
  { numbers: [28], idea: 'Words say customer, operations say sales', sources: ['S2'], places: [...rules('said-done-gap'), view('commitment', WORDS.commitmentDetails.saidDone)] },
  { numbers: [30], idea: 'Incremental improvement is fine, but is not the change of how business is done', sources: ['S3'], places: rules('only-incremental') },
  { numbers: [31, 32], idea: 'Improvements cross silos; people cooperate when they see their benefit', sources: ['S3'], places: rules('unit-benefit') },
  { numbers: [33], idea: 'A two-to-three-year journey, in a committed organisation', sources: ['S3'], places: rules('journey-span') },
  { numbers: [34], idea: 'Awareness, important pilots, tangible results, broader change', sources: ['S3'], places: rules('phase-order') },
  { numbers: [35], idea: 'Results on loyalty and on engagement ease support', sources: ['S3'], places: rules('two-metrics') },
  { numbers: [36], idea: 'The enemy is complacency', sources: ['S3'], places: [...rules('complacency', 'no-stale-assessment'), card('stale'), card('stopped')] },
  { numbers: [37], idea: 'The CX leader is a political champion who cannot force anyone: relationships', sources: ['S3'], places: [card('contacts')] },
  { numbers: [38], idea: 'A shared vision in which everyone sees their part', sources: ['S3'], places: rules('line-of-sight') },
  { numbers: [39], idea: 'Buy-in (likes it) is not commitment (puts money in)', sources: ['S4'], places: rules('buy-in-only') },
  { numbers: [40], idea: 'CEO first, then the team champions it down', sources: ['S4'], places: rules('one-ceo', 'ceo-first') },
  { numbers: [41], idea: 'Prove it with ROI to the CEO, or turn siloed local efforts into the case', sources: ['S4'], places: [...rules('siloed-pilot', 'untold-proof'), card('untold')] },
  { numbers: [42], idea: 'Vision, strategy, governance, pretty much in that order', sources: ['S4'], places: rules('foundation-order') },
  { numbers: [43], idea: 'Employee commitment delivers', sources: ['S4'], places: rules('two-metrics') },
  { numbers: [44], idea: 'Customer rooms', sources: ['S4'], places: [notes('room'), command('prepare-room', 'stages, verbatims and promises since the last room'), card('rooms')] },
];
