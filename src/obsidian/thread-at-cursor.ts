/** The thread that a person means by where the cursor is: of the innermost passage, or the thread whose file is in front. */
import type { PlacedAnnotation } from '../playbook/annotation.js';
import { passageInFront, storePassage } from './passage.js';
import type { PluginContext } from './plugin-context.js';
import { likeliestRange } from './reconcile-places.js';
import { takeIn } from './roadmap-writing.js';
import { whenRead } from './when-read.js';

/** The path of the thread; undefined where no wanted one is. Saves what is typed, since places are those of the stored text. */
export async function threadAtCursor(context: PluginContext, isWanted: (placed: PlacedAnnotation) => boolean): Promise<string | undefined> {
  const passage = passageInFront(context.app);
  if (passage === undefined || (await whenRead(context)) === undefined) return undefined;
  const threads = (): readonly PlacedAnnotation[] => context.playbook.store?.playbook.annotations.filter(isWanted) ?? [];
  const own = threads().find(({ annotation }) => annotation.path === passage.path);
  if (own !== undefined) return own.annotation.path;
  const stored = await storePassage(context, passage);
  if (!stored.ok) return undefined;
  await takeIn(context, [passage.path]);
  const { from, to } = stored.range;
  const found = threads().flatMap((placed) => {
    // Where it is marked, be it certain or not.
    const range = placed.targetPath === passage.path ? likeliestRange(placed) : undefined;
    return range !== undefined && range.from < range.to && range.from <= from && to <= range.to ? [{ path: placed.annotation.path, length: range.to - range.from }] : [];
  });
  return found.sort((a, b) => a.length - b.length)[0]?.path;
}
