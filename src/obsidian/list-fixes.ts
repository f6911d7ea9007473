/**
 * Mends findings of notes that may be closed. Each fix is worked out anew on the note as it stands: one finding is mended
 * at once, many behind a preview. Both can be undone.
 */
import { Notice } from 'obsidian';
import { applyFixes } from '../lint/apply-fixes.js';
import { CONFIG_PATH } from '../lint/config.js';
import { isRepositoryFile } from '../lint/repository.js';
import { findNearestSame, type Diagnostic } from '../lint/diagnostic.js';
import { applyEdits } from '../markdown/text-edit.js';
import type { NoteChange } from '../vault/edit-plan.js';
import { TimeSlices } from '../vault/time-slices.js';
import type { FindingFixes } from '../views/FindingsList.js';
import { WORDS } from '../views/words/words.js';
import { hostClock } from './host-clock.js';
import { reasonOf } from './error-reason.js';
import type { PluginContext } from './plugin-context.js';

type Lint = (text: string) => Promise<readonly Diagnostic[]>;

export function createListFixes({ playbook, edits }: PluginContext): FindingFixes {
  const lintOf = (path: string): Lint => async (text) => (await playbook.store?.lintText(path, text)) ?? [];
  return {
    one: (finding) => {
      const { path, fix } = finding;
      if (fix === undefined) return;
      tell(async () => {
        const plan = await edits.plan(fix.title, [path], (_, text) => fixOne(text, finding, lintOf(path)));
        // Nobody has git's own files open: what is written into them is shown first.
        await (isRepositoryFile(path) ? edits.review(plan) : edits.apply(plan));
      });
    },
    all: (findings, title) => {
      const rulesOf = new Map<string, Set<string>>();
      for (const { path, rule, fix } of findings) {
        if (fix !== undefined && path !== CONFIG_PATH) rulesOf.set(path, (rulesOf.get(path) ?? new Set<string>()).add(rule));
      }
      const slices = new TimeSlices(hostClock());
      tell(async () => {
        const plan = await edits.plan(title, [...rulesOf.keys()], async (path, text) => {
          await slices.pause();
          const lint = lintOf(path);
          return { ok: true, text: (await applyFixes(text, async (version) => (await lint(version)).filter(({ rule }) => rulesOf.get(path)?.has(rule) === true))).text };
        });
        await edits.review(plan);
      });
    },
  };
}

async function fixOne(text: string, finding: Diagnostic, lint: Lint): Promise<NoteChange> {
  const nearest = findNearestSame(await lint(text), finding);
  return nearest?.fix === undefined ? { ok: false, message: WORDS.findings.gone(finding.path) } : { ok: true, text: applyEdits(text, nearest.fix.edits) };
}

function tell(work: () => Promise<void>): void {
  work().catch((error: unknown) => new Notice(WORDS.findings.notFixed(reasonOf(error))));
}
