import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { AppError } from '../errors/app-error.ts';
import { prometheusText, prometheusType } from '../telemetry/metrics/prometheus.ts';
import { readMetrics } from '../telemetry/metrics/start-metrics.ts';
import { digestOf, isInternalKey } from './internal-key.ts';

export interface MetricsAccess {
  /** The header of the key that our services know each other by, and the keys that are good. */
  internalKeyHeader: string;
  internalKeys: readonly string[];
  /** What a scraper brings as `Authorization: Bearer …`. */
  metricsToken: string | undefined;
  /** In production, and wherever there is a public address, nobody gets in without key or token. */
  environment: string;
  publicUrl: string | undefined;
}

const loopback = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const markOfProxy = /^(via|forwarded|x-(original-)?forwarded-.+|x-(real|client)-ip|true-client-ip|cf-connecting-ip)$/;

/** What the process has counted, as Prometheus reads it. Numbers of the business are for those who run it: fails closed. */
export function serveMetrics(app: FastifyInstance, access: MetricsAccess): void {
  mountMetrics(app, {
    admit: async (request) => {
      if (!mayRead(request, access)) throw notForYou();
    },
  });
}

export interface MetricsRoute {
  admit?: onRequestAsyncHookHandler;
  /** The page of the same address, for people: a browser asks for HTML, whoever reads numbers does not. */
  drawPage?: ((reply: FastifyReply) => string) | undefined;
}

/** The same for an app that sees to it in a way of its own who comes in. */
export function mountMetrics(app: FastifyInstance, { admit, drawPage }: MetricsRoute = {}): void {
  app.route({
    method: 'GET',
    url: '/metrics',
    schema: { hide: true },
    ...(admit ? { onRequest: admit } : {}),
    handler: async (request, reply) => {
      if (drawPage) reply.header('vary', 'accept');
      if (drawPage && request.headers.accept?.includes('text/html'))
        return reply.type('text/html; charset=utf-8').send(drawPage(reply));
      const reading = await readMetrics();
      return reply.type(prometheusType).send(reading === undefined ? '' : prometheusText(reading));
    },
  });
}

function mayRead(request: FastifyRequest, access: MetricsAccess): boolean {
  if (isInternalKey(request.headers[access.internalKeyHeader], access.internalKeys)) return true;
  if (access.metricsToken !== undefined && isBearer(request.headers.authorization, access.metricsToken)) return true;
  const isLaptop = access.environment !== 'production' && access.publicUrl === undefined;
  return isLaptop && isOfThisMachine(request);
}

function isBearer(header: string | undefined, token: string): boolean {
  const [, offered = ''] = /^Bearer (.+)$/i.exec(header ?? '') ?? [];
  return timingSafeEqual(digestOf(offered), digestOf(token));
}

/** Straight from here: a request that a proxy of this machine hands on comes from here as well, and says so. */
function isOfThisMachine({ socket, headers }: FastifyRequest): boolean {
  return (
    loopback.test(socket.remoteAddress ?? '') &&
    loopbackHost.test(headers.host ?? '') &&
    !Object.keys(headers).some((name) => markOfProxy.test(name))
  );
}

function notForYou(): AppError {
  return new AppError('Unauthorized', 'http.metrics_token', 'These numbers are for those who run this service.', {
    fields: [{ field: 'authorization', message: 'wants the token of METRICS_TOKEN' }],
  });
}
