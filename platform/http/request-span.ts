import { type Context, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { type Trace, untraced } from '../context/context.ts';
import { uuidV7 } from '../context/uuid-v7.ts';
import { traceOfSpan } from '../telemetry/current-trace.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { type Work, withWork } from '../telemetry/workflow.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How it is observed; undefined until the first hook ran. */
    observed: Observed | undefined;
  }
}

/** What is told of a request while it runs. */
export interface Observed {
  readonly span: Span;
  /** What its work runs in: the span, the id of the request, the workflow. */
  readonly context: Context;
  /** Template of the route that was matched. */
  readonly route: string | undefined;
}

const tracer = trace.getTracer('octo.http');
const acceptedRequestId = /^[A-Za-z0-9._:-]{1,128}$/;
const plainHost = /^[A-Za-z0-9.:[\]_-]{1,253}$/;
const plainPath = /^[A-Za-z0-9/._-]{1,300}$/;

/** The id that a request goes by in logs and answers: the caller's, when it is harmless, or a new one. */
export function requestIdOf(headers: NodeJS.Dict<string | string[]>): string {
  const offered = headers['x-request-id'];
  return typeof offered === 'string' && acceptedRequestId.test(offered) ? offered : uuidV7();
}

/** Opens a server span, in the caller's trace when it brings one, among the headers or what stands in for them. */
export function openRequestSpan(
  request: FastifyRequest,
  route: string | undefined,
  work: Work,
  carrier: object,
): Observed {
  const parent = withWork(propagation.extract(context.active(), carrier), work);
  const name = route === undefined ? request.method : `${request.method} ${route}`;
  const attributes = requestAttributes(request, route, work);
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
  return { span, context: trace.setSpan(parent, span), route };
}

/** Closes it. What the caller did wrong is an answer, not an error. */
export function closeRequestSpan({ span }: Observed, status: number): void {
  span.setAttribute(attributeNames.status, status);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** The span of a request, also where the active context got lost, as in an error handler. */
export function spanOf(request: FastifyRequest): Span | undefined {
  return request.observed?.span;
}

export function traceIdOf(request: FastifyRequest): string {
  return spanOf(request)?.spanContext().traceId ?? untraced.traceId;
}

/** The trace fields of a context made for this request. */
export function traceOf(request: FastifyRequest): Trace {
  const span = spanOf(request);
  return span ? traceOfSpan(span) : untraced;
}

function requestAttributes(request: FastifyRequest, route: string | undefined, { workflowId }: Work) {
  const { method, hostname } = request;
  return {
    [attributeNames.method]: method,
    [attributeNames.route]: route,
    [attributeNames.path]: route === undefined ? undefined : tellablePath(request.url, route),
    [attributeNames.scheme]: request.protocol,
    [attributeNames.host]: plainHost.test(hostname) ? hostname : 'unknown',
    [attributeNames.userAgent]: tellableAgent(request.headers['user-agent']),
    [attributeNames.requestId]: request.id,
    [attributeNames.workflowId]: workflowId,
  };
}

/** Programs name there who runs them, some by an e-mail. */
function tellableAgent(agent = ''): string {
  const told = agent.includes('@')
    ? agent.replace(/[^\s()<>;,]+/g, (word) => (word.includes('@') ? '…' : word))
    : agent;
  return told.length > 200 ? told.slice(0, 200) : told;
}

/** Only of addresses that are ours: what somebody types after the host may be anything, and in the place of an id an e-mail. */
function tellablePath(url: string, route: string): string {
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  return path === route || plainPath.test(path) ? path : route;
}
