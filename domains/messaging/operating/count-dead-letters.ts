import type { Ctx } from '../../context.ts';
import { countGivenUp } from './queries.ts';

/** How many messages were given up and wait for an operator. */
export async function countDeadLetters(ctx: Ctx): Promise<number> {
  const rows = await countGivenUp(ctx.db, {});
  return rows.reduce((sum, { givenUp, toBeRetried }) => sum + givenUp - toBeRetried, 0);
}
