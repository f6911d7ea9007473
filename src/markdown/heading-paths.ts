/**
 * The headings above each place of a text, as their readers see them.
 *
 * @example new HeadingPaths('# View\n## Why\nText').at(15) // ['View', 'Why']
 */
import { plainHeadingText } from './heading-text.js';
import { scanOutline } from './outline.js';

export class HeadingPaths {
  readonly #froms: readonly number[];
  readonly #paths: readonly (readonly string[])[];

  constructor(text: string) {
    const froms: number[] = [];
    const paths: (readonly string[])[] = [];
    let open: readonly { readonly level: number; readonly text: string }[] = [];
    for (const { heading } of scanOutline(text).sections) {
      open = [...open.filter(({ level }) => level < heading.level), { level: heading.level, text: plainHeadingText(text.slice(heading.textFrom, heading.textTo)) }];
      froms.push(heading.from);
      paths.push(open.map((above) => above.text));
    }
    this.#froms = froms;
    this.#paths = paths;
  }

  /** Outermost first; a heading stands under itself. Empty before the first one. */
  at(offset: number): readonly string[] {
    let low = 0;
    let high = this.#froms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#froms[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#paths[low - 1] ?? [];
  }
}
