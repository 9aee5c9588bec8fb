import type { Kysely } from 'kysely';
import type { AppError } from '../errors/app-error.ts';
import { expectingDuplicate } from '../telemetry/sql-span.ts';
import { engineOf } from './engines/engine.ts';

/**
 * Does a write, and throws `refusal` when a unique key holds its value already. The transaction is lost with it on
 * PostgreSQL: an insert that may find its row present, and goes on, wants insertIfAbsent.
 */
export async function unlessTaken<T>(
  db: Pick<Kysely<unknown>, 'getExecutor'>,
  write: () => Promise<T>,
  refusal: () => AppError,
): Promise<T> {
  try {
    return await expectingDuplicate(write);
  } catch (error) {
    throw engineOf(db).isDuplicate(error) ? refusal() : error;
  }
}
