/** Shows which files a starter playbook will bring and which exist already, before anything is written. */
import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { WORDS } from './words/words.js';

export interface StarterPlan {
  /** Paths of files that will be written. */
  readonly fresh: readonly string[];
  /** Paths at which something stands already. */
  readonly taken: readonly string[];
  /** Why the folder cannot be used; nothing is written then. */
  readonly problem: string | undefined;
}

export interface StarterFormProps {
  readonly firstFolder: string;
  readonly planFor: (folder: string) => StarterPlan;
  readonly onCreate: (folder: string) => void;
  readonly onCancel: () => void;
}

export function StarterForm({ firstFolder, planFor, onCreate, onCancel }: StarterFormProps): VNode {
  const words = WORDS.create;
  const id = useId();
  const [folder, setFolder] = useState(firstFolder);
  const { fresh, taken, problem } = planFor(folder);
  const canCreate = problem === undefined && fresh.length > 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (canCreate) onCreate(folder);
  };
  return (
    <form class="cx-create" onSubmit={submit}>
      <p>{words.starterIntro}</p>
      <label for={`${id}-folder`}>{words.folder}</label>
      <input id={`${id}-folder`} type="text" autocomplete="off" value={folder} aria-describedby={`${id}-hint ${id}-state`} aria-invalid={problem !== undefined} onInput={({ currentTarget }) => setFolder(currentTarget.value)} />
      <p id={`${id}-hint`} class="cx-create-hint">{words.folderHint}</p>
      <div id={`${id}-state`} role="status">
        {problem !== undefined ? <p>{problem}</p> : taken.length > 0 ? <p>{words.clash(taken.length)}</p> : null}
        {problem === undefined && folder.trim() !== '' ? <p>{words.settingsStay}</p> : null}
      </div>
      {problem === undefined && <Paths heading={words.created(fresh.length)} paths={fresh} />}
      {problem === undefined && taken.length > 0 && <Paths heading={words.kept(taken.length)} paths={taken} />}
      <div class="cx-create-buttons">
        <button type="submit" class="mod-cta" disabled={!canCreate}>{words.createFiles(problem === undefined ? fresh.length : 0)}</button>
        <button type="button" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}

function Paths({ heading, paths }: { readonly heading: string; readonly paths: readonly string[] }): VNode {
  return (
    <details class="cx-create-paths" open>
      <summary>{heading}</summary>
      <ul>{paths.map((path) => <li key={path}>{path}</li>)}</ul>
    </details>
  );
}
