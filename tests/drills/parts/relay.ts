import { once } from 'node:events';
import { Agent, createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { receiveEvent } from '@octo/contracts/integrations.ts';

/** The way between two services. It hands everything on twice, and when nobody is at its far end it drops what comes. */
export interface Relay extends AsyncDisposable {
  url: string;
  /** How often each message was handed on, and how often it was answered `applied`, by its id. */
  handedOn: ReadonlyMap<string, { times: number; applied: number }>;
  /** From now on everything goes there. */
  leadTo(url: string | undefined): void;
  /** Does this when the next message comes in, before it is handed on. */
  onNext(act: () => void): Promise<void>;
}

interface Message {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export async function openRelay(): Promise<Relay> {
  const agent = new Agent({ keepAlive: true });
  const handedOn = new Map<string, { times: number; applied: number }>();
  let far: string | undefined;
  let count = 0;
  let onNext: (() => void) | undefined;

  async function handOn(message: Message): Promise<Answer> {
    if (far === undefined) throw new Error('nobody is there');
    const isAtOnce = count++ % 2 === 0;
    const first = send(agent, far, message);
    const second = isAtOnce ? send(agent, far, message) : first.then(() => send(agent, far ?? '', message));
    const [answer, repeated] = await Promise.all([first, second]);
    note(handedOn, message, [answer, repeated]);
    return answer;
  }

  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    try {
      const body = await buffer(incoming);
      if (path === receiveEvent.path) {
        onNext?.();
        onNext = undefined;
      }
      reply(outgoing, await handOn({ method, path, headers, body }));
    } catch {
      incoming.socket.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    handedOn,
    leadTo: (url) => {
      far = url;
    },
    onNext: (act) =>
      new Promise((resolve) => {
        onNext = () => {
          act();
          resolve();
        };
      }),
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function send(agent: Agent, to: string, { method, path, headers, body }: Message): Promise<Answer> {
  const outgoing = request(`${to}${path}`, { agent, method, headers: { ...headers, host: new URL(to).host } });
  outgoing.end(body);
  const [answer] = await once(outgoing, 'response');
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  outgoing.writeHead(status, kept).end(body);
}

function note(handedOn: Map<string, { times: number; applied: number }>, message: Message, answers: Answer[]): void {
  if (message.path !== receiveEvent.path) return;
  const { id } = JSON.parse(message.body.toString());
  const soFar = handedOn.get(id) ?? { times: 0, applied: 0 };
  const applied = answers.filter(
    ({ status, body }) => status === 200 && JSON.parse(body.toString()).status === 'applied',
  );
  handedOn.set(id, { times: soFar.times + answers.length, applied: soFar.applied + applied.length });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('not a TCP server');
  return address.port;
}
