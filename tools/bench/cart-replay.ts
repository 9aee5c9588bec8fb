import type { RecordedStatement } from './record-statements.ts';

interface Added {
  sessionId: string;
  productId: number;
  /** Of the new line. */
  id: number;
}

/** What a shop sent to the database while a product was put into an empty cart. */
export interface RecordedAdd extends Added {
  statements: RecordedStatement[];
}

/** The values of a recorded statement for another visitor; what is not of the visitor stays. */
export function valuesOf({ values }: RecordedStatement, recorded: Added, added: Added): unknown[] {
  const renewed = new Map<unknown, unknown>([
    [recorded.sessionId, added.sessionId],
    [recorded.productId, added.productId],
    [recorded.id, added.id],
  ]);
  return values.map((value) => (renewed.has(value) ? renewed.get(value) : value));
}
