/** One look at the database's own books. */
export interface InsightStatement {
  readonly name: string;
  /** As the engine gets it, with its own placeholders. */
  readonly text: string;
  /** Without which it is refused, or says nothing: ends the sentence “The insight needs …”. */
  readonly needs: string;
}

/** How many rows an answer holds, whatever is asked for. */
export function bounded(limit: number, most: number): number {
  return Math.max(1, Math.min(Math.trunc(limit), most));
}
