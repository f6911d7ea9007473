/** Measures in px that the parts of a drawn roadmap share. */

/** Lane names stand left of the chart in a strip of this width. */
export const GUTTER_PX = 196;
export const BAR_PX = 24;
/** From the top of one row to the next: the 10 px between bars are the arrows' channel. */
export const ROW_PX = 34;
/** Arrows are drawn in tiles. OURS: the half of a large pane, so that there are few, and none is much larger than what is seen. */
export const TILE_WIDTH_PX = 1_024;
export const TILE_HEIGHT_PX = 24 * ROW_PX;
