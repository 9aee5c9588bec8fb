/** By this name the insight knows its own sessions. */
export const ownModule = 'octo-insight';

/** One look at the database's own books. */
export interface InsightStatement {
  readonly name: string;
  /** As the engine gets it, with its own placeholders. */
  readonly text: string;
  /** Without which it is refused, or says nothing: ends the sentence “The insight needs …”. */
  readonly needs: string;
}
