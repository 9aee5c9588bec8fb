import { CompiledQuery, type Kysely } from 'kysely';
import type { Clock, Ids } from '../context/context.ts';
import { uuidV7 } from '../context/uuid-v7.ts';
import { engineOf } from './engines/engine.ts';

/** How far the sequence `business_ids` moves at each call. */
export const idBlockSize = 50;

/**
 * Ids made by the application: business ids from blocks of the sequence, event ids without the database.
 * Give it a handle of its own, so that a transaction waiting for an id never waits for its own session.
 */
export function createIds<Tables>(db: Kysely<Tables>, clock: Clock): Ids {
  let nextId = 0;
  let lastId = -1;
  let refill: Promise<void> | undefined;
  async function takeBlock(): Promise<void> {
    const { rows } = await db.executeQuery<{ firstId: number }>(CompiledQuery.raw(engineOf(db).nextIdBlockSql));
    const firstId = rows[0]?.firstId;
    if (firstId === undefined) throw new Error('the sequence business_ids gave no value');
    nextId = firstId;
    lastId = firstId + idBlockSize - 1;
  }
  return {
    event: () => uuidV7(clock.now().getTime()),
    next: async () => {
      while (nextId > lastId) {
        refill ??= takeBlock().finally(() => {
          refill = undefined;
        });
        await refill;
      }
      return nextId++;
    },
  };
}
