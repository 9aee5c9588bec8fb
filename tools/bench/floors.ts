// The least a server can be, to compare with. Usage: floors.ts bytes <file> <type> | read <url> <statement file> | sink | slow | capture <file> | append <file>
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';

const [kind = '', ...args] = process.argv.slice(2);

/** Bytes that are ready. */
function bytes([file = '', type = '']: string[]): RequestListener {
  const body = readFileSync(file);
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.end(body);
  };
}

/** One prepared statement, its rows as JSON. Where the statement has no values of its own, the last part of the path is its value. */
function read([url = '', file = '']: string[]): RequestListener {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const { text, values }: { text: string; values?: unknown[] } = JSON.parse(readFileSync(file, 'utf8'));
  return async (request, response) => {
    const asked = [Number((request.url ?? '').split('/').at(-1))];
    const { rows } = await pool.query({ name: 'read', text, values: values ?? asked });
    const body = JSON.stringify(rows);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };
}

/** Takes whatever is sent, as a receiver of spans does. */
function sink(): RequestListener {
  return (request, response) => {
    request.resume();
    request.once('end', () => response.writeHead(200).end());
  };
}

/** Takes what is sent, and says so seconds later. */
function slow(): RequestListener {
  return (request, response) => {
    request.resume();
    request.once('end', () => setTimeout(() => response.writeHead(200).end('{}'), 3000));
  };
}

/** Keeps the spans that are sent, one export a line. */
function capture([file = '']: string[]): RequestListener {
  return async (request, response) => {
    const body = await buffer(request);
    if (request.url === '/v1/traces') appendFileSync(file, `${body.toString('base64')}\n`);
    response.writeHead(200).end();
  };
}

/** Puts whatever is sent at the end of a file: as much as anybody has to do who keeps it. */
function append([file = '']: string[]): RequestListener {
  return async (request, response) => {
    appendFileSync(file, await buffer(request));
    response.writeHead(200, { 'content-length': 0 }).end();
  };
}

const kinds: Readonly<Record<string, (args: string[]) => RequestListener>> = {
  bytes,
  read,
  sink,
  slow,
  capture,
  append,
};
const server = createServer(kinds[kind]?.(args));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ ready: true, url: `http://127.0.0.1:${address.port}` });
});
for (const end of ['SIGTERM', 'disconnect']) process.once(end, () => process.exit(0));
