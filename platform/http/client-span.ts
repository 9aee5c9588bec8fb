import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { noteCall } from '../telemetry/metrics/http-metrics.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { workflowHeader, workOf } from '../telemetry/workflow.ts';
import type { CallFailure, CallResult } from './call-result.ts';
import type { EndpointAddress } from './endpoint-url.ts';
import { readProblem } from './told-problem.ts';

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
  const startedAt = performance.now();
  const span = tracer.startSpan(`${endpoint.method} ${endpoint.path}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      [attributeNames.method]: endpoint.method,
      [attributeNames.host]: url.hostname,
      [attributeNames.port]: portOf(url),
      [attributeNames.address]: `${url.origin}${url.pathname}`,
      [attributeNames.template]: endpoint.path,
    },
  });
  const carrier = workflowHeaders();
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  try {
    const answer = await send(request, carrier);
    span.setAttribute(attributeNames.status, answer.status);
    const result = await toResult(answer);
    if (!result.ok) noteFailure(span, result.failure);
    noteEnd(request, startedAt, answer.status, result);
    return result;
  } catch (error) {
    const failure: CallFailure = { reason: isTimeout(error) ? 'timed_out' : 'unreachable' };
    noteFailure(span, failure);
    noteEnd(request, startedAt, undefined, { ok: false, failure });
    return { ok: false, failure };
  } finally {
    span.end();
  }
}

/** The other service may not know what its part belongs to. */
function workflowHeaders(): Record<string, string> {
  const workflowId = workOf()?.workflowId;
  return workflowId === undefined ? {} : { [workflowHeader]: workflowId };
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
  return { ok: false, failure: { reason: 'status', status: answer.status, ...readProblem(text) } };
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** By the conventions every 4xx is an error to its caller; that something does not exist is an answer all the same. */
function noteFailure(span: Span, failure: CallFailure): void {
  if (failure.reason === 'status' && failure.code !== undefined)
    span.setAttribute(attributeNames.outcome, failure.code);
  const errorType = errorTypeOf(failure);
  if (errorType === undefined) return;
  span.setAttribute(attributeNames.errorType, errorType);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function errorTypeOf(failure: CallFailure): string | undefined {
  if (failure.reason !== 'status') return failure.reason;
  return failure.status === 404 ? undefined : String(failure.status);
}

function noteEnd(
  { endpoint, url }: ClientRequest,
  startedAt: number,
  status: number | undefined,
  result: CallResult<unknown>,
): void {
  noteCall({
    method: endpoint.method,
    template: endpoint.path,
    address: url.hostname,
    port: portOf(url),
    status,
    errorType: result.ok ? undefined : errorTypeOf(result.failure),
    seconds: (performance.now() - startedAt) / 1000,
  });
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
