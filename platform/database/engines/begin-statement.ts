import type { Attributes } from '@opentelemetry/api';
import { endSqlSpan, startSqlSpan } from '../../telemetry/sql-span.ts';
import { noteOperation } from '../operation-metrics.ts';
import type { KnownStatement } from './known-statements.ts';

/** A statement under way, in its span. */
export interface StatementRun {
  succeeded(rows: number): void;
  /** With the engine's code. What was expected is no error of the statement. */
  failed(errorCode: string, isExpected?: boolean): void;
}

/** `waitedMs` is how long its caller waited for the session; the first statement in it tells. */
export function beginStatement({ facts, attributes }: KnownStatement, waitedMs = 0): StatementRun {
  const span = startSqlSpan(facts.spanName, waitedMs === 0 ? attributes : withWait(attributes, waitedMs));
  const startedAt = performance.now();
  return {
    succeeded: (rows) => {
      noteOperation(facts, startedAt);
      endSqlSpan(span, { rows });
    },
    failed: (errorCode, isExpected = false) => {
      noteOperation(facts, startedAt, isExpected ? undefined : errorCode);
      endSqlSpan(span, { errorCode, isExpected });
    },
  };
}

function withWait(attributes: Attributes, waitedMs: number): Attributes {
  return { ...attributes, 'octo.db.connection_wait_ms': Math.round(waitedMs * 1000) / 1000 };
}
