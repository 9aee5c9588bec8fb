import type { Tables } from '@octo/database/tables.ts';
import type { Kysely } from 'kysely';
import { until } from '../../drills/parts/wait.ts';

/** The sweep that a gateway makes when it starts, once that is over. */
export async function firstSweep(owner: Kysely<Tables>): Promise<number> {
  const ended = owner.selectFrom('workflowRuns').select('id').where('status', '!=', 'running').orderBy('id');
  await until('the first sweep to end', async () => (await ended.execute()).length > 0);
  return (await ended.executeTakeFirstOrThrow()).id;
}
