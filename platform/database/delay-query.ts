import type { Attributes } from '@opentelemetry/api';
import { CompiledQuery, type Kysely, type QueryResult } from 'kysely';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { engineOf } from './engines/engine.ts';
import type { QueryDelay } from './engines/obstacles.ts';
import type { Marked, NamedQuery } from './statement.ts';

/**
 * Lets every run of a query wait in the database first, in the session that then runs it, until it is disposed of. `marks`
 * are put on the spans of both.
 */
export function delayQuery<Tables>(
  db: Kysely<Tables>,
  { queryName, delayMs, marks }: { queryName: string; delayMs: number; marks: Attributes },
): Disposable {
  const { obstacles } = engineOf(db);
  const delay = { delayMs, marks };
  obstacles.delays = new Map(obstacles.delays).set(queryName, delay);
  return {
    [Symbol.dispose]: () => {
      const left = [...(obstacles.delays ?? [])].filter(([, each]) => each !== delay);
      obstacles.delays = left.length === 0 ? undefined : new Map(left);
    },
  };
}

export async function runDelayed<Tables, Row>(
  db: Kysely<Tables>,
  query: NamedQuery,
  { delayMs, marks }: QueryDelay,
): Promise<QueryResult<Row>> {
  const wait = CompiledQuery.raw(engineOf(db).waitSql, [delayMs / 1000]);
  const runIn = async (session: Kysely<Tables>) => {
    await session.executeQuery(marked(wait, { ...marks, [attributeNames.query]: query.queryName }));
    return await session.executeQuery<Row>(marked(query, marks));
  };
  return db.isTransaction ? await runIn(db) : await db.connection().execute(runIn);
}

function marked(query: CompiledQuery, marks: Attributes): CompiledQuery & Marked {
  return { ...query, marks };
}
