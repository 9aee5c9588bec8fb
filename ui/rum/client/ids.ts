/** A place in a trace. */
export interface TracePlace {
  traceId: string;
  spanId: string;
}

export function newId(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/** A new span: below another one, or the first of its trace. */
export function below(parent: TracePlace | undefined): TracePlace {
  return { traceId: parent?.traceId ?? newId(16), spanId: newId(8) };
}

export function traceparentOf({ traceId, spanId }: TracePlace): string {
  return `00-${traceId}-${spanId}-01`;
}

export function readTraceparent(text = ''): TracePlace | undefined {
  const [, traceId, spanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0[01]$/.exec(text) ?? [];
  return traceId && spanId ? { traceId, spanId } : undefined;
}
