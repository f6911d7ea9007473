/** How long ago a day is: "today", "yesterday", "12 days ago". */
export function daysAgo(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}
