import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createQuota } from '../access/quota.ts';
import { browserIntakePath } from '../browser/path.ts';
import { readBrowserSpans } from '../browser/read-browser-spans.ts';
import type { Observatory } from '../context.ts';
import { contentTypes, writeAnswer } from '../otlp/answer.ts';

const bodyLimit = 16 * 1024;
const options = { schema: { hide: true }, logLevel: 'warn' } as const;

/** Spans of the pages that people look at: from our own pages only, few, and marked as what they are. */
export function browserIntakeRoutes(app: FastifyInstance, { config, clock, queue, counters }: Observatory): void {
  const nowMs = () => clock.now().getTime();
  const quota = createQuota({ perKey: 120, total: 600, windowMs: 60_000, nowMs });

  app.register(async (intake) => {
    intake.removeAllContentTypeParsers();
    intake.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    intake.addHook('onRequest', async (request, reply) => {
      const origin = requireOurPage(request, config.browserOrigins);
      reply.headers({ 'access-control-allow-origin': origin, vary: 'origin' });
    });
    intake.options(browserIntakePath, options, async (_request, reply) =>
      reply.status(204).headers(preflightHeaders).send(),
    );
    intake.post(browserIntakePath, options, async (request, reply) => {
      const wait = quota.take(callerAddress(request));
      if (wait !== undefined) throw tooMuch(wait);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { arrivals, tally } = readBrowserSpans(body, String(request.headers.origin), nowMs());
      queue.add(arrivals, body.length);
      for (const { content } of arrivals) counters.taken.traces += content.items.length;
      counters.refused.traces += tally.rejected;
      return reply.type(contentTypes.json).send(writeAnswer('json', 'traces', tally.rejected, tally.reason));
    });
  });
}

const preflightHeaders = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '600',
};

function requireOurPage({ headers }: FastifyRequest, origins: readonly string[]): string {
  const { origin } = headers;
  if (origin !== undefined && origins.includes(origin)) return origin;
  const message = 'Spans of a browser are taken from our own pages only.';
  throw faultyField('Forbidden', 'browser.foreign_origin', 'Origin', message);
}

function tooMuch(retryAfterSeconds: number): AppError {
  return new AppError('LimitExceeded', 'browser.too_much', 'That is more than a page has to say. Try again later.', {
    retryAfterSeconds,
  });
}
