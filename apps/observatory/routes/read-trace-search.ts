import type { scatterTraces } from '@octo/contracts/observatory.ts';
import type { Static } from 'typebox';
import { spanStatuses } from '../otlp/records.ts';
import type { TraceSearch } from '../store/traces/trace-filter.ts';

type Asked = Static<(typeof scatterTraces)['querystring']>;

/** What a request asks for, as the store knows it. */
export function readTraceSearch({ status, fromUnixNano, toUnixNano, ...asked }: Asked): TraceSearch {
  return {
    service: asked.service,
    route: asked.route,
    workflow: asked.workflow,
    q: asked.q,
    minDurationMs: asked.minDurationMs,
    maxDurationMs: asked.maxDurationMs,
    alongside: asked.alongside,
    minTraceMs: asked.minTraceMs,
    maxTraceMs: asked.maxTraceMs,
    status: status === undefined ? undefined : spanStatuses.indexOf(status),
    fromUs: microseconds(fromUnixNano),
    toUs: microseconds(toUnixNano),
  };
}

function microseconds(nano: string | undefined): number | undefined {
  return nano === undefined ? undefined : Number(BigInt(nano) / 1000n);
}
