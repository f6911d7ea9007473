/** The two sorts of rows: a group of findings, and a finding with its place, its fix and, opened, the reason of its rule. */
import type { VNode } from 'preact';
import { findRule } from '../lint/rules/index.js';
import { titleOfPath } from '../playbook/link-index.js';
import type { FindingGroup, FindingItem, FindingsChoice } from './findings-model.js';
import type { FindingFixes } from './FindingsList.js';
import { fixRow } from './fix-row.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { SeverityIcon } from './SeverityIcon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** What it finds is chosen by a person. */
const CONFLICT_RULE = 'team/conflict-markers';

interface RowProps {
  readonly host: ViewHost;
  readonly fixes: FindingFixes;
  readonly index: number;
  readonly topPx: number;
  /** Has the focus of the list. */
  readonly isActive: boolean;
  readonly onToggle: () => void;
  readonly onOpen: (event: MouseEvent) => void;
}

export function GroupRow({ group, groups, ...row }: RowProps & { readonly group: FindingGroup; readonly groups: number }): VNode {
  const words = WORDS.findings;
  return (
    <div {...rowAttributes(row, 1, group.place, groups, group.isOpen)} class="cx-tree-row cx-group" onClick={row.onToggle}>
      <span class={`cx-chevron ${group.isOpen ? 'is-open' : ''}`}><Icon host={row.host} name="chevron-right" /></span>
      <span class="cx-group-name"><bdi>{group.title}</bdi>{group.remark !== '' && <bdi class="cx-muted cx-remark">{group.remark}</bdi>}</span>
      <span class="cx-count">{formatCount(group.findings.length)}</span>
      {(group.fixable > 1 || (group.fixable > 0 && !group.isOpen)) && <FixButton {...row} text={words.fixAll(formatCount(group.fixable))} onFix={() => fixRow(group, row.fixes)} />}
    </div>
  );
}

interface FindingItemRowProps extends RowProps {
  readonly row: FindingItem;
  readonly groupBy: FindingsChoice['groupBy'];
  readonly isExplained: boolean;
}

export function FindingItemRow({ row: item, groupBy, isExplained, ...row }: FindingItemRowProps): VNode {
  const words = WORDS.findings;
  const { finding, group, place } = item;
  const line = finding.range.start.line;
  const openAside = (event: MouseEvent): void => {
    if (event.button === 1) row.onOpen(event);
  };
  return (
    <div {...rowAttributes(row, 2, place, group.findings.length, isExplained)} class="cx-tree-row cx-finding" onClick={row.onOpen} onAuxClick={openAside}>
      <SeverityIcon host={row.host} severity={finding.severity} />
      <div class="cx-finding-text">
        <div>{finding.message}</div>
        <div class="cx-muted cx-meta">
          <span class="cx-facts">
            <span>{groupBy === 'note' ? words.line(line) : <bdi>{words.place(titleOfPath(finding.path), line)}</bdi>}</span>
            {groupBy === 'note' && <span>{finding.rule}</span>}
          </span>
          <span class="cx-actions">
            <button type="button" class="cx-small" tabIndex={row.isActive ? 0 : -1} aria-expanded={isExplained} onClick={aside(row.onToggle)}>
              {words.why}
            </button>
            {finding.rule === CONFLICT_RULE && (
              <button type="button" class="cx-small" tabIndex={row.isActive ? 0 : -1} onClick={aside(() => row.fixes.resolve(finding.path))}>{WORDS.conflicts.resolve}</button>
            )}
            {finding.fix !== undefined && <FixButton {...row} text={words.fix} onFix={() => fixRow(item, row.fixes)} />}
          </span>
        </div>
        {isExplained && <Explanation item={item} isActive={row.isActive} />}
      </div>
    </div>
  );
}

function Explanation({ item: { finding }, isActive }: { readonly item: FindingItem; readonly isActive: boolean }): VNode {
  const words = WORDS.findings;
  const rule = findRule(finding.rule);
  return (
    <div class="cx-explanation" onClick={(event) => event.stopPropagation()}>
      {rule !== undefined && <p>{rule.why}</p>}
      <p class="cx-facts">
        {rule !== undefined && <span class="cx-muted">{words.source(rule.source)}</span>}
        {finding.url?.startsWith('https://') === true && <a class="external-link" href={finding.url} target="_blank" rel="noopener" tabIndex={isActive ? 0 : -1}>{words.rulePage}</a>}
      </p>
    </div>
  );
}

function FixButton({ host, isActive, text, onFix }: Pick<RowProps, 'host' | 'isActive'> & { readonly text: string; readonly onFix: () => void }): VNode {
  return (
    <button type="button" class="cx-small cx-fix" tabIndex={isActive ? 0 : -1} onClick={aside(onFix)}>
      <Icon host={host} name="wand-2" />
      {text}
    </button>
  );
}

/** A click that is not one on the row. */
function aside(run: () => void): (event: MouseEvent) => void {
  return (event) => {
    event.stopPropagation();
    run();
  };
}

function rowAttributes({ index, topPx, isActive }: RowProps, level: number, place: number, siblings: number, isOpen: boolean): Record<string, unknown> {
  return {
    role: 'treeitem',
    tabIndex: isActive ? 0 : -1,
    'data-index': index,
    'aria-level': level,
    'aria-posinset': place,
    'aria-setsize': siblings,
    'aria-expanded': isOpen,
    // Not by a variable of the style sheet: all that a row holds would be styled anew, which takes twenty times as long.
    style: { top: `${topPx}px` },
  };
}
