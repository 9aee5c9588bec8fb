import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from '../child.ts';
import type { Cost } from '../cost.ts';
import { post } from '../http-bytes.ts';
import { type Load, measure } from '../load.ts';
import { traceIdOf } from './otlp-spans.ts';

const readableWithinMs = 30_000;

export function loadOf(bodies: readonly Buffer[]): Load {
  const requests = bodies.map((body) =>
    post('/v1/traces', body, { host: 'localhost', 'content-type': 'application/x-protobuf' }),
  );
  return { connections: 2, count: bodies.length, request: () => requests.shift() ?? Buffer.alloc(0) };
}

/** What it costs to take exports in, until the last of them can be read. */
export async function sendExports(observatory: Child, bodies: readonly Buffer[], signal: AbortSignal): Promise<Cost> {
  const before = await observatory.cpuMicros();
  const began = performance.now();
  const cost = await measure(observatory, loadOf(bodies));
  const last = bodies.at(-1);
  if (last) await untilReadable(observatory, traceIdOf(last), signal);
  const cpuMicrosPerRequest = ((await observatory.cpuMicros()) - before) / bodies.length;
  return { ...cost, cpuMicrosPerRequest, requestsPerSecond: (bodies.length * 1000) / (performance.now() - began) };
}

export function perSpan(
  { cpuMicrosPerRequest, requestsPerSecond, latenciesMs }: Cost,
  exports: number,
  spans: number,
): Cost {
  const spansPerExport = spans / exports;
  return {
    cpuMicrosPerRequest: cpuMicrosPerRequest / spansPerExport,
    requestsPerSecond: requestsPerSecond * spansPerExport,
    latenciesMs,
  };
}

async function untilReadable(observatory: Child, traceId: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + readableWithinMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(`${observatory.url}/api/traces/${traceId}`);
    await answer.arrayBuffer();
    if (answer.ok) return;
    if (performance.now() > deadline) throw new Error(`trace ${traceId} cannot be read: ${answer.status}`);
    await sleep(10);
  }
}
