import { type Attributes, trace } from '@opentelemetry/api';

/** A query that waits in the database before it runs. */
export interface QueryDelay {
  readonly delayMs: number;
  readonly marks: Attributes;
}

/** What somebody put in the way of a pool on purpose. For as long as nobody did there is nothing, which costs a look. */
export interface Obstacles {
  /** By the name of the query. */
  delays?: ReadonlyMap<string, QueryDelay> | undefined;
  /** Sessions are held back; spans of those who wait for one are marked so. */
  shortage?: Attributes | undefined;
}

/** Tells the work that had to wait for a session why it had to. */
export function markShortage({ shortage }: Obstacles): void {
  if (shortage !== undefined) trace.getActiveSpan()?.setAttributes(shortage);
}
