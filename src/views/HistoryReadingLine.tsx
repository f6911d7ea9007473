/** Where the levels that git recorded were not read yet, or are being read: a button to read, how far it is, one to stop. */
import type { VNode } from 'preact';
import type { HistorySource, HistoryState } from './history-source.js';
import { Icon } from './Icon.js';
import type { ViewHost } from './view-host.js';
import { WORDS } from './words/words.js';

export function HistoryReadingLine({ host, source, state: { history, reading, failure } }: { readonly host: ViewHost; readonly source: HistorySource; readonly state: HistoryState }): VNode {
  const words = WORDS.history;
  if (reading !== undefined) {
    return (
      <div class="cx-history-reading">
        <span role="status">{words.reading}</span>
        <progress aria-label={words.reading} {...(reading.total === 0 ? {} : { value: reading.done, max: reading.total })} />
        <span class="cx-muted">{words.progress(reading)}</span>
        <button type="button" class="cx-small" onClick={() => source.cancel()}>{words.cancel}</button>
      </div>
    );
  }
  return (
    <div class="cx-history-reading">
      {failure !== undefined && <span role="status">{words.failed(failure)}</span>}
      {failure === undefined && history === undefined && <span class="cx-muted">{words.notRead}</span>}
      <button type="button" class="cx-small" onClick={() => source.read()}><Icon host={host} name={history === undefined ? 'history' : 'refresh-cw'} />{history === undefined ? words.read : words.readAgain}</button>
    </div>
  );
}
