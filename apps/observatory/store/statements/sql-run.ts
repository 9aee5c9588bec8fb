import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { errorStatus } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { splitNano } from '../nano.ts';
import { durationMsOf } from '../traces/trace-summary.ts';

/** One run of a statement, as its span tells it. */
export interface SqlRun {
  readonly sqlId: string;
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly endUs: number;
  readonly durationMs: number;
  readonly isError: boolean;
  readonly rows: number;
}

const sqlIdForm = /^[0-9a-z]{1,40}$/;

/** Undefined for a span that is of no statement of ours. */
export function sqlRunOf({ span, resource }: ArrivedSpan): SqlRun | undefined {
  const sqlId = span.attributes[attributeNames.sqlId];
  if (typeof sqlId !== 'string' || !sqlIdForm.test(sqlId)) return undefined;
  const { traceId, spanId, parentSpanId } = span;
  const rows = span.attributes[attributeNames.rows];
  return {
    sqlId,
    service: resource.service,
    traceId,
    spanId,
    parentSpanId,
    endUs: splitNano(span.endNano).us,
    durationMs: durationMsOf(span),
    isError: span.status === errorStatus,
    rows: typeof rows === 'number' ? Math.max(0, Math.trunc(rows)) : 0,
  };
}
