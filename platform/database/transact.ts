import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { AppError } from '../errors/app-error.ts';
import { type AfterCommit, gatherAfterCommit } from './after-commit.ts';
import { engineOf } from './engines/engine.ts';

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
    let committed: AfterCommit | undefined;
    try {
      const result = await ctx.db.transaction().execute((db) => {
        committed = gatherAfterCommit(db);
        return work({ ...ctx, db });
      });
      committed?.run();
      return result;
    } catch (error) {
      if (!engineOf(ctx.db).isRetryable(error)) throw error;
      if (attempt === mostAttempts) throw tooMuchContention(error);
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function tooMuchContention(cause: unknown): AppError {
  return new AppError(
    'Unavailable',
    'database.contention',
    'Too many people want the same thing at this moment. Please try again.',
    { retryAfterSeconds: 1, cause },
  );
}
