import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface HeardRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** Its JSON body; empty without one. */
  body: Record<string, unknown>;
}

/** What a peer answers; undefined hangs up, after it has heard everything. */
export type PeerAnswer = { status: number; body: object } | undefined;

/** Another service, played on a real socket. */
export interface FakePeer extends AsyncDisposable {
  url: string;
  heard: HeardRequest[];
  /** From now on requests are answered so. */
  answer(how: (request: HeardRequest) => PeerAnswer): void;
}

export async function openFakePeer(first: (request: HeardRequest) => PeerAnswer): Promise<FakePeer> {
  const heard: HeardRequest[] = [];
  let answer = first;
  const server = createServer(async (incoming, outgoing) => {
    const request = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: JSON.parse((await text(incoming)) || '{}'),
    };
    heard.push(request);
    const given = answer(request);
    if (given) outgoing.writeHead(given.status, { 'content-type': 'application/json' }).end(JSON.stringify(given.body));
    else incoming.socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port }: AddressInfo = Object(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    answer: (how) => {
      answer = how;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
