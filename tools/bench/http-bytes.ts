type Headers = Readonly<Record<string, string>>;

/** A GET that is the same each time, as the bytes that a client sends. */
export function get(path: string, headers: Headers = {}): () => Buffer {
  const bytes = Buffer.from(head('GET', path, headers));
  return () => bytes;
}

export function postJson(path: string, body: object, headers: Headers = {}): Buffer {
  return post(path, Buffer.from(JSON.stringify(body)), { 'content-type': 'application/json', ...headers });
}

export function post(path: string, body: Buffer, headers: Headers): Buffer {
  return Buffer.concat([
    Buffer.from(head('POST', path, { ...headers, 'content-length': String(body.byteLength) })),
    body,
  ]);
}

function head(method: string, path: string, headers: Headers): string {
  const lines = Object.entries({ host: 'bench', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
