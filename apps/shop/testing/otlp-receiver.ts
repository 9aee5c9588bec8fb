import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ReceivedSpans, readTraceRequest } from './otlp.ts';

export interface OtlpReceiver extends AsyncDisposable {
  url: string;
  requests: { path: string | undefined; headers: IncomingHttpHeaders; content: ReceivedSpans[] }[];
}

/** Somewhere to send spans to; one that is silent takes them and never answers. */
export async function startReceiver(answer: 'ok' | 'silence' = 'ok'): Promise<OtlpReceiver> {
  const requests: OtlpReceiver['requests'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({ path: request.url, headers: request.headers, content: readTraceRequest(Buffer.concat(chunks)) });
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
