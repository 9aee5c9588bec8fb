import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ReceivedSpans, readTraceRequest } from './otlp.ts';
import { type ReceivedMetric, readMetricsRequest } from './otlp-metrics.ts';

export interface OtlpReceiver extends AsyncDisposable {
  url: string;
  requests: ReceivedRequest[];
}

export interface ReceivedRequest {
  path: string | undefined;
  headers: IncomingHttpHeaders;
  /** As it was sent. */
  body: Buffer;
  /** The spans in it. */
  content: ReceivedSpans[];
  metrics: ReceivedMetric[];
}

/** Somewhere to send telemetry to; one that is silent takes them and never answers. */
export async function startReceiver(answer: 'ok' | 'silence' = 'ok'): Promise<OtlpReceiver> {
  const requests: OtlpReceiver['requests'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { url: path, headers } = request;
    const content = path === '/v1/traces' ? readTraceRequest(body) : [];
    const metrics = path === '/v1/metrics' ? readMetricsRequest(body) : [];
    requests.push({ path, headers, body, content, metrics });
    if (answer === 'ok') response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${port}`, requests, [Symbol.asyncDispose]: close };
}
