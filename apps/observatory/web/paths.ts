/** Every page of the observatory. The server answers them with the application, and anything else as not found. */
export const pagePaths = ['/', '/traces', '/traces/:traceId', '/logs', '/status'] as const;

export type PagePath = (typeof pagePaths)[number];

/** The address of a trace, with one of its spans chosen. */
export function tracePath(traceId: string, spanId?: string | null): string {
  return spanId ? `/traces/${traceId}?span=${spanId}` : `/traces/${traceId}`;
}

/** A trace id as people paste it, with blanks around it or in capitals; undefined for anything else. */
export function asTraceId(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}

export interface TraceSearch {
  service?: string | undefined;
  route?: string | undefined;
  q?: string | undefined;
  status?: string | undefined;
  min?: number | null | undefined;
  minutes?: number | undefined;
}

/** The list of the traces that a number is made of. */
export function tracesPath(search: TraceSearch): string {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? '/traces' : `/traces?${new URLSearchParams(asked)}`;
}
