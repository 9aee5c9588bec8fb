import type { FastifyRequest } from 'fastify';
import { spanOf, traceIdOf, traceOf } from '../request-span.ts';

/** The ids by which a request is found again, as they cross the wire. */
export function correlationOf(request: FastifyRequest) {
  return {
    correlation_id: traceIdOf(request),
    request_id: request.id,
    trace_id: traceIdOf(request),
    span_id: spanOf(request)?.spanContext().spanId ?? null,
    traceparent: traceOf(request).traceparent,
  };
}

const wafHeaders = ['x-oci-waf-score', 'x-oci-waf-action'] as const;

/** What the firewall in front of us said of a request. Only where there is one does nobody else get to say it. */
export function firewallOf({ headers }: FastifyRequest) {
  const said = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? value : null;
  };
  const [score, action] = wafHeaders;
  return { headers: [...wafHeaders], score: said(score), action: said(action) };
}
