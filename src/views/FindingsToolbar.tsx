/** What of the findings is shown, and how: search, severities, grouping, limits set from elsewhere, and "fix all". */
import type { ComponentChildren, VNode } from 'preact';
import { SEVERITIES, type Severity, type SeverityCounts } from '../lint/diagnostic.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { FindingsChoice } from './findings-model.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { groupOfRules } from './rule-groups.js';
import { SeverityIcon } from './SeverityIcon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface FindingsToolbarProps {
  readonly host: ViewHost;
  readonly choice: FindingsChoice;
  readonly onChoice: (choice: FindingsChoice) => void;
  /** Of what the other filters leave. */
  readonly counts: SeverityCounts;
  /** Some group is open: the button closes them all, else it opens them. */
  readonly hasOpen: boolean;
  readonly onToggleAll: () => void;
  readonly fixable: number;
  readonly onFixAll: () => void;
}

export function FindingsToolbar({ host, choice, onChoice, counts, hasOpen, onToggleAll, fixable, onFixAll }: FindingsToolbarProps): VNode {
  const words = WORDS.findings;
  const set = (change: Partial<FindingsChoice>): void => onChoice({ ...choice, ...change });
  const toggleAll = hasOpen ? words.collapseAll : words.expandAll;
  return (
    <div class="cx-toolbar">
      <input type="search" class="cx-search" value={choice.text} placeholder={words.filter} aria-label={words.filter} onInput={(event) => set({ text: event.currentTarget.value })} />
      <div class="cx-chips" role="group" aria-label={words.severities}>
        {SEVERITIES.map((severity) => <SeverityToggle key={severity} host={host} severity={severity} choice={choice} counts={counts} onChoice={set} />)}
      </div>
      <div class="cx-tools">
        <Segments label={words.groupBy}>
          {(['note', 'rule'] as const).map((groupBy) => (
            <button key={groupBy} type="button" aria-pressed={choice.groupBy === groupBy} onClick={() => set({ groupBy })}>
              {groupBy === 'note' ? words.byNote : words.byRule}
            </button>
          ))}
        </Segments>
        <button type="button" class="clickable-icon" aria-label={toggleAll} onClick={onToggleAll}>
          <Icon host={host} name={hasOpen ? 'chevrons-down-up' : 'chevrons-up-down'} />
        </button>
        {fixable > 0 && (
          <button type="button" class="cx-fix-all" onClick={onFixAll}>
            <Icon host={host} name="wand-2" />
            {words.fixAll(formatCount(fixable))}
          </button>
        )}
      </div>
      {choice.rules.length > 0 && <Limit host={host} text={words.onlyRules(rulesInWords(choice.rules))} onClear={() => set({ rules: [] })} />}
      {choice.path !== undefined && <Limit host={host} text={words.onlyNote(titleOfPath(choice.path))} onClear={() => set({ path: undefined })} />}
    </div>
  );
}

function SeverityToggle({ host, severity, choice, counts, onChoice }: {
  readonly host: ViewHost;
  readonly severity: Severity;
  readonly choice: FindingsChoice;
  readonly counts: SeverityCounts;
  readonly onChoice: (change: Partial<FindingsChoice>) => void;
}): VNode | null {
  const isShown = choice.severities.includes(severity);
  if (counts[severity] === 0 && isShown) return null;
  const toggle = (): void => {
    const next = SEVERITIES.filter((one) => choice.severities.includes(one) !== (one === severity));
    // Nothing at all is no choice: the last one that is switched off brings all back.
    onChoice({ severities: next.some((one) => counts[one] > 0) ? next : SEVERITIES });
  };
  return (
    <button type="button" class="cx-chip" aria-pressed={isShown} onClick={toggle}>
      <SeverityIcon host={host} severity={severity} isNamed={false} />
      {WORDS.findings.severityCount[severity](formatCount(counts[severity]))}
    </button>
  );
}

function Segments({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="cx-segments" role="group" aria-label={label}>
      <span class="cx-muted" aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

function Limit({ host, text, onClear }: { readonly host: ViewHost; readonly text: string; readonly onClear: () => void }): VNode {
  return (
    <p class="cx-limit">
      <span>{text}</span>
      <button type="button" class="clickable-icon" aria-label={WORDS.findings.clearLimit} onClick={onClear}>
        <Icon host={host} name="x" />
      </button>
    </p>
  );
}

function rulesInWords(rules: readonly string[]): string {
  const group = groupOfRules(rules);
  return group === undefined ? rules.join(', ') : WORDS.overview.groups[group];
}
