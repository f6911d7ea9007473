/**
 * What a history keeps beside git's object ids, so that the next run reads only what is new. A commit and a text never
 * change under their ids; what a reader makes of them changes with the reader and the vault's settings, which are the key.
 */

/** One text in a place of the host: written whole or not at all. */
export interface HistoryCache {
  /** What was kept; undefined when there is nothing. Never rejects. */
  read(): Promise<string | undefined>;
  /** A place that cannot be written to is no failure. Never rejects. */
  write(text: string): Promise<void>;
}
