import type { Socket } from 'node:net';

const statuses: Record<string, { status: number; title: string; code: string; message: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    title: 'Request header fields too large',
    code: 'http.head_too_large',
    message: 'The address or the headers of this request are too long.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    title: 'Request timeout',
    code: 'http.request_timeout',
    message: 'The request took too long to arrive.',
  },
};
const malformed = {
  status: 400,
  title: 'Bad request',
  code: 'http.malformed',
  message: 'The request could not be understood.',
};

/** The caller closed its side in the middle: nobody may be there to read an answer. */
const brokenOff = 'HPE_INVALID_EOF_STATE';
const given = new WeakMap<Socket, number>();

/** For bytes that never became a whole request: a problem like any other, but outside of any trace. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const { status, title, code, message } = statuses[error.code ?? ''] ?? malformed;
  if (error.code !== brokenOff) given.set(socket, status);
  const problem = { type: 'about:blank', title, status, code, message, detail: message, trace_id: '0'.repeat(32) };
  const body = JSON.stringify(problem);
  const head = ['Content-Type: application/problem+json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`];
  const guards = ['Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Connection: close'];
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${[...head, ...guards].join('\r\n')}\r\n\r\n${body}`);
}

/** What a request that did not arrive as a whole was answered, past its own reply. */
export function statusOfUnreadable(socket: Socket): number | undefined {
  return given.get(socket);
}
