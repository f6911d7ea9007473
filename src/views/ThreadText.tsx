/** What somebody wrote: plain text with its lines, wikilinks as links. Whatever else stands in it is shown, never run. */
import type { VNode } from 'preact';
import { splitLinks } from '../annotations/text-pieces.js';
import { NoteLink } from './NoteLink.js';
import type { ViewHost } from './view-host.js';

interface ThreadTextProps {
  readonly text: string;
  readonly host: ViewHost;
  /** The note that a wikilink leads to; undefined where there is none. */
  readonly resolve: (target: string) => string | undefined;
}

export function ThreadText({ text, host, resolve }: ThreadTextProps): VNode {
  return (
    <p class="cx-thread-text" dir="auto">
      {splitLinks(text).map((piece, index) => {
        const path = piece.target === undefined ? undefined : resolve(piece.target);
        if (path !== undefined) return <NoteLink key={index} host={host} path={path} className="cx-thread-link">{piece.text}</NoteLink>;
        return piece.target === undefined ? piece.text : <span key={index} class="cx-muted">{piece.text}</span>;
      })}
    </p>
  );
}
