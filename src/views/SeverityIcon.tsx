/** How grave a finding is: an icon for the eye, the word for assistive technology, unless it stands beside. */
import type { VNode } from 'preact';
import type { Severity } from '../lint/diagnostic.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

const ICONS = { error: 'circle-x', warning: 'triangle-alert', info: 'lightbulb' } as const satisfies Record<Severity, string>;

export function SeverityIcon({ host, severity, isNamed = true }: { readonly host: ViewHost; readonly severity: Severity; readonly isNamed?: boolean }): VNode {
  return (
    <span class={`cx-severity cx-severity-${severity}`}>
      <Icon host={host} name={ICONS[severity]} />
      {isNamed && <span class="cx-unseen">{`${WORDS.findings.severity[severity]}: `}</span>}
    </span>
  );
}
