import type { InsertQueryNode, Kysely, RootOperationNode } from 'kysely';
import type { Obstacles } from './obstacles.ts';

/** Told of every query that runs: its name, its operation node, and the values of this run. */
export type OnQuery = (name: string, node: RootOperationNode, values: readonly unknown[]) => void;

/** What the two engines do differently, by name. Reached from any handle with `engineOf`. */
export interface Engine {
  readonly name: 'postgres' | 'oracle';
  /** Selects the first id of the next block of business ids, as column `first_id`. */
  readonly nextIdBlockSql: string;
  /** Lets a session wait for so many seconds, its only value. */
  readonly waitSql: string;
  /** Makes an insert do nothing, instead of failing, when a unique key already holds the row. */
  insertIfAbsent(node: InsertQueryNode): InsertQueryNode;
  /** Runs such an insert, which gives the number of its rows; false when the row was there already. */
  wasInserted(insert: () => Promise<bigint | undefined>): Promise<boolean>;
  /** True when the whole transaction may be run again: deadlock or serialisation failure. */
  isRetryable(error: unknown): boolean;
  /** True when a unique key refused a row. */
  isDuplicate(error: unknown): boolean;
  /** True when a row names another one that is not there. */
  isDangling(error: unknown): boolean;
  /** The engine's own code for what it refused, such as 42P01 or ORA-00942; its message may quote data, the code never does. */
  codeOf(error: unknown): string;
  /** What is wrong with the version of the driver that is installed, in words; undefined for one that was tested. */
  driverFault?(): Promise<string | undefined>;
  readonly onQuery?: OnQuery | undefined;
  /** In the way of this pool. */
  readonly obstacles: Obstacles;
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
