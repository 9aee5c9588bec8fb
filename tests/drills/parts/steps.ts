import { PostgresConnection } from '@octo/platform/database/engines/postgres/connection.ts';
import type { CompiledQuery, QueryResult } from 'kysely';

/** Runs a step, and may do something before and after. */
export type Around = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/**
 * Goes around everything that this process asks of a database, whichever handle it uses: each statement under its query's
 * name, and each `commit` and `rollback`. BEGIN travels with the first statement and is no step of its own; neither is
 * taking a block of ids, which changes nothing that could be left half done.
 */
export function aroundEveryStep(around: Around): void {
  const { executeQuery, end } = PostgresConnection.prototype;
  PostgresConnection.prototype.executeQuery = function <R>(this: PostgresConnection, query: CompiledQuery) {
    const run = (): Promise<QueryResult<R>> => executeQuery.call(this, query) as Promise<QueryResult<R>>;
    return 'queryName' in query ? around(String(query.queryName), run) : run();
  };
  PostgresConnection.prototype.end = function (text) {
    return around(text, () => end.call(this, text));
  };
}
