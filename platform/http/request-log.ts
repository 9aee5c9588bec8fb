import { context, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describeFailure } from '../telemetry/describe-failure.ts';
import { spanOf } from './request-span.ts';
import { whenOver } from './when-over.ts';

const quiet = new Set(['/health', '/ready']);

/** One line per request, at the level of its outcome; probes that succeed are silent. Query strings are never written. */
export function logRequests(app: FastifyInstance): void {
  whenOver(app, (request, reply, status) => {
    const route = request.routeOptions.url ?? 'unmatched';
    if (status < 400 && quiet.has(route)) return;
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    const fields = {
      'http.request.method': request.method,
      'http.route': route,
      'http.response.status_code': status,
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    inTraceOf(request, () => request.log[level](fields, `${request.method} ${route} ${status}`));
  });
}

/** Failures of ours, with the stack of what nobody expected; what the caller did wrong is in the request's own line. */
export function logFailure(request: FastifyRequest, error: unknown): void {
  inTraceOf(request, () => request.log.error(describeFailure(error), 'request failed'));
}

function inTraceOf(request: FastifyRequest, work: () => void): void {
  const span = spanOf(request);
  if (span) context.with(trace.setSpan(context.active(), span), work);
  else work();
}
