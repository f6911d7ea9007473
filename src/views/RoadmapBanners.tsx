/** What stands above the roadmap while it is not plainly what is recorded: a what-if, a focus, options that are wrong. */
import type { VNode } from 'preact';
import { cleanText } from '../roadmap/clean-text.js';
import type { RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import type { RaisedLevels } from './roadmap-actions.js';
import { countShortDays } from './roadmap-index.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export function RoadmapLimit({ host, text, onClear }: { readonly host: ViewHost; readonly text: string; readonly onClear: () => void }): VNode {
  return (
    <p class="cx-limit">
      <span>{text}</span>
      <button type="button" class="clickable-icon" aria-label={WORDS.roadmap.clearFocus} onClick={onClear}><Icon host={host} name="x" /></button>
    </p>
  );
}

interface RoadmapWhatIfProps {
  readonly host: ViewHost;
  /** As recorded, and as supposed. */
  readonly layout: RoadmapLayout;
  readonly supposed: RoadmapLayout;
  readonly raised: RaisedLevels;
  readonly difference: { readonly vanishing: readonly string[]; readonly remaining: readonly string[] };
  readonly nameOf: (path: string) => string;
  readonly onLeave: () => void;
}

export function RoadmapWhatIf({ host, layout, supposed, raised, difference: { vanishing, remaining }, nameOf, onLeave }: RoadmapWhatIfProps): VNode {
  const words = WORDS.roadmap;
  const who = [...raised].map(([path, level]) => words.wereLevel(cleanText(nameOf(path)), layout.levelLabels[level])).join(words.and());
  return (
    <div class="cx-what-if">
      <Icon host={host} name="circle-help" />
      <span role="status">{words.whatIf(who, formatCount(vanishing.length), formatCount(vanishing.length + remaining.length), formatCount(Math.max(0, countShortDays(layout) - countShortDays(supposed))))}</span>
      <button type="button" onClick={onLeave}>{words.leaveWhatIf}</button>
    </div>
  );
}

export function RoadmapOptionProblems({ host, problems }: { readonly host: ViewHost; readonly problems: readonly string[] }): VNode {
  return (
    <div class="cx-option-problems" role="group" aria-label={WORDS.roadmap.optionProblems}>
      <Icon host={host} name="triangle-alert" />
      <ul>{problems.map((problem) => <li key={problem}>{cleanText(problem)}</li>)}</ul>
    </div>
  );
}
