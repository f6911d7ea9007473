/** What git recorded of one executive, beside what the note dates itself: levels with their commits, gaps, former paths. */
import type { VNode } from 'preact';
import type { CalendarDate } from '../playbook/calendar-date.js';
import type { RecordedExecutive, RecordedStretch } from '../playbook/recorded-history.js';
import { recordedStretchOn } from '../playbook/recorded-levels.js';
import type { LevelWords } from '../playbook/step-words.js';
import type { HistorySource, HistoryState } from './history-source.js';
import { HistoryReadingLine } from './HistoryReadingLine.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

interface CommitmentRecordedProps {
  readonly host: ViewHost;
  readonly source: HistorySource;
  readonly state: HistoryState;
  readonly path: string;
  readonly levelName: LevelWords;
  /** The day that the map shows; undefined: today. */
  readonly day: CalendarDate | undefined;
}

export function CommitmentRecorded({ host, source, state, path, levelName, day }: CommitmentRecordedProps): VNode {
  const words = WORDS.history;
  const { history } = state;
  const recorded = history?.executives.find((executive) => executive.path === path);
  return (
    <section class="cx-person-part cx-recorded">
      <h4>{words.title}</h4>
      {history === undefined && <HistoryReadingLine host={host} source={source} state={state} />}
      {history !== undefined && recorded === undefined && <p class="cx-note">{words.nothing}</p>}
      {recorded !== undefined && (
        <>
          <p class="cx-note">{words.intro}</p>
          <Stretches recorded={recorded} levelName={levelName} shown={day === undefined ? undefined : recordedStretchOn(recorded, day)} />
          {recorded.formerPaths.length > 0 && <p class="cx-note"><bdi>{words.former(recorded.formerPaths)}</bdi></p>}
        </>
      )}
      {history?.shallow === true && <p class="cx-note">{words.shallow}</p>}
    </section>
  );
}

/** The newest first, as the changes of the note's own. */
function Stretches({ recorded: { stretches }, levelName, shown }: { readonly recorded: RecordedExecutive; readonly levelName: LevelWords; readonly shown: RecordedStretch | undefined }): VNode {
  const words = WORDS.history;
  return (
    <ol class="cx-changes">
      {stretches.map((stretch, index) => {
        const { recordedOn, commit } = stretch;
        const isShown = stretch === shown;
        const mark = isShown ? <span class="cx-recorded-shown">{words.shown()}</span> : null;
        if (stretch.kind === 'gap') {
          return <li key={`${commit} ${index}`} class={`cx-recorded-gap${isShown ? ' is-shown' : ''}`}>{words.gap(stretch.reason, recordedOn, stretches[index + 1]?.recordedOn)}{mark}</li>;
        }
        const { level, author, subject, assessed } = stretch;
        return (
          <li key={`${commit} ${index}`} class={isShown ? 'is-shown' : ''}>
            <p class="cx-recorded-level">
              <strong class={`cx-level-word cx-level-${level ?? 'unknown'}`}><span class="cx-dot" aria-hidden="true" /><bdi class="cx-capital">{level === undefined ? words.noLevel() : levelName(level)}</bdi></strong>
              {' '}<time dateTime={recordedOn}>{words.recorded(recordedOn)}</time>{author === '' ? null : <> <bdi>{words.by(author)}</bdi></>}
              {mark}
            </p>
            {assessed !== undefined && assessed !== recordedOn && <p class="cx-note">{words.assessed(assessed)}</p>}
            {subject !== '' && <p class="cx-remark-text"><bdi>{subject}</bdi></p>}
          </li>
        );
      }).reverse()}
    </ol>
  );
}
