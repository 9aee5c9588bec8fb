import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { CallFailure, CallResult } from './call-result.ts';
import type { EndpointAddress } from './endpoint-url.ts';

export interface ClientRequest {
  endpoint: EndpointAddress;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: unknown;
  timeoutMs: number;
}

const tracer = trace.getTracer('octo.http');

/** Sends a request in a client span, whose context travels with it. */
export async function sendInSpan(request: ClientRequest): Promise<CallResult<unknown>> {
  const { endpoint, url } = request;
  const span = tracer.startSpan(`${endpoint.method} ${endpoint.path}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': endpoint.method,
      'server.address': url.hostname,
      'server.port': Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
      'url.full': `${url.origin}${url.pathname}`,
      'url.template': endpoint.path,
    },
  });
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  try {
    const answer = await send(request, carrier);
    span.setAttribute('http.response.status_code', answer.status);
    const result = await toResult(answer);
    if (!result.ok) noteFailure(span, result.failure);
    return result;
  } catch (error) {
    const failure: CallFailure = { reason: isTimeout(error) ? 'timed_out' : 'unreachable' };
    noteFailure(span, failure);
    return { ok: false, failure };
  } finally {
    span.end();
  }
}

function send(request: ClientRequest, carrier: Record<string, string>): Promise<Response> {
  const { endpoint, url, body, timeoutMs } = request;
  const content = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(url, {
    method: endpoint.method,
    headers: { accept: 'application/json', ...content, ...request.headers, ...carrier },
    signal: AbortSignal.timeout(timeoutMs),
    // The key in our headers is for this peer, and not for wherever it may point to.
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function toResult(answer: Response): Promise<CallResult<unknown>> {
  const text = await answer.text();
  if (answer.ok) return { ok: true, body: JSON.parse(text) };
  return { ok: false, failure: { reason: 'status', status: answer.status, code: problemCode(text) } };
}

/** The code of a problem+json; undefined for the error page of whoever stands in between. */
function problemCode(text: string): string | undefined {
  try {
    const problem: unknown = JSON.parse(text);
    const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined;
    return typeof code === 'string' && /^[a-z0-9_.]{1,100}$/.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** By the conventions every 4xx is an error to its caller; that something does not exist is an answer all the same. */
function noteFailure(span: Span, failure: CallFailure): void {
  const isStatus = failure.reason === 'status';
  if (isStatus && failure.code !== undefined) span.setAttribute('octo.outcome', failure.code);
  if (isStatus && failure.status === 404) return;
  span.setAttribute('error.type', isStatus ? String(failure.status) : failure.reason);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
