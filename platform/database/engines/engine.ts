import type { InsertQueryNode, Kysely, RootOperationNode } from 'kysely';

/** What the two engines do differently, by name. Reached from any handle with `engineOf`. */
export interface Engine {
  readonly name: 'postgres' | 'oracle';
  /** Selects the first id of the next block of business ids, as column `first_id`. */
  readonly nextIdBlockSql: string;
  /** Makes an insert do nothing, instead of failing, when a unique key already holds the row. */
  insertIfAbsent(node: InsertQueryNode): InsertQueryNode;
  /** True when the whole transaction may be run again: deadlock or serialisation failure. */
  isRetryable(error: unknown): boolean;
  /** True when a unique key refused a row. */
  isDuplicate(error: unknown): boolean;
  /** True when a row names another one that is not there. */
  isDangling(error: unknown): boolean;
  /** The engine's own code for what it refused, such as 42P01 or ORA-00942; its message may quote data, the code never does. */
  codeOf(error: unknown): string;
  /** Told of every query that runs, with its name and operation node. */
  readonly onQuery?: ((name: string, node: RootOperationNode) => void) | undefined;
}

/** The engine behind a database handle or transaction. */
export function engineOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Engine {
  return withEngine(db.getExecutor().adapter).engine;
}

/** Every dialect of ours carries its engine on its adapter. */
function withEngine(adapter: object): { engine: Engine } {
  if (!('engine' in adapter)) throw new TypeError('not a database handle of platform/database');
  return adapter as { engine: Engine };
}
