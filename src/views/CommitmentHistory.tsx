/** An executive's recorded levels over time: a strip of runs, and the changes with what the sources say of each. */
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import { daysBetween } from '../playbook/calendar-date.js';
import { readCommitmentHistory, type LevelChange } from '../playbook/commitment-history.js';
import type { Executive } from '../playbook/note.js';
import type { CommitmentMapModel } from './commitment-map-model.js';
import { Icon } from './Icon.js';
import { NoteLink } from './NoteLink.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

/** OURS: a narrower strip shows no run. */
const LEAST_SHARE = 0.06;

export function CommitmentHistory({ host, model, executive }: { readonly host: ViewHost; readonly model: CommitmentMapModel; readonly executive: Executive }): VNode {
  const words = WORDS.commitmentDetails;
  const { today } = model;
  const { runs, changes, expected } = useMemo(() => readCommitmentHistory(executive, today), [executive, today]);
  const first = runs[0]?.since;
  const days = first === undefined ? 0 : Math.max(1, daysBetween(first, today));
  return (
    <section class="cx-person-part">
      <h4>{words.history}</h4>
      {runs.length === 0 && <p class="cx-note">{words.noHistory}</p>}
      {first !== undefined && (
        <>
          <div class="cx-runs" role="img" aria-label={words.track(runs.map(({ level, since }) => words.run(model.words(level), since)).join(', '))}>
            {runs.map(({ level, since }, index) => (
              <span key={since} class={`cx-level-run cx-level-${level}`} style={{ flexGrow: Math.max(LEAST_SHARE, daysBetween(since, runs[index + 1]?.since ?? today) / days) }}>
                <span class="cx-capital">{model.words(level)}</span>
              </span>
            ))}
          </div>
          <p class="cx-runs-ends cx-muted" aria-hidden="true"><span>{first}</span><span>{words.today()}</span></p>
        </>
      )}
      <ol class="cx-changes">
        {[...changes].reverse().map((change) => <Change key={change.on} host={host} model={model} executive={executive} change={change} />)}
      </ol>
      {expected.map(({ level, date, line }) => (
        <p key={date} class="cx-note"><NoteLink host={host} path={executive.path} offset={line?.from}>{words.expected(model.words(level), date)}</NoteLink></p>
      ))}
    </section>
  );
}

function Change({ host, model, executive, change: { from, to, on, by, line, isUnexplainedJump } }: { readonly host: ViewHost; readonly model: CommitmentMapModel; readonly executive: Executive; readonly change: LevelChange }): VNode {
  const words = WORDS.commitmentDetails;
  return (
    <li>
      <NoteLink host={host} path={executive.path} offset={line?.from} className="cx-change">{words.change(model.words(from), model.words(to), on)}</NoteLink>
      <p class="cx-note">{by === undefined ? words.noRule : words.statedBy(by)}</p>
      {line !== undefined && line.remark !== '' && <p class="cx-remark-text"><bdi>{line.remark}</bdi></p>}
      {isUnexplainedJump && <p class="cx-hint"><Icon host={host} name="lightbulb" />{words.unexplained}</p>}
    </li>
  );
}
