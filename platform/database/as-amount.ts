import { type Expression, type RawBuilder, sql } from 'kysely';

/** A sum of amounts as an amount, decimal text with two places: by itself it tells Oracle's clients nothing of its places. */
export function asAmount(sum: Expression<unknown>): RawBuilder<string> {
  return sql<string>`cast(${sum} as numeric(16, 2))`;
}
