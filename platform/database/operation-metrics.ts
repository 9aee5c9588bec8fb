import { note } from '../telemetry/metrics/instruments.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { operationDuration } from '../telemetry/names/metrics/database.ts';
import type { DescribedStatement } from './statement.ts';

/** Counts a statement that is over, by what it does to which table. `startedAt` is of `performance.now()`. */
export function noteOperation({ operation }: DescribedStatement, startedAt: number, errorCode?: string): void {
  const seconds = (performance.now() - startedAt) / 1000;
  note(
    operationDuration,
    seconds,
    errorCode === undefined ? operation : { ...operation, [attributeNames.errorType]: errorCode },
  );
}
