import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { context, propagation, trace } from '@opentelemetry/api';
import { readTelemetryConfig } from './config.ts';
import { inBackgroundSpan } from './in-span.ts';
import { createLogger } from './logger.ts';
import { startTelemetry } from './start-telemetry.ts';

const silent = { write: () => undefined };

test('spans and log lines are sent to the receiver with its headers, and calls carry the trace on', async () => {
  const received: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    received.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString('latin1') });
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const telemetry = startTelemetry(
    readTelemetryConfig(
      { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k' },
      'octo-tests',
    ),
  );
  await inBackgroundSpan('a span to send', async (span) => {
    const headers: Record<string, string> = {};
    propagation.inject(trace.setSpan(context.active(), span), headers);
    assert.match(headers.traceparent ?? '', new RegExp(`^00-${span.spanContext().traceId}-`));
  });
  createLogger({ name: 'octo-tests', namespace: 'octo', version: '1' }, 'info', silent).info('a line to send');
  await telemetry[Symbol.asyncDispose]();
  server.close();
  const [spans, lines] = ['/v1/traces', '/v1/logs'].map((path) => received.filter(({ url }) => url === path));
  assert.deepEqual([spans?.length, lines?.length], [1, 1]);
  assert.equal(spans?.[0]?.headers['x-key'], 'k');
  assert.match(spans?.[0]?.body ?? '', /octo-tests.*a span to send/s);
  assert.match(lines?.[0]?.body ?? '', /octo-tests.*a line to send/s);
});

test("without its settings, nothing of OCI's library is loaded", () => {
  const { cache } = createRequire(import.meta.url);
  assert.deepEqual(
    Object.keys(cache).filter((path) => path.includes('/node_modules/oci-')),
    [],
  );
});
