import { browserIntakePaths } from '@octo/contracts/browser-telemetry.ts';
import { networkOf } from '@octo/platform/context/network-of.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { callerAddress } from '@octo/platform/http/caller-address.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createQuota } from '../access/quota.ts';
import { readBrowserEvents } from '../browser/read-browser-events.ts';
import { readBrowserSpans } from '../browser/read-browser-spans.ts';
import type { Observatory } from '../context.ts';
import { contentTypes, writeAnswer } from '../otlp/answer.ts';

/** What a browser sends of a page that is being left. */
const bodyLimit = 64 * 1024;
/** A larger body counts as several. */
const usualBytes = 16 * 1024;
const readers = { traces: readBrowserSpans, logs: readBrowserEvents };
const options = { schema: { hide: true }, logLevel: 'warn' } as const;

/** Spans and events of the pages that people look at: from our own pages only, few, and marked as what they are. */
export function browserIntakeRoutes(
  app: FastifyInstance,
  { config, clock, queue, counters, notes }: Observatory,
): void {
  const nowMs = () => clock.now().getTime();
  const quota = createQuota({ perKey: 120, total: 3000, windowMs: 60_000, nowMs });

  function take(request: FastifyRequest, signal: keyof typeof readers): Buffer {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const network = networkOf(callerAddress(request));
    for (let bytes = 0; bytes === 0 || bytes < body.length; bytes += usualBytes) {
      const wait = quota.take(network);
      if (wait === undefined) continue;
      notes.add('Browsers sent more than is taken of them; what went beyond was refused.');
      throw tooMuch(wait);
    }
    const origin = String(request.headers.origin);
    const source = { origin, app: config.browserOrigins.get(origin) ?? '' };
    const { arrivals, tally } = readers[signal](body, source, nowMs());
    queue.add(arrivals, body.length);
    for (const { content } of arrivals) counters.taken[signal] += content.items.length;
    counters.refused[signal] += tally.rejected;
    return writeAnswer('json', signal, tally.rejected, tally.reason);
  }

  app.register(async (intake) => {
    intake.removeAllContentTypeParsers();
    // JSON in either case: as plain text a browser sends it without asking first, for which there is no time when a page is left.
    const types = ['application/json', 'text/plain'];
    intake.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    intake.addHook('onRequest', async (request, reply) => {
      const origin = requireOurPage(request, config.browserOrigins);
      reply.headers({ 'access-control-allow-origin': origin, vary: 'origin' });
    });
    for (const signal of ['traces', 'logs'] as const) {
      const path = browserIntakePaths[signal];
      intake.options(path, options, async (_request, reply) => reply.status(204).headers(preflightHeaders).send());
      intake.post(path, options, async (request, reply) => reply.type(contentTypes.json).send(take(request, signal)));
    }
  });
}

const preflightHeaders = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '600',
};

function requireOurPage({ headers }: FastifyRequest, origins: ReadonlyMap<string, string>): string {
  const { origin } = headers;
  if (origin !== undefined && origins.has(origin)) return origin;
  const message = 'What a browser tells is taken from our own pages only.';
  throw faultyField('Forbidden', 'browser.foreign_origin', 'Origin', message);
}

function tooMuch(retryAfterSeconds: number): AppError {
  return new AppError('LimitExceeded', 'browser.too_much', 'That is more than a page has to say. Try again later.', {
    retryAfterSeconds,
  });
}
