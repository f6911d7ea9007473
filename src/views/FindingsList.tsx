/** The findings of all notes: filtered, by note or by rule, each leading to its place and mended from here. */
import { useMemo, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { countSeverities, type Diagnostic } from '../lint/diagnostic.js';
import type { LivingPlaybook } from '../vault/living-playbook.js';
import { EVERYTHING, filterFindings, isFiltered, listRows, type FindingsChoice } from './findings-model.js';
import { FindingsToolbar } from './FindingsToolbar.js';
import { FindingsTree } from './FindingsTree.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { Reading } from './Reading.js';
import { usePlaybookVersion } from './use-playbook.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** Mends findings; tells the person itself what came of it. */
export interface FindingFixes {
  readonly one: (finding: Diagnostic) => void;
  /** `title` says what it does, as the preview and the undo call it. */
  readonly all: (findings: readonly Diagnostic[], title: string) => void;
  /** Opens the resolver of merge conflicts, for the rule that finds their markers. */
  readonly resolve: (path: string) => void;
}

export interface FindingsListProps {
  readonly playbook: LivingPlaybook;
  readonly host: ViewHost;
  readonly fixes: FindingFixes;
  readonly choice: FindingsChoice;
  readonly onChoice: (choice: FindingsChoice) => void;
}

const NONE_CLOSED: ReadonlySet<string> = new Set();

export function FindingsList({ playbook, host, fixes, choice, onChoice }: FindingsListProps): VNode {
  usePlaybookVersion(playbook);
  const words = WORDS.findings;
  const [closed, setClosed] = useState(NONE_CLOSED);
  const { result } = playbook;
  const { diagnostics } = result;
  const ofAnySeverity = useMemo(() => filterFindings(diagnostics, choice, true), [diagnostics, choice]);
  const counts = useMemo(() => countSeverities(ofAnySeverity), [ofAnySeverity]);
  const found = useMemo(() => filterFindings(ofAnySeverity, choice), [ofAnySeverity, choice]);
  const list = useMemo(() => listRows(found, choice.groupBy, closed), [found, choice.groupBy, closed]);
  if (playbook.store === undefined) return <div class="cx-pane"><Reading playbook={playbook} words={words} /></div>;

  const toggleGroup = (key: string): void => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const groupKeys = (): readonly string[] => list.rows.flatMap((row) => (row.kind === 'group' ? [row.key] : []));
  const hasOpen = list.rows.some((row) => row.kind === 'group' && row.isOpen);
  const notes = choice.groupBy === 'note' ? list.groups : new Set(found.map(({ path }) => path)).size;
  return (
    <div class="cx-findings">
      <FindingsToolbar
        host={host}
        choice={choice}
        onChoice={onChoice}
        counts={counts}
        hasOpen={hasOpen}
        onToggleAll={() => setClosed(hasOpen ? new Set(groupKeys()) : NONE_CLOSED)}
        fixable={list.fixable}
        onFixAll={() => fixes.all(found, words.fixAllTitle)}
      />
      <p class="cx-status cx-muted" role="status">{diagnostics.length > 0 && words.shown(formatCount(found.length), formatCount(diagnostics.length), formatCount(notes))}</p>
      {found.length > 0 && <FindingsTree rows={list.rows} groups={list.groups} groupBy={choice.groupBy} host={host} fixes={fixes} onToggleGroup={toggleGroup} />}
      {found.length === 0 && diagnostics.length === 0 && (
        <div class="cx-empty">
          <Icon host={host} name="circle-check" />
          <h2>{words.none}</h2>
          <p class="cx-muted">{words.noneText(formatCount(result.notes))}</p>
        </div>
      )}
      {found.length === 0 && diagnostics.length > 0 && (
        <div class="cx-empty">
          <p class="cx-muted">{words.noMatch}</p>
          {isFiltered(choice) && <button type="button" onClick={() => onChoice({ ...EVERYTHING, groupBy: choice.groupBy })}>{words.clearFilters}</button>}
        </div>
      )}
    </div>
  );
}
