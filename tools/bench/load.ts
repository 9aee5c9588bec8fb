import { connect } from 'node:net';
import type { Child } from './child.ts';

export interface Load {
  /** One request as bytes; asked for anew each time. */
  request(): Buffer;
  count: number;
  connections: number;
}

export interface Cost {
  cpuMicrosPerRequest: number;
  requestsPerSecond: number;
}

/** Sends requests over a few connections, one at a time on each, and tells what they cost the server. */
export async function measure(child: Child, load: Load): Promise<Cost> {
  const cpuBefore = await child.cpuMicros();
  const seconds = await drive(child.url, load);
  const cpu = (await child.cpuMicros()) - cpuBefore;
  return { cpuMicrosPerRequest: cpu / load.count, requestsPerSecond: load.count / seconds };
}

/** Sends them and returns the seconds that took. */
export async function drive(url: string, load: Load): Promise<number> {
  const began = performance.now();
  let left = load.count;
  const next = () => (left-- > 0 ? load.request() : undefined);
  await Promise.all(Array.from({ length: load.connections }, () => converse(url, next)));
  return (performance.now() - began) / 1000;
}

export function get(path: string): () => Buffer {
  const bytes = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: bench\r\n\r\n`);
  return () => bytes;
}

export function postJson(path: string, body: object): Buffer {
  const text = JSON.stringify(body);
  const head = `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`;
  return Buffer.from(`${head}\r\n\r\n${text}`);
}

/** A client of little weight: it looks for status and length, and never at the body. */
function converse(url: string, next: () => Buffer | undefined): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let missing = -1;
    let head = '';
    const send = () => {
      const request = next();
      if (request) socket.write(request);
      else socket.end(resolve);
    };
    socket.once('connect', send);
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
        if (!head.startsWith('HTTP/1.1 200') || length === undefined)
          return void socket.destroy(new Error(head.slice(0, 900)));
        missing = Number(length) - (head.length - end - 4);
        head = '';
      } else missing -= chunk.length;
      if (missing > 0) return;
      missing = -1;
      send();
    });
  });
}
