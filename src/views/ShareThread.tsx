/** Shows all that a client will read of a thread before it is shared; or what keeps it from being shared. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { WORDS } from './words/words.js';

export interface ShareThreadProps {
  /** Where the file will be. */
  readonly path: string;
  /** The file's whole text as it will be. */
  readonly text: string;
  /** What in the text leads to private notes, each in words; it is shared only without any. */
  readonly leaks: readonly string[];
  readonly onShare: () => void;
  readonly onOpenFile: () => void;
  readonly onCancel: () => void;
}

export function ShareThread({ path, text, leaks, onShare, onOpenFile, onCancel }: ShareThreadProps): VNode {
  const words = WORDS.annotate.share;
  const isSafe = leaks.length === 0;
  const last = useRef<HTMLButtonElement>(null);
  // Nothing is shared by pressing Enter once too often.
  useLayoutEffect(() => last.current?.focus(), []);
  return (
    <div class="cx-share">
      {isSafe ? <p>{words.intro(path)}</p> : (
        <section role="alert">
          <p>{words.leaks}</p>
          <ul>{leaks.map((leak, index) => <li key={index}>{leak}</li>)}</ul>
        </section>
      )}
      <pre class="cx-share-text" tabIndex={0} role="group" aria-label={words.text}>{text}</pre>
      <div class="cx-edit-buttons modal-button-container">
        {isSafe ? <button type="button" class="mod-cta" onClick={onShare}>{words.share}</button> : <button type="button" class="mod-cta" onClick={onOpenFile}>{words.openFile}</button>}
        <button ref={last} type="button" onClick={onCancel}>{isSafe ? words.cancel : words.close}</button>
      </div>
    </div>
  );
}
