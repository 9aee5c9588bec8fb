import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TraceSpan } from '@octo/contracts/observatory.ts';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { newStoreFolder, startObservatoryProcess } from './testing/observatory-process.ts';
import { newId, newTraceId, tracesBody } from './testing/otlp-json.ts';
import { sdkSpan } from './testing/sdk-spans.ts';

async function send(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/traces`, { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  return answer.status;
}

async function spansOf(url: string, traceId: string): Promise<TraceSpan[]> {
  const answer = await fetch(`${url}/api/traces/${traceId}`);
  const body: { spans?: TraceSpan[] } = Object(await answer.json());
  return body.spans ?? [];
}

/** Waits for what is written a moment after it came. */
async function untilThere(url: string, traceId: string): Promise<TraceSpan[]> {
  for (;;) {
    const spans = await spansOf(url, traceId);
    if (spans.length > 0) return spans;
    await sleep(20);
  }
}

test("what OpenTelemetry's own exporter sends, packed, is read back as it was", async () => {
  using folder = newStoreFolder();
  await using observatory = startObservatoryProcess(folder.path);
  const url = await observatory.url;
  const traceId = newTraceId();
  const [parent, child] = [newId(8), newId(8)];
  const second = Math.floor(Date.now() / 1000) - 2;
  const exporter = new OTLPTraceExporter({ url: `${url}/v1/traces`, compression: gzip() });
  const result = await new Promise<ExportResult>((resolve) =>
    exporter.export(
      [
        sdkSpan(
          {
            traceId,
            spanId: parent,
            name: 'POST /api/checkout',
            kind: SpanKind.SERVER,
            start: [second, 5],
            end: [second + 1, 250_005],
          },
          'shop',
        ),
        sdkSpan(
          {
            traceId,
            spanId: child,
            parentSpanId: parent,
            name: 'INSERT orders',
            kind: SpanKind.CLIENT,
            start: [second, 1_000_001],
            end: [second, 3_500_001],
            status: { code: SpanStatusCode.ERROR, message: 'unique' },
            attributes: {
              'db.query.text': 'insert into "orders" values ($1)',
              'db.response.returned_rows': 1,
              ratio: 0.25,
              tags: ['a', 'b'],
            },
            events: [{ name: 'exception', time: [second, 2_000_000], attributes: { 'exception.type': 'Error' } }],
          },
          'shop',
        ),
      ],
      resolve,
    ),
  );
  assert.equal(result.code, ExportResultCode.SUCCESS);
  const common = { traceId, service: 'shop', resource: { 'service.name': 'shop' }, links: [], isUntrusted: false };
  assert.deepEqual(await untilThere(url, traceId), [
    {
      ...common,
      spanId: parent,
      parentSpanId: null,
      name: 'POST /api/checkout',
      kind: 'server',
      startTimeUnixNano: `${second}000000005`,
      durationMs: 1000.25,
      status: 'unset',
      statusMessage: null,
      attributes: {},
      events: [],
    },
    {
      ...common,
      spanId: child,
      parentSpanId: parent,
      name: 'INSERT orders',
      kind: 'client',
      startTimeUnixNano: `${second}001000001`,
      durationMs: 2.5,
      status: 'error',
      statusMessage: 'unique',
      attributes: {
        'db.query.text': 'insert into "orders" values ($1)',
        'db.response.returned_rows': 1,
        ratio: 0.25,
        tags: ['a', 'b'],
      },
      events: [{ timeUnixNano: `${second}002000000`, name: 'exception', attributes: { 'exception.type': 'Error' } }],
    },
  ]);
  await exporter.shutdown();
  const text = await (await fetch(`${url}/metrics`)).text();
  assert.match(text, /octo_observatory_records_taken\S*\{[^}]*octo_telemetry_signal="traces"[^}]*\} 2\n/);
});

/** The enum is for those who compile. */
function gzip(): CompressionAlgorithm {
  return 'gzip' as CompressionAlgorithm;
}

test('killed while it writes, it starts again with all that could be read before', async () => {
  using folder = newStoreFolder();
  const kept: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    await using observatory = startObservatoryProcess(folder.path);
    const url = await observatory.url;
    const { notes } = Object(await (await fetch(`${url}/api/status`)).json());
    assert.deepEqual(notes, [], 'the store was found as it should be');
    for (const traceId of kept) assert.equal((await spansOf(url, traceId)).length, 200, traceId);
    const traceId = newTraceId();
    await send(
      url,
      tracesBody(
        'shop',
        Array.from({ length: 200 }, () => ({ traceId })),
      ),
    );
    await untilThere(url, traceId);
    kept.push(traceId);
    const flood = Array.from({ length: 10 }, () =>
      send(
        url,
        tracesBody(
          'shop',
          Array.from({ length: 2000 }, () => ({ traceId: newTraceId() })),
        ),
      ).catch(() => 0),
    );
    await flood[0];
    await observatory.stop('SIGKILL');
    await Promise.all(flood);
  }
});

test('told to stop, it first writes what it has taken', async () => {
  using folder = newStoreFolder();
  const traceId = newTraceId();
  {
    await using observatory = startObservatoryProcess(folder.path);
    assert.equal(await send(await observatory.url, tracesBody('shop', [{ traceId }])), 200);
    assert.equal((await observatory.stop('SIGTERM')).code, 0);
  }
  await using again = startObservatoryProcess(folder.path);
  assert.equal((await spansOf(await again.url, traceId)).length, 1);
});

test('takes OTLP on a second port too, and does without it when somebody else has that', async () => {
  using folder = newStoreFolder();
  using other = newStoreFolder();
  const port = await findFreePort();
  await using first = startObservatoryProcess(folder.path, { OTLP_PORT: String(port) });
  const url = await first.url;
  const traceId = newTraceId();
  assert.equal(await send(`http://127.0.0.1:${port}`, tracesBody('shop', [{ traceId }])), 200);
  assert.equal((await untilThere(url, traceId)).length, 1);
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/traces`)).status, 404, 'nothing is shown there');
  await using second = startObservatoryProcess(other.path, { OTLP_PORT: String(port) });
  const status = Object(await (await fetch(`${await second.url}/api/status`)).json());
  assert.equal(status.intakePorts.length, 1);
  assert.match(status.notes[0], new RegExp(`Port ${port} could not be had`));
});

test('does not start where it would be open to others, nor on the store of another one', async () => {
  using folder = newStoreFolder();
  await using open = startObservatoryProcess(folder.path, { HOST: '0.0.0.0' });
  const { code, output } = await open.ended;
  assert.equal(code, 1);
  assert.match(output, /OBSERVATORY_TOKEN: is required/);
  await using first = startObservatoryProcess(folder.path);
  await first.url;
  await using second = startObservatoryProcess(folder.path);
  const refused = await second.ended;
  assert.equal(refused.code, 1);
  assert.match(refused.output, /in use by another process/);
});
