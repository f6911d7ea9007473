/** The views in a bare page, on notes in memory: what `scripts/pictures.mjs` photographs. */
import { render } from 'preact';
import { EVERYTHING, readChoice, type FindingsChoice } from '../../src/views/findings-model.js';
import { FindingsList } from '../../src/views/FindingsList.js';
import { Overview } from '../../src/views/Overview.js';
import type { ViewHost } from '../../src/views/view-host.js';
import { LivingPlaybook } from '../../src/vault/living-playbook.js';
import { date } from '../builders.js';
import { MemoryVault } from '../memory-vault.js';
import { drawIcon } from './icons.js';

const host: ViewHost = { open: () => undefined, icon: drawIcon, run: () => undefined };

declare global {
  interface Window {
    showView: (view: 'overview' | 'findings', files: Readonly<Record<string, string>>, today: string, choice?: unknown) => Promise<void>;
  }
}

window.showView = async (view, files, today, wanted) => {
  const playbook = new LivingPlaybook(new MemoryVault(files), {
    clock: { now: () => performance.now(), wait: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)) },
    today: () => date(today),
  });
  await playbook.start();
  const pane = document.querySelector('.view-content');
  if (pane === null) throw new Error('The page has no pane.');
  const draw = (choice: FindingsChoice): void => {
    render(
      view === 'overview' ? (
        <Overview playbook={playbook} host={host} onShowFindings={() => undefined} />
      ) : (
        <FindingsList playbook={playbook} host={host} fixes={{ one: () => undefined, all: () => undefined }} choice={choice} onChoice={draw} />
      ),
      pane,
    );
  };
  draw(wanted === undefined ? EVERYTHING : readChoice(wanted));
};
