/** Where commands go from the cursor, among places of a text in their order: round from the last to the first. */

export type ChoosePlace = <T extends { readonly from: number }>(places: readonly T[], at: number) => T | undefined;

/** Behind the last comes the first. */
export const nextPlace: ChoosePlace = (places, at) => places.find(({ from }) => from > at) ?? places[0];

/** Before the first comes the last. */
export const previousPlace: ChoosePlace = (places, at) => places.filter(({ from }) => from < at).at(-1) ?? places.at(-1);
