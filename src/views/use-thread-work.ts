/**
 * What a person does with threads, one thing at a time for each: drafts of replies stay until they are written, what came
 * of it is told.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlaceCandidate } from '../playbook/annotation.js';
import type { ThreadActions } from './thread-actions.js';
import type { ThreadDrafts } from './thread-props.js';
import { WORDS } from './words/words.js';

export interface ThreadWork {
  readonly draftOf: (path: string) => string;
  readonly setDraft: (path: string, text: string) => void;
  /** What kept the draft from being written. */
  readonly problemOf: (path: string) => string | undefined;
  /** The last thing to tell, and its number: the same words may come twice. */
  readonly told: { readonly text: string; readonly number: number };
  readonly reply: (path: string) => void;
  readonly resolve: (path: string) => void;
  readonly reopen: (path: string) => void;
  readonly confirm: (path: string, candidate: PlaceCandidate) => void;
  readonly reanchor: (path: string) => void;
  readonly share: (path: string) => void;
}

type Texts = ReadonlyMap<string, string>;

const NONE: Texts = new Map();

export function useThreadWork(actions: ThreadActions, kept: ThreadDrafts | undefined): ThreadWork {
  const words = WORDS.annotations;
  const [drafts, setDrafts] = useState(kept?.texts ?? NONE);
  useLayoutEffect(() => {
    if (kept !== undefined) kept.texts = drafts;
  }, [kept, drafts]);
  const [problems, setProblems] = useState(NONE);
  const [told, setTold] = useState({ text: '', number: 0 });
  const busy = useRef(new Set<string>());
  const draftOf = (path: string): string => drafts.get(path) ?? '';
  const setProblem = (path: string, problem: string): void => setProblems((before) => withText(before, path, problem));

  const run = async (path: string, what: keyof typeof words.told, act: () => Promise<boolean>): Promise<void> => {
    if (busy.current.has(path)) return;
    busy.current.add(path);
    try {
      const written = await act();
      setTold(({ number }) => ({ text: written ? words.told[what] : words.unchanged, number: number + 1 }));
      if (what !== 'reply' && what !== 'resolve' && what !== 'reopen') return;
      const text = draftOf(path);
      if (!written && text !== '') setProblem(path, words.notWritten);
      // What was typed meanwhile is another reply.
      if (written) setDrafts((before) => (before.get(path) === text ? withText(before, path, '') : before));
    } finally {
      busy.current.delete(path);
    }
  };
  return {
    draftOf,
    setDraft: (path, text) => {
      setDrafts((before) => withText(before, path, text));
      setProblem(path, '');
    },
    problemOf: (path) => problems.get(path),
    told,
    reply: (path) => {
      const text = draftOf(path).trim();
      if (text === '') setProblem(path, words.noReply);
      else void run(path, 'reply', () => actions.reply(path, text));
    },
    resolve: (path) => void run(path, 'resolve', () => actions.resolve(path, draftOf(path).trim())),
    reopen: (path) => void run(path, 'reopen', () => actions.reopen(path, draftOf(path).trim())),
    confirm: (path, candidate) => void run(path, 'confirm', () => actions.confirm(path, candidate)),
    reanchor: (path) => void run(path, 'reanchor', () => actions.reanchor(path)),
    share: (path) => void run(path, 'share', () => actions.share(path)),
  };
}

/** An empty text is none. The same map where nothing changes. */
function withText(texts: Texts, path: string, text: string): Texts {
  if ((texts.get(path) ?? '') === text) return texts;
  const next = new Map(texts);
  if (text === '') next.delete(path);
  else next.set(path, text);
  return next;
}
