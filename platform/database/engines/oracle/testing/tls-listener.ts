import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { Authority, Identity } from './certificates.ts';

/** What a listener of a database answers to whoever wants to connect. */
export type ListenerAnswer = 'no such service' | 'silence' | 'end of line';

export interface TlsListener extends AsyncDisposable {
  port: number;
  /** Whose certificates were shown and believed, by common name, in the order of the connections. */
  guests: string[];
  /** Connections that were begun, whatever became of them. */
  connections(): number;
  /** What the client wanted to connect to, in its own words. */
  wishes: string[];
}

export interface TlsListenerOptions {
  identity: Identity;
  /** Demands a certificate that this authority has issued. */
  guestsOf?: Authority;
  answer?: ListenerAnswer;
  /** 0 takes a free one. */
  port?: number;
}

/** A loopback server that speaks TLS, and of Oracle's protocol the first packet: enough for a driver to say who it is. */
export async function startTlsListener(options: TlsListenerOptions): Promise<TlsListener> {
  const { identity, guestsOf, answer = 'no such service' } = options;
  const guests: string[] = [];
  const wishes: string[] = [];
  const server = createTlsServer(
    {
      cert: identity.certificate,
      key: identity.key.export({ type: 'pkcs8', format: 'pem' }),
      ...(guestsOf === undefined ? {} : { ca: guestsOf.certificate, requestCert: true, rejectUnauthorized: true }),
    },
    (socket) => {
      if (guestsOf !== undefined) guests.push(String(socket.getPeerCertificate().subject.CN));
      receive(socket, answer, wishes);
    },
  );
  return { guests, wishes, ...(await listening(server, options.port)) };
}

/** Takes connections and never says a word. */
export async function startSilentServer(): Promise<Pick<TlsListener, 'port' | 'connections'> & AsyncDisposable> {
  return await listening(createTcpServer((socket) => socket.resume()));
}

/** Answers what it does not understand, as a server without TLS would. */
export async function startPlainServer(): Promise<Pick<TlsListener, 'port' | 'connections'> & AsyncDisposable> {
  return await listening(createTcpServer((socket) => socket.once('data', () => socket.end(refusal(12_547)))));
}

async function listening(server: Server, port = 0) {
  const open = new Set<Socket>();
  let begun = 0;
  server.on('connection', (socket: Socket) => {
    begun += 1;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => open.delete(socket));
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    port: addressOf(server).port,
    connections: () => begun,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      if (open.size > 0) await once(server, 'close');
    },
  };
}

function receive(socket: TLSSocket, answer: ListenerAnswer, wishes: string[]): void {
  socket.on('error', () => undefined);
  if (answer === 'end of line') {
    socket.end();
    return;
  }
  let received = '';
  socket.on('data', (part: Buffer) => {
    received += part.toString('latin1');
    // The descriptor may come in a packet of its own.
    const wish = /\(DESCRIPTION.*/s.exec(received)?.[0];
    if (wish === undefined) return;
    wishes.push(wish);
    if (answer === 'no such service') socket.end(refusal(12_514));
  });
}

const refusePacketType = 4;
const refuseHeaderBytes = 12;

/** The packet with which a listener refuses, and its reason by ORA number. */
function refusal(reason: number): Buffer {
  const text = `(DESCRIPTION=(ERR=${reason}))`;
  const packet = Buffer.alloc(refuseHeaderBytes + text.length);
  packet.writeUInt16BE(packet.length, 0);
  packet.writeUInt8(refusePacketType, 4);
  packet.writeUInt16BE(text.length, 10);
  packet.write(text, refuseHeaderBytes, 'latin1');
  return packet;
}

/** A server on a port, not on a path. */
function addressOf(server: Server): AddressInfo {
  return server.address() as AddressInfo;
}
