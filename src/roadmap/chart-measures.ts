/** Measures in px that the parts of a drawn roadmap share. */

/** Lane names stand left of the chart in a strip of this width. */
export const GUTTER_PX = 196;
export const BAR_PX = 24;
/** From the top of one row to the next: the 10 px between bars are the arrows' channel. */
export const ROW_PX = 34;
