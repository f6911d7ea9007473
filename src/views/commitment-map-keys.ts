/** What keys mean on the commitment map. Undefined: the key is not the map's. */
export type MapKey =
  | { readonly kind: 'move'; readonly by: 'row' | 'page' | 'end'; readonly steps: 1 | -1 }
  /** One level up or down, where the arrow points. */
  | { readonly kind: 'step'; readonly steps: 1 | -1 }
  | { readonly kind: 'open' }
  | { readonly kind: 'details' }
  | { readonly kind: 'menu' };

const MOVES: Readonly<Record<string, MapKey>> = {
  ArrowUp: { kind: 'move', by: 'row', steps: -1 },
  ArrowDown: { kind: 'move', by: 'row', steps: 1 },
  PageUp: { kind: 'move', by: 'page', steps: -1 },
  PageDown: { kind: 'move', by: 'page', steps: 1 },
  Home: { kind: 'move', by: 'end', steps: -1 },
  End: { kind: 'move', by: 'end', steps: 1 },
};

/** `isRtl`: levels rise towards the left. */
export function mapKey(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>, isRtl: boolean): MapKey | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey) {
    if (ctrlKey || metaKey || shiftKey || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined;
    return { kind: 'step', steps: (key === 'ArrowRight') === isRtl ? -1 : 1 };
  }
  if (key === 'Enter') return { kind: 'open' };
  if (ctrlKey || metaKey) return undefined;
  if ((shiftKey && key === 'F10') || key === 'ContextMenu') return { kind: 'menu' };
  if (shiftKey) return undefined;
  if (key === ' ') return { kind: 'details' };
  if (key === 'm' || key === 'M') return { kind: 'menu' };
  return MOVES[key];
}
