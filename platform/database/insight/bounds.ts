/** Of statements, tables and indexes. */
export const mostEntries = 5000;
export const mostSessions = 1000;

/** Characters of a text, once its constants are masked. */
export const longestText = { ofStatement: 8000, ofSession: 4000 };

/** How many rows an answer holds, whatever is asked for. */
export function bounded(limit: number, most: number): number {
  return Math.max(1, Math.min(Math.trunc(limit), most));
}
