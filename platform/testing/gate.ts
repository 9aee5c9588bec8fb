import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to the database that a test can shut, as a network or a server that went away would. */
export interface Gate extends AsyncDisposable {
  /** The same address, through the gate. */
  lead(url: string): string;
  /** Cuts every connection, and refuses new ones. */
  shut(): Promise<void>;
  reopen(): Promise<void>;
  /** How many connections came to it so far. */
  arrivals(): number;
}

export async function makeGate(): Promise<Gate> {
  const sockets = new Set<Socket>();
  let arrivals = 0;
  let behind = { hostname: '127.0.0.1', port: 0 };
  const server = createServer((near) => {
    arrivals += 1;
    const far = connect(behind.port, behind.hostname);
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => sockets.delete(socket) && other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = addressOf(server.address());
  const shut = async () => {
    if (!server.listening) return;
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, 'close');
  };
  return {
    lead: (url) => {
      const address = new URL(url);
      behind = { hostname: address.hostname, port: Number(address.port) };
      address.host = `127.0.0.1:${port}`;
      return address.href;
    },
    shut,
    reopen: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    arrivals: () => arrivals,
    [Symbol.asyncDispose]: shut,
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new TypeError('not a TCP server');
  return address;
}
