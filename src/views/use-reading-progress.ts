/** How far the first reading of a vault is, while it lasts. */
import { useEffect, useState } from 'preact/hooks';
import type { LivingPlaybook } from '../vault/living-playbook.js';

/** Often enough to look alive, seldom enough to cost nothing. */
const LOOK_EVERY_MS = 200;

export function useReadingProgress(playbook: LivingPlaybook): LivingPlaybook['progress'] {
  const [progress, setProgress] = useState(playbook.progress);
  const isReading = playbook.store === undefined;
  useEffect(() => {
    if (!isReading) return undefined;
    const interval = window.setInterval(() => setProgress(playbook.progress), LOOK_EVERY_MS);
    return () => window.clearInterval(interval);
  }, [playbook, isReading]);
  return progress;
}
