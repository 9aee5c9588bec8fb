import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { RumConfig } from '../config/rum-settings.ts';
import { AppError, isOurFailure } from '../errors/app-error.ts';
import { recordFailure } from '../telemetry/in-span.ts';
import type { Logger } from '../telemetry/logger.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { rememberMethods } from './allowed-methods.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { closeUnusedConnections } from './close-unused.ts';
import { observeRequests, type Workflows } from './observe-requests.ts';
import { type Problem, toProblem } from './problem.ts';
import { logFailure } from './request-log.ts';
import type { RequestObstacles } from './request-obstacles.ts';
import { requestIdOf, spanOf, traceIdOf } from './request-span.ts';
import { originOf, refuseForeignWrites } from './same-origin.ts';
import { contentSecurityPolicy, securityHeaders, strictTransport } from './security-headers.ts';
import { useStrictValidation } from './validation.ts';

export interface AppOptions {
  logger: Logger;
  /** Where browsers reach the app, e.g. https://shop.example.com. */
  publicUrl: string | undefined;
  /** Whose word about the caller's address and scheme is taken (X-Forwarded-*): addresses, networks, or names of ranges such as `loopback`. */
  trustedProxies?: string | undefined;
  /** What the routes of the app are part of; each is of no workflow with a name when absent. */
  workflows?: Workflows;
  /** Who its pages tell of visits; nobody when absent. */
  rum?: RumConfig | undefined;
  /** What is put in the way of its requests on purpose; nothing ever is when absent. */
  obstacles?: RequestObstacles | undefined;
  /** Draws a problem for a person; undefined leaves it as problem+json. */
  problemPage?: (problem: Problem, request: FastifyRequest, reply: FastifyReply) => string | undefined;
}

const bodyLimitBytes = 256 * 1024;
/** Room for an address far too long, so that it is its route's schema that refuses it, by name. Longer heads Node refuses itself. */
const longestHeadBytes = 128 * 1024;
/** Where paths lead that cannot be decoded: an unknown address like any other, with trace and headers. */
const nowhere = '/malformed';

/** A Fastify app with everything our services share: trace, log, headers, validation, and one translation of failures. */
export function createApp(options: AppOptions): FastifyInstance {
  const app = fastify({
    // What there is to say of a request, observe-requests.ts says; a logger of the framework's own would cost each as much.
    logger: false,
    bodyLimit: bodyLimitBytes,
    trustProxy: options.trustedProxies ?? 'loopback',
    genReqId: (request) => requestIdOf(request.headers),
    requestTimeout: 30_000,
    http: { maxHeaderSize: longestHeadBytes },
    clientErrorHandler: answerUnreadable,
    rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : nowhere),
    routerOptions: { maxParamLength: longestHeadBytes },
    exposeHeadRoutes: true,
    forceCloseConnections: 'idle',
  });
  const publicOrigin = originOf(options.publicUrl);
  const transport = publicOrigin?.startsWith('https:') ? strictTransport : {};
  const policy = { 'content-security-policy': contentSecurityPolicy({ rum: options.rum }) };
  const headers = { ...securityHeaders, ...policy, ...transport, 'cache-control': 'no-store' };
  const methodsOf = rememberMethods(app);
  app.removeContentTypeParser('text/plain');
  closeUnusedConnections(app);
  observeRequests(app, { logger: options.logger, workflows: options.workflows, rum: options.rum });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    done(options.obstacles?.meet(request, reply));
  });
  refuseForeignWrites(app, publicOrigin);
  useStrictValidation(app);
  app.setNotFoundHandler((request, reply) => answerUnmatched(request, reply, methodsOf, options));
  app.setErrorHandler((error, request, reply) => answerFailure(error, request, reply, options));
  return app;
}

function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURI(pathOf(url));
    return true;
  } catch {
    return false;
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}

function answerUnmatched(
  request: FastifyRequest,
  reply: FastifyReply,
  methodsOf: (path: string) => string[],
  options: AppOptions,
) {
  const allowed = methodsOf(pathOf(request.url));
  if (allowed.length === 0) {
    return answerFailure(
      new AppError('NotFound', 'http.not_found', 'There is nothing at this address.'),
      request,
      reply,
      options,
    );
  }
  reply.header('allow', allowed.join(', '));
  const problem = {
    ...toProblem(
      new AppError('NotFound', 'http.method_not_allowed', 'This address does not take that method.'),
      traceIdOf(request),
    ),
    status: 405,
    title: 'Method not allowed',
  };
  noteOutcome(request, problem);
  return sendProblem(problem, request, reply, options);
}

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply, options: AppOptions) {
  const problem = toProblem(error, traceIdOf(request));
  noteOutcome(request, problem, error);
  if (problem.status >= 500 && isOurFailure(error)) logFailure(options.logger, request, error);
  if (error instanceof AppError && error.retryAfterSeconds !== undefined)
    reply.header('retry-after', error.retryAfterSeconds);
  return sendProblem(problem, request, reply, options);
}

/** What the framework refused is the caller's doing as well, and no error of the span. */
function noteOutcome(request: FastifyRequest, { status, code }: Problem, error?: unknown): void {
  const span = spanOf(request);
  if (span && status >= 500) recordFailure(span, error);
  else span?.setAttribute(attributeNames.outcome, code);
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply, options: AppOptions) {
  reply.status(problem.status).header('cache-control', 'no-store');
  // The framework would hang up on a body it refuses, and who is still sending would never read the answer. Node drops the rest.
  reply.removeHeader('connection');
  const page = wantsPage(request) ? options.problemPage?.(problem, request, reply) : undefined;
  if (page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
  return reply.type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem);
}

/** A person with a browser, anywhere but in the API. */
function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}
