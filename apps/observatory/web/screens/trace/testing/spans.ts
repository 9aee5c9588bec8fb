import type { TraceSpan } from '@octo/contracts/observatory.ts';

const startNano = 1_795_317_600_000_000_000n;

interface Drawn {
  id: string;
  parent?: string;
  /** From and to, in milliseconds. */
  ms: readonly [number, number];
  service?: string;
  isError?: boolean;
}

/** A span as the API gives it, described by what matters to a drawing. */
export function spanOf({ id, parent, ms: [from, to], service = 'shop', isError = false }: Drawn): TraceSpan {
  return {
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId: id,
    parentSpanId: parent ?? null,
    service,
    name: id,
    kind: 'internal',
    startTimeUnixNano: (startNano + BigInt(Math.round(from * 1e6))).toString(),
    durationMs: to - from,
    status: isError ? 'error' : 'unset',
    statusMessage: null,
    attributes: {},
    resource: {},
    events: [],
    links: [],
    isUntrusted: false,
  };
}
