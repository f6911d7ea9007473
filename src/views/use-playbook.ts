/** Redraws a component whenever the playbook changes. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { LivingPlaybook } from '../vault/living-playbook.js';

/** A number that is another one after each change of the playbook: a dependency for what is computed from it. */
export function usePlaybookVersion(playbook: LivingPlaybook): number {
  const [version, setVersion] = useState(0);
  // At once, not after the next frame: what changes in between would go unseen.
  useLayoutEffect(() => playbook.subscribe(() => setVersion((before) => before + 1)), [playbook]);
  return version;
}
