import { type Context, context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Trace, untraced } from '../context/context.ts';
import { uuidV7 } from '../context/uuid-v7.ts';
import { traceOfSpan } from '../telemetry/current-trace.ts';
import { whenOver } from './when-over.ts';

const tracer = trace.getTracer('octo.http');
const acceptedRequestId = /^[A-Za-z0-9._:-]{1,128}$/;
const plainHost = /^[A-Za-z0-9.:[\]_-]{1,253}$/;
const plainPath = /^[A-Za-z0-9/._-]{1,300}$/;

interface Traced {
  span: Span;
  context: Context;
}

const traced = new WeakMap<FastifyRequest, Traced>();

/** The id that a request goes by in logs and answers: the caller's, when it is harmless, or a new one. */
export function requestIdOf(headers: NodeJS.Dict<string | string[]>): string {
  const offered = headers['x-request-id'];
  return typeof offered === 'string' && acceptedRequestId.test(offered) ? offered : uuidV7();
}

/** Opens a server span for every request, in the caller's trace when it brings one, and answers with the ids. */
export function traceRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    const parent = propagation.extract(context.active(), request.headers);
    const span = tracer.startSpan(
      request.method,
      { kind: SpanKind.SERVER, attributes: requestAttributes(request) },
      parent,
    );
    const active = trace.setSpan(parent, span);
    traced.set(request, { span, context: active });
    reply.header('x-request-id', request.id);
    reply.header('x-trace-id', span.spanContext().traceId);
    context.with(active, done);
  });
  // The body arrives in events of the socket, outside of the request's context: enter it again.
  app.addHook('preValidation', (request, _reply, done) => {
    context.with(traced.get(request)?.context ?? context.active(), done);
  });
  whenOver(app, endSpan);
}

/** The span of a request, also where the active context got lost, as in an error handler. */
export function spanOf(request: FastifyRequest): Span | undefined {
  return traced.get(request)?.span;
}

export function traceIdOf(request: FastifyRequest): string {
  return spanOf(request)?.spanContext().traceId ?? untraced.traceId;
}

/** The trace fields of a context made for this request. */
export function traceOf(request: FastifyRequest): Trace {
  const span = spanOf(request);
  return span ? traceOfSpan(span) : untraced;
}

function requestAttributes(request: FastifyRequest) {
  return {
    'http.request.method': request.method,
    'url.scheme': request.protocol,
    'server.address': plainHost.test(request.hostname) ? request.hostname : 'unknown',
    'user_agent.original': request.headers['user-agent']?.slice(0, 200) ?? '',
    'octo.request_id': request.id,
  };
}

function endSpan(request: FastifyRequest, _reply: FastifyReply, status: number): void {
  const span = spanOf(request);
  if (!span) return;
  const route = request.routeOptions.url;
  if (route) {
    span.setAttribute('http.route', route);
    // Only of addresses that are ours: what somebody types after the host may be anything, and in the place of an id an e-mail.
    const path = request.url.split('?', 1)[0] ?? '/';
    span.setAttribute('url.path', plainPath.test(path) ? path : route);
    span.updateName(`${request.method} ${route}`);
  }
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
