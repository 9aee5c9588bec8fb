import type { HeardRequest, PeerAnswer } from '@octo/platform/testing/fake-peer.ts';
import type { Span } from '../observatory.ts';

const startedAt = 1_767_323_045_000;

/** A span as the observatory tells it; `startMs` and `ms` are after the start of the trace. */
export function spanOf(
  spanId: string,
  change: Partial<Span> & { startMs?: number; ms?: number; parent?: string } = {},
): Span {
  const { startMs = 0, ms = 10, parent, ...given } = change;
  return {
    spanId: spanId.padStart(16, '0'),
    parentSpanId: parent?.padStart(16, '0') ?? null,
    service: 'octo-drone-shop',
    name: `work ${spanId}`,
    startTimeUnixNano: `${startedAt + startMs}000000`,
    durationMs: ms,
    status: 'unset',
    attributes: {},
    isUntrusted: false,
    ...given,
  };
}

/** A line as the observatory tells it. */
export function logOf(body: string, change: object = {}) {
  return {
    timeUnixNano: `${startedAt}000000`,
    service: 'octo-drone-shop',
    severity: 'INFO',
    body,
    traceId: 'a'.repeat(32),
    spanId: null,
    attributes: {},
    ...change,
  };
}

/** An observatory that knows what it is given, by the beginning of the path; of anything else it knows nothing. */
export function knowing(known: Record<string, object>): (request: HeardRequest) => PeerAnswer {
  return ({ path }) => {
    const body = Object.entries(known).find(([start]) => path.startsWith(start))?.[1];
    return body
      ? { status: 200, body }
      : { status: 404, body: { code: 'traces.unknown', message: 'Nothing came in.' } };
  };
}
