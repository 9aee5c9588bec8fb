import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('octo.database');

/** What is known about a statement before it runs; made once per text. */
export interface StatementFacts {
  spanName: string;
  attributes: Attributes;
}

/** Opens the client span of one SQL statement as a child of the active span. */
export function startSqlSpan(facts: StatementFacts, connection: Attributes): Span {
  return tracer.startSpan(
    facts.spanName,
    { kind: SpanKind.CLIENT, attributes: { ...facts.attributes, ...connection } },
    context.active(),
  );
}

/** Closes it with the row count, or with the engine's error code. The error's text may hold data and is not kept. */
export function endSqlSpan(span: Span, outcome: { rows: number } | { errorCode: string }): void {
  if ('rows' in outcome) {
    span.setAttribute('db.response.returned_rows', outcome.rows);
  } else {
    span.setAttribute('db.response.status_code', outcome.errorCode);
    span.setAttribute('error.type', outcome.errorCode);
    span.setStatus({ code: SpanStatusCode.ERROR, message: outcome.errorCode });
  }
  span.end();
}
