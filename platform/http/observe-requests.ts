import { context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RumConfig } from '../config/rum-settings.ts';
import type { Logger } from '../telemetry/logger.ts';
import { noteArrival, noteServed } from '../telemetry/metrics/http-metrics.ts';
import { otherWorkflow, workflowHeader } from '../telemetry/workflow.ts';
import { statusOfUnreadable } from './answer-unreadable.ts';
import { documentTrace, noHandover } from './document-trace.ts';
import type { RequestEnd } from './request-end.ts';
import { logRequest } from './request-log.ts';
import { closeRequestSpan, type Observed, openRequestSpan } from './request-span.ts';

/** The workflows of an app, by the ids that people know them by. */
export interface Workflows {
  /** Those whose name is taken from another service of ours, in X-Workflow-Id. */
  readonly known: readonly string[];
  /** The workflow that a route is part of; where it has none, the caller's word counts. */
  ofRoute(route: string): string | undefined;
}

export interface ObserveOptions {
  logger: Logger;
  workflows: Workflows | undefined;
  rum?: RumConfig | undefined;
}

const clientClosedRequest = 499;

/** Traces and logs every request, answers with its ids, and runs what follows in its context. */
export function observeRequests(app: FastifyInstance, options: ObserveOptions): void {
  const workflowOf = workflowReader(options.workflows);
  const { carrierOf, tellDocument } = options.rum?.kind === 'observatory' ? documentTrace : noHandover;
  app.decorateRequest('observed', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    const startedAt = performance.now();
    noteArrival(request.method);
    const route = request.routeOptions.url;
    const workflowId = workflowOf(request, route);
    const observed = openRequestSpan(request, route, { requestId: request.id, workflowId }, carrierOf(request));
    request.observed = observed;
    nameRequest(reply, observed, workflowId);
    tellDocument(request, reply, observed);
    reply.raw.on('close', () => {
      const { writableEnded, statusCode } = reply.raw;
      const status = writableEnded ? statusCode : (statusOfUnreadable(request.raw.socket) ?? clientClosedRequest);
      const seconds = (performance.now() - startedAt) / 1000;
      endRequest(options.logger, observed, { method: request.method, route, status, seconds });
    });
    context.with(observed.context, done);
  });
  // A body arrives in events of the socket, outside of the request's context: enter it again.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.observed === undefined || request.body === undefined) done();
    else context.with(request.observed.context, done);
  });
}

/** The one place where a request is over. */
function endRequest(logger: Logger, observed: Observed, end: RequestEnd): void {
  noteServed(end, observed.context);
  logRequest(logger, observed, end);
  closeRequestSpan(observed, end.status);
}

function nameRequest(reply: FastifyReply, { span }: Observed, workflowId: string): void {
  reply.header('x-request-id', reply.request.id);
  reply.header('x-trace-id', span.spanContext().traceId);
  reply.header(workflowHeader, workflowId);
}

function workflowReader(workflows: Workflows | undefined) {
  const known = new Set(workflows?.known);
  return ({ headers }: FastifyRequest, route: string | undefined): string => {
    const own = route === undefined ? undefined : workflows?.ofRoute(route);
    if (own !== undefined) return own;
    const told = headers[workflowHeader];
    return typeof told === 'string' && known.has(told) ? told : otherWorkflow;
  };
}
