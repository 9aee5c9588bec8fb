import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observed } from './request-span.ts';

// A browser asks for a document without any header of ours. So the page before hands its trace over in a cookie that lives for
// seconds, and a page that had no page before learns its trace from the answer.

const handedOver = /(?:^|;\s*)octo_trace=(00-[0-9a-f]{32}-[0-9a-f]{16}-0[01])(?:;|$)/;

export interface DocumentTrace {
  /** What the trace of a request is read from. */
  carrierOf(request: FastifyRequest): object;
  tellDocument(request: FastifyRequest, reply: FastifyReply, observed: Observed): void;
}

export const documentTrace: DocumentTrace = {
  carrierOf(request) {
    const { headers } = request;
    if (headers.cookie === undefined || bringsTrace(headers) || !isDocument(request)) return headers;
    const traceparent = handedOver.exec(headers.cookie)?.[1];
    return traceparent === undefined ? headers : { traceparent };
  },
  tellDocument(request, reply, { span, route }) {
    if (!isDocument(request)) return;
    const { traceId, spanId } = span.spanContext();
    const page = route === undefined ? '' : `, route;desc="${route.replace(/[^\w/:.*-]/g, '')}"`;
    reply.header('server-timing', `traceparent;desc="00-${traceId}-${spanId}-01"${page}`);
  },
};

/** Where pages tell nobody of visits, no cookie has a say and no answer tells. */
export const noHandover: DocumentTrace = { carrierOf: ({ headers }) => headers, tellDocument: () => {} };

function bringsTrace(headers: FastifyRequest['headers']): boolean {
  return ['traceparent', 'b3', 'x-b3-traceid'].some((name) => headers[name] !== undefined);
}

/** As the browser says it; one that does not say asks for documents in words that it uses for nothing else. */
function isDocument({ headers }: FastifyRequest): boolean {
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined) return destination === 'document';
  return (headers.accept ?? '').includes('text/html');
}
