import type { Attributes } from '@opentelemetry/api';
import { attributeNames } from '../../telemetry/names/attributes.ts';
import { endSqlSpan, startSqlSpan } from '../../telemetry/sql-span.ts';
import { noteOperation } from '../operation-metrics.ts';
import type { KnownStatement } from './known-statements.ts';

/** A statement under way, in its span. */
export interface StatementRun {
  succeeded(rows: number): void;
  /** With the engine's code. What was expected is no error of the statement. */
  failed(errorCode: string, isExpected?: boolean): void;
}

/** `waitedMs` is how long its caller waited for the session; the first statement in it tells. `marks` are of this run alone. */
export function beginStatement({ facts, attributes }: KnownStatement, waitedMs = 0, marks?: Attributes): StatementRun {
  const span = startSqlSpan(facts.spanName, waitedMs === 0 ? attributes : withWait(attributes, waitedMs));
  if (marks !== undefined) span.setAttributes(marks);
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
  return { ...attributes, [attributeNames.connectionWaitMs]: Math.round(waitedMs * 1000) / 1000 };
}
