import { AppError } from '@octo/platform/errors/app-error.ts';
import { toProblem } from '@octo/platform/http/problem.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Observatory } from '../context.ts';
import { bodiesUnderWay } from '../intake/bodies-under-way.ts';
import { inflateInTurn } from '../intake/inflate-in-turn.ts';
import { readArrivals } from '../intake/read-arrivals.ts';
import { bodyLimits, readBody } from '../intake/read-body.ts';
import { contentTypes, type Format, type Signal, writeAnswer, writeStatus } from '../otlp/answer.ts';

const signals: readonly Signal[] = ['traces', 'logs', 'metrics'];

/** OTLP over HTTP. Who exports wants every second what is silent here when it goes well. */
export function intakeRoutes(app: FastifyInstance, observatory: Observatory): void {
  const bodies = bodiesUnderWay();
  const inflate = inflateInTurn();
  app.register(async (intake) => {
    intake.removeAllContentTypeParsers();
    for (const format of ['protobuf', 'json'] as const) {
      const options = { parseAs: 'buffer', bodyLimit: bodyLimits[format] } as const;
      intake.addContentTypeParser(contentTypes[format], options, (_request, body, done) => done(null, body));
    }
    intake.addHook('onRequest', async ({ headers }, reply) => {
      const bytes = Number(headers['content-length'] ?? bodyLimits.protobuf);
      reply.raw.once('close', bodies.enter(Math.min(bytes, bodyLimits.protobuf)));
    });
    intake.setErrorHandler((error, request, reply) => answerFailure(error, request, reply, observatory));
    for (const signal of signals)
      intake.post(`/v1/${signal}`, { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
        const format = requireFormat(request);
        const body = await readBody(request, format, inflate);
        const { rejected, reason } = take(observatory, signal, format, body);
        return reply.type(contentTypes[format]).send(writeAnswer(format, signal, rejected, reason));
      });
  });
}

function take({ queue, counters, clock, watch }: Observatory, signal: Signal, format: Format, body: Buffer) {
  const { arrivals, tally } = readArrivals(signal, format, body, clock.now().getTime());
  queue.add(arrivals, body.length);
  watch?.noteArrivals(arrivals);
  for (const { content } of arrivals) counters.taken[signal] += content.items.length;
  counters.refused[signal] += tally.rejected;
  counters.cut += tally.cut;
  return tally;
}

function formatOf(request: FastifyRequest): Format | undefined {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type === contentTypes.json) return 'json';
  return type === contentTypes.protobuf ? 'protobuf' : undefined;
}

function requireFormat(request: FastifyRequest): Format {
  const format = formatOf(request);
  if (format === undefined) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('none');
  return format;
}

/** As the protocol wants it: a google.rpc.Status in the format of the request. */
function answerFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { counters, logger }: Observatory,
) {
  const { status, code, message } = toProblem(error, '');
  const format = formatOf(request) ?? 'json';
  counters.refusedRequests += 1;
  if (status >= 500) logger.error({ [attributeNames.errorCode]: code }, 'an export could not be taken');
  if (error instanceof AppError && error.retryAfterSeconds !== undefined)
    reply.header('retry-after', error.retryAfterSeconds);
  reply.removeHeader('connection');
  return reply
    .status(status)
    .type(contentTypes[format])
    .send(writeStatus(format, status, message));
}
