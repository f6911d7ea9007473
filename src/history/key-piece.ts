/** One property as it is merged: its lines apart from its note, with the places inside them. */
import type { PropertyPiece } from '../markdown/property-pieces.js';
import type { TextRange } from '../markdown/text-range.js';

/** `text` is `lead`, `own` and `trail` one behind the other. Offsets are those of `own`. */
export interface KeyPiece {
  readonly name: string;
  readonly value: unknown;
  readonly text: string;
  /** The comments right above. */
  readonly lead: string;
  /** From the name to the end of the value's last line. */
  readonly own: string;
  /** Comments and blank lines below. */
  readonly trail: string;
  readonly keyTo: number;
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly items: readonly TextRange[];
}

export function readKeyPiece(text: string, { from, to, ownFrom, ownTo, property }: PropertyPiece): KeyPiece {
  const { name, value, keyTo, valueFrom, valueTo, items } = property;
  return {
    name,
    value,
    text: text.slice(from, to),
    lead: text.slice(from, ownFrom),
    own: text.slice(ownFrom, ownTo),
    trail: text.slice(ownTo, to),
    keyTo: keyTo - ownFrom,
    valueFrom: valueFrom - ownFrom,
    valueTo: valueTo - ownFrom,
    items: items.map((item) => ({ from: item.from - ownFrom, to: item.to - ownFrom })),
  };
}

/** The comments of a property's lines, each from its `#` to the end of its line. In groups every `#` counts as one. */
export function commentsOf({ text, lead, own, value, valueFrom, valueTo, items }: KeyPiece): readonly string[] {
  const isFlat = typeof value !== 'object' || value === null || (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null));
  const values = !isFlat ? [] : items.length > 0 ? items : [{ from: valueFrom, to: valueTo }];
  let at = 0;
  let between = '';
  for (const { from, to } of values) {
    between += text.slice(at, lead.length + from);
    at = lead.length + to;
  }
  between += text.slice(Math.min(at, lead.length + own.length));
  return between.match(/#[^\r\n]*/g)?.map((comment) => comment.trim()) ?? [];
}
