import { CompiledQuery, type Kysely } from 'kysely';
import { AppError } from '../../errors/app-error.ts';
import { withoutSpans } from '../../telemetry/without-spans.ts';
import { engineOf } from '../engines/engine.ts';
import type { NamedQuery } from '../statement.ts';
import type { InsightStatement } from './statement.ts';

/** Runs a look and gives its rows, which are shaped as its text says. */
export type Ask = <Row>(statement: InsightStatement, parameters?: readonly unknown[]) => Promise<Row[]>;

/**
 * Looks at the database without leaving a trace of its own. `withheld` are the engine's codes for what the insight may not see,
 * or is not there.
 */
export function askOf(db: Kysely<unknown>, withheld: ReadonlySet<string>): Ask {
  const { codeOf } = engineOf(db);
  return async <Row>(statement: InsightStatement, parameters: readonly unknown[] = []) => {
    const raw = CompiledQuery.raw(statement.text, [...parameters]);
    const query: NamedQuery<Row> = { ...asQueryOf<Row>(raw), queryName: `insight.${statement.name}`, isPrepared: true };
    try {
      return (await withoutSpans(() => db.executeQuery<Row>(query))).rows;
    } catch (error) {
      throw withheld.has(codeOf(error)) ? notGranted(statement.needs, error) : error;
    }
  };
}

export function notGranted(needs: string, cause?: unknown): AppError {
  return new AppError('Forbidden', 'insight.not_granted', `The insight needs ${needs}.`, { cause });
}

export function unknownStatement(): AppError {
  return new AppError('NotFound', 'insight.unknown_statement', 'The database does not remember this statement.');
}

export function cannotExplain(): AppError {
  return new AppError('Unprocessable', 'insight.cannot_explain', 'The plan of this statement cannot be shown.');
}

/** What a text gives back is known where it is written. */
function asQueryOf<Row>(query: CompiledQuery): CompiledQuery<Row> {
  return query as CompiledQuery<Row>;
}
