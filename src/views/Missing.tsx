/** "What is missing": findings by sort, each leading to the findings themselves, and notes that leave something open. */
import type { VNode } from 'preact';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { MissingFindings, OpenPoint, Overview } from './overview-model.js';
import { SeverityIcon } from './SeverityIcon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';
import { formatCount } from './format-count.js';

interface MissingProps {
  readonly overview: Overview;
  readonly host: ViewHost;
  readonly onShowFindings: (rules: readonly string[]) => void;
}

export function Missing({ overview: { missing, openPoints, findings, notes }, host, onShowFindings }: MissingProps): VNode {
  const words = WORDS.overview;
  return (
    <section class="cx-missing">
      <h3>{words.missing}</h3>
      {findings === 0 && (
        <p class="cx-clean">
          <Icon host={host} name="circle-check" /> {words.nothingMissing(notes)}
        </p>
      )}
      <ul class="cx-rows">
        {missing.map((group) => <FindingsRow key={group.group} group={group} host={host} onShowFindings={onShowFindings} />)}
        {openPoints.map((point) => <OpenPointRow key={point.kind} point={point} host={host} />)}
      </ul>
      {findings > 0 && (
        <button type="button" class="cx-link cx-more" onClick={() => onShowFindings([])}>{words.allFindings(findings)}</button>
      )}
    </section>
  );
}

function FindingsRow({ group: { group, count, severity, rules }, host, onShowFindings }: { readonly group: MissingFindings } & Pick<MissingProps, 'host' | 'onShowFindings'>): VNode {
  const words = WORDS.overview;
  return (
    <li>
      <button type="button" class="cx-row" onClick={() => onShowFindings(rules)}>
        <SeverityIcon host={host} severity={severity} />
        <span class="cx-row-text">{words.groups[group]}</span>
        <span class="cx-count" aria-hidden="true">{formatCount(count)}</span>
        <span class="cx-unseen">{words.findings(count)}</span>
        <Icon host={host} name="chevron-right" className="cx-turns" />
      </button>
    </li>
  );
}

/** Many notes: the first of them are enough to begin with. */
const MAX_NOTES = 50;

function OpenPointRow({ point: { kind, notes }, host }: { readonly point: OpenPoint; readonly host: ViewHost }): VNode {
  const words = WORDS.overview;
  return (
    <li>
      <details class="cx-details">
        <summary class="cx-row">
          <Icon host={host} name="circle-dashed" />
          <span class="cx-row-text">{words[kind]}</span>
          <span class="cx-count" aria-hidden="true">{formatCount(notes.length)}</span>
          <span class="cx-unseen">{words.notes(notes.length)}</span>
          <Icon host={host} name="chevron-right" className="cx-turns" />
        </summary>
        <ul class="cx-note-list">
          {notes.slice(0, MAX_NOTES).map(({ path, title }) => <li key={path}><NoteLink host={host} path={path}>{title}</NoteLink></li>)}
          {notes.length > MAX_NOTES && <li class="cx-muted">{words.moreNotes(notes.length - MAX_NOTES)}</li>}
        </ul>
      </details>
    </li>
  );
}
