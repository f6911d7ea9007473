/** The annotations of the note in front, or of the vault: what waits for a person comes first. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { byCodeUnits } from '../playbook/playbook.js';
import { formatCount } from './format-count.js';
import { Icon } from './Icon.js';
import { authorsOf, choiceToShow, clearFilters, filterThreads, threadsInScope, type ThreadsChoice } from './thread-choice.js';
import { listThreads, type ThreadGroup } from './thread-list-model.js';
import type { ThreadListProps } from './thread-props.js';
import type { ThreadRow } from './thread-rows.js';
import { ThreadRows } from './ThreadRows.js';
import { ThreadToolbar } from './ThreadToolbar.js';
import { useThreadWork } from './use-thread-work.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

const NONE: readonly ThreadRow[] = [];

export function ThreadList({ threads, currentPath, today, host, actions, resolveLink, focused, drafts, choice, onChoice }: ThreadListProps): VNode {
  const words = WORDS.annotations;
  const work = useThreadWork(actions, drafts);
  const all = threads ?? NONE;
  const inScope = useMemo(() => threadsInScope(all, choice, currentPath), [all, choice, currentPath]);
  const found = useMemo(() => filterThreads(all, choice, currentPath, today), [all, choice, currentPath, today]);
  const rows = useMemo(() => listThreads(found, choice), [found, choice]);
  const authors = useMemo(() => namesIn(inScope, choice), [inScope, choice]);
  const wanted = useWanted({ threads: all, focused, choice, onChoice, currentPath, today });
  if (threads === undefined) return <div class="cx-pane"><p class="cx-reading" role="status">{words.reading}</p></div>;

  const toggleGroup = ({ state, isOpen }: ThreadGroup): void => {
    onChoice({ ...choice, closed: isOpen ? [...choice.closed, state] : choice.closed.filter((one) => one !== state) });
  };
  const waiting = found.filter(({ state }) => state !== 'resolved').length;
  return (
    <div class="cx-findings cx-threads">
      <ThreadToolbar host={host} choice={choice} onChoice={onChoice} authors={authors} />
      <p class="cx-status cx-muted" role="status"><bdi>{inScope.length > 0 && words.shown(formatCount(found.length), formatCount(inScope.length), formatCount(waiting))}</bdi></p>
      <div class="cx-unseen" role="status"><span key={work.told.number}>{work.told.text}</span></div>
      {rows.length > 0 && (
        <ThreadRows
          rows={rows}
          context={{ host, actions, work, today, resolveLink, showsNote: choice.scope === 'vault' }}
          wanted={wanted.path}
          onShown={wanted.onShown}
          onToggleGroup={toggleGroup}
        />
      )}
      {rows.length === 0 && inScope.length > 0 && (
        <div class="cx-empty">
          <p class="cx-muted">{words.noMatch}</p>
          <button type="button" onClick={() => onChoice(clearFilters(choice))}>{words.clearFilters}</button>
        </div>
      )}
      {inScope.length === 0 && <NothingThere host={host} choice={choice} hasNote={currentPath !== undefined} inVault={all.length} onShowVault={() => onChoice({ ...choice, scope: 'vault' })} />}
    </div>
  );
}

interface NothingThereProps {
  readonly host: ViewHost;
  readonly choice: ThreadsChoice;
  readonly hasNote: boolean;
  readonly inVault: number;
  readonly onShowVault: () => void;
}

function NothingThere({ host, choice: { scope }, hasNote, inVault, onShowVault }: NothingThereProps): VNode {
  const words = WORDS.annotations;
  const [title, text] = inVault === 0 ? [words.emptyVault, words.emptyVaultText] : hasNote ? [words.emptyNote, words.emptyNoteText] : [words.noNote, words.noNoteText];
  return (
    <Empty host={host} title={title} text={text}>
      {scope === 'note' && inVault > 0 && <button type="button" onClick={onShowVault}>{words.showVault(formatCount(inVault))}</button>}
    </Empty>
  );
}

function Empty({ host, title, text, children }: { readonly host: ViewHost; readonly title: string; readonly text: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="cx-empty">
      <Icon host={host} name="message-square-quote" />
      <h2>{title}</h2>
      <p class="cx-muted">{text}</p>
      {children}
    </div>
  );
}

/** Everybody who wrote, by name; also whoever is filtered for, though nobody of that name is left. */
function namesIn(threads: readonly ThreadRow[], { author }: ThreadsChoice): readonly string[] {
  const names = new Set(threads.flatMap(({ annotation }) => authorsOf(annotation)));
  if (author !== undefined) names.add(author);
  return [...names].sort(byCodeUnits);
}

type Wanting = Pick<ThreadListProps, 'focused' | 'choice' | 'onChoice' | 'currentPath' | 'today'> & { readonly threads: readonly ThreadRow[] };

/** The thread to show, until it was shown: one that is just being written comes later, one that is filtered away is let in. */
function useWanted({ threads, focused, choice, onChoice, currentPath, today }: Wanting): { readonly path: string | undefined; readonly onShown: () => void } {
  const [shown, setShown] = useState<ThreadListProps['focused']>();
  const letIn = useRef<ThreadListProps['focused']>(undefined);
  const isWaiting = focused !== undefined && focused !== shown;
  useLayoutEffect(() => {
    const row = isWaiting && letIn.current !== focused ? threads.find(({ path }) => path === focused.path) : undefined;
    if (row === undefined) return;
    letIn.current = focused;
    onChoice(choiceToShow(choice, row, currentPath, today));
  }, [threads, focused, isWaiting]);
  return { path: isWaiting ? focused.path : undefined, onShown: () => setShown(focused) };
}
