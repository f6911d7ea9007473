/** What a person can do with a thread: the host does it. Threads are named by the path of their file. */
import type { PlaceCandidate } from '../playbook/annotation.js';

export interface ThreadActions {
  /** Shows the passage in its note; the note alone where the place is not known. */
  jump(path: string): void;
  /** Opens the thread's own file. */
  openFile(path: string): void;
  /** Each of these gives whether it was written: what was typed stays where it was not. */
  reply(path: string, text: string): Promise<boolean>;
  /** With the last word, or with an empty text. */
  resolve(path: string, text: string): Promise<boolean>;
  reopen(path: string, text: string): Promise<boolean>;
  /** Takes one of the places offered as the one that is meant. */
  confirm(path: string, candidate: PlaceCandidate): Promise<boolean>;
  /** Takes the selection of the editor in front. */
  reanchor(path: string): Promise<boolean>;
  /** Moves a private thread to where the client sees it, after a preview. */
  share(path: string): Promise<boolean>;
}
