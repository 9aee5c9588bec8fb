import type { DatabaseSync } from 'node:sqlite';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { SpanRecord } from '../../otlp/records.ts';
import type { ArrivedSpan } from '../arrivals.ts';
import { splitNano } from '../nano.ts';
import type { ResourceWriter } from '../write-resources.ts';
import { addTokens, resourceToken, sortToken } from './attribute-token.ts';
import { spansPerTrace } from './schema.ts';
import { partAttributes } from './shared-attributes.ts';
import { contentOf } from './span-content.ts';
import type { SpanSorts } from './span-sorts.ts';
import { durationMsOf } from './trace-summary.ts';

/** The rows of spans; what many of them share lies beside them. */
export interface SpanRows {
  /** The ids of the spans that a trace has already. */
  idsOf(traceRow: number): Set<string>;
  /** Writes the span of a trace, notes what it is found by, and returns about how many bytes it takes. */
  insert(traceRow: number, place: number, arrived: ArrivedSpan, tokens: Set<number>): number;
}

/** Beside its texts, with its part of the row of the trace and of what it is found by; measured. */
const rowBytes = 120;

export function spanRows(db: DatabaseSync, resources: ResourceWriter, sorts: SpanSorts): SpanRows {
  const findIds = db.prepare('select lower(hex(span_id)) as span_id from spans where id between ? and ?');
  const insert = db.prepare('insert into spans values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    idsOf(traceRow) {
      const rows = findIds.all(traceRow * spansPerTrace, traceRow * spansPerTrace + spansPerTrace - 1);
      return new Set(rows.map(({ span_id }) => String(span_id)));
    },
    insert(traceRow, place, { span, resource }, tokens) {
      const start = splitNano(span.startNano);
      const { shared, own } = partAttributes(span.attributes);
      const resourceId = resources.idOf(resource, traceRow);
      const sort = sorts.idOf(shared, traceRow);
      const content = contentOf(span, sort === undefined ? span.attributes : own);
      insert.run(
        traceRow * spansPerTrace + place,
        Buffer.from(span.spanId, 'hex'),
        parentOf(span),
        resourceId,
        sort ?? null,
        span.kind,
        span.status,
        start.us,
        start.rest,
        durationMsOf(span),
        span.name,
        routeOf(span),
        content,
      );
      tokens.add(resourceToken(resourceId));
      if (sort !== undefined) tokens.add(sortToken(sort));
      addTokens(sort === undefined ? span.attributes : own, tokens);
      return rowBytes + span.name.length + content.length;
    },
  };
}

function parentOf({ parentSpanId }: SpanRecord): Buffer | null {
  return /^0*$/.test(parentSpanId) ? null : Buffer.from(parentSpanId, 'hex');
}

function routeOf({ attributes }: SpanRecord): string | null {
  const route = attributes[attributeNames.route];
  return typeof route === 'string' ? route : null;
}
