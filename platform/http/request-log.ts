import { context } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { describeFailure } from '../telemetry/describe-failure.ts';
import type { Logger } from '../telemetry/logger.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import type { RequestEnd } from './request-end.ts';
import type { Observed } from './request-span.ts';

/** Probes, and what telemetry itself sends: a line for each of those would be all there is to read. */
const quiet = new Set(['/health', '/ready', '/metrics', '/v1/traces', '/v1/logs', '/v1/metrics']);

/** One line per request, at the level of its outcome; probes and exports that succeed are silent. Query strings are never written. */
export function logRequest(logger: Logger, observed: Observed, end: RequestEnd): void {
  const { method, route = 'unmatched', status, seconds } = end;
  if (status < 400 && quiet.has(route)) return;
  const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
  const fields = {
    [attributeNames.method]: method,
    [attributeNames.route]: route,
    [attributeNames.status]: status,
    duration_ms: Math.round(seconds * 10_000) / 10,
  };
  context.with(observed.context, logger[level], undefined, fields, `${method} ${route} ${status}`);
}

/** Failures of ours, with the stack of what nobody expected; what the caller did wrong is in the request's own line. */
export function logFailure(logger: Logger, request: FastifyRequest, error: unknown): void {
  const where = request.observed?.context ?? context.active();
  context.with(where, logger.error, undefined, describeFailure(error), 'request failed');
}
