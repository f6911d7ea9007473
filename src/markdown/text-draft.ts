/**
 * A text under several edits, one after another, and what they come to as edits of the first text. Each edit speaks of
 * the text as it stands by then, so that a step can read what the step before it wrote.
 *
 * @example const draft = new TextDraft('a: 1'); draft.apply([{ from: 3, to: 4, insert: '22' }]); draft.apply([{ from: 3, to: 4, insert: '3' }]);
 * // draft.text === 'a: 32', draft.edits() is [{ from: 3, to: 4, insert: '32' }]
 */
import { applyEdits, sortEdits, type TextEdit } from './text-edit.js';

/** A run of the first text that is still there, or text that was written. */
type Piece = { readonly from: number; readonly to: number } | { readonly insert: string };

export class TextDraft {
  #text: string;
  #pieces: Piece[];

  constructor(readonly original: string) {
    this.#text = original;
    this.#pieces = original === '' ? [] : [{ from: 0, to: original.length }];
  }

  get text(): string {
    return this.#text;
  }

  /** Throws when the edits overlap or leave the text. */
  apply(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    this.#text = applyEdits(this.#text, edits);
    const pieces: Piece[] = [];
    let at = 0;
    let rest = this.#pieces;
    for (const { from, to, insert } of sortEdits(edits)) {
      const [before, behind] = splitPieces(rest, from - at);
      pieces.push(...before);
      if (insert !== '') pieces.push({ insert });
      rest = splitPieces(behind, to - from)[1];
      at = to;
    }
    this.#pieces = [...pieces, ...rest];
  }

  /** Edits of the first text, in order, apart from each other and without what they would not change. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let insert = '';
    const close = (to: number): void => {
      const edit = this.#trimmed({ from: at, to, insert });
      if (edit.to > edit.from || edit.insert !== '') edits.push(edit);
      insert = '';
    };
    for (const piece of this.#pieces) {
      if ('insert' in piece) {
        insert += piece.insert;
        continue;
      }
      if (piece.from > at || insert !== '') close(piece.from);
      at = piece.to;
    }
    close(this.original.length);
    return edits;
  }

  /** Without the signs at both ends that are the same before and after. */
  #trimmed({ from, to, insert }: TextEdit): TextEdit {
    let start = 0;
    while (from + start < to && start < insert.length && this.original.charCodeAt(from + start) === insert.charCodeAt(start)) start++;
    let end = 0;
    while (to - end > from + start && insert.length - end > start && this.original.charCodeAt(to - end - 1) === insert.charCodeAt(insert.length - end - 1)) end++;
    return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) };
  }
}

/** The pieces of the first `length` signs, and the others. */
function splitPieces(pieces: readonly Piece[], length: number): readonly [Piece[], Piece[]] {
  const before: Piece[] = [];
  let left = length;
  for (const [index, piece] of pieces.entries()) {
    const size = 'insert' in piece ? piece.insert.length : piece.to - piece.from;
    if (left >= size) {
      before.push(piece);
      left -= size;
      continue;
    }
    if (left === 0) return [before, pieces.slice(index)];
    const [first, second] = cutPiece(piece, left);
    return [[...before, first], [second, ...pieces.slice(index + 1)]];
  }
  return [before, []];
}

function cutPiece(piece: Piece, length: number): readonly [Piece, Piece] {
  if ('insert' in piece) return [{ insert: piece.insert.slice(0, length) }, { insert: piece.insert.slice(length) }];
  const middle = piece.from + length;
  return [{ from: piece.from, to: middle }, { from: middle, to: piece.to }];
}
