import { connect, createServer } from 'node:net';
import { findFreePort } from '@octo/platform/embedded-postgres/free-port.ts';
import type { Ports } from './service-environment.ts';
import type { ServiceSpec } from './services.ts';

// A service listens on the first one; a browser may take "localhost" for either.
const hosts = ['127.0.0.1', '::1'];
const alternatives = 9;

/** One port for each service, told of where it is not the preferred one. */
export async function choosePorts(services: readonly ServiceSpec[], say: (line: string) => void): Promise<Ports> {
  const ports: Record<string, number> = {};
  for (const { name, title, port } of services) {
    const chosen = await choosePort(port, new Set(Object.values(ports)));
    if (chosen !== port) say(`Port ${port} is taken; ${title} uses ${chosen}.`);
    ports[name] = chosen;
  }
  return ports;
}

/** The preferred port, else one a few hundreds higher, else any free one; never one that is in `taken`. */
export async function choosePort(preferred: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let step = 0; step <= alternatives; step += 1) {
    const port = preferred + step * 100;
    if (port < 65_536 && !taken.has(port) && (await isFree(port))) return port;
  }
  for (;;) {
    const port = await findFreePort();
    if (!taken.has(port)) return port;
  }
}

/** Free means: nobody answers on it, and it can be bound, by IPv4 and by IPv6. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of hosts) if ((await answers(host, port)) || !(await canBind(host, port))) return false;
  return true;
}

function canBind(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(isAbsent(error)));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

// A machine without IPv6 has nobody there.
function isAbsent(error: Error): boolean {
  return 'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
}

// Where address reuse is generous, a bind on one address succeeds beside a listener on all addresses.
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const end = (isAnswered: boolean) => {
      socket.destroy();
      resolve(isAnswered);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
