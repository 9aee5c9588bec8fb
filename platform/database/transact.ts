import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { type AfterCommit, gatherAfterCommit } from './after-commit.ts';
import { engineOf } from './engines/engine.ts';
import { databaseContended } from './unavailable.ts';

const mostAttempts = 8;

/**
 * Runs `work` in one transaction and commits it. Inside another `transact` it joins that one.
 * A deadlock or serialisation failure reruns the whole of the outermost work, so it must hold nothing but
 * database work; ids that it took and lost are no harm. Throws what `work` throws, after rolling back.
 */
export async function transact<Tables, C extends { db: Kysely<Tables> }, T>(
  ctx: C & { db: Kysely<Tables> },
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (ctx.db.isTransaction) return await work(ctx);
  for (let attempt = 1; ; attempt += 1) {
    let waiting: AfterCommit | undefined;
    let result: T;
    try {
      result = await ctx.db.transaction().execute((db) => {
        waiting = gatherAfterCommit(db);
        return work({ ...ctx, db });
      });
    } catch (error) {
      if (!engineOf(ctx.db).isRetryable(error)) throw error;
      if (attempt === mostAttempts) throw databaseContended(error);
      await sleep(Math.random() * 10 * 2 ** attempt);
      continue;
    }
    waiting?.run();
    return result;
  }
}
